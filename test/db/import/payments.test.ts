import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cents, formatAmount } from "#core/money.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import {
  collect,
  contract,
  counts,
  customer,
  empty,
  type Fields,
  importRecords,
  invoice,
  payment,
  reasons,
} from "./fixture.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await empty(database.sql);
  await take(customer("C"), invoice("F", "C", { chargeNumber: "700" }));
});

const take = (...records: Fields[]) => importRecords(database.sql, records);
const applied = async () =>
  (await database.sql`select applied_cents from payment order by id`).map(
    ({ applied_cents }) => applied_cents,
  );
const rowOf = async (id = "F") =>
  (await database.sql`select state, paid_cents from invoice where id = ${id}`)[0];

describe("a payment", () => {
  test("finds its invoice by id or by charge number", async () => {
    await take(
      payment("A", { invoice: "F", amount: 50 }),
      payment("B", { chargeNumber: "700", amount: 50 }),
    );
    expect(await rowOf()).toEqual({ state: "open", paid_cents: 10_000 });
  });

  test("may name its invoice by both when both lead to it", async () => {
    await take(
      invoice("G", "C", { chargeNumber: "701" }),
      invoice("H", "C", { chargeNumber: "700" }),
    );
    const report = await take(
      payment("A", { invoice: "F", chargeNumber: "700", amount: 50 }),
      payment("B", { invoice: "F", chargeNumber: "701" }),
      payment("D", { invoice: "F", chargeNumber: "1" }),
      payment("E", { invoice: "nothing", chargeNumber: "701" }),
    );
    expect(reasons(report)).toEqual([
      '2 chargeNumber: "701" is not the charge number of invoice "F"; expected both to lead to one invoice',
      '3 chargeNumber: "1" is not the charge number of invoice "F"; expected both to lead to one invoice',
      '4 invoice: "nothing" is neither in the database nor on a good line of this file; import it first',
    ]);
    expect(await rowOf()).toEqual({ state: "open", paid_cents: 5_000 });
    expect(await rowOf("G")).toEqual({ state: "open", paid_cents: 0 });
  });

  test("pays no more than the balance, in the order of the lines; the rest is credit", async () => {
    await take(
      payment("A", { invoice: "F" }),
      payment("B", { chargeNumber: "700" }),
      payment("C", { invoice: "F" }),
    );
    expect(await applied()).toEqual([10_000, 2_990, 0]);
    expect(await rowOf()).toEqual({ state: "paid", paid_cents: 12_990 });
  });

  test("is recorded once, and never edited", async () => {
    await take(payment("A", { invoice: "F", method: "pix" }));
    const report = await take(
      payment("A", { chargeNumber: "700", method: "pix" }),
      payment("A", { invoice: "F", amount: 99, method: "pix" }),
      payment("A", { invoice: "F", paidAt: "2026-11-02", method: "pix" }),
      payment("A", { invoice: "F", method: "cash" }),
      payment("A", { chargeNumber: "701", method: "pix" }),
    );
    expect(counts(report)).toMatchObject({ unchanged: 1, rejected: 4 });
    expect(reasons(report)[0]).toBe(
      '2 amount: "99.00" differs from the payment recorded before (100.00); payments are not edited, expected a new id',
    );
    expect(report.rejected.map(({ field }) => field)).toEqual([
      "amount",
      "paidAt",
      "method",
      "chargeNumber",
    ]);
    expect(await applied()).toEqual([10_000]);
  });

  test("of a deleted invoice is kept, and pays nothing", async () => {
    await take(invoice("G", "C", { state: "deleted" }));
    await take(payment("A", { invoice: "G" }));
    expect(await applied()).toEqual([0]);
    expect(await rowOf("G")).toEqual({ state: "deleted", paid_cents: 0 });
  });

  test("of an invoice that billing calls paid explains it; only what is beyond it is credit", async () => {
    await take(invoice("H", "C", { state: "paid" }), payment("A", { invoice: "H" }));
    await take(payment("B", { invoice: "H" }), payment("D", { invoice: "H" }));
    expect(await applied()).toEqual([10_000, 2_990, 0]);
    expect(await rowOf("H")).toEqual({ state: "paid", paid_cents: 12_990 });
  });

  describe("with the contract's on-time discount taken off", () => {
    const onTime = async (paidAt: string, amount = "119.90") => {
      await take(
        contract("K", "C", { onTimeDiscount: "10.00" }),
        // Due on a Saturday before the holiday of Monday, 2 November.
        invoice("G", "C", { contract: "K", dueDate: "2026-10-31" }),
        payment("A", { invoice: "G", amount, paidAt }),
      );
      return rowOf("G");
    };

    test("settles until the first business day on or after the due date", async () => {
      expect(await onTime("2026-11-03")).toEqual({ state: "paid", paid_cents: 11_990 });
    });

    test("leaves the discount to pay a day later, or when a cent is missing", async () => {
      expect(await onTime("2026-11-04")).toEqual({ state: "open", paid_cents: 11_990 });
      await empty(database.sql);
      await take(customer("C"));
      expect(await onTime("2026-11-03", "119.89")).toEqual({ state: "open", paid_cents: 11_989 });
    });

    test("waits for the end of a holiday of the provider's city too", async () => {
      await database.sql`insert into setting values ('calendar.extraHolidays', '["2026-11-03"]')`;
      try {
        expect(await onTime("2026-11-04")).toEqual({ state: "paid", paid_cents: 11_990 });
      } finally {
        await database.sql`delete from setting`;
      }
    });

    test("stays settled when an older file calls the invoice open", async () => {
      await onTime("2026-11-03");
      const again = invoice("G", "C", { contract: "K", dueDate: "2026-10-31", state: "open" });
      expect(counts(await take(again))).toMatchObject({ unchanged: 1 });
      expect(await rowOf("G")).toEqual({ state: "paid", paid_cents: 11_990 });
    });
  });

  test("by a charge number of several invoices, or of none, is nobody's to guess", async () => {
    await take(invoice("G", "C", { chargeNumber: "700" }));
    const report = await take(
      payment("A", { chargeNumber: "700" }),
      payment("B", { chargeNumber: "1" }),
      { type: "payment", id: "D", amount: 1, paidAt: "2026-11-01" },
    );
    expect(reasons(report)).toEqual([
      '1 chargeNumber: "700" stands on 2 invoices; expected the invoice\'s id instead',
      '2 chargeNumber: "1" is neither in the database nor on a good line of this file; import it first',
      "3 invoice: missing; expected invoice or chargeNumber",
    ]);
  });

  test("of an invoice that an agreement replaced is rejected, naming the agreement", async () => {
    await collect(database.sql, "F", "replaced", 31);
    expect(reasons(await take(payment("A", { invoice: "F" })))[0]).toContain(
      "was replaced in agreement 31",
    );
    expect(await rowOf()).toEqual({ state: "open", paid_cents: 0 });
  });

  test("has the follow-up look at an invoice in collections again", async () => {
    await collect(database.sql, "F", "in agreement", 31);
    await take(payment("A", { invoice: "F", amount: "129.90" }));
    const [row] = await database.sql`select stage, amount_cents, recheck from collection`;
    expect(row).toEqual({ stage: "in agreement", amount_cents: 0, recheck: true });
  });

  test("never loses a centavo: what is applied is what invoices have as paid", async () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(amounts, async (centsPaid) => {
        await empty(database.sql);
        await take(customer("C"), invoice("F", "C"));
        await take(
          ...centsPaid.map((paid, i) =>
            payment(`P${i}`, { invoice: "F", amount: formatAmount(cents(paid)) }),
          ),
        );
        const sum = centsPaid.reduce((total, paid) => total + paid, 0);
        const [{ paid_cents, state } = {}] = [await rowOf()];
        expect(paid_cents).toBe(Math.min(sum, 12_990));
        expect(state).toBe(sum >= 12_990 ? "paid" : "open");
        expect((await applied()).reduce((total, part) => total + part, 0)).toBe(paid_cents);
      }),
      { numRuns: 15 },
    );
  });
});
