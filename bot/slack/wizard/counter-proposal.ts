import type { ModalView } from "@slack/types";
import type { AgreementProposal } from "#core/agreement/agreement.ts";
import type { AgreementNumber } from "#core/ids.ts";
import type { Approval } from "#db/queries/agreement/read-approval.ts";
import type { Acting } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { emptyForm, type Form } from "./form.ts";
import { beginAt } from "./open-wizard.ts";

/** The wizard, filled in with what was refused, as a proposal of whoever refused it. */
export async function counterProposal(
  acting: Acting,
  agreement: AgreementNumber,
): Promise<ModalView> {
  const { deps } = acting;
  const approval = await deps.reads.approval(agreement, deps.today());
  if (approval === undefined) {
    return errorModal(deps, deps.texts.refusal({ code: "agreement_unknown", agreement }));
  }
  const { customer } = approval;
  const form = formOf(approval);
  // A reason for fees counts only from whoever may give one.
  const feesReason = acting.person.permissions.has("agreement.fees-reason") ? form.feesReason : "";
  return beginAt(acting, { customer, form: { ...form, feesReason }, step: "terms" });
}

function formOf({ invoices, proposal, feesReason }: Approval): Form {
  const { toleranceDate, category } = proposal;
  const form = {
    ...emptyForm(invoices),
    toleranceDate,
    category,
    feesReason: feesReason ?? "",
  };
  return proposal.kind === "unchanged"
    ? { ...form, kind: "unchanged" }
    : { ...form, ...renegotiated(proposal) };
}

function renegotiated(proposal: Extract<AgreementProposal, { kind: "renegotiated" }>) {
  const { terms, units, split, description, profile, keepDiscount } = proposal;
  const asked = { terms, units, description, profile, keepDiscount };
  if (split.kind === "single")
    return { ...asked, split: "single", dueDate: split.dueDate } as const;
  const { count, firstDue, dates, amounts } = split;
  const edits = dates !== undefined && amounts !== undefined ? { dates, amounts } : null;
  return { ...asked, split: "instalments", dueDate: firstDue, count, edits } as const;
}
