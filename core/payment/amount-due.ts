import { firstBusinessDayOnOrAfter, type LocalHolidays } from "../business-days.ts";
import { type CivilDate, daysBetween } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import type { RulePack } from "../law/rules.ts";
import { type Cents, cents, type Percent, ZERO } from "../money.ts";
import { dueOn } from "./apply-payment.ts";

/** Which charges for paying late the provider's contracts have; how much they may be is the law's. */
export type LateCharges = { readonly fine: boolean; readonly interest: boolean };

export type AmountDueFacts = {
  readonly today: CivilDate;
  readonly pack: RulePack;
  readonly localHolidays: LocalHolidays;
  readonly charges: LateCharges;
};

/** Why it is this amount. `balance - onTimeDiscount + fine + interest = total`. */
export type AmountDue = {
  /** Of the invoice less what was paid on it. */
  readonly balanceCents: Cents;
  /** Taken off while it is paid in time. */
  readonly onTimeDiscountCents: Cents;
  readonly fineCents: Cents;
  readonly interestCents: Cents;
  readonly totalCents: Cents;
  /** Days for which interest is counted: from the due date, once it is late. */
  readonly daysLate: number;
  /** The last day on which it is paid in time. */
  readonly lateAfter: CivilDate;
};

type Owed = Pick<
  Invoice,
  "amountCents" | "paidCents" | "dueDate" | "onTimeDiscountCents" | "fined" | "breaksAfter"
>;

/**
 * What is owed on a plain invoice that day. Fine once, at the law's highest rate (CDC art. 52 §1); interest simple, by the day
 * (RGC art. 78), both of the balance. Each is rounded down, since the law says at most: so those of many invoices together
 * never pass what one agreement over them may add (core/law/charge-caps.ts). A promise is late once it is broken.
 */
export function amountDue(invoice: Owed, facts: AmountDueFacts): AmountDue {
  const { today, pack, localHolidays, charges } = facts;
  const balanceCents = cents(invoice.amountCents - invoice.paidCents);
  const lateAfter =
    invoice.breaksAfter ?? firstBusinessDayOnOrAfter(invoice.dueDate, localHolidays);
  const daysLate = today > lateAfter ? daysBetween(invoice.dueDate, today) : 0;
  const settling = dueOn(invoice, { paidAt: today, localHolidays });
  const fineCents =
    charges.fine && daysLate > 0 && !invoice.fined
      ? lateFine(pack.rules.fine.value.rate, balanceCents)
      : ZERO;
  const interestCents = charges.interest ? interestOf(balanceCents, daysLate, pack) : ZERO;
  return {
    balanceCents,
    onTimeDiscountCents: cents(balanceCents - settling),
    fineCents,
    interestCents,
    totalCents: cents(settling + fineCents + interestCents),
    daysLate,
    lateAfter,
  };
}

/** A percent counts in ten-thousandths. */
const WHOLE = 1_000_000n;

/** Of the balance; rounded down, as the interest is. */
export const lateFine = (rate: Percent, amount: Cents): Cents =>
  cents(Number((BigInt(rate) * BigInt(amount)) / WHOLE));

function interestOf(balance: Cents, days: number, { rules }: RulePack): Cents {
  const { rate, everyStartedDays } = rules.interest.value;
  const product = BigInt(rate) * BigInt(balance) * BigInt(days);
  return cents(Number(product / (WHOLE * BigInt(everyStartedDays))));
}
