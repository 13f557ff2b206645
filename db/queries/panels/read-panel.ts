import { ZERO } from "#core/money.ts";
import { accept, type Result, refuse } from "#core/result.ts";
import type { Sql } from "#db/client.ts";
import type { Fragment } from "../fragment.ts";
import { checkLimit, cutPage, encodeCursor, type Place, placeAfter, type Sort } from "../keyset.ts";
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
): Promise<Result<Pick<PanelPage<Name>, "rows" | "next">, PanelRefusal>> {
  const limit = checkLimit(query.limit);
  if (!limit.ok) return limit;
  const order = query.order ?? "default";
  const sort = PANELS[panel].orders[order];
  if (sort === undefined) {
    const known = PANEL_ORDERS.filter((one) => PANELS[panel].orders[one] !== undefined);
    return refuse({ code: "order_unknown", panel, got: order, known });
  }
  const scope = `${panel} by ${order}`;
  const place = placeAfter(sort, scope, query.after);
  if (!place.ok) return place;
  const found = await selectRows<PanelRows[Name]>(sql, panel, {
    query,
    sort,
    place: place.value,
    limit: limit.value + 1,
  });
  const page = cutPage(found, limit.value, ({ sortKey, sortId }) =>
    encodeCursor(scope, { key: sortKey, id: sortId }),
  );
  return accept({ rows: page.rows.map(withoutPlace), next: page.next });
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

type Page = {
  readonly query: PanelQuery;
  readonly sort: Sort;
  readonly place: Place;
  readonly limit: number;
};
type Placed<Row> = Row & { readonly sortKey: string | number; readonly sortId: string | number };

async function selectRows<Row>(
  sql: Sql,
  panel: PanelName,
  { query, sort, place, limit }: Page,
): Promise<Placed<Row>[]> {
  const { table, where, columns, joins } = PANELS[panel];
  const [key, id] = [sql(`p.${sort.column}`), sql(`p.${sort.id.column}`)];
  const { beyond, direction } = inDirection(sql, sort);
  return await sql<Placed<Row>[]>`
    select ${columns(sql, query.today)}, ${key} as "sortKey", ${id} as "sortId"
    from ${sql(table)} p ${joins(sql)}
    where ${where(sql, query.today)} ${filtersOf(sql, PANELS[panel], query)}
      and (${key}, ${id}) ${beyond} (${place.key}, ${place.id})
    order by ${key} ${direction}, ${id} ${direction}
    limit ${limit}`;
}

const inDirection = (
  sql: Sql,
  { direction }: Sort,
): { readonly beyond: Fragment; readonly direction: Fragment } =>
  direction === "ascending"
    ? { beyond: sql`>`, direction: sql`asc` }
    : { beyond: sql`<`, direction: sql`desc` };

function withoutPlace<Row>({ sortKey: _, sortId: __, ...row }: Placed<Row>): Row {
  return row as unknown as Row;
}
