import type { CivilDate } from "#core/calendar.ts";
import type { Cents } from "#core/money.ts";
import type { Sql } from "./client.ts";
import { type AnySql, debtsOf, factsOf, promisesOf } from "./daily-totals/facts.ts";
import { errorCode } from "./errors.ts";
import type { Fragment } from "./queries/fragment.ts";

export type DailyTotal = {
  readonly dimension: "operator" | "city" | "discount" | "lateness";
  readonly kind: string;
  readonly day: CivilDate;
  /** An operator's id, a city (empty where none is known), a band. */
  readonly member: string;
  readonly count: number;
  readonly amountCents: Cents;
};

export type FoldOptions = {
  /** How long to wait for transactions that are writing right now. */
  readonly patienceMs?: number;
  readonly batch?: number;
  /** Stops after about so many events; the rest is for the next time. */
  readonly atMost?: number;
};

/**
 * Folds what happened since the last time into the daily totals, each event once whatever the number of processes. Ids are
 * taken before a transaction commits: up to the newest id seen, one may still appear until every transaction that could hold it
 * has finished, and so long nothing is folded; readers add the rest themselves. How many events were folded.
 */
export async function foldDailyTotals(
  sql: Sql,
  { patienceMs = 0, batch = 50_000, atMost = Number.POSITIVE_INFINITY }: FoldOptions = {},
): Promise<number> {
  const bound = await settledBound(sql, patienceMs);
  if (bound === undefined) return 0;
  let folded = 0;
  for (;;) {
    const step = await foldOnce(sql, { bound, batch });
    folded += step.events;
    if (!step.more || folded >= atMost) return folded;
  }
}

/** The same figures counted anew from the events that are folded. Reads every event: for tests and for doubts. */
export const recountDailyTotals = (sql: Sql): Promise<DailyTotal[]> => sql<DailyTotal[]>`
  select dimension, kind, day, member, count(*) as count, sum(amount_cents)::bigint as "amountCents"
  from (${totalled(sql, sql`e.id <= ${position(sql)}`)}) facts
  group by dimension, kind, day, member
  order by dimension, kind, day, member`;

export const readDailyTotals = (sql: Sql): Promise<DailyTotal[]> => sql<DailyTotal[]>`
  select dimension, kind, day, member, count, amount_cents as "amountCents"
  from daily_total order by dimension, kind, day, member`;

/** Facts of the events that meet a condition, with the dimension and member that they are counted under. */
export const totalled = (sql: AnySql, events: Fragment): Fragment => sql`
  select under.dimension, f.kind, f.day, under.member, f.amount_cents
  from (${factsOf(sql, events)}) f left join customer u on u.id = f.customer_id
  cross join lateral (values ('operator', f.operator), ('city', coalesce(u.city, ''))) under (dimension, member)
  union all
  select 'discount', p.kind, p.day, p.member, p.amount_cents from (${promisesOf(sql, events)}) p
  union all
  select 'lateness', d.kind, d.day, d.member, d.amount_cents from (${debtsOf(sql, events)}) d`;

export const position = (sql: AnySql): Fragment =>
  sql`coalesce((select event_id from daily_total_position), 0)`;

/** The newest event's id, once nothing at or below it can appear any more; undefined when that takes too long. */
async function settledBound(sql: Sql, patienceMs: number): Promise<number | undefined> {
  const [newest] = await sql<{ id: number }[]>`select coalesce(max(id), 0) as id from event`;
  // Whoever holds a lower id has its number already (trigger event_takes_number), and it is below this one.
  const [mine] = await sql<{ number: string }[]>`select pg_current_xact_id()::text as number`;
  if (newest === undefined || mine === undefined) return undefined;
  const patientUntil = performance.now() + patienceMs;
  for (;;) {
    const [finished] = await sql<{ all: boolean }[]>`
      select pg_snapshot_xmin(pg_current_snapshot()) > ${mine.number}::xid8 as all`;
    if (finished?.all === true) return newest.id;
    if (performance.now() >= patientUntil) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const LOCK_NOT_AVAILABLE = "55P03";
const NOTHING = { events: 0, more: false };

type Step = { readonly events: number; readonly more: boolean };

/** Locked before its snapshot is taken: customers, their moves and the position are those of one moment. */
async function foldOnce(
  sql: Sql,
  { bound, batch }: { readonly bound: number; readonly batch: number },
): Promise<Step> {
  try {
    return await sql.begin("isolation level repeatable read", async (tx) => {
      await tx`lock table daily_total_position in exclusive mode nowait`;
      const [{ from }] = await tx<[{ from: number }]>`select ${position(tx)} as from`;
      await followMoves(tx, from);
      if (from >= bound) return NOTHING;
      const [{ to, events }] = await tx<[{ to: number; events: number }]>`
        select max(id) as to, count(*) as events
        from (select id from event where id > ${from} and id <= ${bound} order by id limit ${batch}) next`;
      await add(tx, totalled(tx, tx`e.id > ${from} and e.id <= ${to}`), 1);
      await tx`
        insert into daily_total_position (event_id) values (${to})
        on conflict (one) do update set event_id = excluded.event_id`;
      return { events, more: to < bound };
    });
  } catch (error) {
    // Another process folds.
    if (errorCode(error) === LOCK_NOT_AVAILABLE) return NOTHING;
    throw error;
  }
}

/** A customer's folded figures go from the city they were folded under to the one where the customer lives now. */
async function followMoves(tx: AnySql, upTo: number): Promise<void> {
  const moved = await tx<{ customer: string; city: string }[]>`
    select distinct on (customer_id) customer_id as customer, coalesce(city, '') as city
    from daily_total_move order by customer_id, id`;
  if (moved.length === 0) return;
  const left = tx`jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m (customer text, city text)`;
  const theirs = tx`e.id <= ${upTo} and e.customer_id = any(${moved.map(({ customer }) => customer)})`;
  const facts = factsOf(tx, theirs);
  await add(
    tx,
    tx`
    select 'city' as dimension, f.kind, f.day, m.city as member, f.amount_cents
    from (${facts}) f join ${left} on m.customer = f.customer_id`,
    -1,
  );
  await add(
    tx,
    tx`
    select 'city' as dimension, f.kind, f.day, coalesce(u.city, '') as member, f.amount_cents
    from (${facts}) f join customer u on u.id = f.customer_id`,
    1,
  );
  await tx`delete from daily_total where dimension = 'city' and count = 0`;
  await tx`delete from daily_total_move`;
}

const add = (tx: AnySql, facts: Fragment, sign: 1 | -1) => tx`
  insert into daily_total as t (dimension, kind, day, member, count, amount_cents)
  select dimension, kind, day, member, ${sign} * count(*), ${sign} * sum(amount_cents)
  from (${facts}) facts
  group by dimension, kind, day, member
  on conflict (dimension, kind, day, member) do update
    set count = t.count + excluded.count, amount_cents = t.amount_cents + excluded.amount_cents`;
