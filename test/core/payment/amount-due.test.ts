import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_LOCAL_HOLIDAYS } from "#core/business-days.ts";
import { addDays, date } from "#core/calendar.ts";
import { chargeCaps } from "#core/law/charge-caps.ts";
import { packFor } from "#core/law/rule-pack.ts";
import { cents, percentOf, sumCents } from "#core/money.ts";
import { type AmountDueFacts, amountDue } from "#core/payment/amount-due.ts";

const TODAY = date("2026-07-01");
const pack = packFor(TODAY);
const facts = (more: Partial<AmountDueFacts> = {}): AmountDueFacts => ({
  today: TODAY,
  pack,
  localHolidays: NO_LOCAL_HOLIDAYS,
  charges: { fine: true, interest: true },
  ...more,
});
const anInvoice = (more: Partial<Parameters<typeof amountDue>[0]> = {}) => ({
  amountCents: cents(129_90),
  paidCents: cents(0),
  dueDate: date("2026-06-01"),
  onTimeDiscountCents: cents(0),
  fined: false,
  breaksAfter: undefined,
  ...more,
});

describe("what is owed on an invoice", () => {
  it("is late by 30 days: two per cent once and one per cent for the month, each rounded down", () => {
    expect(amountDue(anInvoice(), facts())).toEqual({
      balanceCents: 129_90,
      onTimeDiscountCents: 0,
      fineCents: 2_59,
      interestCents: 1_29,
      totalCents: 133_78,
      daysLate: 30,
      lateAfter: "2026-06-01",
    });
  });

  it("is its balance alone where contracts know no charges", () => {
    const { totalCents } = amountDue(
      anInvoice({ paidCents: cents(29_90) }),
      facts({ charges: { fine: false, interest: false } }),
    );
    expect(totalCents).toBe(100_00);
  });

  it("has no fine twice", () => {
    expect(amountDue(anInvoice({ fined: true }), facts())).toMatchObject({
      fineCents: 0,
      interestCents: 1_29,
    });
  });

  it("is not late on the Monday after a due date on Saturday, and counts from Saturday on Tuesday", () => {
    const saturday = anInvoice({ dueDate: date("2026-06-27") });
    const monday = facts({ today: date("2026-06-29") });
    expect(amountDue(saturday, monday)).toMatchObject({ totalCents: 129_90, daysLate: 0 });
    const tuesday = facts({ today: date("2026-06-30") });
    expect(amountDue(saturday, tuesday)).toMatchObject({ fineCents: 2_59, daysLate: 3 });
  });

  it("has its on-time discount while it is in time, and none later", () => {
    const invoice = anInvoice({ dueDate: TODAY, onTimeDiscountCents: cents(10_00) });
    expect(amountDue(invoice, facts())).toMatchObject({
      onTimeDiscountCents: 10_00,
      totalCents: 119_90,
    });
    expect(amountDue(invoice, facts({ today: addDays(TODAY, 1) })).onTimeDiscountCents).toBe(0);
  });

  it("is as promised until the promise is broken", () => {
    const promised = anInvoice({ breaksAfter: date("2026-07-10") });
    expect(amountDue(promised, facts())).toMatchObject({ totalCents: 129_90, daysLate: 0 });
    expect(amountDue(promised, facts({ today: date("2026-07-13") })).daysLate).toBe(42);
  });
});

const amount = fc.integer({ min: 1, max: 5_000_00 }).map(cents);

describe("whatever is owed", () => {
  it("is the sum of its parts, grows with every day, and never passes the law's rates", () => {
    fc.assert(
      fc.property(amount, fc.nat(1_700), fc.boolean(), (amountCents, days, fined) => {
        const invoice = anInvoice({ amountCents, fined, dueDate: addDays(TODAY, -days) });
        const due = amountDue(invoice, facts());
        expect(due.totalCents).toBe(
          due.balanceCents - due.onTimeDiscountCents + due.fineCents + due.interestCents,
        );
        expect(due.fineCents * 100).toBeLessThanOrEqual(due.balanceCents * 2);
        expect(due.interestCents * 3_000).toBeLessThanOrEqual(due.balanceCents * due.daysLate);
        const next = amountDue(invoice, facts({ today: addDays(TODAY, 1) }));
        expect(next.totalCents).toBeGreaterThanOrEqual(due.totalCents);
      }),
    );
  });

  it("of many invoices together stays inside what one agreement over them may add", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ amountCents: amount, days: fc.nat(900), fined: fc.boolean() }), {
          minLength: 1,
          maxLength: 30,
        }),
        (many) => {
          const invoices = many.map(({ days, ...rest }) =>
            anInvoice({ ...rest, dueDate: addDays(TODAY, -days) }),
          );
          const due = invoices.map((invoice) => amountDue(invoice, facts()));
          const base = sumCents(due.map((one) => one.balanceCents));
          const caps = chargeCaps(pack, {
            today: TODAY,
            localHolidays: NO_LOCAL_HOLIDAYS,
            oldestDueDate: invoices.map(({ dueDate }) => dueDate).sort()[0]!,
            instalments: 1,
            unfinedBaseCents: sumCents(
              invoices.filter(({ fined }) => !fined).map(({ amountCents }) => amountCents),
            ),
            taxIdKind: "cpf",
            feesReason: false,
          });
          expect(sumCents(due.map((one) => one.fineCents))).toBeLessThanOrEqual(caps.fine.maxCents);
          expect(sumCents(due.map((one) => one.interestCents))).toBeLessThanOrEqual(
            percentOf(caps.increase.max, base),
          );
        },
      ),
    );
  });
});
