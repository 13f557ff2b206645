import { type CivilDate, earlierOf } from "../calendar.ts";
import { balanceOf, type Invoice } from "../collection/invoice.ts";
import type { InvoiceId } from "../ids.ts";
import { sumCents } from "../money.ts";
import { judgeCounterOffer } from "../policy/counter-offer.ts";
import type { Offer as PolicyOffer } from "../policy/offers.ts";
import { findRow, type PolicyRow } from "../policy/policy-table.ts";
import { type NotNegotiable, type Rules, whyNotNegotiable } from "./negotiable-debt.ts";
import type { Offer, OfferTerms } from "./offer.ts";

/** Why an offer can be taken no more, as the customer is told. */
export type Overtaken =
  | { readonly what: "invoice"; readonly invoice: InvoiceId; readonly because: NotNegotiable }
  | { readonly what: "amount"; readonly invoice: InvoiceId }
  /** Another invoice came into collections meanwhile. */
  | { readonly what: "more invoices" }
  | { readonly what: "policy" };

/** What holds now: the customer's negotiable invoices, the offer's own among them or not. */
export type Now = {
  readonly own: readonly Invoice[];
  readonly negotiable: readonly Invoice[];
  readonly rules: Rules;
};

/** The same invoices, each with the same figures. Interest goes on by the day, but an offer keeps its word while it stands. */
export function whyOvertaken({ debt }: Offer, { own, negotiable, rules }: Now) {
  const found = new Map(own.map((invoice) => [invoice.id, invoice]));
  for (const offered of debt.invoices) {
    const invoice = found.get(offered.invoice);
    const because = invoice === undefined ? "not open" : whyNotNegotiable(invoice, rules);
    if (because !== undefined || invoice === undefined) {
      return {
        what: "invoice",
        invoice: offered.invoice,
        because: because ?? "not open",
      } satisfies Overtaken;
    }
    const isSame =
      balanceOf(invoice) === offered.balanceCents &&
      invoice.fined === offered.fined &&
      invoice.dueDate === offered.dueDate;
    if (!isSame) return { what: "amount", invoice: offered.invoice } satisfies Overtaken;
  }
  return negotiable.length > debt.invoices.length
    ? ({ what: "more invoices" } satisfies Overtaken)
    : undefined;
}

/** Would the policy of now have made it, on the day on which it was made? */
export function isInsidePolicy(
  table: readonly PolicyRow[],
  { debt, count, totalCents, instalments, madeOn }: Offer,
): boolean {
  const owed = { amount: debt.totalCents, daysOverdue: debt.daysOverdue };
  const [first] = instalments;
  if (first === undefined) return false;
  const judged = judgeCounterOffer(
    findRow(table, owed),
    { count, firstAmountCents: first.amount, firstDue: first.dueDate, totalCents },
    owed,
    madeOn,
  );
  return judged.kind === "accept" && hasTerms(judged.offer, { count, totalCents, instalments });
}

const hasTerms = (
  made: PolicyOffer,
  { count, totalCents, instalments }: Omit<OfferTerms, "discountCents">,
): boolean =>
  made.count === count &&
  made.totalCents === totalCents &&
  sumCents(instalments.map(({ amount }) => amount)) === totalCents &&
  made.instalments.every(
    ({ dueDate, amount }, index) =>
      dueDate === instalments[index]?.dueDate && amount === instalments[index]?.amount,
  );

/** An offer whose first payment is due sooner than it would stand ends with that day. */
export const lastDayOf = ({ instalments }: OfferTerms, standsUntil: CivilDate): CivilDate =>
  earlierOf(standsUntil, instalments[0]?.dueDate ?? standsUntil);
