import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  date,
  daysBetween,
  earlierOf,
  laterOf,
  parseDate,
  weekday,
} from "#core/calendar.ts";

const anyDay = fc
  .integer({ min: 0, max: 365 * 200 })
  .map((days) => addDays(date("1950-01-01"), days));
const lastDayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

describe("reading a day", () => {
  test.each([
    "2026-02-31",
    "2025-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-1-1",
    "26-01-01",
    "2026/01/01",
    "01/02/2026",
    " 2026-01-01",
    "2026-01-01T00:00",
    "1899-12-31",
    "2200-01-01",
    "",
  ])("refuses %j", (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  test("accepts 29 February in leap years only", () => {
    expect(parseDate("2028-02-29")).toBe("2028-02-29");
    expect(parseDate("2000-02-29")).toBe("2000-02-29");
    expect(parseDate("2100-02-29")).toBeUndefined();
  });

  test("accepts exactly the days that exist", () => {
    const number = (max: number) => fc.integer({ min: 0, max });
    const two = (n: number) => String(n).padStart(2, "0");
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2199 }),
        number(13),
        number(32),
        (year, month, day) => {
          const exists = month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month);
          expect(parseDate(`${year}-${two(month)}-${two(day)}`) !== undefined).toBe(exists);
        },
      ),
    );
  });
});

describe("counting days", () => {
  test("adding and counting undo each other", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(addDays(addDays(day, days), -days)).toBe(day);
      }),
    );
  });

  test("days sort as text as they do in time", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
        expect([earlierOf(a, b), laterOf(a, b)]).toEqual([a, b].sort());
      }),
    );
  });

  test("weekdays follow each other, from a known Tuesday", () => {
    expect(weekday(date("2026-11-24"))).toBe(2);
    fc.assert(fc.property(anyDay, (day) => weekday(addDays(day, 1)) === (weekday(day) + 1) % 7));
  });
});

describe("adding months", () => {
  test("keeps the day of the month, or takes the month's last day", () => {
    expect(addMonths(date("2026-01-31"), 1)).toBe("2026-02-28");
    expect(addMonths(date("2026-01-31"), 2)).toBe("2026-03-31");
    expect(addMonths(date("2024-02-29"), 60)).toBe("2029-02-28");
    expect(addMonths(date("2026-12-15"), 1)).toBe("2027-01-15");
  });

  test("lands in the right month whatever the day", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, months) => {
        const [year = 0, month = 0, dayOfMonth = 0] = day.split("-").map(Number);
        const index = year * 12 + (month - 1) + months;
        const landed = addMonths(day, months).split("-").map(Number);
        const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
        const last = lastDayOf(target.year, target.month);
        expect(landed).toEqual([target.year, target.month, Math.min(dayOfMonth, last)]);
      }),
    );
  });
});
