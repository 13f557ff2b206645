import { ZERO } from "#core/money.ts";
import { accept, type Result, refuse } from "#core/result.ts";
import type { Sql } from "#db/client.ts";
import { type Page, readPage } from "../page.ts";
import { PANELS } from "./definitions.ts";
import { filtersOf } from "./filters.ts";
import {
  PANEL_ORDERS,
  type PanelPage,
  type PanelQuery,
  type PanelRefusal,
  type PanelRows,
  type PanelTotals,
} from "./panel.ts";
import type { PanelName } from "./panel-names.ts";
import { panelRowsQuery } from "./rows-query.ts";

/** A page of a panel with the count and amount of all that the filters let through. */
export async function readPanel<Name extends PanelName>(
  sql: Sql,
  panel: Name,
  query: PanelQuery,
): Promise<Result<PanelPage<Name>, PanelRefusal>> {
  const [page, totals] = await Promise.all([
    readPanelRows(sql, panel, query),
    readPanelTotals(sql, panel, query),
  ]);
  return page.ok ? accept({ panel, ...totals, ...page.value }) : page;
}

/** The rows alone: their time does not grow with the panel. */
export async function readPanelRows<Name extends PanelName>(
  sql: Sql,
  panel: Name,
  query: PanelQuery,
): Promise<Result<Page<PanelRows[Name]>, PanelRefusal>> {
  const order = query.order ?? "default";
  const sort = PANELS[panel].orders[order];
  if (sort === undefined) {
    const known = PANEL_ORDERS.filter((one) => PANELS[panel].orders[one] !== undefined);
    return refuse({ code: "order_unknown", panel, got: order, known });
  }
  const { limit, after } = query;
  return await readPage<PanelRows[Name]>(
    { scope: `${panel} by ${order}`, sort, limit, after },
    async (place, rows) => await panelRowsQuery(sql, panel, { query, sort, place, limit: rows }),
  );
}

export async function readPanelTotals(
  sql: Sql,
  panel: PanelName,
  query: PanelQuery,
): Promise<PanelTotals> {
  const { table, where } = PANELS[panel];
  const [totals] = await sql<PanelTotals[]>`
    select count(*) as total, coalesce(sum(p.amount_cents), 0)::bigint as "amountCents"
    from ${sql(table)} p
    where ${where(sql, query.today)} ${filtersOf(sql, PANELS[panel], query)}`;
  return totals ?? { total: 0, amountCents: ZERO };
}
