import type { ChartPoint } from "#core/charts.ts";
import type { ChartReader } from "./definition.ts";
import { totalsOf } from "./totals.ts";

/**
 * Invoices of agreements that were paid in full in the period, by the day on which the payment was booked, with their amounts,
 * by the operator who made the agreement.
 */
export const readSettledByOperator: ChartReader = (sql, { from, to }) => sql<ChartPoint[]>`
  select t.member as key, o.name, 'settled' as series, sum(t.count)::bigint as count,
    sum(t.amount_cents)::bigint as "amountCents"
  from ${totalsOf(sql, "operator", ["settled"])} t left join operator o on o.id = t.member
  where t.day between ${from} and ${to}
  group by t.member, o.name
  order by sum(t.amount_cents) desc, t.member`;
