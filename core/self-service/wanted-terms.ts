import { monthlyDueDates } from "../agreement/instalments.ts";
import type { CivilDate } from "../calendar.ts";
import { type Cents, cents, splitEvenly } from "../money.ts";
import type { CounterOffer } from "../policy/counter-offer.ts";
import { lowestTotal } from "../policy/offers.ts";
import type { PolicyRow } from "../policy/policy-table.ts";
import { accept, type Result, refuse } from "../result.ts";
import type { OfferedDebt, OfferTerms } from "./offer.ts";

export type CounterOfferInvalid = {
  readonly code: "counter_offer_invalid";
  readonly field: "count" | "first_amount" | "first_due" | "total";
};

/** Beyond this nobody means it. */
export const MOST_WANTED = 60;

/**
 * What somebody names, as terms: the entry and what is left in even parts, monthly from that day. Without a total: the lowest
 * that the policy has for the count, or the whole debt where it has none.
 */
export function wantedTerms(
  debt: OfferedDebt,
  row: PolicyRow | undefined,
  wanted: CounterOffer,
  today: CivilDate,
): Result<OfferTerms, CounterOfferInvalid> {
  const { count, firstDue } = wanted;
  if (!Number.isSafeInteger(count) || count < 1 || count > MOST_WANTED) return invalid("count");
  if (firstDue < today) return invalid("first_due");
  const total = totalOf(debt, row, wanted);
  if (total < count || total > debt.totalCents) return invalid("total");
  const amounts = amountsOf(total, wanted);
  if (amounts === undefined) return invalid("first_amount");
  const dates = monthlyDueDates({ firstDue, count });
  return accept({
    count,
    totalCents: total,
    discountCents: cents(debt.totalCents - total),
    instalments: amounts.map((amount, index) => ({
      number: index + 1,
      dueDate: dates[index] ?? firstDue,
      amount,
    })),
  });
}

const invalid = (field: CounterOfferInvalid["field"]) =>
  refuse({ code: "counter_offer_invalid", field } as const);

function totalOf(debt: OfferedDebt, row: PolicyRow | undefined, wanted: CounterOffer): Cents {
  if (wanted.totalCents !== undefined) return wanted.totalCents;
  if (wanted.count === 1 && wanted.firstAmountCents !== undefined) return wanted.firstAmountCents;
  const owed = { amount: debt.totalCents, daysOverdue: debt.daysOverdue };
  return row === undefined ? debt.totalCents : lowestTotal(row, owed, wanted.count);
}

/** Every part at least a cent. */
function amountsOf(total: Cents, { count, firstAmountCents: entry }: CounterOffer) {
  if (entry === undefined) return splitEvenly(total, count);
  if (count === 1) return entry === total ? [total] : undefined;
  const left = cents(total - entry);
  return entry > 0 && left >= count - 1 ? [entry, ...splitEvenly(left, count - 1)] : undefined;
}
