import type { ChartFilter } from "#core/charts.ts";
import type { Sql } from "#db/client.ts";
import type { Fragment } from "../fragment.ts";

/** Narrows `c`, rows of `collection` or `spc_record`, to an operator or a city; an empty city is the unknown one. */
export function whereOf(sql: Sql, only: ChartFilter | undefined): Fragment {
  if (only === undefined) return sql``;
  return only.city === undefined
    ? sql`and c.operator_id = ${only.operator}`
    : sql`and coalesce(c.city, '') = ${only.city}`;
}
