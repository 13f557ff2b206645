import { monthlyDueDates } from "#core/agreement/instalments.ts";
import { addDays, type CivilDate } from "../calendar.ts";
import { type Cents, cents, percentOf, splitEvenly } from "../money.ts";
import { covers, type Debt, type PolicyRow } from "./policy-table.ts";

/**
 * What a customer can take with one tap. An agreement is made of it with `discountCents` as its discount amount, and
 * the instalments' dates and amounts as they are here.
 */
export type Offer = {
  /** 1: everything at once. */
  readonly count: number;
  readonly discountCents: Cents;
  readonly totalCents: Cents;
  readonly instalments: readonly OfferedInstalment[];
  /** The last day on which it can be taken. */
  readonly standsUntil: CivilDate;
};

export type OfferedInstalment = {
  readonly number: number;
  readonly dueDate: CivilDate;
  readonly amount: Cents;
};

/** First what costs the customer least, then longer and longer. Empty when the row is not for this debt. */
export function makeOffers(row: PolicyRow, debt: Debt, today: CivilDate): Offer[] {
  if (!covers(row, debt) || debt.amount <= 0) return [];
  const firstDue = usualFirstDue(row, today);
  return [1, ...countsToOffer(maxCount(row, lowestTotal(row, debt, 2)))].map((count) => {
    const amounts = splitEvenly(lowestTotal(row, debt, count), count);
    return buildOffer({ row, debt, today, firstDue, amounts });
  });
}

/** The debt less the largest discount for that count; at least a cent, whatever a percentage rounds to. */
export function lowestTotal(row: PolicyRow, debt: Debt, count: number): Cents {
  const rate = count === 1 ? row.maxDiscountAtOnce : row.maxDiscountSplit;
  return cents(Math.max(1, debt.amount - percentOf(rate, debt.amount)));
}

/** The most instalments that keep the smallest instalment; 1 when the total cannot be split. */
export const maxCount = (row: PolicyRow, total: Cents): number =>
  Math.max(1, Math.min(row.maxInstalments, Math.floor(total / row.minInstalmentCents)));

export const latestFirstDue = (row: PolicyRow, today: CivilDate): CivilDate =>
  addDays(today, row.latestFirstDueDays);

/** Paid while the offer still stands, unless the row wants it sooner. */
const usualFirstDue = (row: PolicyRow, today: CivilDate): CivilDate =>
  addDays(today, Math.min(row.offerStandsDays, row.latestFirstDueDays));

type Draft = {
  readonly row: PolicyRow;
  readonly debt: Debt;
  readonly today: CivilDate;
  readonly firstDue: CivilDate;
  readonly amounts: readonly Cents[];
};

export function buildOffer({ row, debt, today, firstDue, amounts }: Draft): Offer {
  const count = amounts.length;
  const total = amounts.reduce((sum, amount) => cents(sum + amount), cents(0));
  const dueDates = monthlyDueDates({ firstDue, count });
  return {
    count,
    discountCents: cents(debt.amount - total),
    totalCents: total,
    instalments: amounts.map((amount, index) => ({
      number: index + 1,
      dueDate: dueDates[index] ?? firstDue,
      amount,
    })),
    standsUntil: addDays(today, row.offerStandsDays),
  };
}

/** Up to four counts that differ enough to choose between: all while they are few, else the longest and its halves. */
function countsToOffer(max: number): number[] {
  if (max < 2) return [];
  if (max <= 5) return [2, 3, 4, 5].filter((count) => count <= max);
  const chosen = new Set([2, Math.ceil(max / 4), Math.ceil(max / 2), max]);
  return [...chosen].sort((a, b) => a - b);
}
