import type { ModalView } from "@slack/types";
import type { CustomerId, InvoiceId } from "#core/ids.ts";
import { accountBelow } from "../account/below.ts";
import type { Acting, Pressed } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { openWith } from "../open.ts";
import { choosable } from "./choose-step.ts";
import { beginDraft } from "./draft.ts";
import { emptyForm, type Form, type StepName } from "./form.ts";
import { showAt } from "./wizard.ts";

export type WizardFor = {
  readonly customer: CustomerId;
  /** Ticked already; without them all that may enter. */
  readonly invoices?: readonly InvoiceId[] | undefined;
};

/** Opens the agreement wizard, on top of the modal that was acted in if there is one. */
export const openWizard = (acting: Acting | Pressed, wanted: WizardFor): Promise<void> =>
  openWith(acting, () => beginWizard(acting, wanted));

async function beginWizard(acting: Acting, { customer, invoices }: WizardFor): Promise<ModalView> {
  const { deps, person } = acting;
  const permission = "agreement.make";
  if (!person.permissions.has(permission)) {
    const refusal = { code: "not_permitted", permission, role: person.role } as const;
    return errorModal(deps, deps.texts.refusal(refusal));
  }
  const basis = await deps.reads.agreementBasis({
    customer,
    operator: person.id,
    withBroken: person.permissions.has("agreement.renegotiate"),
    today: deps.today(),
  });
  const offered = choosable(basis?.candidates ?? []);
  const wanted = new Set(invoices ?? []);
  const ticked = wanted.size === 0 ? offered : offered.filter((one) => wanted.has(one.invoice));
  const form = emptyForm(ticked.map(({ invoice }) => invoice));
  return beginAt(acting, { customer, form, step: "choose" });
}

/** A new draft of a form that is filled in already, shown at a step. */
export async function beginAt(
  acting: Acting,
  { customer, form, step }: { customer: CustomerId; form: Form; step: StepName },
): Promise<ModalView> {
  const { deps } = acting;
  const begun = await beginDraft(acting, { customer, data: { form } });
  if (!begun.ok) return errorModal(deps, deps.texts.refusal(begun.refusal));
  return showAt(acting, {
    place: { ...begun.value, customer, step, page: 0, below: accountBelow(acting) },
    form,
  });
}
