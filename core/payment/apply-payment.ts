import { firstBusinessDayOnOrAfter, type LocalHolidays } from "../business-days.ts";
import type { CivilDate } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import { type Cents, cents } from "../money.ts";

export type Received = {
  readonly amountCents?: Cents | undefined;
  readonly paidAt: CivilDate;
  /** The provider's own, besides the national ones. */
  readonly localHolidays: LocalHolidays;
  /** A payment that is short by no more settles all the same. */
  readonly letGoCents?: Cents;
};

export type Applied = {
  readonly amountCents: Cents;
  /** The part that pays the invoice. */
  readonly appliedCents: Cents;
  /** Paid on the invoice so far, this payment included. */
  readonly paidCents: Cents;
  /** Let go because it was settled on time, or short by no more than may be let go. */
  readonly discountedCents: Cents;
  /** Still owed afterwards; zero once it settles. */
  readonly balanceCents: Cents;
  /** Beyond what was owed. */
  readonly creditCents: Cents;
  readonly settles: boolean;
};

type Payable = Pick<Invoice, "amountCents" | "paidCents" | "dueDate" | "onTimeDiscountCents">;

/**
 * What a payment does to an invoice. Paid by the first business day on or after the due date, the on-time discount counts
 * as paid; anything beyond what is owed is the customer's credit, and never changes another invoice.
 */
export function applyPayment(invoice: Payable, received: Received): Applied {
  const { amountCents, letGoCents = 0 } = received;
  const dueCents = dueOn(invoice, received);
  const amount = amountCents ?? dueCents;
  const applied = cents(Math.min(amount, balance(invoice)));
  const settles = amount >= dueCents - letGoCents;
  const paidCents = cents(invoice.paidCents + applied);
  return {
    amountCents: amount,
    appliedCents: applied,
    paidCents,
    discountedCents: settles ? cents(invoice.amountCents - paidCents) : cents(0),
    balanceCents: settles ? cents(0) : cents(invoice.amountCents - paidCents),
    creditCents: cents(amount - applied),
    settles,
  };
}

/** What settles the invoice when it is paid that day. */
export function dueOn(
  invoice: Payable,
  { paidAt, localHolidays }: Pick<Received, "paidAt" | "localHolidays">,
): Cents {
  const onTime = paidAt <= firstBusinessDayOnOrAfter(invoice.dueDate, localHolidays);
  const discounted = balance(invoice) - (onTime ? invoice.onTimeDiscountCents : 0);
  return cents(Math.max(discounted, 0));
}

const balance = ({ amountCents, paidCents }: Payable): Cents => cents(amountCents - paidCents);
