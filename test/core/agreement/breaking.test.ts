import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breaksAfter, isBroken, isLate } from "#core/agreement/breaking.ts";
import { addDays, type CivilDate, date, weekday } from "#core/calendar.ts";
import { aDay } from "./support.ts";

/** Weekends only: enough of a calendar to tell the rule from the holidays. */
const nextWeekday = (day: CivilDate): CivilDate =>
  weekday(day) === 0 || weekday(day) === 6 ? nextWeekday(addDays(day, 1)) : day;

const SATURDAY = date("2026-11-28");
const MONDAY = date("2026-11-30");

describe("when a promise is broken", () => {
  test("the tolerance date holds when it is later than the due date", () => {
    expect(breaksAfter(date("2026-12-20"), date("2026-12-10"), nextWeekday)).toBe("2026-12-20");
  });

  test("due on a Saturday after the tolerance date, it can be paid on Monday", () => {
    const last = breaksAfter(date("2026-11-20"), SATURDAY, nextWeekday);
    expect(last).toBe(MONDAY);
    expect(isBroken({ paid: false, breaksAfter: last }, MONDAY)).toBe(false);
    expect(isBroken({ paid: false, breaksAfter: last }, date("2026-12-01"))).toBe(true);
  });

  test("never a day early: not on the tolerance date, nor on the due date or a day off after it", () => {
    fc.assert(
      fc.property(aDay, aDay, aDay, (tolerance, due, today) => {
        const last = breaksAfter(tolerance, due, nextWeekday);
        const broken = isBroken({ paid: false, breaksAfter: last }, today);
        expect(broken).toBe(today > tolerance && isLate(due, today, nextWeekday));
        if (today <= tolerance || today <= due) expect(broken).toBe(false);
      }),
    );
  });

  test("the day after the last day it is broken, and stays so", () => {
    fc.assert(
      fc.property(aDay, aDay, fc.nat(400), (tolerance, due, later) => {
        const last = breaksAfter(tolerance, due, nextWeekday);
        expect(isBroken({ paid: false, breaksAfter: last }, last)).toBe(false);
        expect(isBroken({ paid: false, breaksAfter: last }, addDays(last, 1 + later))).toBe(true);
      }),
    );
  });

  test("a paid invoice is never broken", () => {
    fc.assert(
      fc.property(aDay, aDay, (last, today) => {
        expect(isBroken({ paid: true, breaksAfter: last }, today)).toBe(false);
      }),
    );
  });
});

test("an invoice due on a Saturday is late from Tuesday", () => {
  expect(isLate(SATURDAY, SATURDAY, nextWeekday)).toBe(false);
  expect(isLate(SATURDAY, MONDAY, nextWeekday)).toBe(false);
  expect(isLate(SATURDAY, date("2026-12-01"), nextWeekday)).toBe(true);
});
