import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, date } from "#core/calendar.ts";
import { packFor } from "#core/law/rule-pack.ts";
import { cents } from "#core/money.ts";
import { applyTitle } from "#core/payment/apply-title.ts";

const DUE = date("2026-06-01"); // a Monday
const INVOICE = {
  amountCents: cents(10_000),
  paidCents: cents(0),
  dueDate: DUE,
  onTimeDiscountCents: cents(0),
  fined: false,
  breaksAfter: undefined,
};
type Said = {
  readonly gross: number;
  readonly interest?: number;
  readonly discount?: number;
  readonly late?: number;
  readonly tolerance?: number;
};
const apply = (
  { gross, interest = 0, discount = 0, late = 0, tolerance = 0 }: Said,
  invoice: Partial<typeof INVOICE> = {},
) => {
  const paidOn = addDays(DUE, late);
  const { applied, chargesCents } = applyTitle(
    { ...INVOICE, ...invoice },
    {
      grossCents: cents(gross),
      interestCents: cents(interest),
      discountCents: cents(discount),
      paidOn,
    },
    { toleranceCents: cents(tolerance), pack: packFor(paidOn), localHolidays: new Set() },
  );
  return {
    settles: applied.settles,
    applied: applied.appliedCents,
    charges: chargesCents,
    credit: applied.creditCents,
    balance: applied.balanceCents,
  };
};

describe("money of a bank's file", () => {
  test("settles what it covers", () => {
    const settled = { settles: true, applied: 10_000, charges: 0, credit: 0, balance: 0 };
    expect(apply({ gross: 10_000 })).toEqual(settled);
    expect(apply({ gross: 9_000 }, { onTimeDiscountCents: cents(1_000) })).toMatchObject({
      settles: true,
      applied: 9_000,
    });
  });

  test("settles with the discount that the bank gave as it was told to", () => {
    expect(apply({ gross: 9_000, discount: 1_000 })).toMatchObject({ settles: true, credit: 0 });
    expect(apply({ gross: 8_999, discount: 1_000 })).toMatchObject({ settles: false });
  });

  test("beyond a late invoice is fine and interest up to what the law lets be asked, then credit", () => {
    // 30 days late: 2 % and 1 %.
    expect(apply({ gross: 10_300, late: 30 })).toEqual({
      settles: true,
      applied: 10_000,
      charges: 300,
      credit: 0,
      balance: 0,
    });
    expect(apply({ gross: 10_450, late: 30 })).toMatchObject({ charges: 300, credit: 150 });
    expect(apply({ gross: 10_450, late: 30 }, { fined: true })).toMatchObject({
      charges: 100,
      credit: 350,
    });
  });

  test("beyond an invoice that is not late is the customer's credit, whatever the bank calls it", () => {
    expect(apply({ gross: 10_300, interest: 300 })).toMatchObject({ charges: 0, credit: 300 });
  });

  test("that does not suffice pays the bank's interest first, and the rest in part", () => {
    expect(apply({ gross: 5_000, interest: 100, late: 30 })).toEqual({
      settles: false,
      applied: 4_900,
      charges: 100,
      credit: 0,
      balance: 5_100,
    });
    expect(apply({ gross: 5_000, interest: 900, late: 30 })).toMatchObject({ charges: 300 });
    expect(apply({ gross: 5_000, late: 30 })).toMatchObject({ charges: 0, applied: 5_000 });
  });

  test("settles when it is short by no more than the tolerance", () => {
    expect(apply({ gross: 9_995, tolerance: 5 })).toMatchObject({ settles: true, applied: 9_995 });
    expect(apply({ gross: 9_994, tolerance: 5 })).toMatchObject({ settles: false, balance: 6 });
  });

  test("never gets lost and never is more than it was", () => {
    const amount = fc.integer({ min: 1, max: 30_000 });
    fc.assert(
      fc.property(
        amount,
        fc.nat(2_000),
        fc.nat(2_000),
        fc.nat(400),
        fc.nat(100),
        fc.nat(9_999),
        fc.nat(2_000),
        (gross, interest, discount, late, tolerance, paidBefore, onTime) => {
          const { settles, applied, charges, credit, balance } = apply(
            { gross, interest, discount, late, tolerance },
            { paidCents: cents(paidBefore), onTimeDiscountCents: cents(onTime) },
          );
          expect(applied + charges + credit).toBe(gross);
          expect(Math.min(applied, charges, credit, balance)).toBeGreaterThanOrEqual(0);
          expect(balance).toBe(settles ? 0 : 10_000 - paidBefore - applied);
          if (!settles) expect(credit).toBe(0);
        },
      ),
    );
  });
});
