import fc from "fast-check";
import { expect, test } from "vitest";
import { readReturnFile } from "#db/queries/returns/read-return-files.ts";
import { dump } from "#test/support/dump.ts";
import { banking, file, paid } from "./support.ts";

const bank = banking();

const INVOICES = 6;
const OWED = 10_000;

/** Caixa's codes: entry, payment, write-off, a code that is no payment, reversal. */
const anEvent = fc.record({
  number: fc.integer({ min: 1, max: INVOICES + 2 }),
  code: fc.constantFrom("01", "21", "21", "21", "22", "02", "06", "33"),
  amount: fc.constantFrom(1, 3_000, 7_000, OWED, 10_250, 15_000),
  day: fc.integer({ min: 25, max: 30 }),
});
const someFiles = fc.array(fc.array(anEvent, { maxLength: 12 }), { minLength: 1, maxLength: 3 });

test("whatever files come: nothing is paid twice, each cent is somewhere, and files again change nothing", async () => {
  let round = 0;
  await fc.assert(
    fc.asyncProperty(someFiles, async (contents) => {
      const b = bank();
      const customer = `C${++round}`;
      const name = (n: number) => `F${round}-${n}`;
      const numberOf = (n: number) => `${round * 100 + n}`;
      const indices = Array.from({ length: INVOICES }, (_, n) => n + 1);
      await b.customer(customer, {
        owing: Object.fromEntries(indices.map((n) => [name(n), ["100.00", "2026-06-28"] as const])),
      });
      for (const n of indices) await b.numbered(name(n), numberOf(n), "104");
      const texts = contents.map((events, at) =>
        file(
          events.map(({ number, code, amount, day }) =>
            paid(numberOf(number).padStart(17, "0"), amount, {
              code,
              occurred: `2026-06-${day}`,
              document: "",
            }),
          ),
          "104",
          `2026-06-${20 + at}`,
        ),
      );
      for (const text of texts) {
        const report = await b.taken(text);
        const { titles, settled, ignored, unmatched, reversed } = report;
        expect(settled + ignored + unmatched + reversed).toBe(titles);
        const sums = await readReturnFile(b.sql, report.file ?? 0);
        if (sums === undefined) throw new Error("the file is not there");
        expect(sums.receivedCents).toBe(
          sums.onInvoicesCents +
            sums.chargesCents +
            sums.creditCents +
            sums.leftOverCents +
            sums.dismissedCents +
            sums.repeatedCents,
        );
      }
      expect(
        await b.sql`
          select i.id from invoice i
          left join (select invoice_id, sum(applied_cents) as applied from payment group by 1) p on p.invoice_id = i.id
          where i.customer_id = ${customer} and (i.paid_cents <> coalesce(p.applied, 0)
            or (i.state = 'paid') <> (i.paid_cents + i.discounted_cents = i.amount_cents) or i.paid_cents > ${OWED})`,
      ).toEqual([]);
      const before = await dump(b.sql);
      for (const text of texts) await b.taken(text);
      expect(await dump(b.sql)).toEqual(before);
    }),
    { numRuns: 40 },
  );
});
