import type { Cents } from "#core/money.ts";
import { cents } from "#core/money.ts";

/**
 * How much of a debt is expected to come in when its customer is contacted today: the balance times a chance that falls
 * with the days overdue. The chances only put accounts in order; they are no promise and no rule of the law.
 *
 *     expected(account) = sum over its debts of balance × chance(days overdue) / 100
 */
export const RECOVERY: readonly { readonly upToDays: number; readonly chance: number }[] = [
  { upToDays: 30, chance: 60 },
  { upToDays: 60, chance: 45 },
  { upToDays: 90, chance: 30 },
  { upToDays: 180, chance: 15 },
  { upToDays: 365, chance: 8 },
  { upToDays: 2_000_000, chance: 3 },
];

/** In percent. */
export const chanceOf = (daysOverdue: number): number =>
  RECOVERY.find(({ upToDays }) => daysOverdue <= upToDays)?.chance ?? 0;

export type OwedFor = { readonly amountCents: Cents; readonly daysOverdue: number };

export const expectedCents = (debts: readonly OwedFor[]): Cents =>
  cents(
    Math.round(
      debts.reduce(
        (sum, { amountCents, daysOverdue }) => sum + amountCents * chanceOf(daysOverdue),
        0,
      ) / 100,
    ),
  );
