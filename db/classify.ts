import { type SQL, sql } from "drizzle-orm";
import { addDays, type CivilDate } from "#core/calendar.ts";
import type { OperatorId } from "#core/ids.ts";
import { mayBeCollected } from "#core/law/deadlines.ts";
import { yearsAfter } from "#core/law/debt.ts";
import { packFor } from "#core/law/rule-pack.ts";
import type { Tx } from "./client.ts";

export type ClassifyRun = { readonly today: CivilDate; readonly actor: OperatorId };

/**
 * `qualifiesForCollection` of core/ladder for all invoices at once: new ones enter panel 1, those that no longer belong leave
 * it. Nothing is read that did not change since the last run, so that its time follows the day's news and not the provider.
 */
export async function classify(
  tx: Tx,
  run: ClassifyRun,
): Promise<{ classified: number; released: number }> {
  const bounds = boundsOf(run.today);
  const { customers, anyToLookAt } = await lockCustomers(tx, bounds);
  if (customers.length === 0) return { classified: 0, released: 0 };
  // Read again under the locks: what was found before them may have been paid meanwhile.
  const locked = sql`(select jsonb_array_elements_text(${JSON.stringify(customers)}::jsonb))`;
  const step = { ...run, bounds, locked };
  const released = anyToLookAt ? await release(tx, step) : 0;
  if (anyToLookAt) await refresh(tx, step);
  const classified = await enter(tx, step);
  return { classified, released };
}

type Bounds = {
  readonly today: CivilDate;
  /** Debts due before it are too old to be collected. */
  readonly oldestDue: CivilDate;
  /** A dispute opened before it and not answered in time is lost (core/law/debt.ts). */
  readonly disputeAnswerDays: number;
};

type Step = ClassifyRun & { readonly bounds: Bounds; readonly locked: SQL };

function boundsOf(today: CivilDate): Bounds {
  const { collectionYears, dispute } = packFor(today).rules;
  let oldestDue = yearsAfter(today, -collectionYears.value);
  while (!mayBeCollected(oldestDue, today)) oldestDue = addDays(oldestDue, 1);
  return { today, oldestDue, disputeAnswerDays: dispute.value.answerDays };
}

/**
 * In order of their ids, so that two runs, or a run and an import, never wait for each other in a circle. As an array, so
 * that the few are looked up by key and never the table joined.
 */
async function lockCustomers(
  tx: Tx,
  bounds: Bounds,
): Promise<{ customers: string[]; anyToLookAt: boolean }> {
  const rows = await tx.execute<{ id: string; any_to_look_at: boolean }>(sql`
    select id, exists (select 1 from collection c where ${toLookAt(bounds)}) as any_to_look_at from customer
    where id = any(array(
      select i.customer_id from ${entering(bounds)}
      union
      select c.customer_id from collection c where ${toLookAt(bounds)}))
    order by id for no key update`);
  return {
    customers: rows.map(({ id }) => id),
    anyToLookAt: rows[0]?.any_to_look_at ?? false,
  };
}

/** By the index invoice_candidates, one range for each ladder. */
const entering = (bounds: Bounds): SQL => sql`
  ladder l join invoice i on i.ladder_id = l.id and i.due_date <= ${bounds.today}::date - l.forward_day
    and i.due_date >= ${bounds.oldestDue} and i.state = 'open' and not i.in_collection
    and not ${disputed(bounds)}`;

/**
 * Classified rows that may have to leave: changed outside, come of age, or with a dispute that nobody answered. Each by an
 * index of its own; who answers a dispute marks the row for a recheck.
 */
const toLookAt = ({ oldestDue }: Bounds): SQL => sql`
  c.stage = 'classified' and c.invoice_id in (
    select invoice_id from collection where recheck
    union all
    select invoice_id from collection where stage = 'classified' and due_date < ${oldestDue}
    union all
    select invoice_id from dispute where answered_on is null)`;

/** `whyNotCollectable` of core/law/debt.ts, as of today. */
const disputed = ({ today, disputeAnswerDays }: Bounds): SQL => sql`
  exists (
    select 1 from dispute d
    where d.customer_id = i.customer_id and d.invoice_id = i.id and d.opened_on <= ${today}
      and (d.upheld or d.answered_on is null
        or d.answered_on > least(${today}::date, d.opened_on + ${disputeAnswerDays}::int)))`;

/** Null while the invoice still belongs to panel 1. The first reason that holds, in the order of the law's own check. */
const reasonToLeave = (bounds: Bounds): SQL => sql`
  case
    when i.state <> 'open' then i.state
    when i.due_date < ${bounds.oldestDue} then 'over five years'
    when ${disputed(bounds)} then 'disputed'
    when l.forward_day is null or i.due_date > ${bounds.today}::date - l.forward_day then 'no longer overdue'
  end`;

const lookedAt = (bounds: Bounds, locked: SQL): SQL => sql`
  select i.id, i.customer_id, i.amount_cents - i.paid_cents as balance_cents, i.due_date, ${reasonToLeave(bounds)} as reason
  from collection c join invoice i on i.id = c.invoice_id left join ladder l on l.id = i.ladder_id
  where c.customer_id in ${locked} and ${toLookAt(bounds)}`;

async function release(tx: Tx, { today, actor, bounds, locked }: Step): Promise<number> {
  return await count(
    tx,
    sql`
    with looked as materialized (${lookedAt(bounds, locked)}),
    gone as (
      delete from collection c using looked k
      where k.reason is not null and c.invoice_id = k.id and c.stage = 'classified'
      returning k.id, k.customer_id, k.reason),
    freed as (
      update invoice i set in_collection = false from gone g where i.id = g.id),
    told as (
      insert into event (kind, customer_id, invoice_id, data, actor, on_date)
      select 'invoice_released', g.customer_id, g.id, jsonb_build_object('reason', g.reason, 'from', 'classified'),
        ${actor}, ${today}
      from gone g order by g.id)
    select count(*)::int as count from gone`,
  );
}

/** Those that stay are shown as they are now, and need not be looked at again. */
async function refresh(tx: Tx, { bounds, locked }: Step): Promise<void> {
  await tx.execute(sql`
    with looked as materialized (${lookedAt(bounds, locked)})
    update collection c set recheck = false, amount_cents = k.balance_cents, due_date = k.due_date
    from looked k
    where c.invoice_id = k.id and c.recheck`);
}

async function enter(tx: Tx, { today, actor, bounds, locked }: Step): Promise<number> {
  return await count(
    tx,
    sql`
    with found as materialized (
      select i.id, i.customer_id, i.amount_cents - i.paid_cents as balance_cents, i.due_date from ${entering(bounds)}),
    entered as (
      insert into collection as c (invoice_id, customer_id, stage, amount_cents, due_date, city, since)
      select f.id, f.customer_id, 'classified', f.balance_cents, f.due_date, u.city, ${today}
      from found f join customer u on u.id = f.customer_id
      where f.customer_id in ${locked}
      on conflict (invoice_id) do nothing
      returning c.invoice_id, c.customer_id, c.amount_cents, c.due_date),
    marked as (
      update invoice i set in_collection = true from entered e where i.id = e.invoice_id),
    told as (
      insert into event (kind, customer_id, invoice_id, data, actor, on_date)
      select 'invoice_classified', e.customer_id, e.invoice_id,
        jsonb_build_object('daysOverdue', ${today}::date - e.due_date, 'amountCents', e.amount_cents), ${actor}, ${today}
      from entered e order by e.customer_id, e.due_date, e.invoice_id)
    select count(*)::int as count from entered`,
  );
}

async function count(tx: Tx, statement: SQL): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(statement);
  return row?.count ?? 0;
}
