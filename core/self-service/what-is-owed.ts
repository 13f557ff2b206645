import { type CivilDate, daysBetween } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import type { AgreementNumber, InvoiceId } from "../ids.ts";
import { legalGate } from "../law/gate.ts";
import { lawSettings } from "../law/settings.ts";
import { type Cents, sumCents } from "../money.ts";
import { type AmountDue, amountDue } from "../payment/amount-due.ts";
import { amountDueFacts, type Rules, whyNotNegotiable } from "./negotiable-debt.ts";

/** `late`: a plain invoice or one of a broken promise past its last day. `contested`: nobody asks for it. */
export const OWED_AS = ["late", "broken", "promised", "coming", "contested"] as const;
export type OwedAs = (typeof OWED_AS)[number];

export type OwedInvoice = {
  readonly invoice: InvoiceId;
  readonly number: string | null;
  readonly dueDate: CivilDate;
  /** From the due date; zero while it has not come. */
  readonly daysOverdue: number;
  readonly owedAs: OwedAs;
  /** That it was promised in. */
  readonly agreement: AgreementNumber | null;
  /** The customer may agree upon it alone. */
  readonly isNegotiable: boolean;
  readonly amountCents: Cents;
  readonly paidCents: Cents;
  readonly due: AmountDue;
};

export type Owed = {
  /** Late ones first, then what is promised, then what is coming; oldest due date first. */
  readonly invoices: readonly OwedInvoice[];
  /** Of those that are late or broken, with what paying late adds. */
  readonly lateCents: Cents;
  readonly lateCount: number;
  readonly negotiableCents: Cents;
};

/** All that a customer owes, each with why it is that amount. What is too old to be asked for is not asked for here either. */
export function whatIsOwed(invoices: readonly Invoice[], rules: Rules): Owed {
  const owed = invoices
    .flatMap((invoice) => owedInvoice(invoice, rules))
    .sort((a, b) => byKind(a) - byKind(b) || byAge(a, b));
  const late = owed.filter(isLate);
  const total = (some: readonly OwedInvoice[]): Cents =>
    sumCents(some.map(({ due }) => due.totalCents));
  return {
    invoices: owed,
    lateCents: total(late),
    lateCount: late.length,
    negotiableCents: total(owed.filter(({ isNegotiable }) => isNegotiable)),
  };
}

export const isLate = ({ owedAs }: Pick<OwedInvoice, "owedAs">): boolean =>
  owedAs === "late" || owedAs === "broken";

const ORDER: { readonly [As in OwedAs]: number } = {
  late: 0,
  broken: 0,
  promised: 1,
  coming: 2,
  contested: 3,
};
const byKind = ({ owedAs }: OwedInvoice): number => ORDER[owedAs];
const byAge = (a: OwedInvoice, b: OwedInvoice): number =>
  a.dueDate.localeCompare(b.dueDate) || a.invoice.localeCompare(b.invoice);

function owedInvoice(invoice: Invoice, rules: Rules): OwedInvoice[] {
  const { id, dueDate, state, place } = invoice;
  if (state !== "open" || place === "replaced") return [];
  const due = amountDue(invoice, amountDueFacts(rules));
  const owedAs = owedAsOf(invoice, due, rules);
  if (owedAs === undefined) return [];
  return [
    {
      invoice: id,
      number: invoice.number,
      dueDate,
      daysOverdue: Math.max(0, daysBetween(dueDate, rules.today)),
      owedAs,
      agreement: place === "in agreement" ? (invoice.agreement ?? null) : null,
      isNegotiable: whyNotNegotiable(invoice, rules) === undefined,
      amountCents: invoice.amountCents,
      paidCents: invoice.paidCents,
      due,
    },
  ];
}

function owedAsOf(
  { dueDate, disputes, place }: Invoice,
  { lateAfter }: AmountDue,
  { settings, pack, today }: Rules,
): OwedAs | undefined {
  const facts = { dueDate, lateAfter, paid: false, arisesFromUse: true, disputes };
  const law = { settings: lawSettings(settings), pack };
  const verdict = legalGate({ act: "collect", facts, today }, law);
  if (verdict.answer !== "allowed") {
    return verdict.fact.code === "debt_too_old" ? undefined : "contested";
  }
  const isPast = today > lateAfter;
  if (place === "in agreement") return isPast ? "broken" : "promised";
  return isPast ? "late" : "coming";
}
