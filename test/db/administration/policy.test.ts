import { expect, test } from "vitest";
import { cents, percent } from "#core/money.ts";
import { DEFAULT_POLICY } from "#core/policy/default-policy.ts";
import type { PolicyRow } from "#core/policy/policy-table.ts";
import { savePolicy } from "#core/use-cases/save-policy.ts";
import { readPolicy } from "#db/queries/administration/read-lists.ts";
import { type By, must, opening } from "#test/support/desk.ts";
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

type Opened = ReturnType<typeof office>;

/** As somebody who has just looked at the table. */
const save = async (o: Opened, rows: readonly PolicyRow[], by?: By) =>
  o.ask(savePolicy, { rows, seen: await readPolicy(o.database.sql) }, by);

test("the whole table is replaced, and told with the one before", async () => {
  const o = office();
  const rows = [row(31, null), row(1, 30)];
  const sorted = [row(1, 30), row(31, null)];
  expect(must(await save(o, rows, { as: "gil" }))).toEqual({ rows: sorted });
  expect(await readPolicy(o.database.sql)).toEqual(sorted);
  expect(await told(o, "policy_changed")).toEqual([
    { actor: "gil", before: DEFAULT_POLICY, after: sorted },
  ]);
});

test("nothing happens when it is as it was", async () => {
  const o = office();
  must(await save(o, [...DEFAULT_POLICY].reverse()));
  expect(await told(o, "policy_changed")).toEqual([]);
});

test("refused, changing nothing, with rows that overlap, none, or more instalments than the provider gives", async () => {
  const o = office();
  await o.refused(() => save(o, [row(1, 30), row(30, 60)]), {
    code: "policy_rows_overlap",
    row: 2,
    other: 1,
  });
  await o.refused(() => save(o, []), { code: "policy_empty" });
  must(await o.set("agreement.maxInstalments", "6"));
  await o.refused(() => save(o, [row(1, null)]), {
    code: "policy_value_out_of_bounds",
    row: 1,
    field: "maxInstalments",
    asked: 10,
    max: 6,
  });
  await o.refused(() => save(o, [row(1, null)], { as: "sonia" }), {
    code: "not_permitted",
    permission: "policy.manage",
    role: "supervisor",
  });
});

test("of two who change the table that both saw, the second is told, and the first's change stands", async () => {
  const o = office();
  const seen = await readPolicy(o.database.sql);
  const tables = [[row(1, 30)], [row(10, null)]];
  const answers = await Promise.all(tables.map((rows) => o.ask(savePolicy, { rows, seen })));

  const [saved] = answers.filter(({ ok }) => ok);
  const refused = answers.filter(({ ok }) => !ok);
  expect(refused).toEqual([{ ok: false, refusal: { code: "policy_moved_on" } }]);
  const left = await readPolicy(o.database.sql);
  expect(saved).toMatchObject({ value: { rows: left } });
  expect(await told(o, "policy_changed")).toEqual([
    { actor: "system", before: DEFAULT_POLICY, after: left },
  ]);
});
