import fc from "fast-check";
import { type CivilDate, date } from "#core/calendar.ts";
import { cents, type Percent, percent } from "#core/money.ts";
import type { Debt, PolicyRow } from "#core/policy/policy-table.ts";

export const TODAY: CivilDate = date("2026-11-24");

/** Up to 10 % off at once, 5 % in up to six payments of R$ 50.00 or more, the first within ten days. */
export const aRow = (more: Partial<PolicyRow> = {}): PolicyRow => ({
  daysOverdueFrom: 1,
  daysOverdueTo: null,
  amountFromCents: cents(0),
  amountToCents: null,
  maxDiscountAtOnce: percent(10),
  maxDiscountSplit: percent(5),
  maxInstalments: 6,
  minInstalmentCents: cents(50_00),
  latestFirstDueDays: 10,
  offerStandsDays: 5,
  ...more,
});

const discount = fc.integer({ min: 0, max: 999_999 }).map((rate) => rate as Percent);

export const someRow: fc.Arbitrary<PolicyRow> = fc
  .record({
    maxDiscountAtOnce: discount,
    maxDiscountSplit: discount,
    maxInstalments: fc.integer({ min: 1, max: 60 }),
    minInstalmentCents: fc.integer({ min: 1, max: 200_00 }).map(cents),
    latestFirstDueDays: fc.nat(90),
    offerStandsDays: fc.integer({ min: 1, max: 90 }),
  })
  .map((some) => aRow(some));

export const someDebt: fc.Arbitrary<Debt> = fc.record({
  amount: fc.integer({ min: 1, max: 3_000_00 }).map(cents),
  daysOverdue: fc.integer({ min: 1, max: 1_800 }),
});
