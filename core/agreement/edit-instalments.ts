import type { CivilDate } from "../calendar.ts";
import { type Cents, cents, sumCents } from "../money.ts";
import { accept, type Result, refuse } from "../result.ts";
import { type Instalment, withAmount } from "./instalments.ts";

/** What a person changed, for all instalments in their order. */
export type InstalmentEdits = {
  readonly dates?: readonly CivilDate[] | undefined;
  readonly amounts?: readonly Cents[] | undefined;
};

export type InstalmentEditRefusal =
  | {
      readonly code: "dates_do_not_match" | "amounts_do_not_match";
      readonly given: number;
      readonly expected: number;
    }
  | {
      readonly code: "first_date_in_the_past";
      readonly asked: CivilDate;
      readonly today: CivilDate;
    }
  | {
      readonly code: "dates_do_not_ascend";
      readonly number: number;
      readonly asked: CivilDate;
      readonly previous: CivilDate;
    }
  | { readonly code: "instalment_not_positive"; readonly number: number; readonly amount: Cents }
  | {
      readonly code: "amounts_do_not_sum";
      readonly sum: Cents;
      readonly total: Cents;
      /** Sum minus total: above zero when the amounts are too much. */
      readonly difference: Cents;
    };

/** Dates are checked before amounts; the total stays the one that was planned. */
export function editInstalments(
  plan: readonly Instalment[],
  edits: InstalmentEdits,
  today: CivilDate,
): Result<Instalment[], InstalmentEditRefusal> {
  const dates = edits.dates ?? plan.map((instalment) => instalment.dueDate);
  const amounts = edits.amounts ?? plan.map((instalment) => instalment.amount);
  const refusal = checkDates(dates, plan.length, today) ?? checkAmounts(amounts, plan);
  if (refusal !== undefined) return refuse(refusal);
  return accept(
    plan.map((instalment, index) => ({
      ...withAmount(instalment, amounts[index] ?? instalment.amount),
      dueDate: dates[index] ?? instalment.dueDate,
    })),
  );
}

function checkDates(
  dates: readonly CivilDate[],
  expected: number,
  today: CivilDate,
): InstalmentEditRefusal | undefined {
  const [first] = dates;
  if (dates.length !== expected || first === undefined) {
    return { code: "dates_do_not_match", given: dates.length, expected };
  }
  if (first < today) return { code: "first_date_in_the_past", asked: first, today };
  let previous = first;
  for (const [index, asked] of dates.slice(1).entries()) {
    if (asked <= previous) {
      return { code: "dates_do_not_ascend", number: index + 2, asked, previous };
    }
    previous = asked;
  }
  return undefined;
}

function checkAmounts(
  amounts: readonly Cents[],
  plan: readonly Instalment[],
): InstalmentEditRefusal | undefined {
  if (amounts.length !== plan.length) {
    return { code: "amounts_do_not_match", given: amounts.length, expected: plan.length };
  }
  for (const [index, amount] of amounts.entries()) {
    if (amount <= 0) return { code: "instalment_not_positive", number: index + 1, amount };
  }
  const total = sumCents(plan.map((instalment) => instalment.amount));
  const sum = sumCents(amounts);
  if (sum === total) return undefined;
  return { code: "amounts_do_not_sum", sum, total, difference: cents(sum - total) };
}
