import type { ModalView } from "@slack/types";
import type { Pressed } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { choosable, pagesOfInvoices } from "./choose-step.ts";
import { keepDraft } from "./draft.ts";
import { afterChange, type Form, readPlace, stepBefore } from "./form.ts";
import { BACK, KIND, PAGE_BACK, PAGE_ON, REPLAN, SPLIT, TICK_ALL, TICK_NONE } from "./ids.ts";
import { pagesOfInstalments } from "./instalments-step.ts";
import type { Shown } from "./step.ts";
import { openPlace, showAt, WIZARD_STEPS } from "./wizard.ts";

/** A button or a choice inside a step: what is filled in so far is read and kept first. */
export async function pressInStep(pressed: Pressed, id: string): Promise<void> {
  const { client, view } = pressed;
  if (view === undefined) throw new Error("pressed outside of the wizard");
  const next = await viewAfter(pressed, id);
  try {
    await client.views.update({ view_id: view.id, hash: view.hash, view: next });
  } catch (error) {
    // Another press, or the form being sent, was faster: what it shows is newer.
    if ((error as { data?: { error?: string } }).data?.error !== "hash_conflict") throw error;
  }
}

async function viewAfter(pressed: Pressed, id: string): Promise<ModalView> {
  const { deps, view, value } = pressed;
  const opened = await openPlace(pressed, readPlace(view?.metadata ?? ""));
  if (!opened.ok) return opened.refusal;
  const shown = opened.value;
  const read = WIZARD_STEPS[shown.place.step].read(view?.values ?? {}, shown);
  if (!read.ok && id !== BACK) {
    const [first] = Object.values(read.refusal);
    return showAt(pressed, { place: shown.place, form: shown.form, notice: first ?? "" });
  }
  const filled = read.ok ? afterChange(shown.form, read.value) : shown.form;
  const moved = move({ ...shown, form: filled }, { id, value });
  const form = afterChange(filled, moved.form);
  const kept = await keepDraft(pressed, shown.place, { form });
  if (!kept.ok) return errorModal(deps, deps.texts.refusal(kept.refusal));
  const place = { ...kept.value, step: moved.step, page: moved.page };
  return showAt(pressed, { place, form });
}

type Moved = { readonly form: Form; readonly step: Shown["place"]["step"]; readonly page: number };

function move(shown: Shown, { id, value }: { readonly id: string; readonly value: string }): Moved {
  const { form, place } = shown;
  const { step, page } = place;
  const stay = { form, step, page };
  switch (id) {
    case BACK:
      return { form, step: stepBefore(form, step), page: 0 };
    case PAGE_BACK:
      return { ...stay, page: Math.max(0, page - 1) };
    case PAGE_ON:
      return { ...stay, page: Math.min(lastPage(shown), page + 1) };
    case TICK_ALL:
      return { ...stay, form: ticked(shown, choosable(shown.basis.candidates)) };
    case TICK_NONE:
      return { ...stay, form: ticked(shown, []) };
    case REPLAN:
      return { ...stay, form: { ...form, edits: null, round: form.round + 1 }, page: 0 };
    case KIND:
      return { ...stay, form: { ...form, kind: value === "unchanged" ? value : "renegotiated" } };
    case SPLIT:
      return { ...stay, form: { ...form, split: value === "instalments" ? value : "single" } };
    default:
      return stay;
  }
}

const lastPage = (shown: Shown): number =>
  (shown.place.step === "choose" ? pagesOfInvoices(shown) : pagesOfInstalments(shown)) - 1;

/** In a new round: Slack would keep the ticks of this one. */
const ticked = (
  { form }: Shown,
  candidates: readonly Shown["basis"]["candidates"][number][],
): Form => ({
  ...form,
  invoices: candidates.map(({ invoice }) => invoice),
  round: form.round + 1,
});
