import { afterAll, beforeAll, expect, test } from "vitest";
import { LIMIT, placeAfter } from "#db/queries/keyset.ts";
import { PANELS } from "#db/queries/panels/definitions.ts";
import { PANEL_ORDERS } from "#db/queries/panels/panel.ts";
import { PANEL_NAMES } from "#db/queries/panels/panel-names.ts";
import { panelRowsQuery } from "#db/queries/panels/rows-query.ts";
import { buildProvider, TODAY } from "../../../bench/provider.ts";
import { createTestDatabase, type TestDatabase } from "../../../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await buildProvider(database, 6000);
});
afterAll(() => database.close());

const DEFAULT_PAGES = PANEL_NAMES.flatMap((panel) =>
  PANEL_ORDERS.flatMap((order) => {
    const sort = PANELS[panel].orders[order];
    return sort === undefined ? [] : [{ panel, order, sort }];
  }),
);

/** A page by amount of the small, rare ones is sorted: they have no index of their own for it. */
const isRare = (panel: string, order: string): boolean =>
  order === "amount" && (panel === "broken" || panel.startsWith("spc"));

test.each(DEFAULT_PAGES.filter(({ panel, order }) => !isRare(panel, order)))(
  "the first page of $panel by $order goes down an index and stops",
  async ({ panel, order, sort }) => {
    const { sql } = database;
    const first = placeAfter(sort, `${panel} by ${order}`, undefined);
    if (!first.ok) throw new Error(first.refusal.code);
    const selection = { query: { today: TODAY }, sort, place: first.value, limit: LIMIT.initial };
    // So few rows are quicker sorted from a bitmap; what counts is that the index can give them in order.
    const lines = await sql.begin(async (tx) => {
      await tx`set local enable_bitmapscan = off`;
      return await tx<{ "QUERY PLAN": string }[]>`
        explain (costs off) ${panelRowsQuery(sql, panel, selection)}`;
    });
    const plan = lines.map((line) => line["QUERY PLAN"]).join("\n");
    expect(plan).not.toMatch(/Seq Scan on (collection|invoice|customer_panel|customer)\b/);
    // Nothing but the index stands below the limit; what is sorted again above it is one page.
    expect(plan.slice(plan.indexOf("Limit"))).toMatch(/^Limit\n +-> {2}Index Scan/);
  },
);
