import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { counts, customer, empty, importRecords, importText, reasons } from "./fixture.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => empty(database.sql));

const names = async () =>
  (await database.sql`select name from customer order by id`).map(({ name }) => name);

const importCustomers = (csv: string | Uint8Array) =>
  importText(database.sql, csv, { type: "customer" });

describe("a CSV file", () => {
  test("may have semicolons, CRLF, a byte order mark and blank lines", async () => {
    const report = await importCustomers("\uFEFFid;name;city\r\n1;Ana;Olinda\r\n\r\n2;Bia;\r\n");
    expect(counts(report)).toMatchObject({ read: 2, created: 2, rejected: 0 });
    expect(await names()).toEqual(["Ana", "Bia"]);
  });

  test("may be in windows-1252", async () => {
    await importCustomers(Buffer.from("id,name\n1,José\n2,Conceição\n", "latin1"));
    expect(await names()).toEqual(["José", "Conceição"]);
  });

  test("loses one line to a stray quote, wherever it stands, and no other", async () => {
    const report = await importCustomers(
      'id,name\n1,"Ana"\n2,Bi"a\n3,"Caio\n4,Davi\n5,"Eva"\n6,"Fabio ""Fafá"" Lima"\n',
    );
    expect(report.rejected.map(({ line, field }) => `${line} ${field}`)).toEqual([
      "3 line",
      "4 line",
    ]);
    expect(await names()).toEqual(["Ana", "Davi", "Eva", 'Fabio "Fafá" Lima']);
    expect(counts(report)).toMatchObject({ read: 6, created: 4, rejected: 2 });
  });

  test("loses one line to a quote that is never closed", async () => {
    const report = await importCustomers('id,name\n1,"Ana\n2,Bia\n3,Caio');
    expect(reasons(report)).toHaveLength(1);
    expect(await names()).toEqual(["Bia", "Caio"]);
  });

  test("may break a line inside a quoted cell; later lines keep their numbers", async () => {
    const report = await importCustomers('id,name,city\n1,"Ana\nMaria",Olinda\n2,Bia\n');
    expect(await names()).toEqual(["Ana\nMaria"]);
    expect(reasons(report)).toEqual(['4 line: "2" cells, but the header has 3']);
  });

  test("is not read at all by a header that it cannot be read by", async () => {
    const unknown = await importCustomers("id,nome\n1,Ana\n2,Bia\n");
    expect(counts(unknown)).toEqual({ read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 });
    expect(unknown.unreadable).toEqual({
      line: 1,
      field: "nome",
      reason: expect.stringMatching(/^nome: not a field of this type; expected id, name/),
    });
    const reasonOf = async (text: string, type?: "customer") =>
      (await importText(database.sql, text, { type })).unreadable?.reason;
    expect(await reasonOf("name\nAna\n", "customer")).toMatch(/^id: missing/);
    expect(await reasonOf("id,id\n1,2\n", "customer")).toMatch(/^id: stands twice/);
    expect(await reasonOf('id,n"ame\n1,Ana\n', "customer")).toMatch(/^line: a quote stands/);
    expect(await reasonOf("id,name\n1,Ana\n")).toMatch(/^type: missing/);
    expect(await names()).toEqual([]);
  });

  test("leaves the columns it does not have, and clears with an empty cell", async () => {
    await importRecords(database.sql, [customer("1", { city: "Olinda", email: "a@b.com.br" })]);
    expect(counts(await importCustomers("id,city\n1,\n"))).toMatchObject({ updated: 1 });
    const [row] = await database.sql`select name, city, email from customer`;
    expect(row).toEqual({ name: "Customer 1", city: null, email: "a@b.com.br" });
  });

  test("may write money, days and steps the Brazilian way", async () => {
    await importRecords(database.sql, [customer("1")]);
    const report = await importText(
      database.sql,
      "id;customer;amount;dueDate;remittance;fiscalDocument\nF1;1;1.234,56;05/12/2026;não;NF 123\nF2;1;129.90;2026-12-05;sim;0\nF3;1;1.234;05/12/2026;;\nF4;1;10,00;31/02/2026;;\n",
      { type: "invoice" },
    );
    expect(reasons(report)).toEqual([
      '4 amount: "1.234" is not an amount; expected reais with at most two decimals and no sign, like "129.90"',
      '5 dueDate: "31/02/2026" is not a day of the calendar; expected YYYY-MM-DD or DD/MM/YYYY',
    ]);
    const rows = await database.sql`
      select id, amount_cents, due_date::text, remittance, fiscal_document from invoice order by id`;
    expect([...rows]).toEqual([
      {
        id: "F1",
        amount_cents: 123_456,
        due_date: "2026-12-05",
        remittance: false,
        fiscal_document: true,
      },
      {
        id: "F2",
        amount_cents: 12_990,
        due_date: "2026-12-05",
        remittance: true,
        fiscal_document: false,
      },
    ]);
    const ladder =
      'id;name;steps\n1;A;"10:forward_to_collections;-5:message"\n2;B;"[{""day"":3,""action"":""message""}]"\n';
    expect(counts(await importText(database.sql, ladder, { type: "ladder" }))).toMatchObject({
      created: 2,
    });
    const ladders = await database.sql`select forward_day from ladder order by id`;
    expect(ladders.map(({ forward_day }) => forward_day)).toEqual([10, null]);
  });
});
