import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, date, daysBetween } from "#core/calendar.ts";
import { type Cents, cents, percentOf } from "#core/money.ts";
import { DEFAULT_POLICY } from "#core/policy/default-policy.ts";
import { findRow } from "#core/policy/policy-table.ts";
import { makeCounterOffer } from "#core/use-cases/counter-offer.ts";
import { rows } from "#test/db/work/support.ts";
import { aDesk, must, opening } from "#test/support/desk.ts";
import { checkInvariants } from "#test/support/invariants.ts";
import { aProvider, TODAY } from "#test/support/provider.ts";
import { aDebtorInChat, aPhone, DESCRIPTION } from "./support.ts";

const open = opening();

type Agreed = {
  readonly base: Cents;
  readonly total: Cents;
  readonly count: number;
  readonly first: string;
  readonly least: Cents;
};

const step = fc.oneof(
  fc.record({ kind: fc.constant("offers" as const), pick: fc.nat(5) }),
  fc.record({
    kind: fc.constant("counter" as const),
    count: fc.integer({ min: 1, max: 30 }),
    entry: fc.option(fc.integer({ min: 1, max: 500_00 })),
    ahead: fc.integer({ min: -2, max: 60 }),
  }),
);

test("whatever a customer asks for and takes, its agreement is one that the policy makes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.nat(9), async (steps, pick) => {
      const provider = await aProvider(open().database);
      const p = { ...provider, ...aDesk(provider) };
      await aDebtorInChat(p);
      const phone = aPhone(p);
      for (const one of steps) {
        if (one.kind === "offers") must(await phone.offers());
        else {
          await phone.ask(makeCounterOffer, {
            count: one.count,
            firstAmountCents: one.entry === null ? undefined : cents(one.entry),
            firstDue: addDays(TODAY, one.ahead),
            description: DESCRIPTION,
          });
        }
      }
      const { offers } = must(await phone.offers());
      must(await phone.take(offers[pick % offers.length]!.id));
      const [agreed] = (await rows(
        p,
        `select a.base_cents as base, a.total_cents as total, count(*) as count, min(m.due_date)::text as first,
          min(m.amount_cents) as least
        from agreement a join agreement_invoice m on m.agreement = a.number and m.is_awaited
        group by a.number`,
      )) as unknown as Agreed[];
      const row = findRow(DEFAULT_POLICY, { amount: agreed!.base, daysOverdue: 100 })!;
      const { base, total, count, first, least } = agreed!;
      const rate = count === 1 ? row.maxDiscountAtOnce : row.maxDiscountSplit;
      expect(total).toBeGreaterThanOrEqual(base - percentOf(rate, base));
      expect(total).toBeLessThanOrEqual(base);
      expect(count).toBeLessThanOrEqual(row.maxInstalments);
      if (count > 1) expect(least).toBeGreaterThanOrEqual(row.minInstalmentCents);
      expect(daysBetween(TODAY, date(first))).toBeLessThanOrEqual(row.latestFirstDueDays);
      await checkInvariants(p.database.sql);
    }),
    { numRuns: 25 },
  );
}, 60_000);
