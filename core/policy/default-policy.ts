import { cents, percent } from "../money.ts";
import type { PolicyRow } from "./policy-table.ts";

const ANY_AMOUNT = { amountFromCents: cents(1), amountToCents: null } as const;

/**
 * What a provider starts with and changes to its own: a young debt is a bill that was forgotten (time, hardly any
 * discount), an old one is rarely paid in full. An instalment is about a month's plan at the least, at the longest a year.
 */
export const DEFAULT_POLICY: readonly PolicyRow[] = [
  {
    ...ANY_AMOUNT,
    daysOverdueFrom: 1,
    daysOverdueTo: 30,
    maxDiscountAtOnce: percent(0),
    maxDiscountSplit: percent(0),
    maxInstalments: 2,
    minInstalmentCents: cents(50_00),
    latestFirstDueDays: 5,
    offerStandsDays: 3,
  },
  {
    ...ANY_AMOUNT,
    daysOverdueFrom: 31,
    daysOverdueTo: 60,
    maxDiscountAtOnce: percent(5),
    maxDiscountSplit: percent(0),
    maxInstalments: 3,
    minInstalmentCents: cents(50_00),
    latestFirstDueDays: 7,
    offerStandsDays: 3,
  },
  {
    ...ANY_AMOUNT,
    daysOverdueFrom: 61,
    daysOverdueTo: 90,
    maxDiscountAtOnce: percent(10),
    maxDiscountSplit: percent(5),
    maxInstalments: 6,
    minInstalmentCents: cents(50_00),
    latestFirstDueDays: 10,
    offerStandsDays: 5,
  },
  {
    ...ANY_AMOUNT,
    daysOverdueFrom: 91,
    daysOverdueTo: 180,
    maxDiscountAtOnce: percent(20),
    maxDiscountSplit: percent(10),
    maxInstalments: 10,
    minInstalmentCents: cents(40_00),
    latestFirstDueDays: 10,
    offerStandsDays: 5,
  },
  {
    ...ANY_AMOUNT,
    daysOverdueFrom: 181,
    daysOverdueTo: null,
    maxDiscountAtOnce: percent(40),
    maxDiscountSplit: percent(20),
    maxInstalments: 12,
    minInstalmentCents: cents(30_00),
    latestFirstDueDays: 15,
    offerStandsDays: 7,
  },
];
