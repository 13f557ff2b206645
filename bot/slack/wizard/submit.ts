import type { ModalView } from "@slack/types";
import type { Refusal } from "#core/refusals.ts";
import { makeAgreement } from "#core/use-cases/make-agreement.ts";
import { refreshAccount } from "../account/below.ts";
import type { FormAnswer } from "../form-answer.ts";
import type { Submitted } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { keepDraft } from "./draft.ts";
import {
  afterChange,
  type Form,
  isShown,
  type Made,
  type Place,
  readPlace,
  type StepName,
  stepAfter,
  stepsOf,
} from "./form.ts";
import { FIELD } from "./ids.ts";
import { canWait, fieldOf, pageOfRefused, stepOf } from "./refusals.ts";
import type { Shown } from "./step.ts";
import { showsAllUnits } from "./terms-step.ts";
import {
  asSeenAt,
  endOf,
  openPlace,
  previewOf,
  requestOf,
  showAt,
  WIZARD_STEPS,
} from "./wizard.ts";

/** A step was sent: read, looked at by the core, kept, and followed by the next one in the same modal. */
export async function submitStep(submitted: Submitted): Promise<FormAnswer> {
  const { view } = submitted;
  const opened = await openPlace(submitted, readPlace(view.metadata));
  if (!opened.ok) return { update: opened.refusal };
  const shown = opened.value;
  const { step } = shown.place;
  if (step === "summary") return confirm({ submitted, shown, form: shown.form });
  const read = WIZARD_STEPS[step].read(view.values, shown);
  if (!read.ok) return { errors: read.refusal };
  const sent = { submitted, shown, form: read.value };
  const next = { step: stepAfter(read.value, step), page: 0 };
  return (await stoppedAt(sent)) ?? { update: await goTo(sent, next) };
}

/** What was seen, and what was filled in there. */
type Sent = { readonly submitted: Submitted; readonly shown: Shown; readonly form: Form };

/** Why a step cannot be left yet, at its field where it has one. */
async function stoppedAt(sent: Sent): Promise<FormAnswer | undefined> {
  const { submitted, shown, form } = sent;
  const { values } = submitted.view;
  const { texts, place, basis } = shown;
  const missing = missingIn(form, place.step);
  if (missing !== undefined) return unfilled(sent, missing);
  const seen = place.step === "instalments" ? form : asSeenAt(form, place.step);
  const preview = await previewOf(submitted, seen, basis);
  if (!preview.ok && !canWait(preview.refusal, place.step)) return refusedAt(sent, preview.refusal);
  return place.step === "terms" && !showsAllUnits(values, form)
    ? { update: await goTo(sent, place, texts.say("wizard-look-at-units")) }
    : undefined;
}

async function unfilled(sent: Sent, field: string): Promise<FormAnswer> {
  const { submitted, shown } = sent;
  const { say } = shown.texts;
  return isShown(submitted.view.values, field)
    ? { errors: { [field]: say("wizard-required") } }
    : { update: await goTo(sent, shown.place, say("wizard-required-somewhere")) };
}

async function refusedAt(sent: Sent, refusal: Refusal): Promise<FormAnswer> {
  const { submitted, shown, form } = sent;
  const { place, texts } = shown;
  const sentence = texts.refusal(refusal);
  const field = fieldOf(refusal, { form, place, values: submitted.view.values });
  if (field !== undefined) return { errors: { [field]: sentence } };
  // Where too few instalments make an increase unlawful, going back to it would be of no use.
  const step = place.step === "split" ? place.step : (stepOf(refusal) ?? place.step);
  const page = step === "instalments" ? pageOfRefused(refusal) : 0;
  return { update: await goTo(sent, { step, page }, sentence) };
}

/** Keeps what was filled in and shows a step, with what has to be said. */
async function goTo(
  { submitted, shown, form }: Sent,
  { step, page }: Pick<Place, "step" | "page">,
  notice?: string,
): Promise<ModalView> {
  const { deps } = submitted;
  const changed = afterChange(shown.form, form);
  const kept = await keepDraft(submitted, shown.place, { form: changed });
  if (!kept.ok) return errorModal(deps, deps.texts.refusal(kept.refusal));
  return showAt(submitted, { place: { ...kept.value, step, page }, form: changed, notice });
}

/** The field of the step that must be filled in and is not; Slack itself asks for it where it is shown. */
function missingIn(form: Form, step: StepName): string | undefined {
  const needed = NEEDED[step]?.(form) ?? {};
  return Object.keys(needed).find((field) => needed[field] === null);
}

type Needed = (form: Form) => Readonly<Record<string, unknown>>;

const NEEDED: { readonly [Step in StepName]?: Needed } = {
  terms: ({ toleranceDate, category }) => ({
    [FIELD.tolerance]: toleranceDate,
    [FIELD.category]: category,
  }),
  split: ({ split, count, dueDate, description, profile }) => ({
    ...(split === "instalments" ? { [FIELD.count]: count } : {}),
    [FIELD.due]: dueDate,
    [FIELD.description]: description || null,
    [FIELD.profile]: profile,
  }),
};

/** Made once, however often it is sent: the key is of this draft as it was confirmed. */
async function confirm(sent: Sent): Promise<FormAnswer> {
  const { submitted, shown, form } = sent;
  const { deps, person } = submitted;
  const { place, basis, today, texts } = shown;
  const step = stepsOf(form).find((one) => missingIn(form, one) !== undefined);
  if (step !== undefined) {
    const notice = texts.say("wizard-required-somewhere");
    return { update: await goTo(sent, { step, page: 0 }, notice) };
  }
  const agreed = await makeAgreement(deps.ports, {
    input: requestOf(form, basis, today),
    actor: person.id,
    today,
    key: `agreement-form:${place.draft}:${place.revision}`,
  });
  if (!agreed.ok) return refusedAt(sent, agreed.refusal);
  const { agreement, status, plan, invoices } = agreed.value;
  if (agreement === null) throw new Error("an agreement was made without a number");
  const made: Made = { agreement, status, totalCents: plan.total, invoices: invoices.length };
  // The agreement stands; a draft that another window took meanwhile changes nothing of it.
  await keepDraft(submitted, place, { made });
  refreshAccount(submitted, place.below);
  return { update: endOf(submitted, made, place) };
}
