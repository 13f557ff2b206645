import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OperatorId } from "#core/ids.ts";
import type { Cents } from "#core/money.ts";
import type { PanelFilters, PanelOrder } from "#db/queries/panels/panel.ts";
import { PANEL_NAMES, type PanelName } from "#db/queries/panels/panel-names.ts";
import { readPanel } from "#db/queries/panels/read-panel.ts";
import { readPanelCounts } from "#db/queries/panels/read-panel-counts.ts";
import { createTestDatabase, type TestDatabase } from "../../../support/database.ts";
import { type Provider, panelRows, TODAY, writeProvider } from "./provider.ts";

let database: TestDatabase;
let provider: Provider;
beforeAll(async () => {
  database = await createTestDatabase();
  provider = await writeProvider(database.sql);
});
afterAll(() => database.close());

const sometimes = <T>(values: readonly T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });

const filters: fc.Arbitrary<PanelFilters> = fc.record({
  search: sometimes(["bruno", "C1", "10000", "F37-4", "NF37-4", "F74-0", "nobody", "%", "a"]),
  city: sometimes(["Recife", "Natal", "Olinda"]),
  operator: sometimes(["op1" as OperatorId, "op2" as OperatorId]),
  daysOverdueFrom: sometimes([0, 3, 7]),
  daysOverdueTo: sometimes([2, 6, 11]),
  amountFrom: sometimes([2000 as Cents, 5000 as Cents]),
  amountTo: sometimes([3000 as Cents, 6000 as Cents]),
});

const CUSTOMERS: readonly PanelName[] = ["classified", "in-contact", "awaiting"];
const NEWEST_FIRST: readonly PanelName[] = ["settled", "spc", "spc-removed"];

const asked = fc.constantFrom(...PANEL_NAMES).chain((panel) =>
  fc.record({
    panel: fc.constant(panel),
    order: fc.constantFrom<PanelOrder>(
      "default",
      "amount",
      ...(CUSTOMERS.includes(panel) ? (["name"] as const) : []),
    ),
    filters: fc.oneof(fc.constant({}), filters),
    limit: fc.integer({ min: 1, max: 30 }),
  }),
);

test("walking the pages of a panel gives each row that passes the filters once, in order", async () => {
  await fc.assert(
    fc.asyncProperty(asked, async ({ panel, order, filters, limit }) => {
      const expected = panelRows(provider, panel, filters);
      const rows: unknown[] = [];
      let after: string | undefined;
      do {
        const query = { ...filters, today: TODAY, order, limit, after };
        const page = await readPanel(database.sql, panel, query);
        if (!page.ok) throw new Error(page.refusal.code);
        const { total, amountCents, next } = page.value;
        expect({ total, amountCents }).toEqual(sum(expected));
        expect(page.value.rows.length).toBeLessThanOrEqual(limit);
        rows.push(...page.value.rows);
        after = next ?? undefined;
      } while (after !== undefined);
      expect(rows).toEqual(inOrder(expected, panel, order).map(({ shown }) => shown));
    }),
    { numRuns: 250 },
  );
});

test("the nine counts are what each panel's own page says", async () => {
  const counts = await readPanelCounts(database.sql, TODAY);
  expect(Object.keys(counts)).toEqual([...PANEL_NAMES]);
  for (const name of PANEL_NAMES) {
    expect(counts[name]).toEqual(sum(panelRows(provider, name, {})));
    expect(counts[name].total).toBeGreaterThan(0);
  }
});

type Rows = ReturnType<typeof panelRows>;

const sum = (rows: Rows) => ({
  total: rows.length,
  amountCents: rows.reduce((total, { amountCents }) => total + amountCents, 0),
});

function inOrder(rows: Rows, panel: PanelName, order: PanelOrder): Rows {
  const key = (row: Rows[number]) =>
    order === "amount" ? row.amountCents : order === "name" ? row.name : row.key;
  const down = order === "amount" || (order === "default" && NEWEST_FIRST.includes(panel));
  const ascending = rows.toSorted((a, b) => compare(key(a), key(b)) || compare(a.id, b.id));
  return down ? ascending.reverse() : ascending;
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
