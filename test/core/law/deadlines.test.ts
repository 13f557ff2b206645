import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBusinessDay, nextBusinessDay } from "#core/business-days.ts";
import { addDays, type CivilDate, date } from "#core/calendar.ts";
import {
  disputableUntil,
  disputeAnswerBy,
  mayBeCollected,
  removalDeadline,
  spcExpiresOn,
  unblockBy,
} from "#core/law/deadlines.ts";
import { dayWithin } from "./law-arbitraries.ts";

describe("a record must be gone", () => {
  test.each([
    ["paid on a Monday", "2026-09-21", "2026-09-28"],
    ["paid on a Friday", "2026-09-25", "2026-10-02"],
    ["paid on a Saturday", "2026-09-26", "2026-10-02"],
    ["paid before carnival", "2026-02-13", "2026-02-24"],
  ])("by the fifth business day: %s", (_, settledOn, deadline) => {
    expect(removalDeadline(date(settledOn))).toBe(deadline);
  });

  test("with a local holiday one day later", () => {
    const local = new Set([date("2026-09-23")]);
    expect(removalDeadline(date("2026-09-21"), local)).toBe("2026-09-29");
  });

  test("five business days after the money is there, the first of them included", () => {
    fc.assert(
      fc.property(dayWithin(0, 2000), (settledOn) => {
        const passed: CivilDate[] = [];
        const deadline = removalDeadline(settledOn);
        for (let day = addDays(settledOn, 1); day <= deadline; day = addDays(day, 1)) {
          if (isBusinessDay(day)) passed.push(day);
        }
        expect(passed).toHaveLength(5);
        expect([passed[0], passed[4]]).toEqual([nextBusinessDay(settledOn), deadline]);
      }),
    );
  });

  test("at five years, which 29 February does not stretch", () => {
    expect(spcExpiresOn(date("2026-09-10"))).toBe("2031-09-10");
    expect(spcExpiresOn(date("2024-02-29"))).toBe("2029-02-28");
  });
});

describe("a debt", () => {
  test("is collected until the day before its fifth year", () => {
    expect(mayBeCollected(date("2021-09-22"), date("2026-09-21"))).toBe(true);
    expect(mayBeCollected(date("2021-09-22"), date("2026-09-22"))).toBe(false);
  });

  test("once too old stays too old", () => {
    fc.assert(
      fc.property(dayWithin(-2500, 0), dayWithin(0, 2500), fc.nat(900), (dueDate, today, later) => {
        const now = mayBeCollected(dueDate, today);
        expect(now || !mayBeCollected(dueDate, addDays(today, later))).toBe(true);
        expect(now).toBe(today < spcExpiresOn(dueDate));
      }),
    );
  });

  test("can be disputed for three years, and is answered within 30 days", () => {
    expect(disputableUntil(date("2026-01-10"), date("2026-02-01"))).toBe("2029-01-10");
    expect(disputeAnswerBy(date("2026-01-10"))).toBe("2026-02-09");
  });

  test("paid unblocks within a day, weekends too", () => {
    expect(unblockBy(date("2026-09-26"))).toBe("2026-09-27");
  });
});
