import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { must } from "#test/support/desk.ts";
import { type Office, openOffice } from "#test/support/slack-office.ts";

describe("a panel of 10,000 rows", () => {
  let database: TestDatabase;
  let office: Office;
  beforeAll(async () => {
    database = await createTestDatabase();
    office = await openOffice(database);
  });
  afterAll(async () => {
    await office.close();
    await database.close();
  });

  it("pages, finds and exports like a small one", async () => {
    await manyCustomers(office, 10_000);
    const ana = office.person("ana");
    await ana.openHome();
    await ana.sees("## Painéis");
    await ana.press("home.panel.open", { value: "classified", in: "home" });
    await ana.sees("## Classificados para cobrança");
    expect(ana.screen()).toContain("1 a 10 de 10.000");
    await ana.press("panel.next");
    await ana.sees("11 a 20 de 10.000");
    await ana.press("panel.filter");
    await ana.sees("# Buscar e filtrar");
    await ana.type("text", "M9999");
    await ana.submit();
    await ana.sees("1 a 1 de 1");
    await ana.press("panel.clear");
    await ana.sees("1 a 10 de 10.000");
    await ana.press("panel.csv");
    await ana.sees("10.000 linhas do painel", { withinMs: 30_000 });

    expect(ana.files()[0]?.bytes?.toString("utf8").trimEnd().split("\r\n")).toHaveLength(10_001);
    expect(office.slack.refusedCalls()).toEqual([]);
  }, 60_000);
});

/** As billing would have brought them, all at once. */
async function manyCustomers(office: Office, count: number): Promise<void> {
  const { sql } = office.database;
  await sql`
    insert into customer (id, name, city, state)
    select 'M' || n, repeat('*Zé* <!channel> 😀 ', 20) || n, 'Recife', 'PE' from generate_series(1, ${count}) n`;
  await sql`
    insert into contract (id, customer_id, ladder_id)
    select 'K-M' || n, 'M' || n, 'standard' from generate_series(1, ${count}) n`;
  await sql`
    insert into invoice (id, customer_id, contract_id, ladder_id, amount_cents, due_date)
    select 'F' || n, 'M' || n, 'K-M' || n, 'standard', 10000 + n, date '2026-05-01' from generate_series(1, ${count}) n`;
  must(await office.classify());
}
