import type { ChartPoint } from "#core/charts.ts";
import type { ChartReader } from "./definition.ts";
import { totalsOf } from "./totals.ts";

/**
 * How much of what is in collections grows old from one band of days overdue into the next: 1-30, 31-60, 61-90, 91-180. For each
 * band, of the debts whose time in it ended within the period:
 *
 * - `reached`: those that stood in the band, in collections, without payment or agreement;
 * - `rolled`: those of them that went on into the next band the same way.
 *
 * The rate is rolled / reached, in money. A debt enters with its balance when it is classified, or comes back unpaid from a
 * rescinded agreement; it leaves when it is paid, withdrawn, cancelled or agreed upon. Its due date is the one it was
 * classified with.
 */
export const readRollRates: ChartReader = (sql, { from, to }) => sql<ChartPoint[]>`
  select b.last::text as key, null as name, s.series, s.count, s.amount_cents as "amountCents"
  from (
    select b.last,
      sum(sign * t.count) filter (where t.kind = 'debt_in' or m.n < b.n) as reached,
      sum(sign * t.amount_cents) filter (where t.kind = 'debt_in' or m.n < b.n) as reached_cents,
      sum(sign * t.count) as rolled, sum(sign * t.amount_cents) as rolled_cents
    from ${totalsOf(sql, "lateness", ["debt_in", "debt_out"])} t
    cross join lateral (select case t.kind when 'debt_in' then 1 else -1 end as sign) signed
    join (values (1, '30'), (2, '60'), (3, '90'), (4, '180'), (5, 'over')) m (n, member) on m.member = t.member
    join (values (1, 30), (2, 60), (3, 90), (4, 180)) b (n, last) on m.n <= b.n
      and t.day + b.last + 1 between ${from} and ${to}
    group by b.last) b
  cross join lateral (values
    ('reached', coalesce(b.reached, 0)::bigint, coalesce(b.reached_cents, 0)::bigint),
    ('rolled', b.rolled::bigint, b.rolled_cents::bigint)) s (series, count, amount_cents)
  order by b.last, s.series`;
