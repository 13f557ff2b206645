import type { ChartPoint } from "#core/charts.ts";
import type { Sql } from "#db/client.ts";
import { type DailyTotal, position, totalled } from "#db/daily-totals.ts";
import type { Fragment } from "../fragment.ts";
import type { Asked } from "./definition.ts";

/**
 * Rows of daily totals for a FROM clause: what is folded, and the events since then, in one snapshot. Columns: kind, day, member,
 * count, amount_cents.
 */
export const totalsOf = (
  sql: Sql,
  dimension: DailyTotal["dimension"],
  kinds: readonly string[],
): Fragment => sql`(
  select kind, day, member, count, amount_cents from daily_total
  where dimension = ${dimension} and kind = any(${kinds as string[]})
  union all
  select kind, day, member, 1, amount_cents from (${totalled(sql, sql`e.id > ${position(sql)}`)}) tail
  where dimension = ${dimension} and kind = any(${kinds as string[]}))`;

/** By month of the period, in series of one or more kinds, for everybody or for one operator or city. */
export function readMonths(
  sql: Sql,
  kinds: Readonly<Record<string, string>>,
  { from, to, only }: Asked,
) {
  const dimension = only?.city === undefined ? "operator" : "city";
  const member = only?.city ?? only?.operator;
  return sql<ChartPoint[]>`
    select to_char(t.day, 'YYYY-MM') as key, null as name, s.series, sum(t.count)::bigint as count, sum(t.amount_cents)::bigint as "amountCents"
    from ${totalsOf(sql, dimension, Object.keys(kinds))} t
    join jsonb_each_text(${JSON.stringify(kinds)}::jsonb) s (kind, series) on s.kind = t.kind
    where t.day between ${from} and ${to} ${member === undefined ? sql`` : sql`and t.member = ${member}`}
    group by 1, 3 order by 1`;
}
