import { expect, test } from "vitest";
import { cents, percent } from "#core/money.ts";
import { DEFAULT_POLICY } from "#core/policy/default-policy.ts";
import type { PolicyRow } from "#core/policy/policy-table.ts";
import { savePolicy } from "#core/use-cases/save-policy.ts";
import { readPolicy } from "#db/queries/administration/read-lists.ts";
import { must, opening } from "#test/support/desk.ts";
import { told } from "./support.ts";

const office = opening();

const row = (from: number, to: number | null): PolicyRow => ({
  daysOverdueFrom: from,
  daysOverdueTo: to,
  amountFromCents: cents(1),
  amountToCents: null,
  maxDiscountAtOnce: percent(12.5),
  maxDiscountSplit: percent(0),
  maxInstalments: 10,
  minInstalmentCents: cents(5_000),
  latestFirstDueDays: 5,
  offerStandsDays: 3,
});

test("the whole table is replaced, and told with the one before", async () => {
  const o = office();
  const rows = [row(31, null), row(1, 30)];
  const sorted = [row(1, 30), row(31, null)];
  expect(must(await o.ask(savePolicy, { rows }, { as: "gil" }))).toEqual({ rows: sorted });
  expect(await readPolicy(o.database.sql)).toEqual(sorted);
  expect(await told(o, "policy_changed")).toEqual([
    { actor: "gil", before: DEFAULT_POLICY, after: sorted },
  ]);
});

test("nothing happens when it is as it was", async () => {
  const o = office();
  must(await o.ask(savePolicy, { rows: [...DEFAULT_POLICY].reverse() }));
  expect(await told(o, "policy_changed")).toEqual([]);
});

test("refused, changing nothing, with rows that overlap, none, or more instalments than the provider gives", async () => {
  const o = office();
  await o.refused(() => o.ask(savePolicy, { rows: [row(1, 30), row(30, 60)] }), {
    code: "policy_rows_overlap",
    row: 2,
    other: 1,
  });
  await o.refused(() => o.ask(savePolicy, { rows: [] }), { code: "policy_empty" });
  must(await o.set("agreement.maxInstalments", "6"));
  await o.refused(() => o.ask(savePolicy, { rows: [row(1, null)] }), {
    code: "policy_value_out_of_bounds",
    row: 1,
    field: "maxInstalments",
    asked: 10,
    max: 6,
  });
  await o.refused(() => o.ask(savePolicy, { rows: [row(1, null)] }, { as: "sonia" }), {
    code: "not_permitted",
    permission: "policy.manage",
    role: "supervisor",
  });
});

test("two tables saved at once never become one", async () => {
  const o = office();
  const tables = [[row(1, 30)], [row(10, null)]];
  for (const answer of await Promise.all(tables.map((rows) => o.ask(savePolicy, { rows })))) {
    must(answer);
  }
  const [left] = await readPolicy(o.database.sql);
  expect(await readPolicy(o.database.sql)).toHaveLength(1);
  expect(await told(o, "policy_changed")).toMatchObject([
    { before: DEFAULT_POLICY },
    { after: [left] },
  ]);
});
