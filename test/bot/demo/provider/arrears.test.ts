import fc from "fast-check";
import { expect, test } from "vitest";
import { dueDates, falloutOf, missedUntil } from "#bot/demo/provider/arrears.ts";
import { randomOf } from "#bot/demo/provider/random.ts";
import { firstBusinessDayOnOrAfter } from "#core/business-days.ts";
import { addDays, addMonths, date, daysBetween } from "#core/calendar.ts";
import { mayBlock } from "#core/law/block.ts";
import { packFor } from "#core/law/rule-pack.ts";
import { lawSettings } from "#core/law/settings.ts";
import { settingsFrom } from "#core/settings.ts";

const settings = lawSettings(settingsFrom(new Map()));
const anchors = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(date("2025-09-15"), days));

test("due dates are a month apart and hold the anchor", () => {
  fc.assert(
    fc.property(anchors, (anchor) => {
      const dates = dueDates(anchor, addMonths(anchor, -12), addMonths(anchor, 12));
      expect(dates).toHaveLength(25);
      expect(dates[12]).toBe(anchor);
    }),
  );
});

test("the invoices that were missed are the last ones up to a day", () => {
  expect(missedUntil(date("2026-11-20"), date("2026-09-19"), 3)).toEqual([
    "2026-06-20",
    "2026-07-20",
    "2026-08-20",
  ]);
});

test("a block keeps the law of its day, and a contract ends no sooner than sixty days after it", () => {
  fc.assert(
    fc.property(anchors, fc.integer({ min: 1, max: 3 }), fc.nat(), (anchor, count, seed) => {
      const missed = missedUntil(anchor, anchor, count);
      const today = addDays(anchor, 400);
      const { blockedOn, endedOn, notices } = falloutOf(missed, {
        today,
        random: randomOf(seed, 1),
      });
      const debts = missed.map((dueDate) => ({
        dueDate,
        lateAfter: firstBusinessDayOnOrAfter(dueDate),
        paid: false,
        arisesFromUse: true,
        disputes: [],
      }));
      const delivered = notices.map(({ kind, deliveredAt }) => ({
        kind,
        deliveredOn: deliveredAt,
      }));
      const facts = { debts, notices: delivered, clearedOn: null };
      const law = { settings, pack: packFor(blockedOn!) };
      expect(mayBlock(facts, blockedOn!, law).answer).toBe("allowed");
      expect(daysBetween(blockedOn!, endedOn!)).toBeGreaterThanOrEqual(60);
      const [debt, rescission, bureau] = notices.map(({ deliveredAt }) => deliveredAt);
      expect(debt! < blockedOn! && blockedOn! < rescission! && rescission! < endedOn!).toBe(true);
      expect(endedOn! < bureau!).toBe(true);
    }),
  );
});

test("what is still to come is not told", () => {
  const missed = [date("2026-11-10")] as const;
  const fallout = falloutOf(missed, { today: date("2026-11-12"), random: randomOf(1, 1) });
  expect(fallout).toEqual({ notices: [], blockedOn: undefined, endedOn: undefined });
});
