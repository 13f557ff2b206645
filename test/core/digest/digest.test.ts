import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBusinessDay } from "#core/business-days.ts";
import { addDays, date, daysBetween } from "#core/calendar.ts";
import { changeInPercent, FLOWS, managerDigest, NOTHING } from "#core/digest/manager-digest.ts";
import { customersOf, type OperatorFigures, operatorDigest } from "#core/digest/operator-digest.ts";
import { digestCalendar, digestPeriod, isDigestDay } from "#core/digest/period.ts";
import type { AgreementNumber, CustomerId, InvoiceId, OperatorId } from "#core/ids.ts";
import { cents } from "#core/money.ts";
import { settingsFrom } from "#core/settings.ts";

const usual = digestCalendar(settingsFrom(new Map()));
const everyDay = { ...usual, everyDay: true };

describe("a digest's days", () => {
  it("are yesterday in the middle of a week, and the whole weekend on a Monday", () => {
    expect(digestPeriod(date("2026-11-25"), usual)).toEqual({
      from: "2026-11-24",
      to: "2026-11-24",
    });
    expect(digestPeriod(date("2026-11-23"), usual)).toEqual({
      from: "2026-11-19",
      to: "2026-11-22",
    });
  });

  it("are business days of the provider, its local holidays counted, unless it wants every day", () => {
    const recife = { ...usual, holidays: new Set([date("2026-07-16")]) };

    expect(isDigestDay(date("2026-11-21"), usual)).toBe(false);
    expect(isDigestDay(date("2026-11-20"), usual)).toBe(false);
    expect(isDigestDay(date("2026-07-16"), usual)).toBe(true);
    expect(isDigestDay(date("2026-07-16"), recife)).toBe(false);
    expect(isDigestDay(date("2026-11-21"), everyDay)).toBe(true);
    expect(digestPeriod(date("2026-11-22"), everyDay)).toEqual({
      from: "2026-11-21",
      to: "2026-11-21",
    });
  });

  it("leave no day out and tell none twice, from one digest to the next", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (offset) => {
        const start = addDays(date("2024-01-01"), offset);
        const days = Array.from({ length: 40 }, (_, index) => addDays(start, index));
        const [first, ...others] = days.filter((day) => isBusinessDay(day));
        let told = first!;
        for (const day of others) {
          const { from, to } = digestPeriod(day, usual);
          expect(from).toBe(told);
          expect(daysBetween(to, day)).toBe(1);
          told = day;
        }
      }),
    );
  });
});

const who = { customer: "C1" as CustomerId, name: "Maria" };
const promise = {
  ...who,
  invoice: "F1" as InvoiceId,
  number: null,
  agreement: 1 as AgreementNumber,
  amountCents: cents(100),
  lastDay: date("2026-11-24"),
};
const none = { total: 0, amountCents: cents(0), first: [] };
const idle: OperatorFigures = {
  operator: "ana" as OperatorId,
  name: "Ana",
  tasks: { today: 0, late: 0, first: [] },
  promises: none,
  broken: none,
  removals: none,
};
const when = {
  day: date("2026-11-24"),
  period: { from: date("2026-11-23"), to: date("2026-11-23") },
};

describe("an operator's digest", () => {
  it("is none when there is nothing to do", () => {
    expect(operatorDigest(idle, when)).toBeUndefined();
  });

  it("holds only what there is, the bureau's deadlines first", () => {
    const one = { total: 1, amountCents: cents(100), first: [promise] };
    const removal = { ...promise, removeBy: date("2026-11-26") };
    const digest = operatorDigest(
      { ...idle, promises: one, removals: { ...one, first: [removal] } },
      when,
    );

    expect(digest?.sections.map(({ about }) => about)).toEqual(["removals", "promises"]);
  });

  it("names each customer once, to be opened", () => {
    const promises = { total: 2, amountCents: cents(200), first: [promise, promise] };
    const digest = operatorDigest({ ...idle, promises, broken: promises }, when);

    expect(customersOf(digest!)).toEqual([who]);
  });
});

describe("the managers' digest", () => {
  const quiet = Object.fromEntries(FLOWS.map((flow) => [flow, NOTHING])) as Record<
    (typeof FLOWS)[number],
    typeof NOTHING
  >;
  const nothingDue = { ...NOTHING, late: 0, nextBy: null };
  const figures = { current: quiet, dayBefore: quiet, weekBefore: quiet, removals: nothingDue };

  it("is none when nothing happened and nothing must leave the bureau", () => {
    expect(managerDigest(figures, when)).toBeUndefined();
  });

  it("comes when nothing happened but a record must go", () => {
    const removals = { count: 1, amountCents: cents(5), late: 1, nextBy: null };

    expect(managerDigest({ ...figures, removals }, when)).toMatchObject({ removals });
  });

  it("compares with the day before only where it is of one day", () => {
    const current = { ...quiet, contacts: { count: 2, amountCents: cents(0) } };
    const weekend = { from: date("2026-11-20"), to: date("2026-11-22") };

    expect(managerDigest({ ...figures, current }, when)?.lines[0]?.dayBefore).toEqual(NOTHING);
    expect(
      managerDigest({ ...figures, current }, { ...when, period: weekend })?.lines[0]?.dayBefore,
    ).toBeUndefined();
  });

  it("tells changes in whole percent, of money where there is some, and none from nothing", () => {
    const of = (count: number, amount: number) => ({ count, amountCents: cents(amount) });

    expect(changeInPercent(of(9, 1000), of(1, 1255))).toBe(26);
    expect(changeInPercent(of(4, 0), of(3, 0))).toBe(-25);
    expect(changeInPercent(of(0, 0), of(3, 500))).toBeUndefined();
    expect(changeInPercent(of(2, 300), of(0, 0))).toBe(-100);
  });
});
