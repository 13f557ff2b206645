import fc from "fast-check";
import { addDays, type CivilDate, date } from "#core/calendar.ts";
import type { DebtFacts, Dispute } from "#core/law/facts.ts";
import { packFor } from "#core/law/rule-pack.ts";
import { type Law, lawSettings } from "#core/law/settings.ts";
import { settingsFrom } from "#core/settings.ts";

export const START = date("2026-01-05");
export const pack = packFor(START);
export const settings = lawSettings(settingsFrom(new Map()));
export const law: Law = { settings, pack };
/** Without the courtesy, so that a clock alone decides. */
export const bareLaw: Law = { pack, settings: { ...settings, noBlockBeforeDayOff: false } };

export const dayWithin = (first: number, last: number): fc.Arbitrary<CivilDate> =>
  fc.integer({ min: first, max: last }).map((days) => addDays(START, days));

/** Disputes refused in time, that overlap or not: they only stop clocks. */
export const closedDisputes: fc.Arbitrary<readonly Dispute[]> = fc.array(
  fc.tuple(dayWithin(-60, 200), fc.integer({ min: 0, max: 30 })).map(([openedOn, days]) => ({
    openedOn,
    answer: { on: addDays(openedOn, days), upheld: false },
  })),
  { maxLength: 5 },
);

export const aDebt = (facts: Partial<DebtFacts> = {}): DebtFacts => ({
  dueDate: START,
  lateAfter: START,
  paid: false,
  arisesFromUse: true,
  disputes: [],
  ...facts,
});

/** Oracle: walks day by day. */
export function dayAfterCounting(
  from: CivilDate,
  days: number,
  disputes: readonly Dispute[],
): CivilDate {
  let day = from;
  for (let counted = 0; counted < days; day = addDays(day, 1)) {
    const frozen = disputes.some(
      ({ openedOn, answer }) => openedOn <= day && (answer === null || day < answer.on),
    );
    if (!frozen) counted += 1;
  }
  return day;
}
