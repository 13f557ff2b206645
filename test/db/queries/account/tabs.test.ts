import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CustomerId } from "#core/ids.ts";
import {
  type AccountTabs,
  readAccountTab,
  type TabNumber,
} from "#db/queries/account/read-account-tab.ts";
import type { PageRequest } from "#db/queries/page.ts";
import { createTestDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertRows } from "../support/rows.ts";
import { ANA, TODAY, writeAna } from "./ana.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await writeAna(database.sql);
});
afterAll(() => database.close());

async function tab<Tab extends TabNumber>(
  number: Tab,
  page: PageRequest = {},
): Promise<AccountTabs[Tab]> {
  const read = await readAccountTab(database.sql, ANA, number, { today: TODAY, ...page });
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

describe("tab 1, the invoices that await an agreement", () => {
  test("has each with its balance, days overdue and whether an agreement may take it", async () => {
    const { rows, next } = await tab(1);
    expect(next).toBeNull();
    expect(
      rows.map((row) => [row.invoice, row.balanceCents, row.daysOverdue, row.authorisation]),
    ).toEqual([
      ["F5", 4000, 56, { reason: "in_another_agreement", agreement: 9 }],
      ["F1", 7500, 44, "authorised"],
      ["F2", 5000, 35, { reason: "fiscal_document" }],
    ]);
  });

  test("follows the provider's setting for special cases", async () => {
    await insertRows(database.sql, "setting", [{ key: "authorise.fiscalDocument", value: true }]);
    const { rows } = await tab(1);
    expect(rows.find(({ invoice }) => invoice === "F2")?.authorisation).toBe("authorised");
  });
});

const HAPPENED = [
  { kind: "collection_started", invoice_id: "F1", data: { amountCents: 7500 } },
  { kind: "account_opened", invoice_id: null, data: { account: 31 } },
  { kind: "collection_confirmed", invoice_id: "F1", data: { amountCents: 7500 } },
];

describe("tabs 2 and 3, what happened", () => {
  beforeAll(async () => {
    const { sql } = database;
    await insertRows(
      sql,
      "event",
      [...HAPPENED, ...HAPPENED].map((event, i) => ({
        ...event,
        id: i + 1,
        customer_id: i < 3 ? ANA : "C2",
        actor: "system",
        on_date: "2026-09-01",
      })),
    );
  });

  test("come newest first, all of the customer's in the one and those of an invoice in the other", async () => {
    expect((await tab(2)).rows.map(({ id, kind }) => [id, kind])).toEqual([
      [3, "collection_confirmed"],
      [2, "account_opened"],
      [1, "collection_started"],
    ]);
    expect((await tab(3)).rows.map(({ id, invoice, data }) => [id, invoice, data])).toEqual([
      [3, "F1", { amountCents: 7500 }],
      [1, "F1", { amountCents: 7500 }],
    ]);
  });

  test("go on where the page before ended", async () => {
    const first = await tab(2, { limit: 2 });
    const second = await tab(2, { limit: 2, after: first.next ?? "" });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual([3, 2, 1]);
    expect(second.next).toBeNull();
  });

  test("refuse each other's cursor", async () => {
    const { next } = await tab(2, { limit: 1 });
    const request = { today: TODAY, after: next ?? "" };
    expect(await readAccountTab(database.sql, ANA, 3, request)).toMatchObject({
      ok: false,
      refusal: { code: "cursor_invalid", expected: "invoice history" },
    });
  });
});

describe("tabs 4 to 8, what people wrote, kept and promised to do", () => {
  beforeAll(async () => {
    const { sql } = database;
    const whose = [ANA, "C2", ANA] as const;
    const each = (row: Record<string, unknown>) =>
      whose.map((customer_id, i) => ({ ...row, id: i + 1, customer_id }));
    await insertRows(
      sql,
      "contact",
      each({
        direction: "active",
        medium: "phone",
        subject: "Debt",
        body: "Will pay",
        recorded_by: "op1",
      }),
    );
    await insertRows(
      sql,
      "attachment",
      each({
        name: "id.png",
        media_type: "image/png",
        size_bytes: 10,
        sha256: "00",
        uploaded_by: "op1",
      }),
    );
    await sql`update attachment set deleted_at = now() where id = 3`;
    await insertRows(
      sql,
      "message",
      each({
        recipients: ["ana@example.com"],
        copies: [],
        invoices: ["F1"],
        body: "Pay",
        sent_by: "op1",
      }).map((row, i) => ({ ...row, channel: ["email", "email", "sms"][i] })),
    );
    await insertRows(
      sql,
      "task",
      each({ title: "Call", due_on: "2026-10-20", assignee: "op1", created_by: "op1" }),
    );
  });

  test("show the customer's own, newest first", async () => {
    expect((await tab(4)).rows.map(({ id, body }) => [id, body])).toEqual([
      [3, "Will pay"],
      [1, "Will pay"],
    ]);
    expect((await tab(8)).rows.map(({ id, status }) => [id, status])).toEqual([
      [3, "open"],
      [1, "open"],
    ]);
  });

  test("leave a deleted file out", async () => {
    expect((await tab(5)).rows.map(({ id, name }) => [id, name])).toEqual([[1, "id.png"]]);
  });

  test("keep e-mails apart from SMS and app messages", async () => {
    expect((await tab(6)).rows).toMatchObject([
      { id: 1, channel: "email", recipients: ["ana@example.com"], invoices: ["F1"] },
    ]);
    expect((await tab(7)).rows).toMatchObject([{ id: 3, channel: "sms" }]);
  });
});

describe("tab 9, the agreements", () => {
  const ids = (page: { rows: readonly { invoice: string }[] } | undefined) =>
    page?.rows.map(({ invoice }) => invoice);

  test("has five lists: agreements, their invoices, awaited, past tolerance and paid", async () => {
    const lists = await tab(9);
    expect(lists.agreements?.rows.map(({ id, status }) => [id, status])).toEqual([
      [9, "awaiting approval"],
      [8, "live"],
      [7, "live"],
    ]);
    expect(ids(lists.invoices)).toEqual(["F4", "F3", "F5", "AC7-1", "AC7-2", "AC7-3"]);
    expect(ids(lists.awaiting)).toEqual(["AC7-2", "AC7-3"]);
    expect(ids(lists.pastTolerance)).toEqual(["F3"]);
    expect(ids(lists.paid)).toEqual(["AC7-1"]);
  });

  test("goes on in the list that the cursor came from, and in no other", async () => {
    const first = await tab(9, { limit: 1 });
    const second = await tab(9, { limit: 1, after: first.awaiting?.next ?? "" });
    expect(Object.keys(second)).toEqual(["awaiting"]);
    expect(ids(second.awaiting)).toEqual(["AC7-3"]);
    expect(second.awaiting?.next).toBeNull();
  });

  test("shows the live record at the bureau beside the invoice", async () => {
    await insertRows(database.sql, "spc_record", [
      {
        id: 5,
        invoice_id: "F3",
        customer_id: ANA,
        agreement: 8,
        amount_cents: 6000,
        due_date: "2026-08-10",
        details: "registered",
        registered_on: "2026-10-14",
        registered_by: "op1",
        expires_on: "2031-08-10",
        superseded: false,
      },
    ]);
    expect((await tab(9)).pastTolerance?.rows).toMatchObject([{ invoice: "F3", spcRecord: 5 }]);
  });

  test("refuses a cursor of no list", async () => {
    const request = { today: TODAY, after: "bm90aGluZw" };
    expect(await readAccountTab(database.sql, ANA, 9, request)).toMatchObject({
      ok: false,
      refusal: { code: "cursor_invalid" },
    });
  });
});

test("tab 10 has the customer's connections, each with its exceptions, the latest first", async () => {
  const { sql } = database;
  await insertRows(sql, "connection", [
    { id: "X1", customer_id: ANA, contract_id: "K1", login: "ana1" },
    { id: "X2", customer_id: ANA, contract_id: "K1", login: "ana2" },
    { id: "Y1", customer_id: "C2", contract_id: "K9", login: "other" },
  ]);
  await insertRows(sql, "connection_exception", [
    { id: 1, connection_id: "X1", until: "2026-10-20", reason: "promised", granted_by: "op1" },
    { id: 2, connection_id: "X1", until: "2026-11-20", reason: "hospital", granted_by: "op1" },
  ]);
  const { rows } = await tab(10);
  expect(rows.map(({ connection, status }) => [connection, status])).toEqual([
    ["X1", "normal"],
    ["X2", "normal"],
  ]);
  expect(rows[0]?.exceptions).toEqual([
    { id: 2, until: "2026-11-20", reason: "hospital", grantedBy: "op1" },
    { id: 1, until: "2026-10-20", reason: "promised", grantedBy: "op1" },
  ]);
  const first = await tab(10, { limit: 1 });
  expect((await tab(10, { after: first.next ?? "" })).rows).toHaveLength(1);
});

test("every tab of a customer without anything is empty", async () => {
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 10] as const) {
    const page = await readAccountTab(database.sql, "C9" as CustomerId, number, { today: TODAY });
    expect(page).toEqual({ ok: true, value: { rows: [], next: null } });
  }
});
