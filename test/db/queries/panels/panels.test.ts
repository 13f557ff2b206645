import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { date } from "#core/calendar.ts";
import type { PanelOrder, PanelQuery } from "#db/queries/panels/panel.ts";
import { PANEL_NAMES, type PanelName } from "#db/queries/panels/panel-names.ts";
import { readPanel } from "#db/queries/panels/read-panel.ts";
import { createTestDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertRows } from "../support/rows.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database;
  await insertRows(sql, "customer", [
    { id: "C1", name: "José Antônio", tax_id: "52998224725", city: "São Luís" },
    { id: "C2", name: "100% Fibra_Ltda", tax_id: "12ABC34501DE35", city: "Recife" },
  ]);
  await insertRows(sql, "invoice", [
    { id: "F1", number: "2026/77", customer_id: "C1", amount_cents: 12990, due_date: "2026-09-01" },
    { id: "F2", number: null, customer_id: "C2", amount_cents: 5000, due_date: "2026-09-10" },
  ]);
  await insertRows(
    sql,
    "collection",
    ["F1 C1 12990 2026-09-01", "F2 C2 5000 2026-09-10"].map((line) => {
      const [invoice_id, customer_id, amount_cents, due_date] = line.split(" ");
      return {
        invoice_id,
        customer_id,
        amount_cents,
        due_date,
        stage: "classified",
        since: due_date,
      };
    }),
  );
});
afterAll(() => database.close());

const today = date("2026-10-01");

const read = async (panel: PanelName, query: Partial<PanelQuery> = {}) =>
  await readPanel(database.sql, panel, { today, ...query });

const found = async (search: string): Promise<string[]> => {
  const page = await read("classified", { search });
  if (!page.ok) throw new Error(page.refusal.code);
  return page.value.rows.map((row) => ("customer" in row ? row.customer : ""));
};

describe("a search", () => {
  test.each([
    ["part of a name, without its accents", "jose anto", ["C1"]],
    ["part of a name, in capitals with accents", "ANTÔNIO", ["C1"]],
    ["a tax id with its punctuation", "529.982.247-25", ["C1"]],
    ["the middle of a tax id", "982247", ["C1"]],
    ["an alphanumeric tax id with its punctuation", "12.ABC.345/01DE-35", ["C2"]],
    ["a customer's id", "c2", ["C2"]],
    ["an invoice's id", "F2", ["C2"]],
    ["an invoice's number", "2026/77", ["C1"]],
    ["a percent sign as itself", "100%", ["C2"]],
    ["an underscore as itself", "fibra_", ["C2"]],
    ["nothing but blanks: all", "  ", ["C1", "C2"]],
    ["nobody's name", "Maria", []],
    ["a backslash", "\\", []],
  ])("finds %s", async (_, search, customers) => {
    expect(await found(search)).toEqual(customers);
  });
});

test("an empty panel has no rows, no total and no next page", async () => {
  for (const panel of PANEL_NAMES.filter((name) => name !== "classified")) {
    expect(await read(panel)).toEqual({
      ok: true,
      value: { panel, total: 0, amountCents: 0, rows: [], next: null },
    });
  }
});

describe("what a panel refuses", () => {
  test.each([0, 201, 2.5, -1])("a page of %d rows", async (limit) => {
    expect(await read("pending", { limit })).toEqual({
      ok: false,
      refusal: { code: "limit_out_of_bounds", got: limit, min: 1, max: 200 },
    });
  });

  test("an order that only customers have", async () => {
    expect(await read("pending", { order: "name" })).toEqual({
      ok: false,
      refusal: {
        code: "order_unknown",
        panel: "pending",
        got: "name",
        known: ["default", "amount"] satisfies PanelOrder[],
      },
    });
  });

  const cursor = (content: unknown): string =>
    Buffer.from(JSON.stringify(content)).toString("base64url");

  test.each([
    ["words", "tomorrow"],
    ["nothing", ""],
    ["another shape", cursor({ key: 1 })],
    ["another panel's", cursor(["in-contact by default", "2026-09-01", "C1"])],
    ["another order's", cursor(["classified by amount", 12990, "C1"])],
    ["a day that does not exist", cursor(["classified by default", "2026-02-31", "C1"])],
    ["a number for an id", cursor(["classified by default", "2026-09-01", 1])],
    [
      "a character that the database cannot hold",
      cursor(["classified by default", "2026-09-01", "\0"]),
    ],
  ])("a cursor that is %s", async (_, after) => {
    expect(await read("classified", { after })).toEqual({
      ok: false,
      refusal: { code: "cursor_invalid", got: after, expected: "classified by default" },
    });
  });

  test("not a page's own cursor, which leads to the rest", async () => {
    const first = await read("classified", { limit: 1 });
    const after = first.ok ? (first.value.next ?? "") : "";
    const second = await read("classified", { limit: 1, after });
    expect(second).toMatchObject({
      ok: true,
      value: { total: 2, rows: [{ customer: "C2" }], next: null },
    });
  });
});
