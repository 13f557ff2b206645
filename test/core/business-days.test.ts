import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addBusinessDays,
  bankHolidays,
  firstBusinessDayOnOrAfter,
  isBusinessDay,
  isEveOfHoliday,
  isHoliday,
  nextBusinessDay,
} from "#core/business-days.ts";
import { addDays, type CivilDate, date, weekday } from "#core/calendar.ts";

/** As the central bank and ANBIMA publish them. */
const KNOWN = {
  2023: "01-01 02-20 02-21 04-07 04-21 05-01 06-08 09-07 10-12 11-02 11-15 12-25",
  2024: "01-01 02-12 02-13 03-29 04-21 05-01 05-30 09-07 10-12 11-02 11-15 11-20 12-25",
  2025: "01-01 03-03 03-04 04-18 04-21 05-01 06-19 09-07 10-12 11-02 11-15 11-20 12-25",
  2026: "01-01 02-16 02-17 04-03 04-21 05-01 06-04 09-07 10-12 11-02 11-15 11-20 12-25",
  2027: "01-01 02-08 02-09 03-26 04-21 05-01 05-27 09-07 10-12 11-02 11-15 11-20 12-25",
};

const anyDay = fc
  .integer({ min: 0, max: 365 * 60 })
  .map((days) => addDays(date("2000-01-01"), days));
const localHolidays = fc
  .array(fc.integer({ min: 0, max: 60 }), { maxLength: 40 })
  .chain((offsets) =>
    anyDay.map((day) => ({ day, local: new Set(offsets.map((n) => addDays(day, n))) })),
  );

describe("bank holidays", () => {
  test.each(Object.entries(KNOWN))("of %s are the published ones", (year, days) => {
    const published = days.split(" ").map((day) => `${year}-${day}`);
    expect([...bankHolidays(Number(year))].sort()).toEqual(published);
  });

  test("20 November is one from 2024 only", () => {
    expect(isHoliday(date("2023-11-20"))).toBe(false);
    expect(isHoliday(date("2024-11-20"))).toBe(true);
  });

  test("Easter can be as early as March and as late as 25 April", () => {
    expect(isHoliday(date("2008-03-21"))).toBe(true);
    expect(isHoliday(date("2038-04-23"))).toBe(true);
  });

  test("that move agree with Oudin's Easter over three centuries", () => {
    for (let year = 1900; year < 2200; year += 1) {
      const moving = [-48, -47, -2, 60].map((days) => addDays(easterByOudin(year), days));
      expect(moving.filter((day) => !isHoliday(day))).toEqual([]);
      expect(moving.map(weekday)).toEqual([1, 2, 5, 4]);
      expect(bankHolidays(year).size).toBeLessThanOrEqual((year < 2024 ? 8 : 9) + moving.length);
    }
  });

  test("the day before one is its eve, across the year too", () => {
    expect(isEveOfHoliday(date("2026-12-31"))).toBe(true);
    expect(isEveOfHoliday(date("2026-12-24"))).toBe(true);
    expect(isEveOfHoliday(date("2026-12-25"))).toBe(false);
  });

  test("a city's own day counts where it is passed in", () => {
    const local = new Set([date("2026-01-20")]);
    expect(isHoliday(date("2026-01-20"), local)).toBe(true);
    expect(isEveOfHoliday(date("2026-01-19"), local)).toBe(true);
    expect(isBusinessDay(date("2026-01-20"))).toBe(true);
    expect(firstBusinessDayOnOrAfter(date("2026-01-20"), local)).toBe("2026-01-21");
  });
});

describe("business days", () => {
  test("carnival of 2026 closes the banks from Saturday to Tuesday", () => {
    expect(firstBusinessDayOnOrAfter(date("2026-02-14"))).toBe("2026-02-18");
    expect(nextBusinessDay(date("2026-02-13"))).toBe("2026-02-18");
    expect(addBusinessDays(date("2026-02-13"), 3)).toBe("2026-02-20");
  });

  test("are never on a weekend or a holiday", () => {
    fc.assert(
      fc.property(localHolidays, ({ day, local }) => {
        const found = firstBusinessDayOnOrAfter(day, local);
        return ![0, 6].includes(weekday(found)) && !isHoliday(found, local);
      }),
    );
  });

  test("the first on or after a day is the nearest of all, and the day itself when it is one", () => {
    fc.assert(
      fc.property(localHolidays, ({ day, local }) => {
        const found = firstBusinessDayOnOrAfter(day, local);
        const between: CivilDate[] = [];
        for (let d = day; d < found; d = addDays(d, 1)) between.push(d);
        expect(between.filter((d) => isBusinessDay(d, local))).toEqual([]);
        expect(isBusinessDay(found, local)).toBe(true);
      }),
    );
  });

  test("the next is strictly after", () => {
    fc.assert(fc.property(anyDay, (day) => nextBusinessDay(day) > day));
  });

  test("later days never come to an earlier business day", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), fc.nat(15), (day, later, count) => {
        const other = addDays(day, later);
        expect(firstBusinessDayOnOrAfter(other) >= firstBusinessDayOnOrAfter(day)).toBe(true);
        expect(addBusinessDays(other, count) >= addBusinessDays(day, count)).toBe(true);
      }),
    );
  });

  test("adding n passes exactly n of them, and adding in two goes is adding at once", () => {
    fc.assert(
      fc.property(localHolidays, fc.nat(20), fc.nat(20), ({ day, local }, n, m) => {
        const end = addBusinessDays(day, n, local);
        let passed = 0;
        for (let d = addDays(day, 1); d <= end; d = addDays(d, 1)) {
          if (isBusinessDay(d, local)) passed += 1;
        }
        expect(passed).toBe(n);
        expect(addBusinessDays(end, m, local)).toBe(addBusinessDays(day, n + m, local));
      }),
    );
  });

  test("cannot be counted backwards or in parts", () => {
    expect(() => addBusinessDays(date("2026-01-05"), -1)).toThrow("not a number of business days");
    expect(() => addBusinessDays(date("2026-01-05"), 1.5)).toThrow("not a number of business days");
  });
});

function easterByOudin(year: number): CivilDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const k = Math.floor((century - 17) / 25);
  let i = century - Math.floor(century / 4) - Math.floor((century - k) / 3) + 19 * golden + 15;
  i %= 30;
  i -= Math.floor(i / 28) * (1 - Math.floor(29 / (i + 1)) * Math.floor((21 - golden) / 11));
  const j = (year + Math.floor(year / 4) + i + 2 - century + Math.floor(century / 4)) % 7;
  return addDays(date(`${year}-03-28`), i - j);
}
