import type { Cents, Percent } from "../money.ts";
import { accept, type Result, refuse } from "../result.ts";

/** What a customer may agree on alone when a debt is that old and that large. All bounds are inclusive. */
export type PolicyRow = {
  readonly daysOverdueFrom: number;
  /** Null: no upper end. */
  readonly daysOverdueTo: number | null;
  readonly amountFromCents: Cents;
  readonly amountToCents: Cents | null;
  readonly maxDiscountAtOnce: Percent;
  readonly maxDiscountSplit: Percent;
  /** 1: this debt cannot be split. */
  readonly maxInstalments: number;
  readonly minInstalmentCents: Cents;
  /** The first payment is due so many days from today at the latest. */
  readonly latestFirstDueDays: number;
  readonly offerStandsDays: number;
};

/** `amount` is what the customer owes now; `daysOverdue` is the age of its oldest invoice. */
export type Debt = { readonly amount: Cents; readonly daysOverdue: number };

/** No row: nothing may be agreed without an operator. */
export const findRow = (table: readonly PolicyRow[], debt: Debt): PolicyRow | undefined =>
  table.find((row) => covers(row, debt));

export const covers = (row: PolicyRow, { amount, daysOverdue }: Debt): boolean =>
  within(daysOverdue, daysOf(row)) && within(amount, amountsOf(row));

export type PolicyTableRefusal =
  | {
      readonly code: "policy_value_out_of_bounds";
      /** Rows are counted from 1, as people see them. */
      readonly row: number;
      readonly field: keyof PolicyRow;
      readonly asked: number;
      readonly min: number;
      /** Null: no upper bound. */
      readonly max: number | null;
    }
  | { readonly code: "policy_rows_overlap"; readonly row: number; readonly other: number };

/** Gaps are allowed, an operator fills them; an overlap would make the answer depend on the order of the rows. */
export function validatePolicyTable(
  table: readonly PolicyRow[],
  instalmentLimit: number,
): Result<readonly PolicyRow[], PolicyTableRefusal> {
  for (const [index, row] of table.entries()) {
    const refusal = checkRow(row, index + 1, instalmentLimit) ?? checkOverlap(table, index);
    if (refusal !== undefined) return refuse(refusal);
  }
  return accept(table);
}

type Bound = readonly [field: keyof PolicyRow, min: number, max: number | null];

/** A discount of the whole debt is not an agreement: forgiving is an act of its own. */
const BELOW_WHOLE = 999_999;
/** Longer than this an offer or a first payment is no longer a promise about today's debt. */
const MAX_DAYS_AHEAD = 90;

function checkRow(
  row: PolicyRow,
  number: number,
  instalmentLimit: number,
): PolicyTableRefusal | undefined {
  const bounds: readonly Bound[] = [
    ["daysOverdueFrom", 0, null],
    ["daysOverdueTo", row.daysOverdueFrom, null],
    ["amountFromCents", 0, null],
    ["amountToCents", row.amountFromCents, null],
    ["maxDiscountAtOnce", 0, BELOW_WHOLE],
    ["maxDiscountSplit", 0, BELOW_WHOLE],
    ["maxInstalments", 1, instalmentLimit],
    ["minInstalmentCents", 1, null],
    ["latestFirstDueDays", 0, MAX_DAYS_AHEAD],
    ["offerStandsDays", 1, MAX_DAYS_AHEAD],
  ];
  for (const [field, min, max] of bounds) {
    const asked = row[field];
    if (asked === null) continue;
    if (!Number.isSafeInteger(asked) || asked < min || (max !== null && asked > max)) {
      return { code: "policy_value_out_of_bounds", row: number, field, asked, min, max };
    }
  }
  return undefined;
}

function checkOverlap(table: readonly PolicyRow[], index: number): PolicyTableRefusal | undefined {
  const row = table[index];
  const other = table.findIndex(
    (earlier, at) =>
      at < index &&
      row !== undefined &&
      meet(daysOf(row), daysOf(earlier)) &&
      meet(amountsOf(row), amountsOf(earlier)),
  );
  return other === -1
    ? undefined
    : { code: "policy_rows_overlap", row: index + 1, other: other + 1 };
}

type Range = { readonly from: number; readonly to: number };

const daysOf = (row: PolicyRow): Range => ({
  from: row.daysOverdueFrom,
  to: row.daysOverdueTo ?? Number.POSITIVE_INFINITY,
});
const amountsOf = (row: PolicyRow): Range => ({
  from: row.amountFromCents,
  to: row.amountToCents ?? Number.POSITIVE_INFINITY,
});
const within = (value: number, { from, to }: Range): boolean => from <= value && value <= to;
const meet = (a: Range, b: Range): boolean => a.from <= b.to && b.from <= a.to;
