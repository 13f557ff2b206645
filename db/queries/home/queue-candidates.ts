import type { CivilDate } from "#core/calendar.ts";
import type { CustomerId, OperatorId } from "#core/ids.ts";
import type { Dispute } from "#core/law/facts.ts";
import type { Cents } from "#core/money.ts";
import type { ContactMark } from "#core/work/contact-records.ts";
import type { Sql } from "#db/client.ts";
import type { Fragment } from "../fragment.ts";
import { RECOVERY } from "./recovery.ts";

export type QueueAsked = {
  readonly operator: OperatorId;
  readonly today: CivilDate;
  readonly nowMs: number;
};

export type CandidateDebt = {
  readonly amountCents: Cents;
  readonly dueDate: CivilDate;
  readonly breaksAfter: CivilDate | null;
  readonly disputes: readonly Dispute[];
};

export type QueueCandidate = {
  readonly customer: CustomerId;
  readonly name: string;
  readonly city: string | null;
  readonly state: string | null;
  /** The operator who asks has it already. */
  readonly mine: boolean;
  readonly debts: readonly CandidateDebt[];
  readonly marks: readonly ContactMark[];
  readonly contactedAtMs: readonly number[];
};

/** So many of each list are compared: the time does not grow with the number of customers. */
const COMPARED = 100;
/** So many of the best are looked at by the law. */
const LOOKED_AT = 40;
const LOOKED_BACK_MS = 9 * 24 * 3_600_000;

/**
 * The best accounts by what is expected (recovery.ts): of the operator's own customers and of nobody's in panels 1 to 3, and
 * of the operator's own broken promises, the largest. Those that another operator has locked, and
 * those of whom nothing is asked for a while (a receipt is being looked at), are left out.
 */
export async function readQueueCandidates(sql: Sql, asked: QueueAsked): Promise<QueueCandidate[]> {
  const { operator, nowMs } = asked;
  const [now, since] = [new Date(nowMs), new Date(nowMs - LOOKED_BACK_MS)];
  return await sql<QueueCandidate[]>`
    with recovery as (
      select * from unnest(${RECOVERY.map((one) => one.upToDays)}::int[], ${RECOVERY.map((one) => one.chance)}::int[])
        as r (up_to_days, chance)
    ), best as (
      select k.customer_id, sum(c.amount_cents * (
        select r.chance from recovery r where ${asked.today}::date - c.due_date <= r.up_to_days
        order by r.up_to_days limit 1)) as expected
      from (${compared(sql, asked)}) k
      join collection c on c.customer_id = k.customer_id and ${toBeWorked(sql, asked)}
      where not exists (
        select from work_lock l
        where l.customer_id = k.customer_id and l.until > ${now} and l.operator_id <> ${operator})
        and not exists (
          select from ladder_hold h
          where h.customer_id = k.customer_id and not h.ended and h.until >= ${asked.today})
      group by k.customer_id
      order by expected desc, k.customer_id limit ${LOOKED_AT}
    )
    select u.id as customer, u.name, u.city, u.state,
      exists (
        select from work_lock l where l.customer_id = u.id and l.until > ${now}) as mine,
      (${debtsOf(sql, asked)}) as debts,
      (select coalesce(jsonb_agg(jsonb_build_object('medium', e.data->>'medium', 'outcome', e.data->>'outcome')
          order by e.id), '[]')
        from event e
        where e.customer_id = u.id and e.kind = 'contact_recorded' and e.data->>'outcome' is not null) as marks,
      (select coalesce(jsonb_agg(floor(extract(epoch from made.at) * 1000)), '[]')
        from (
          select queued_at as at from message
          where customer_id = u.id and status not in ('failed', 'dropped') and queued_at > ${since}
          union all
          select recorded_at from contact
          where customer_id = u.id and direction = 'active' and recorded_at > ${since}) made) as "contactedAtMs"
    from best join customer u on u.id = best.customer_id
    order by best.expected desc, u.id`;
}

/** What the operator can press for: everything of panels 1 to 3, and promises that were not kept. */
const toBeWorked = (sql: Sql, { today }: QueueAsked): Fragment => sql`(
  c.stage in ('classified', 'in contact', 'awaiting negotiation')
  or (c.stage = 'in agreement' and c.breaks_after < ${today}))`;

const compared = (sql: Sql, { operator, today }: QueueAsked): Fragment => sql`
  select q.customer_id
  from unnest(array['classified', 'in contact', 'awaiting negotiation']) s (stage)
  cross join lateral (
    (select p.customer_id from customer_panel p
      where p.stage = s.stage and p.operator_id = ${operator}
      order by p.amount_cents desc, p.customer_id desc limit ${COMPARED})
    union all
    (select p.customer_id from (
        select * from customer_panel where stage = s.stage
        order by amount_cents desc, customer_id desc limit ${COMPARED}) p
      where p.operator_id is null)) q
  union
  select b.customer_id from (
    select customer_id from collection
    where operator_id = ${operator} and stage = 'in agreement' and breaks_after < ${today}
    order by amount_cents desc, invoice_id desc limit ${COMPARED}) b`;

const debtsOf = (sql: Sql, asked: QueueAsked): Fragment => sql`
  select jsonb_agg(jsonb_build_object('amountCents', c.amount_cents, 'dueDate', c.due_date,
    'breaksAfter', c.breaks_after, 'disputes', (
      select coalesce(jsonb_agg(jsonb_build_object('openedOn', d.opened_on, 'answer',
        case when d.answered_on is null then null
          else jsonb_build_object('on', d.answered_on, 'upheld', coalesce(d.upheld, false)) end)), '[]')
      from dispute d where d.customer_id = u.id and d.invoice_id = c.invoice_id)))
  from collection c where c.customer_id = u.id and ${toBeWorked(sql, asked)}`;
