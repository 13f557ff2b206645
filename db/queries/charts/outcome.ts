import type { ChartPoint } from "#core/charts.ts";
import { whereOf } from "./collection-filter.ts";
import type { ChartReader } from "./definition.ts";
import { readMonths } from "./totals.ts";

/**
 * What became of the invoices that agreements await, by the month in which the agreement was made.
 *
 * - `settled`: paid in full in an agreement. What was paid stays paid when the agreement is rescinded later.
 * - `pending`: unpaid today, the promise not broken yet.
 * - `broken`: unpaid today, the last day of the promise past (panel 6).
 *
 * Invoices that left their agreement unpaid (rescinded, renegotiated, withdrawn by billing) are in none of them. By operator:
 * who made the agreement.
 */
export const readOutcome: ChartReader = async (sql, asked) => {
  const { today, from, to, only } = asked;
  const settled = await readMonths(sql, { settled_of: "settled" }, asked);
  const unpaid = await sql<ChartPoint[]>`
    select to_char(a.made_on, 'YYYY-MM') as key, null as name,
      case when c.breaks_after < ${today} then 'broken' else 'pending' end as series,
      count(*) as count, sum(c.amount_cents)::bigint as "amountCents"
    from collection c join agreement a on a.number = c.agreement
    where c.stage = 'in agreement' and a.made_on between ${from} and ${to} ${whereOf(sql, only)}
    group by 1, 3`;
  return [...settled, ...unpaid];
};
