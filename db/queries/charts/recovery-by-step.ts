import type { ChartPoint } from "#core/charts.ts";
import { whereOf } from "./collection-filter.ts";
import type { ChartReader } from "./definition.ts";

/**
 * Money that came in through agreements, by the step of the ladder that had last been taken when the customer agreed: amounts of
 * the invoices that stand among the settled ones (panel 5) with a day of settlement in the period. The step is the latest one of
 * the ladder, as it is today, whose day had come for the agreement's oldest source on the day the agreement was made.
 * `none`: no step had come yet, or no ladder is followed. By operator: who made the agreement.
 */
export const readRecoveryByStep: ChartReader = (sql, { from, to, only }) => sql<ChartPoint[]>`
  with paid as (
    select c.agreement, count(*) as invoices, sum(c.amount_cents) as amount_cents
    from collection c
    where c.stage = 'settled' and c.settled_on between ${from} and ${to} ${whereOf(sql, only)}
    group by c.agreement)
  select coalesce(step.day || ' ' || step.action, 'none') as key, null as name, 'recovered' as series,
    sum(p.invoices)::bigint as count, sum(p.amount_cents)::bigint as "amountCents"
  from paid p join agreement a on a.number = p.agreement
  cross join lateral (
    select m.due_date, i.ladder_id
    from agreement_invoice m join invoice i on i.id = m.invoice_id
    where m.agreement = p.agreement and m.is_source
    order by m.due_date, m.invoice_id limit 1) oldest
  left join lateral (
    select s.day, s.action from ladder_step s
    where s.ladder_id = oldest.ladder_id and s.day <= a.made_on - oldest.due_date
    order by s.day desc, s.action limit 1) step on true
  group by step.day, step.action
  order by step.day nulls first, step.action`;
