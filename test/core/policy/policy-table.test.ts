import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents, percent } from "#core/money.ts";
import { DEFAULT_POLICY } from "#core/policy/default-policy.ts";
import { covers, findRow, type PolicyRow, validatePolicyTable } from "#core/policy/policy-table.ts";
import { aRow } from "./support.ts";

describe("which row is for a debt", () => {
  const young = aRow({ daysOverdueTo: 30 });
  const small = aRow({ daysOverdueFrom: 31, amountToCents: cents(500_00) });
  const large = aRow({ daysOverdueFrom: 31, amountFromCents: cents(500_01) });
  const table = [young, small, large];
  const rowFor = (daysOverdue: number, amount: number) =>
    findRow(table, { daysOverdue, amount: cents(amount) });

  test("both ends of a row belong to it", () => {
    expect(rowFor(1, 1)).toBe(young);
    expect(rowFor(30, 900_00)).toBe(young);
    expect(rowFor(31, 500_00)).toBe(small);
    expect(rowFor(31, 500_01)).toBe(large);
    expect(rowFor(4_000, 500_01)).toBe(large);
  });

  test("a debt that is not overdue has none", () => {
    expect(rowFor(0, 100_00)).toBeUndefined();
  });
});

describe("the table a provider starts with", () => {
  test("is valid", () => {
    expect(validatePolicyTable(DEFAULT_POLICY, 60).ok).toBe(true);
  });

  test("has exactly one row for every debt that is overdue", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1 }), (daysOverdue, n) => {
        const debt = { daysOverdue, amount: cents(n) };
        expect(DEFAULT_POLICY.filter((row) => covers(row, debt))).toHaveLength(1);
      }),
    );
  });

  test("gives an older debt no less", () => {
    DEFAULT_POLICY.slice(1).forEach((older, i) => {
      const younger = DEFAULT_POLICY[i]!;
      for (const field of ["maxDiscountAtOnce", "maxDiscountSplit", "maxInstalments"] as const) {
        expect(older[field]).toBeGreaterThanOrEqual(younger[field]);
      }
    });
  });

  test("rewards payment at once", () => {
    for (const row of DEFAULT_POLICY) {
      expect(row.maxDiscountAtOnce).toBeGreaterThanOrEqual(row.maxDiscountSplit);
    }
  });
});

describe("a table is refused", () => {
  const bounds: [keyof PolicyRow, number, number, number | null][] = [
    ["daysOverdueFrom", -1, 0, null],
    ["daysOverdueTo", 0, 1, null],
    ["amountFromCents", -1, 0, null],
    ["amountToCents", -1, 0, null],
    ["maxDiscountAtOnce", 1_000_000, 0, 999_999],
    ["maxDiscountSplit", -1, 0, 999_999],
    ["maxInstalments", 13, 1, 12],
    ["maxInstalments", 0, 1, 12],
    ["minInstalmentCents", 0, 1, null],
    ["latestFirstDueDays", 91, 0, 90],
    ["latestFirstDueDays", 1.5, 0, 90],
    ["offerStandsDays", 0, 1, 90],
  ];

  test.each(bounds)("for a %s of %d, with its row and bounds", (field, asked, min, max) => {
    const first = aRow({ daysOverdueTo: 30 });
    const second = { ...aRow({ daysOverdueFrom: 31 }), [field]: asked };
    const table = field === "daysOverdueTo" ? [{ ...first, [field]: asked }] : [first, second];
    expect(validatePolicyTable(table, 12)).toEqual({
      ok: false,
      refusal: {
        code: "policy_value_out_of_bounds",
        row: table.length,
        field,
        asked,
        min,
        max,
      },
    });
  });

  test("when two rows are for one debt, naming both", () => {
    const table = [
      aRow({ daysOverdueTo: 30 }),
      aRow({ daysOverdueFrom: 31, daysOverdueTo: 60 }),
      aRow({ daysOverdueFrom: 30, daysOverdueTo: 40 }),
    ];
    expect(validatePolicyTable(table, 12)).toEqual({
      ok: false,
      refusal: { code: "policy_rows_overlap", row: 3, other: 1 },
    });
  });

  test("when a row repeats the one before it", () => {
    expect(validatePolicyTable([aRow(), aRow()], 12)).toMatchObject({
      refusal: { code: "policy_rows_overlap", row: 2, other: 1 },
    });
  });

  test("but not for a gap, nor for the same days with other amounts", () => {
    const table = [
      aRow({ amountToCents: cents(100_00) }),
      aRow({ amountFromCents: cents(200_00), maxDiscountAtOnce: percent(20) }),
    ];
    expect(validatePolicyTable(table, 12)).toEqual({ ok: true, value: table });
  });
});

test("in a valid table no debt has two rows, so the order of the rows changes no answer", () => {
  const ranges = fc.array(
    fc.record({ from: fc.nat(9), days: fc.nat(4), cents: fc.nat(9), more: fc.nat(4) }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(ranges, fc.nat(12), fc.nat(12), (rows, daysOverdue, amount) => {
      const table = rows.map((r) =>
        aRow({
          daysOverdueFrom: r.from,
          daysOverdueTo: r.from + r.days,
          amountFromCents: cents(r.cents),
          amountToCents: cents(r.cents + r.more),
        }),
      );
      const debt = { daysOverdue, amount: cents(amount) };
      const found = table.filter((row) => covers(row, debt));
      if (found.length > 1) expect(validatePolicyTable(table, 60).ok).toBe(false);
      if (validatePolicyTable(table, 60).ok) {
        expect(findRow([...table].reverse(), debt)).toBe(findRow(table, debt));
      }
    }),
  );
});
