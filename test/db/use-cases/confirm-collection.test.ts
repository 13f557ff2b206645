import { expect, test } from "vitest";
import { must, opening } from "#test/support/desk.ts";
import { events, stages } from "#test/support/look.ts";

const provider = opening();

const OWING = { A: ["129.90", "2026-05-01"], B: ["50.00", "2026-06-01"] } as const;

test("confirming opens the account with all invoices in contact, and only those", async () => {
  const p = provider();
  await p.customer("C1", { owing: OWING });
  must(await p.classify());
  must(await p.start("C1", ["A"], { as: "ana" }));
  expect(must(await p.confirm("C1", { as: "ana" }))).toEqual({
    customer: "C1",
    invoices: ["A"],
    stage: "awaiting negotiation",
    account: 1,
  });
  expect(await stages(p.database.sql, "C1")).toBe("A: awaiting negotiation, B: classified");
  expect(await p.database.sql`select customer_id, opened_by, opened_on::text from account`).toEqual(
    [{ customer_id: "C1", opened_by: "ana", opened_on: "2026-07-01" }],
  );
});

test("the account is one for ever: later invoices join it, and it says once that it was opened", async () => {
  const p = provider();
  const { sql } = p.database;
  await p.customer("C1", { owing: OWING });
  await p.customer("C2", { owing: { Z: ["10.00", "2026-05-01"] } });
  must(await p.classify());
  must(await p.start("C1", ["A"]));
  const { account } = must(await p.confirm("C1"));
  must(await p.start("C2"));
  expect(must(await p.confirm("C2")).account).not.toBe(account);

  must(await p.pay("A"));
  must(await p.start("C1", ["B"], { on: "2026-07-20" }));
  expect(must(await p.confirm("C1", { on: "2026-07-20" })).account).toBe(account);
  expect(await sql`select count(*)::int as n from account where customer_id = 'C1'`).toEqual([
    { n: 1 },
  ]);
  expect(await events(sql, "account_opened")).toHaveLength(2);
});

test("the day since which an invoice waits is the day it came to the stage", async () => {
  const p = provider();
  await p.customer("C1", { owing: OWING });
  must(await p.classify());
  must(await p.start("C1", ["A"], { on: "2026-07-02" }));
  must(await p.confirm("C1", { on: "2026-07-03" }));
  const rows = await p.database.sql`select since::text from collection order by invoice_id`;
  expect(rows).toEqual([{ since: "2026-07-03" }, { since: "2026-07-01" }]);
});

test("refused, changing nothing, without an invoice in contact", async () => {
  const p = provider();
  await p.customer("C1", { owing: OWING });
  await p.refused(() => p.confirm("nobody"), { code: "customer_unknown", customer: "nobody" });
  must(await p.classify());
  await p.refused(() => p.confirm("C1"), { code: "nothing_in_contact", stages: ["classified"] });
  must(await p.start("C1"));
  must(await p.confirm("C1"));
  await p.refused(() => p.confirm("C1"), {
    code: "nothing_in_contact",
    stages: ["awaiting negotiation"],
  });
});
