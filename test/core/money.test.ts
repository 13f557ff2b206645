import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Cents,
  cents,
  formatAmount,
  formatPercent,
  MAX_CENTS,
  type Percent,
  parseAmount,
  parsePercent,
  percent,
  percentOf,
  splitEvenly,
  sumCents,
} from "#core/money.ts";

const anyCents = fc.integer({ min: -MAX_CENTS, max: MAX_CENTS }).map(cents);
const owed = fc.integer({ min: 0, max: MAX_CENTS }).map(cents);
/** What people can type: thirteen digits before the point. */
const typed = fc.integer({ min: 0, max: MAX_CENTS - 1 }).map(cents);
const rate = fc.integer({ min: 0, max: 1_000_000 }).map((value) => value as Percent);

describe("amounts as text", () => {
  test.each([
    ["129.90", 12990],
    ["5", 500],
    ["0.5", 50],
    ["0.00", 0],
    ["007.10", 710],
    ["9999999999999.99", 999_999_999_999_999],
  ])("%s is read as %d cents", (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });

  test.each([
    "",
    "-1",
    "+1",
    "1.",
    ".5",
    "1.234",
    "1,50",
    "1e3",
    " 1",
    "1\n",
    "NaN",
    "١",
    "99999999999999",
  ])("%j is no amount", (text) => {
    expect(parseAmount(text)).toBeUndefined();
  });

  test("what is written is read back as the same amount", () => {
    fc.assert(
      fc.property(typed, (amount) => {
        expect(parseAmount(formatAmount(amount))).toBe(amount);
      }),
    );
  });

  test("an amount below zero differs from its opposite by the sign alone", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_CENTS }).map(cents), (amount) => {
        expect(formatAmount(cents(-amount))).toBe(`-${formatAmount(amount)}`);
      }),
    );
  });

  test("a fraction of a cent is a mistake of ours, not an amount", () => {
    for (const value of [0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => cents(value)).toThrow();
    }
  });
});

describe("percentages as text", () => {
  test.each([
    ["3.5", 35_000],
    ["0.0333", 333],
    ["100", 1_000_000],
    ["100.0000", 1_000_000],
    ["0", 0],
  ])("%s %% is read exactly", (text, value) => {
    expect(parsePercent(text)).toBe(value);
  });

  test.each(["-1", "100.0001", "101", "1e9", "1000000000", "1.00001", "", "5%", "1,5"])(
    "%j is no percentage",
    (text) => {
      expect(parsePercent(text)).toBeUndefined();
    },
  );

  test("what is written is read back as the same percentage", () => {
    fc.assert(
      fc.property(rate, (value) => {
        expect(parsePercent(formatPercent(value))).toBe(value);
      }),
    );
  });

  test("whole percents are written without decimals", () => {
    expect([percent(0), percent(10), percent(100), percent(3.5)].map(formatPercent)).toEqual([
      "0",
      "10",
      "100",
      "3.5",
    ]);
  });

  test("more than four decimals is a mistake of ours", () => {
    expect(() => percent(0.00001)).toThrow();
  });
});

describe("percent of an amount", () => {
  test.each([
    [percent(3.5), 35975, 1259],
    [percent(2), 35975, 720],
    [percent(10), 35975, 3598],
    [percent(50), 1, 1],
    [percent(50), -1, -1],
    [percent(49.9999), 1, 0],
    [percent(0.5), 100, 1],
  ])("%d of %d is %d: halves go away from zero", (value, amount, part) => {
    expect(percentOf(value, cents(amount))).toBe(part);
  });

  test("the result is within half a cent of the exact one, and a half goes away from zero", () => {
    fc.assert(
      fc.property(rate, anyCents, (value, amount) => {
        const exact = BigInt(value) * BigInt(amount);
        const error = BigInt(percentOf(value, amount)) * 1_000_000n - exact;
        const away = exact < 0n ? -error : error;
        expect(away > -500_000n && away <= 500_000n).toBe(true);
      }),
    );
  });

  test("a debt and its opposite have opposite parts", () => {
    fc.assert(
      fc.property(rate, owed, (value, amount) => {
        expect(percentOf(value, amount) + percentOf(value, cents(0 - amount))).toBe(0);
      }),
    );
  });

  test("more of a debt is never less, and 100 % is all of it", () => {
    fc.assert(
      fc.property(rate, rate, owed, (a, b, amount) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(percentOf(less, amount)).toBeLessThanOrEqual(percentOf(more, amount));
        expect(percentOf(percent(100), amount)).toBe(amount);
      }),
    );
  });
});

describe("splitting", () => {
  test("loses no cent; parts differ by one at the most, the larger first", () => {
    fc.assert(
      fc.property(anyCents, fc.integer({ min: 1, max: 400 }), (total, count) => {
        const parts = splitEvenly(total, count);
        expect(parts).toHaveLength(count);
        expect(sumCents(parts)).toBe(total);
        expect([...parts].sort((a, b) => b - a)).toEqual(parts);
        expect((parts.at(0) as Cents) - (parts.at(-1) as Cents)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("the largest amounts are split as exactly as the smallest", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 1, max: 60 }),
        (below, count) => {
          const total = cents(MAX_CENTS - below);
          expect(sumCents(splitEvenly(total, count))).toBe(total);
        },
      ),
    );
  });

  test.each([0, -1, 1.5, Number.NaN])("%d parts is a mistake of ours", (parts) => {
    expect(() => splitEvenly(cents(100), parts)).toThrow();
  });
});
