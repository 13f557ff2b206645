import type { ChartPoint } from "#core/charts.ts";
import type { ChartReader } from "./definition.ts";
import { totalsOf } from "./totals.ts";

const CITIES = 20;

/**
 * Agreements that came into force in the period (approved ones on the day of the approval), with their totals, whatever became of
 * them, by the city where the customer lives now: the 20 cities with most.
 */
export const readAgreementsByCity: ChartReader = (sql, { from, to }) => sql<ChartPoint[]>`
  select t.member as key, null as name, 'agreements' as series, sum(t.count)::bigint as count,
    sum(t.amount_cents)::bigint as "amountCents"
  from ${totalsOf(sql, "city", ["agreement"])} t
  where t.day between ${from} and ${to}
  group by t.member
  order by sum(t.count) desc, sum(t.amount_cents) desc, t.member
  limit ${CITIES}`;
