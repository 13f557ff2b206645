import type { ChartPoint } from "#core/charts.ts";
import { whereOf } from "./collection-filter.ts";
import type { ChartReader } from "./definition.ts";

/**
 * Money that was agreed upon and falls due in the next 30 days, today included: the balance of the unpaid invoices of
 * agreements by their due date. What fell due before is not in it. By operator: who made the agreement.
 */
export const readForecast: ChartReader = (sql, { from, to, only }) => sql<ChartPoint[]>`
  select c.due_date as key, null as name, 'agreed' as series, count(*) as count,
    sum(c.amount_cents)::bigint as "amountCents"
  from collection c
  where c.stage = 'in agreement' and c.due_date between ${from} and ${to} ${whereOf(sql, only)}
  group by c.due_date order by c.due_date`;
