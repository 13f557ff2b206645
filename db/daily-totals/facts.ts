import type postgres from "postgres";
import { SYSTEM_OPERATOR } from "#core/ids.ts";
import type { Fragment } from "../queries/fragment.ts";

/** The connection, or a transaction on it. */
export type AnySql = postgres.ISql<{ bigint: number }>;

/**
 * What events say in figures. `events` is a condition on `event e`. Columns: customer_id, day, kind, operator, amount_cents; each
 * row counts once.
 *
 * - `contact`, `message_email`, `message_sms`, `message_app`: an interaction, of who recorded or wrote it;
 * - `act`: any other line of a customer's history, of the person who did it (nothing of the system's own);
 * - `agreement`: made, of who made it (not who approved it), with its total;
 * - `settled`: an invoice of an agreement paid in full, of who made the agreement, on the day it was booked; money that came
 *   in stays come in when the agreement is rescinded later;
 * - `settled_of`: the same on the day on which its agreement was made;
 * - `spc_registered`, `spc_removed`: of who did it.
 */
export const factsOf = (sql: AnySql, events: Fragment): Fragment => sql`
  select e.customer_id, e.on_date as day,
    case e.kind when 'contact_recorded' then 'contact' else 'message_' || (e.data->>'channel') end as kind,
    e.actor as operator, 0::bigint as amount_cents
  from event e where e.kind in ('contact_recorded', 'message_queued') and ${events}
  union all
  select e.customer_id, e.on_date, 'act', e.actor, 0
  from event e
  where e.customer_id is not null and e.actor <> ${SYSTEM_OPERATOR}
    and e.kind not in ('contact_recorded', 'message_queued') and ${events}
  union all
  select e.customer_id, e.on_date, e.kind, e.actor, coalesce((e.data->>'amountCents')::bigint, 0)
  from event e where e.kind in ('spc_registered', 'spc_removed') and ${events}
  union all
  select e.customer_id, e.on_date, 'agreement', a.made_by, (e.data->>'totalCents')::bigint
  from event e join agreement a on a.number = e.agreement
  where e.kind = 'agreement_made' and ${events}
  union all
  select e.customer_id, told.day, told.kind, a.made_by, (e.data->>'amountCents')::bigint
  from event e join agreement a on a.number = e.agreement
  cross join lateral (values ('settled', e.on_date), ('settled_of', a.made_on)) told (kind, day)
  where e.kind = 'invoice_settled' and ${events}`;

/**
 * Promises by the discount that they give, on the day on which they were made. Columns: day, kind, member (see DISCOUNT_BANDS
 * in bands.ts), amount_cents.
 *
 * - `promise`: an agreement that came into force;
 * - `promise_kept`: it was fulfilled;
 * - `promise_undone`: once in force, it was renegotiated, rescinded or lost its object. A renegotiated one that is
 *   rescinded later was undone once.
 */
export const promisesOf = (sql: AnySql, events: Fragment): Fragment => sql`
  select a.made_on as day,
    case e.kind when 'agreement_made' then 'promise' when 'agreement_fulfilled' then 'promise_kept' else 'promise_undone' end
      as kind,
    ${discountBand(sql)} as member, a.total_cents as amount_cents
  from event e join agreement a on a.number = e.agreement
  where e.kind in ('agreement_made', 'agreement_fulfilled', 'agreement_renegotiated', 'agreement_rescinded', 'agreement_voided')
    and (e.kind in ('agreement_made', 'agreement_fulfilled') or ${wasInForce(sql)})
    and ${events}`;

const wasInForce = (sql: AnySql): Fragment => sql`(
  select max(p.kind) filter (where p.kind = 'agreement_made') is not null
    and max(p.kind) filter (where p.kind = 'agreement_renegotiated') is null
  from event p
  where p.customer_id = e.customer_id and p.id < e.id and p.agreement = e.agreement
    and p.kind in ('agreement_made', 'agreement_renegotiated'))`;

/** Of the agreement `a`: the discounts against its base, as the largest percent of the band it falls in. */
export const discountBand = (sql: AnySql): Fragment => sql`(
  select case
    when given.cents = 0 then '0'
    when given.cents * 100 <= a.base_cents * 5 then '5'
    when given.cents * 100 <= a.base_cents * 10 then '10'
    when given.cents * 100 <= a.base_cents * 20 then '20'
    when given.cents * 100 <= a.base_cents * 30 then '30'
    else 'over' end
  from (
    select coalesce(-sum(l.amount_cents), 0) as cents from agreement_line l
    where l.agreement = a.number and l.term in ('discount', 'discountAmount')) given)`;

/**
 * Debts in collections as they age without payment or agreement. Columns: day (the due date that the debt was last classified
 * or created with), kind, member (the band of its lateness on the day of the event), amount_cents.
 *
 * - `debt_in`: classified, or come back from a rescinded agreement unpaid;
 * - `debt_out`: released, cancelled, or taken into an agreement, with the amount it came in with.
 */
export const debtsOf = (sql: AnySql, events: Fragment): Fragment => sql`
  select e.on_date - (e.data->>'daysOverdue')::int as day, 'debt_in' as kind,
    ${latenessBand(sql, sql`(e.data->>'daysOverdue')::int`)} as member, (e.data->>'amountCents')::bigint as amount_cents
  from event e where e.kind = 'invoice_classified' and ${events}
  union all
  select born.due, 'debt_in', ${latenessBand(sql, sql`e.on_date - born.due`)}, ${restored(sql, sql`e`)}
  from event e cross join lateral ${birth(sql)} born
  where e.kind = 'invoice_restored' and not (e.data->>'settled')::boolean and ${events}
  union all
  select born.due, 'debt_out', ${latenessBand(sql, sql`e.on_date - born.due`)}, came.amount_cents
  from event e
  cross join lateral (
    select p.kind not in ${LEAVES(sql)} as is_in,
      case p.kind when 'invoice_restored' then ${restored(sql, sql`p`)} else (p.data->>'amountCents')::bigint end as amount_cents
    from event p
    where p.invoice_id = e.invoice_id and p.id < e.id and (p.kind in ${LEAVES(sql)} or p.kind = 'invoice_classified'
      or p.kind = 'invoice_restored' and not (p.data->>'settled')::boolean)
    order by p.id desc limit 1) came
  cross join lateral ${birth(sql)} born
  where e.kind in ${LEAVES(sql)} and came.is_in and ${events}`;

const LEAVES = (sql: AnySql): Fragment =>
  sql`('invoice_released', 'invoice_entered_agreement', 'invoice_cancelled')`;

const restored = (sql: AnySql, event: Fragment): Fragment =>
  sql`(${event}.data->>'amountCents')::bigint - (${event}.data->>'creditedCents')::bigint`;

/** The due date of the debt, from the event that told it last. */
const birth = (sql: AnySql): Fragment => sql`(
  select case b.kind when 'invoice_classified' then b.on_date - (b.data->>'daysOverdue')::int
    else (b.data->>'dueDate')::date end as due
  from event b
  where b.invoice_id = e.invoice_id and b.id < e.id and b.kind in ('invoice_classified', 'invoice_created')
  order by b.id desc limit 1)`;

/** By the last day of the band, so that bands sort and subtract as numbers. */
const latenessBand = (sql: AnySql, daysLate: Fragment): Fragment => sql`
  case when ${daysLate} <= 30 then '30' when ${daysLate} <= 60 then '60' when ${daysLate} <= 90 then '90'
    when ${daysLate} <= 180 then '180' else 'over' end`;
