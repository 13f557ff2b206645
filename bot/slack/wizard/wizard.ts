import type { ModalView } from "@slack/types";
import type { Refusal } from "#core/refusals.ts";
import { accept, type Result, refuse } from "#core/result.ts";
import { type Agreed, makeAgreement } from "#core/use-cases/make-agreement.ts";
import type { AgreementBasis } from "#db/queries/agreement/read-agreement-basis.ts";
import type { Acting } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { chooseStep } from "./choose-step.ts";
import { madeView } from "./done-view.ts";
import { readDraft } from "./draft.ts";
import type { Form, Made, Place, StepName } from "./form.ts";
import { instalmentsStep } from "./instalments-step.ts";
import { proposalOf } from "./proposal.ts";
import { splitStep } from "./split-step.ts";
import type { Shown, Step } from "./step.ts";
import { summaryStep } from "./summary-step.ts";
import { termsStep } from "./terms-step.ts";

export const WIZARD_STEPS: Readonly<Record<StepName, Step>> = {
  choose: chooseStep,
  terms: termsStep,
  split: splitStep,
  instalments: instalmentsStep,
  summary: summaryStep,
};

export type Standing = {
  readonly place: Place;
  readonly form: Form;
  readonly notice?: string | undefined;
};

/** Where a view stands, with what its draft holds; or the view that takes its place, because it cannot go on. */
export async function openPlace(acting: Acting, place: Place): Promise<Result<Shown, ModalView>> {
  const draft = await readDraft(acting, place);
  if (!draft.ok) return refuse(refusedView(acting, draft.refusal));
  const { data, revision } = draft.value;
  if ("made" in data) return refuse(endOf(acting, data.made, place));
  // Nothing is confirmed but what this very window shows.
  if (place.step === "summary" && revision !== place.revision) {
    const { draft: id, revision: got } = place;
    return refuse(refusedView(acting, { code: "draft_overtaken", draft: id, revision, got }));
  }
  return shownAt(acting, { place, form: data.form });
}

const refusedView = ({ deps }: Acting, refusal: Refusal): ModalView =>
  errorModal(deps, deps.texts.refusal(refusal));

/** Everything that the view of a place is made of, with the core's own computing of what would come. */
export async function shownAt(
  acting: Acting,
  { place, form, notice }: Standing,
): Promise<Result<Shown, ModalView>> {
  const { deps, person } = acting;
  const today = deps.today();
  const basis = await basisOf(acting, place);
  if (basis === undefined) {
    const { customer } = place;
    return refuse(refusedView(acting, { code: "customer_unknown", customer }));
  }
  const { texts } = deps;
  const preview = await previewOf(acting, asSeenAt(form, place.step), basis);
  return accept({ form, place, basis, person, texts, today, preview, notice });
}

export const viewAt = (shown: Shown): ModalView => WIZARD_STEPS[shown.place.step].view(shown);

export async function showAt(acting: Acting, standing: Standing): Promise<ModalView> {
  const shown = await shownAt(acting, standing);
  return shown.ok ? viewAt(shown.value) : shown.refusal;
}

export const endOf = ({ deps }: Acting, made: Made, { customer }: Place): ModalView =>
  madeView(made, customer, deps.texts);

/** What would come of a form, decided by the core and without a trace. */
export const previewOf = (
  { deps, person }: Acting,
  form: Form,
  basis: AgreementBasis,
): Promise<Result<Agreed, Refusal>> =>
  makeAgreement(deps.ports, {
    input: { ...requestOf(form, basis, deps.today()), dryRun: true },
    actor: person.id,
    today: deps.today(),
  });

export const requestOf = (form: Form, basis: AgreementBasis, today: Shown["today"]) => ({
  customer: basis.customer,
  invoices: form.invoices,
  proposal: proposalOf(form, basis, today),
  ...(form.feesReason === "" ? {} : { feesReason: form.feesReason }),
});

/** A step knows nothing of what later ones ask: going back must not be refused for what stands further on. */
export function asSeenAt(form: Form, step: StepName): Form {
  switch (step) {
    case "choose":
    case "terms":
      return { ...form, split: null, dueDate: null, count: null, profile: null, edits: null };
    case "split":
    case "instalments":
      return { ...form, edits: null };
    case "summary":
      return form;
  }
}

const basisOf = (
  { deps, person }: Acting,
  { customer }: Pick<Place, "customer">,
): Promise<AgreementBasis | undefined> =>
  deps.reads.agreementBasis({
    customer,
    operator: person.id,
    withBroken: person.permissions.has("agreement.renegotiate"),
    today: deps.today(),
  });
