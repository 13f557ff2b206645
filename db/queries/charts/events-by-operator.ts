import type { ChartPoint } from "#core/charts.ts";
import { SYSTEM_OPERATOR } from "#core/ids.ts";
import type { ChartReader } from "./definition.ts";
import { totalsOf } from "./totals.ts";

/**
 * What each operator did in the period. `interactions`: as in the chart of interactions. `events`: every other line that the
 * operator's acts left in customers' histories (invoices started, agreements, payments, SPC, tasks, attachments, ...). What
 * the system did by itself is left out.
 */
export const readEventsByOperator: ChartReader = (sql, { from, to }) => sql<ChartPoint[]>`
  select key, name, series, count, 0 as "amountCents"
  from (
    select t.member as key, o.name, case t.kind when 'act' then 'events' else 'interactions' end as series,
      sum(t.count)::bigint as count, sum(sum(t.count)) over (partition by t.member) as of_operator
    from ${totalsOf(sql, "operator", ["act", "contact", "message_email", "message_sms", "message_app"])} t
    left join operator o on o.id = t.member
    where t.day between ${from} and ${to} and t.member <> ${SYSTEM_OPERATOR}
    group by 1, 2, 3) counted
  order by of_operator desc, key, series`;
