import type { ChartPoint } from "#core/charts.ts";
import { whereOf } from "./collection-filter.ts";
import type { ChartReader } from "./definition.ts";

const WEEK_DAYS = 7;
const FIVE_YEARS_AHEAD_DAYS = 30;

/**
 * Live SPC records that the law wants removed, with the amounts they were registered for, by the deadline:
 *
 * - `late`, `today`, `week` (the next 7 days), `later`: the invoice is paid (panel 8), by the last day on which its record may
 *   still stand;
 * - `five-years`: not paid, but five years old within the next 30 days or already (CDC art. 43, paragraph 1).
 *
 * By operator: who worked the invoice when it was registered.
 */
export const readLegalRisk: ChartReader = (sql, { today, only }) => sql<ChartPoint[]>`
  select r.key, null as name, 'removal' as series, count(*) as count, sum(r.amount_cents)::bigint as "amountCents"
  from (
    select case
        when c.settled_on is null then 'five-years'
        when c.remove_by < ${today} then 'late'
        when c.remove_by = ${today} then 'today'
        when c.remove_by <= ${today}::date + ${WEEK_DAYS}::int then 'week'
        else 'later' end as key, c.amount_cents
    from spc_record c
    where c.removed_on is null
      and (c.settled_on is not null or c.expires_on <= ${today}::date + ${FIVE_YEARS_AHEAD_DAYS}::int)
      ${whereOf(sql, only)}) r
  group by r.key
  order by array_position(array['late', 'today', 'week', 'later', 'five-years'], r.key)`;
