import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type CivilDate, date } from "#core/calendar.ts";
import { SYSTEM_OPERATOR } from "#core/ids.ts";
import { classify } from "#db/classify.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { insertRows } from "./queries/support/rows.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await insertRows(database.sql, "ladder", [{ id: "ten", name: "Ten days", forward_day: 10 }]);
});
afterAll(() => database.close());

let customers = 0;
let customer = "";
beforeEach(async () => {
  const { sql } = database;
  await sql`delete from collection`;
  await sql`delete from invoice`;
  customer = `C${++customers}`;
  await insertRows(sql, "customer", [{ id: customer, name: "Ana Souza", city: "Recife" }]);
});

const owes = (id: string, due_date: string, more: Record<string, unknown> = {}) =>
  insertRows(database.sql, "invoice", [
    { id, due_date, customer_id: customer, ladder_id: "ten", amount_cents: 12990, ...more },
  ]);

const run = (today: CivilDate) =>
  database.db.transaction((tx) => classify(tx, { today, actor: SYSTEM_OPERATOR }));

const stands = async (): Promise<Record<string, unknown>[]> =>
  await database.sql`
    select invoice_id as invoice, stage, amount_cents as cents, due_date as due, city, since::text from collection`;

const history = async (): Promise<Record<string, unknown>[]> =>
  await database.sql`select kind, data from event where customer_id = ${customer} order by id`;

describe("an invoice due on the 1st with a ladder of 10 days", () => {
  test("is not classified on the 10th, and is on the 11th", async () => {
    await owes("F1", "2026-10-01");
    expect(await run(date("2026-10-10"))).toEqual({ classified: 0, released: 0 });
    expect(await run(date("2026-10-11"))).toEqual({ classified: 1, released: 0 });
    expect(await stands()).toMatchObject([
      { invoice: "F1", stage: "classified", cents: 12990, city: "Recife", since: "2026-10-11" },
    ]);
    expect(await history()).toEqual([
      { kind: "invoice_classified", data: { daysOverdue: 10, amountCents: 12990 } },
    ]);
  });

  test("leaves when it was paid, and its history says why", async () => {
    await owes("F2", "2026-10-01");
    await run(date("2026-10-11"));
    await database.sql`update invoice set state = 'paid', paid_cents = amount_cents where id = 'F2'`;
    await database.sql`update collection set recheck = true where invoice_id = 'F2'`;
    expect(await run(date("2026-10-12"))).toEqual({ classified: 0, released: 1 });
    expect(await stands()).toEqual([]);
    expect((await history()).at(-1)).toEqual({
      kind: "invoice_released",
      data: { reason: "paid", from: "classified" },
    });
  });

  test("leaves when its due date moves, and comes back when that day is far enough behind", async () => {
    await owes("F3", "2026-10-01");
    await run(date("2026-10-11"));
    await database.sql`update invoice set due_date = '2026-10-05' where id = 'F3'`;
    await database.sql`update collection set due_date = '2026-10-05', recheck = true where invoice_id = 'F3'`;
    expect(await run(date("2026-10-12"))).toEqual({ classified: 0, released: 1 });
    expect((await history()).at(-1)?.data).toMatchObject({ reason: "no longer overdue" });
    expect(await run(date("2026-10-15"))).toEqual({ classified: 1, released: 0 });
  });

  test("leaves on the day it is five years old, though nothing changed", async () => {
    await owes("F4", "2021-10-20");
    expect(await run(date("2026-10-19"))).toEqual({ classified: 1, released: 0 });
    expect(await run(date("2026-10-20"))).toEqual({ classified: 0, released: 1 });
    expect((await history()).at(-1)?.data).toMatchObject({ reason: "over five years" });
    expect(await run(date("2026-10-20"))).toEqual({ classified: 0, released: 0 });
  });
});

test("runs at the same time classify each invoice once", async () => {
  for (let i = 0; i < 30; i++) await owes(`S${i}`, "2026-10-01");
  const today = date("2026-10-11");
  const runs = await Promise.all([run(today), run(today), run(today)]);
  expect(runs.map(({ classified }) => classified).sort((a, b) => a - b)).toEqual([0, 0, 30]);
  expect(await history()).toHaveLength(30);
});

test("a payment that is being written when the run starts keeps its invoice out", async () => {
  await owes("F5", "2026-10-01");
  const { sql } = database;
  let started: Promise<unknown> = Promise.resolve();
  await sql.begin(async (tx) => {
    await tx`select 1 from customer where id = ${customer} for no key update`;
    started = run(date("2026-10-11"));
    await waitForLock();
    await tx`update invoice set state = 'paid', paid_cents = amount_cents where id = 'F5'`;
  });
  expect(await started).toEqual({ classified: 0, released: 0 });
  expect(await stands()).toEqual([]);
});

async function waitForLock(): Promise<void> {
  for (;;) {
    const waiting = await database.sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (waiting.length > 0) return;
  }
}
