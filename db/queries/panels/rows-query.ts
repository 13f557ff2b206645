import type postgres from "postgres";
import type { Sql } from "#db/client.ts";
import type { Fragment } from "../fragment.ts";
import type { Place, Sort } from "../keyset.ts";
import type { Placed } from "../page.ts";
import { PANELS } from "./definitions.ts";
import { filtersOf } from "./filters.ts";
import type { PanelQuery, PanelRows } from "./panel.ts";
import type { PanelName } from "./panel-names.ts";

export type Selection = {
  readonly query: PanelQuery;
  readonly sort: Sort;
  readonly place: Place;
  readonly limit: number;
};

/** Runs when it is awaited: down the order's index from the place as far as the limit, and only then to other tables. */
export function panelRowsQuery<Name extends PanelName>(
  sql: Sql,
  panel: Name,
  { query, sort, place, limit }: Selection,
): postgres.PendingQuery<Placed<PanelRows[Name]>[]> {
  const { table, where, columns, joins } = PANELS[panel];
  const [key, id] = [sql(`p.${sort.column}`), sql(`p.${sort.id.column}`)];
  const { beyond, direction } = inDirection(sql, sort);
  const order = sql`order by ${key} ${direction}, ${id} ${direction}`;
  return sql<Placed<PanelRows[Name]>[]>`
    select ${columns(sql, query.today)}, ${key} as "sortKey", ${id} as "sortId"
    from (
      select p.* from ${sql(table)} p
      where ${where(sql, query.today)} ${filtersOf(sql, PANELS[panel], query)}
        and (${key}, ${id}) ${beyond} (${place.key}, ${place.id})
      ${order} limit ${limit}) p
    ${joins(sql)}
    ${order}`;
}

const inDirection = (
  sql: Sql,
  { direction }: Sort,
): { readonly beyond: Fragment; readonly direction: Fragment } =>
  direction === "ascending"
    ? { beyond: sql`>`, direction: sql`asc` }
    : { beyond: sql`<`, direction: sql`desc` };
