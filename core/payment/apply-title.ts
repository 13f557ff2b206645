import type { LocalHolidays } from "#core/business-days.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { Invoice } from "#core/collection/invoice.ts";
import type { RulePack } from "#core/law/rules.ts";
import { type Cents, cents, ZERO } from "#core/money.ts";
import { amountDue, type LateCharges } from "#core/payment/amount-due.ts";
import { type Applied, applyPayment, dueOn } from "#core/payment/apply-payment.ts";

/** What a bank's file says of the money, in cents. */
export type TitleMoney = {
  /** What the customer paid, the bank's fee included. */
  readonly grossCents: Cents;
  /** Fine and interest that the bank asked for, as far as it tells. */
  readonly interestCents: Cents;
  /** Discount and abatement that the bank gave, as the title told it to. */
  readonly discountCents: Cents;
  readonly paidOn: CivilDate;
};

export type TitleRules = {
  /** A payment that is short by no more settles: the setting `return.toleranceCents`. */
  readonly toleranceCents: Cents;
  readonly pack: RulePack;
  readonly localHolidays: LocalHolidays;
  /** Which of them the money may be for. A bank asks for what its title was registered with: both. */
  readonly charges?: LateCharges;
};

export type AppliedTitle = {
  /** What is not charges: pays the invoice, and beyond that is the customer's credit. */
  readonly applied: Applied;
  /** Fine and interest, kept as such: neither part of the invoice nor credit. */
  readonly chargesCents: Cents;
};

type Payable = Pick<
  Invoice,
  "amountCents" | "paidCents" | "dueDate" | "onTimeDiscountCents" | "fined" | "breaksAfter"
>;

/**
 * What money of a bank's file does to an open invoice.
 * - Enough for what is owed that day, less what the bank's own discount or the tolerance lets go: the invoice is settled.
 *   What came beyond its balance is fine and interest as far as the law would have it on the day of payment (CDC art. 52
 *   §1, RGC art. 78), and the customer's credit beyond that.
 * - Not enough: what the bank took as interest goes to the interest first (Civil Code art. 354), within the same limit; the
 *   rest pays the invoice in part and leaves its balance.
 */
export function applyTitle(invoice: Payable, money: TitleMoney, rules: TitleRules): AppliedTitle {
  const { localHolidays, toleranceCents } = rules;
  const { paidOn: paidAt, grossCents, interestCents, discountCents } = money;
  const balance = invoice.amountCents - invoice.paidCents;
  const due = dueOn(invoice, { paidAt, localHolidays });
  const given = Math.max(0, due - Math.max(0, balance - discountCents));
  const letGoCents = cents(Math.max(toleranceCents, given));
  const lawful = lawfulCharges(invoice, money, rules);
  const asked = grossCents >= due - letGoCents ? Math.max(0, grossCents - balance) : interestCents;
  const chargesCents = cents(Math.min(asked, lawful, grossCents));
  const amountCents = cents(grossCents - chargesCents);
  const applied = applyPayment(invoice, { amountCents, paidAt, localHolidays, letGoCents });
  return { applied, chargesCents };
}

function lawfulCharges(
  invoice: Payable,
  { paidOn }: TitleMoney,
  { pack, localHolidays, charges = { fine: true, interest: true } }: TitleRules,
): Cents {
  const { fineCents, interestCents, daysLate } = amountDue(invoice, {
    today: paidOn,
    pack,
    localHolidays,
    charges,
  });
  return daysLate > 0 ? cents(fineCents + interestCents) : ZERO;
}
