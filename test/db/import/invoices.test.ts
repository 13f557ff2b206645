import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
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
  ladder,
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
  await take(
    customer("C"),
    ladder("L", 10),
    contract("K", "C", { ladder: "L" }),
    invoice("F", "C", { contract: "K" }),
  );
});

const take = (...records: Fields[]) => importRecords(database.sql, records);
const rowOf = async (id = "F") =>
  (
    await database.sql`
    select state, billing_state, amount_cents, paid_cents, due_date::text from invoice where id = ${id}`
  )[0];
const collectionOf = async (id = "F") =>
  (
    await database.sql`
    select stage, amount_cents, due_date::text, recheck from collection where invoice_id = ${id}`
  )[0];

const anAgreement = async (): Promise<number> => {
  const [row] = await database.sql`
    insert into agreement (customer_id, kind, status, tolerance_date, category, base_cents, total_cents, proposal, made_by, made_on)
    values ('C', 'renegotiated', 'live', '2026-12-10', 'x', 1, 1, '{}', 'system', '2026-11-20') returning number`;
  return Number(row?.number);
};

describe("the state of an invoice", () => {
  test("is what billing says, and paid means paid in full", async () => {
    await take(invoice("F", "C", { state: "suspended" }));
    expect(await rowOf()).toMatchObject({ state: "suspended", paid_cents: 0 });
    await take(invoice("F", "C", { state: "paid" }));
    expect(await rowOf()).toMatchObject({
      state: "paid",
      billing_state: "paid",
      paid_cents: 12_990,
    });
  });

  test("stays paid when a payment of ours paid it and an older file calls it open", async () => {
    await take(payment("P", { invoice: "F", amount: "129.90" }));
    const report = await take(invoice("F", "C", { state: "open", description: "older" }));
    expect(counts(report)).toMatchObject({ updated: 1 });
    expect(await rowOf()).toMatchObject({
      state: "paid",
      paid_cents: 12_990,
      billing_state: "open",
    });
  });

  describe("that billing called paid", () => {
    beforeEach(() => take(invoice("F", "C", { state: "paid" })));

    test.each(["open", "suspended", "deleted"] as const)(
      "is %s when billing says so",
      async (state) => {
        expect(counts(await take(invoice("F", "C", { state })))).toMatchObject({ updated: 1 });
        expect(await rowOf()).toMatchObject({ state, billing_state: state, paid_cents: 0 });
        expect(counts(await take(invoice("F", "C", { state })))).toMatchObject({ unchanged: 1 });
      },
    );

    test("keeps of it what payments brought in when billing takes it back", async () => {
      await take(payment("P", { invoice: "F", amount: "100.00" }));
      await take(invoice("F", "C", { state: "open" }));
      expect(await rowOf()).toMatchObject({ state: "open", paid_cents: 10_000 });
      await take(payment("Q", { invoice: "F", amount: "29.90" }));
      expect(await rowOf()).toMatchObject({ state: "paid", paid_cents: 12_990 });
    });

    test("stays paid when payments cover it, with the discount that was let go", async () => {
      await take(
        contract("KD", "C", { onTimeDiscount: "10.00" }),
        invoice("G", "C", { contract: "KD" }),
        payment("P", { invoice: "G", amount: "119.90", paidAt: "2026-10-01" }),
        payment("Q", { invoice: "F", amount: "129.90" }),
      );
      await take(invoice("G", "C", { state: "paid" }));
      await take(invoice("G", "C", { state: "open" }), invoice("F", "C", { state: "open" }));
      expect(await rowOf("G")).toMatchObject({ state: "paid", paid_cents: 11_990 });
      expect(await rowOf("F")).toMatchObject({ state: "paid", paid_cents: 12_990 });
    });

    test("may come back with another amount", async () => {
      await take(payment("P", { invoice: "F", amount: "100.00" }));
      expect(reasons(await take(invoice("F", "C", { state: "open", amount: "99.99" })))).toEqual([
        '1 amount: "99.99" is below the 100.00 already paid; expected that or more',
      ]);
      await take(invoice("F", "C", { state: "open", amount: "110.00" }));
      expect(await rowOf()).toMatchObject({
        state: "open",
        amount_cents: 11_000,
        paid_cents: 10_000,
      });
    });

    test.each(["settled", "replaced"] as const)(
      "is not taken back while it is %s",
      async (stage) => {
        const agreement = await anAgreement();
        await collect(database.sql, "F", stage, agreement);
        const before = await rowOf();
        expect(reasons(await take(invoice("F", "C", { state: "open" })))).toEqual([
          `1 state: "open" would take back the payment that was counted in agreement ${agreement}; expected paid, for a reversal is not taken in by import`,
        ]);
        expect(await rowOf()).toEqual(before);
        await take(payment("P", { invoice: "F", amount: "129.90" }));
        if (stage === "replaced") return;
        expect(counts(await take(invoice("F", "C", { state: "open" })))).toMatchObject({
          updated: 1,
        });
        expect(await rowOf()).toMatchObject({ state: "paid" });
      },
    );

    test("is owed again in collections, and looked at", async () => {
      await collect(database.sql, "F", "classified");
      await take(invoice("F", "C", { state: "open" }));
      expect(await collectionOf()).toMatchObject({ amount_cents: 12_990, recheck: true });
    });
  });

  test("is what an agreement made of it while it is replaced, and paid when billing says so", async () => {
    await collect(database.sql, "F", "replaced", await anAgreement());
    await database.sql`update invoice set state = 'deleted' where id = 'F'`;
    await take(invoice("F", "C", { state: "open", description: "again" }));
    expect(await rowOf()).toMatchObject({ state: "deleted", billing_state: "open" });
    await take(invoice("F", "C", { state: "paid" }));
    expect(await rowOf()).toMatchObject({ state: "paid", paid_cents: 12_990 });
    expect(await collectionOf()).toMatchObject({ stage: "replaced", recheck: true });
  });
});

describe("an invoice in collections", () => {
  test("is looked at again, with its new balance and due date, when they change outside", async () => {
    await collect(database.sql, "F", "classified");
    await take(payment("P", { invoice: "F", amount: "29.90" }));
    expect(await collectionOf()).toMatchObject({ amount_cents: 10_000, recheck: true });
    await database.sql`update collection set recheck = false`;
    await take(invoice("F", "C", { amount: "149.90", dueDate: "2026-12-01" }));
    expect(await collectionOf()).toEqual({
      stage: "classified",
      amount_cents: 12_000,
      due_date: "2026-12-01",
      recheck: true,
    });
    const [panel] = await database.sql`select amount_cents, oldest_due::text from customer_panel`;
    expect(panel).toEqual({ amount_cents: 12_000, oldest_due: "2026-12-01" });
  });

  test("is left alone by a change that collections do not look at", async () => {
    await collect(database.sql, "F", "classified");
    await take(invoice("F", "C", { description: "Internet", remittance: true }));
    expect(await collectionOf()).toMatchObject({ recheck: false });
  });

  test.each(["in agreement", "settled", "replaced"] as const)(
    "keeps amount and due date while it is %s",
    async (stage) => {
      const agreement = await anAgreement();
      await collect(database.sql, "F", stage, agreement);
      const before = await rowOf();
      const report = await take(invoice("F", "C", { amount: "99.90" }));
      expect(reasons(report)).toEqual([
        `1 amount: "99.90" would change it in agreement ${agreement}: rescind it first`,
      ]);
      const later = await take(invoice("F", "C", { dueDate: "2026-12-01" }));
      expect(later.rejected[0]?.field).toBe("dueDate");
      expect(await rowOf()).toEqual(before);
    },
  );
});

describe("an invoice", () => {
  test("cannot become less than what was paid of it", async () => {
    await take(payment("P", { invoice: "F", amount: "100.00" }));
    expect(reasons(await take(invoice("F", "C", { amount: "99.99" })))).toEqual([
      '1 amount: "99.99" is below the 100.00 already paid; expected that or more',
    ]);
    await take(invoice("F", "C", { amount: "100.00" }));
    expect(await rowOf()).toMatchObject({ state: "paid", amount_cents: 10_000 });
  });

  test("has a number that no other has, in the file or in the database", async () => {
    await take(invoice("F", "C", { number: "77" }));
    const report = await take(
      invoice("G", "C", { number: "77" }),
      invoice("H", "C", { number: "78" }),
      invoice("I", "C", { number: "78" }),
      invoice("J", "C"),
      invoice("K", "C"),
    );
    expect(reasons(report)).toEqual([
      '1 number: "77" is used already by "F"; expected one that no other has',
      '3 number: "78" is used already by "H"; expected one that no other has',
    ]);
    expect(counts(report)).toMatchObject({ created: 3 });
  });

  test("stays with its customer", async () => {
    const report = await take(customer("D"), invoice("F", "D"));
    expect(reasons(report)).toEqual([
      '2 customer: "D" would move it to another customer; expected "C"',
    ]);
  });

  test("waits for a command that works on its customer, and is judged by what that left", async () => {
    await collect(database.sql, "F", "classified");
    const agreement = await anAgreement();
    let done = () => {};
    const command = database.sql.begin(async (tx) => {
      await tx`select 1 from customer where id = 'C' for no key update`;
      await tx`update collection set stage = 'in agreement', agreement = ${agreement},
        tolerance_date = '2026-12-10', breaks_after = '2026-12-10' where invoice_id = 'F'`;
      await new Promise<void>((resolve) => {
        done = resolve;
      });
    });
    const importing = take(invoice("F", "C", { amount: "10.00" }));
    await untilSomebodyWaits();
    done();
    await command;
    expect((await importing).rejected[0]?.reason).toMatch(/in agreement \d+: rescind it first/);
  });
});

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [found] = await database.sql`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    if (Number(found?.waiting) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
