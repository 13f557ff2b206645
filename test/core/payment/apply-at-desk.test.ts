import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, date } from "#core/calendar.ts";
import { packFor } from "#core/law/rule-pack.ts";
import { cents } from "#core/money.ts";
import { amountDue } from "#core/payment/amount-due.ts";
import { applyAtDesk } from "#core/payment/apply-at-desk.ts";
import { applyPayment } from "#core/payment/apply-payment.ts";

const DUE = date("2026-06-01"); // a Monday
const INVOICE = {
  amountCents: cents(10_000),
  paidCents: cents(0),
  dueDate: DUE,
  onTimeDiscountCents: cents(0),
  fined: false,
  breaksAfter: undefined,
};
const localHolidays: ReadonlySet<never> = new Set();
const BOTH = { fine: true, interest: true };
const NONE = { fine: false, interest: false };

const thirtyLate = (amountCents?: number, charges = BOTH) => {
  const paidAt = addDays(DUE, 30);
  const amount = amountCents === undefined ? undefined : cents(amountCents);
  const received = { amountCents: amount, paidAt };
  const { applied, chargesCents } = applyAtDesk(INVOICE, received, {
    pack: packFor(paidAt),
    localHolidays,
    charges,
  });
  const { appliedCents, creditCents, balanceCents, settles } = applied;
  return { appliedCents, chargesCents, creditCents, balanceCents, settles };
};

test("without an amount it is all that is due that day, fine of 2 % and interest of 1 % included", () => {
  const settled = { appliedCents: 10_000, creditCents: 0, balanceCents: 0, settles: true };
  expect(thirtyLate()).toEqual({ ...settled, chargesCents: 300 });
  expect(thirtyLate(undefined, { fine: true, interest: false })).toMatchObject({
    chargesCents: 200,
  });
  expect(thirtyLate(undefined, NONE)).toEqual({ ...settled, chargesCents: 0 });
});

test("above the balance it is late charges as far as they were due, and credit only beyond them", () => {
  expect(thirtyLate(10_120)).toMatchObject({ chargesCents: 120, creditCents: 0, settles: true });
  expect(thirtyLate(10_350)).toMatchObject({ chargesCents: 300, creditCents: 50, settles: true });
  expect(thirtyLate(10_350, NONE)).toMatchObject({ chargesCents: 0, creditCents: 350 });
});

test("below the balance it pays nothing but the balance", () => {
  expect(thirtyLate(9_000)).toMatchObject({ chargesCents: 0, balanceCents: 1_000, settles: false });
});

const anInvoice = fc
  .record({
    amountCents: fc.integer({ min: 1, max: 5_000_000 }),
    paidShare: fc.integer({ min: 0, max: 99 }),
    discount: fc.integer({ min: 0, max: 5_000 }),
    fined: fc.boolean(),
  })
  .map(({ amountCents, paidShare, discount, fined }) => ({
    ...INVOICE,
    fined,
    amountCents: cents(amountCents),
    paidCents: cents(Math.floor((amountCents * paidShare) / 100)),
    onTimeDiscountCents: cents(discount),
  }));
const aPayment = fc.record({
  days: fc.integer({ min: -10, max: 400 }),
  charges: fc.record({ fine: fc.boolean(), interest: fc.boolean() }),
  /** Of the balance, in percent, and cents beyond. */
  share: fc.integer({ min: 0, max: 130 }),
  more: fc.integer({ min: 1, max: 500 }),
});

test("whatever comes, each cent is of the invoice, a late charge or credit, and never more of it than was owed", () => {
  fc.assert(
    fc.property(anInvoice, aPayment, (invoice, { days, charges, share, more }) => {
      const paidAt = addDays(DUE, days);
      const rules = { pack: packFor(paidAt), localHolidays, charges };
      const owed = invoice.amountCents - invoice.paidCents;
      const amountCents = cents(Math.floor((owed * share) / 100) + more);
      const due = amountDue(invoice, { ...rules, today: paidAt });

      const { applied, chargesCents } = applyAtDesk(invoice, { amountCents, paidAt }, rules);

      expect(applied.appliedCents + chargesCents + applied.creditCents).toBe(amountCents);
      expect(applied.appliedCents).toBeLessThanOrEqual(owed);
      expect(chargesCents).toBeLessThanOrEqual(due.fineCents + due.interestCents);
      if (applied.creditCents > 0) expect(chargesCents).toBe(due.fineCents + due.interestCents);
      if (chargesCents > 0) expect(applied.appliedCents).toBe(owed);
      expect(applied.paidCents + applied.discountedCents + applied.balanceCents).toBe(
        invoice.amountCents,
      );
      expect(applied.settles).toBe(applied.balanceCents === 0);
    }),
  );
});

test("all that is due settles to the cent, and with no charges it is as it always was", () => {
  fc.assert(
    fc.property(anInvoice, aPayment, (invoice, { days, charges, more }) => {
      const paidAt = addDays(DUE, days);
      const rules = { pack: packFor(paidAt), localHolidays, charges };
      const { totalCents } = amountDue(invoice, { ...rules, today: paidAt });
      const whole = applyAtDesk(invoice, { paidAt }, rules);
      expect(whole.applied).toMatchObject({ settles: true, creditCents: 0 });
      expect(whole.applied.amountCents + whole.chargesCents).toBe(totalCents);

      for (const amountCents of [undefined, cents(more), cents(totalCents + more)]) {
        const plain = applyAtDesk(invoice, { amountCents, paidAt }, { ...rules, charges: NONE });
        expect(plain).toEqual({
          applied: applyPayment(invoice, { amountCents, paidAt, localHolidays }),
          chargesCents: 0,
        });
      }
    }),
  );
});
