import type { AgreementPlan } from "../agreement/agreement.ts";
import { balanceOf, type Invoice } from "../collection/invoice.ts";
import { type AgreementNumber, agreementInvoiceId } from "../ids.ts";
import type { NewInvoice, NewMember } from "../ports.ts";

export type RenegotiatedPlan = Extract<AgreementPlan, { kind: "renegotiated" }>;

/** What an agreement makes: one invoice an instalment, of the contract that all sources share. */
export function newInvoices(
  agreement: AgreementNumber,
  sources: readonly Invoice[],
  plan: RenegotiatedPlan,
): NewInvoice[] {
  const contracts = new Set(sources.map(({ contract }) => contract));
  const [contract = null] = contracts.size === 1 ? contracts : [];
  const fined = plan.terms.fine > 0 || sources.some((invoice) => invoice.fined);
  const [first] = sources;
  if (first === undefined) return [];
  return plan.instalments.map(({ number, amount, dueDate, onTimeDiscountCents }) => ({
    id: agreementInvoiceId(agreement, number),
    customer: first.customer,
    contract,
    description: plan.description,
    amountCents: amount,
    dueDate,
    profile: plan.profile,
    agreement,
    instalment: number,
    onTimeDiscountCents,
    fined,
  }));
}

export const linesOf = ({ instalments, units }: RenegotiatedPlan) =>
  instalments.flatMap(({ number, lines }) =>
    lines.map((line) => ({ ...line, instalment: number, unit: unitOf(line.term, units) })),
  );

function unitOf(
  term: RenegotiatedPlan["instalments"][number]["lines"][number]["term"],
  units: RenegotiatedPlan["units"],
): string | null {
  if (term === "base") return null;
  return units[term === "discountAmount" ? "discount" : term] ?? null;
}

export const asSource = (invoice: Invoice): NewMember => ({
  invoice: invoice.id,
  amountCents: balanceOf(invoice),
  dueDate: invoice.dueDate,
  isSource: true,
  isAwaited: false,
  instalment: null,
});

export const asMember = ({ id, amountCents, dueDate }: NewInvoice) => ({
  invoice: id,
  amountCents,
  dueDate,
});

export const asRow = (invoice: NewInvoice) => ({
  ...asMember(invoice),
  customer: invoice.customer,
  settledOn: null,
});
