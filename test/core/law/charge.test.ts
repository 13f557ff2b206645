import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_LOCAL_HOLIDAYS } from "#core/business-days.ts";
import { addDays, date } from "#core/calendar.ts";
import { mayCharge } from "#core/law/charge.ts";
import { type CapFacts, chargeCaps } from "#core/law/charge-caps.ts";
import { cents, type Percent, percent } from "#core/money.ts";
import { law, pack, START } from "./law-arbitraries.ts";

const caps = (changes: Partial<CapFacts> = {}) =>
  chargeCaps(pack, {
    today: addDays(START, 100),
    localHolidays: NO_LOCAL_HOLIDAYS,
    oldestDueDate: START,
    instalments: 1,
    unfinedBaseCents: cents(35_975),
    taxIdKind: "cpf",
    feesReason: false,
    ...changes,
  });
const lateBy = (days: number) => caps({ today: addDays(START, days) }).increase.max;

describe("the caps of an agreement", () => {
  test("of the worked example: 100 days late in three instalments", () => {
    expect(caps({ instalments: 3 })).toEqual({
      increase: { max: percent(6), rule: "RGC-78-INTEREST" },
      fine: { maxCents: 720, rule: "CDC-52-1" },
      fees: { maxCents: 0, rule: "HONOR" },
    });
  });

  test("give one per cent for each started 30 days", () => {
    // START is a Monday.
    expect([0, 1, 30, 31, 60, 61, 90, 91, 100].map(lateBy)).toEqual(
      [0, 1, 1, 2, 2, 3, 3, 4, 4].map(percent),
    );
  });

  test("count no day while the debt can still be paid in time", () => {
    const saturday = date("2026-01-10");
    const max = (today: string) =>
      caps({ oldestDueDate: saturday, today: date(today) }).increase.max;
    expect(max("2026-01-12")).toBe(0);
    expect(max("2026-01-13")).toBe(percent(1));
    expect(max("2025-12-01")).toBe(0);
  });

  test("let nobody but a company, or a reason, owe lawyer's fees", () => {
    expect(caps({ taxIdKind: "cnpj" }).fees.maxCents).toBeNull();
    expect(caps({ feesReason: true }).fees.maxCents).toBeNull();
  });

  test("grow with time and instalments only, by whole per cents", () => {
    fc.assert(
      fc.property(
        fc.nat(1800),
        fc.nat(60),
        fc.integer({ min: 1, max: 60 }),
        (late, more, instalments) => {
          const { max } = caps({ today: addDays(START, late), instalments }).increase;
          const later = caps({ today: addDays(START, late + more), instalments }).increase.max;
          const split = caps({ today: addDays(START, late), instalments: instalments + 1 });
          expect(later).toBeGreaterThanOrEqual(max);
          expect(split.increase.max - max).toBe(percent(1));
          expect(max % percent(1)).toBe(0);
          // Never above what 1 % a month would be on the last day of the started month.
          expect(max).toBeLessThanOrEqual(percent(Math.floor((late + 29) / 30) + instalments - 1));
        },
      ),
    );
  });
});

describe("charging a term", () => {
  test("is refused above its cap and allowed at it", () => {
    const increase = (rate: number) =>
      mayCharge({ term: "increase", rate: rate as Percent, caps: caps() }, law);
    expect(increase(percent(4))).toEqual({ answer: "allowed" });
    expect(increase(percent(4) + 1)).toEqual({
      answer: "refused",
      rule: "RGC-78-INTEREST",
      fact: { code: "increase_above_cap", asked: 40_001, max: 40_000 },
    });
    const fine = (amountCents: number) =>
      mayCharge({ term: "fine", amountCents: cents(amountCents), caps: caps() }, law);
    expect(fine(720)).toEqual({ answer: "allowed" });
    expect(fine(721)).toMatchObject({
      rule: "CDC-52-1",
      fact: { code: "fine_above_cap", maxCents: 720 },
    });
    const fees = (changes: Partial<CapFacts>) =>
      mayCharge({ term: "fees", amountCents: cents(1), caps: caps(changes) }, law);
    expect(fees({})).toMatchObject({
      rule: "HONOR",
      fact: { code: "fees_above_cap", askedCents: 1 },
    });
    expect(fees({ feesReason: true })).toEqual({ answer: "allowed" });
  });

  test("is refused for days of a block and for the reconnection", () => {
    expect(mayCharge({ term: "subscription", blockedOn: null }, law)).toEqual({
      answer: "allowed",
    });
    expect(mayCharge({ term: "subscription", blockedOn: START }, law)).toMatchObject({
      answer: "refused",
      rule: "RGC-NOCHARGE",
      fact: { code: "blocked_that_day", blockedOn: START },
    });
    expect(mayCharge({ term: "reconnection" }, law)).toMatchObject({ rule: "RGC-78-FEE" });
  });
});
