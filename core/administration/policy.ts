import { MAX_CENTS } from "../money.ts";
import {
  type PolicyRow,
  type PolicyTableRefusal,
  validatePolicyTable,
} from "../policy/policy-table.ts";
import { accept, type Result, refuse } from "../result.ts";
import type { Saved } from "./change.ts";

export type PolicyChangeRefusal =
  | PolicyTableRefusal
  | { readonly code: "policy_empty" }
  | { readonly code: "policy_moved_on" };

export type PolicyForm = {
  readonly rows: readonly PolicyRow[];
  /** The whole table that the person changed: where it is another by now, somebody else's change would be lost. */
  readonly seen: readonly PolicyRow[];
};

/**
 * The whole table anew, by age and then by amount. Never empty: who wants nothing agreed without an operator says so by
 * rows that no debt reaches, since a provider without any row is one that starts, and gets the first ones.
 */
export function decidePolicy(
  before: readonly PolicyRow[],
  { rows, seen }: PolicyForm,
  instalmentLimit: number,
): Result<Saved<readonly PolicyRow[]>, PolicyChangeRefusal> {
  if (!sameTable(before, seen)) return refuse({ code: "policy_moved_on" });
  if (rows.length === 0) return refuse({ code: "policy_empty" });
  const valid = validatePolicyTable(rows, instalmentLimit);
  if (!valid.ok) return valid;
  const refusal = checkCeilings(rows);
  if (refusal !== undefined) return refuse(refusal);
  return accept({ before, after: rows.map(onlyColumns).sort(byAgeAndAmount) });
}

/** Beyond these a number is a slip, not a debt: a century, and the largest amount there is. */
const CEILINGS = {
  daysOverdueFrom: 36_500,
  daysOverdueTo: 36_500,
  amountFromCents: MAX_CENTS,
  amountToCents: MAX_CENTS,
  minInstalmentCents: MAX_CENTS,
} as const;

function checkCeilings(rows: readonly PolicyRow[]): PolicyTableRefusal | undefined {
  for (const [index, row] of rows.entries()) {
    for (const field of Object.keys(CEILINGS) as (keyof typeof CEILINGS)[]) {
      const asked = row[field];
      const max = CEILINGS[field];
      if (asked !== null && asked > max) {
        return { code: "policy_value_out_of_bounds", row: index + 1, field, asked, min: 0, max };
      }
    }
  }
  return undefined;
}

/** What came from outside may hold more than a row has. */
const onlyColumns = (row: PolicyRow): PolicyRow => ({
  daysOverdueFrom: row.daysOverdueFrom,
  daysOverdueTo: row.daysOverdueTo,
  amountFromCents: row.amountFromCents,
  amountToCents: row.amountToCents,
  maxDiscountAtOnce: row.maxDiscountAtOnce,
  maxDiscountSplit: row.maxDiscountSplit,
  maxInstalments: row.maxInstalments,
  minInstalmentCents: row.minInstalmentCents,
  latestFirstDueDays: row.latestFirstDueDays,
  offerStandsDays: row.offerStandsDays,
});

const sameTable = (a: readonly PolicyRow[], b: readonly PolicyRow[]): boolean =>
  tableText(a) === tableText(b);

const tableText = (rows: readonly PolicyRow[]): string =>
  JSON.stringify(rows.map(onlyColumns).sort(byAgeAndAmount));

const byAgeAndAmount = (a: PolicyRow, b: PolicyRow): number =>
  a.daysOverdueFrom - b.daysOverdueFrom || a.amountFromCents - b.amountFromCents;
