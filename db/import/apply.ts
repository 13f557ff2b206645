import type { LocalHolidays } from "#core/business-days.ts";
import type { CivilDate } from "#core/calendar.ts";
import { settingsFrom } from "#core/settings.ts";
import { masked } from "./masking.ts";
import { type Plan, type Unique, WORK } from "./plan.ts";
import { PLANS } from "./plans.ts";
import type { RecordType } from "./records.ts";
import type { ImportRefusal } from "./refusal.ts";
import { MAX_REJECTIONS, type Refused, type RejectionList, type Tally } from "./report.ts";
import { inTransaction, type Session } from "./session.ts";
import { stageOf } from "./staging.ts";

type Context = { readonly today: CivilDate; readonly rejections: RejectionList };

/** Applies what was staged, type by type, each in one transaction. Imports take turns. */
export async function applyStaged(
  sql: Session,
  types: readonly RecordType[],
  { today, rejections }: Context,
): Promise<Tally> {
  const total: Tally = { created: 0, updated: 0, unchanged: 0 };
  await sql`select pg_advisory_lock(${IMPORT_LOCK})`;
  try {
    const localHolidays = await readLocalHolidays(sql);
    for (const type of types) {
      const plan = PLANS[type]({ today, localHolidays });
      const outcome = await inTransaction(sql, () => applyType(sql, plan));
      total.created += outcome.created;
      total.updated += outcome.updated;
      total.unchanged += outcome.unchanged;
      rejections.addMany(outcome.refused, outcome.refusedCount);
      if (outcome.created + outcome.updated >= WORTH_ANALYSING) {
        await sql.unsafe(`analyze ${plan.table}`);
      }
    }
  } finally {
    await sql`select pg_advisory_unlock(${IMPORT_LOCK})`;
  }
  return total;
}

async function readLocalHolidays(sql: Session): Promise<LocalHolidays> {
  const stored = await sql`select key, value from setting`;
  const settings = settingsFrom(new Map(stored.map(({ key, value }) => [key, value])));
  return new Set(settings["calendar.extraHolidays"]);
}

/** Any number that no other advisory lock of ours has. */
const IMPORT_LOCK = 7_203_001;
const WORTH_ANALYSING = 20_000;

type Outcome = Tally & {
  /** Of the updated: those whose id stands on one line only. */
  updatedOnce: number;
  refused: Refused[];
  refusedCount: number;
};

async function applyType(sql: Session, plan: Plan): Promise<Outcome> {
  const outcome = {
    created: 0,
    updated: 0,
    updatedOnce: 0,
    unchanged: 0,
    refused: [],
    refusedCount: 0,
  };
  const rounds = await prepareRounds(sql, plan.type);
  if (rounds > 1) await applyRepeated(sql, plan, { rounds, outcome });
  else await applyRound(sql, plan, { chosen: "true", outcome });
  await sql.unsafe(`drop table ${AGAIN}`);
  return outcome;
}

const AGAIN = "pg_temp.import_again";

/** A later line with the id of an earlier one is an update of it: it waits for a round of its own. */
async function prepareRounds(sql: Session, type: RecordType): Promise<number> {
  const stage = stageOf(type);
  await sql.unsafe(`
    create temp table import_again on commit drop as
    select line, id, row_number() over (partition by id order by line) as nth from ${stage}
    where id in (select id from ${stage} group by id having count(*) > 1)`);
  await sql.unsafe(`create index on ${AGAIN} (nth); analyze ${AGAIN}`);
  const [found] = await sql.unsafe(`select coalesce(max(nth), 1)::int as rounds from ${AGAIN}`);
  const rounds = Number(found?.rounds);
  if (rounds > 1) await sql.unsafe(`create index on ${stage} (line)`);
  return rounds;
}

/**
 * When all lines together leave every row as it was, as in a second run of the same file, what they did in between is
 * undone: rows that went to and fro would be written for nothing.
 */
async function applyRepeated(
  sql: Session,
  plan: Plan,
  { rounds, outcome }: { rounds: number; outcome: Outcome },
): Promise<void> {
  const repeated = `select t.* from ${plan.current} t where t.id in (select id from ${AGAIN})`;
  await sql.unsafe(`create temp table import_before on commit drop as ${repeated}`);
  await sql`savepoint repeated`;
  for (let round = 1; round <= rounds; round += 1) {
    await applyRound(sql, plan, { chosen: chosenIn(round), outcome });
  }
  const [moved] = await sql.unsafe(
    `select exists (select * from pg_temp.import_before except ${repeated}) as any`,
  );
  if (outcome.created === 0 && outcome.updatedOnce === 0 && moved?.any === false) {
    await sql`rollback to savepoint repeated`;
    outcome.unchanged += outcome.updated;
    outcome.updated = 0;
  }
  await sql.unsafe("drop table pg_temp.import_before");
}

const chosenIn = (round: number): string =>
  round === 1
    ? `not exists (select 1 from ${AGAIN} a where a.line = s.line and a.nth > 1)`
    : `s.line in (select line from ${AGAIN} where nth = ${round})`;

type Round = { readonly chosen: string; readonly outcome: Outcome };

async function applyRound(sql: Session, plan: Plan, { chosen, outcome }: Round): Promise<void> {
  const rows = plan.select.replace("<chosen>", chosen);
  const { count } = await sql.unsafe(`create temp table import_work on commit drop as ${rows}`);
  await sql.unsafe(`analyze ${WORK} (line, id)`);
  if ((await summary(sql)).locking > 0) await lockCustomers(sql, plan);
  for (const unique of plan.uniques) await refuseTaken(sql, plan, unique);
  const { refused, changed, changedOnce } = await summary(sql);
  const first = refused === 0 ? [] : await firstRefused(sql);
  const created = (await sql.unsafe(plan.insert)).count;
  if (plan.update !== undefined && changed > 0) await sql.unsafe(plan.update);
  if (created + changed > 0) for (const statement of plan.after) await sql.unsafe(statement);
  await sql.unsafe(`drop table ${WORK}`);
  outcome.created += created;
  outcome.updated += changed;
  outcome.updatedOnce += changedOnce;
  outcome.unchanged += count - created - changed - refused;
  outcome.refusedCount += refused;
  outcome.refused = [...outcome.refused, ...first].slice(0, MAX_REJECTIONS);
}

async function summary(sql: Session) {
  const [found] = await sql.unsafe(`
    select count(*) filter (where refusal is not null)::int as refused,
           count(*) filter (where locking)::int as locking,
           count(*) filter (where changed)::int as changed,
           count(*) filter (where changed and id not in (select id from ${AGAIN}))::int as changed_once
    from ${WORK}`);
  return {
    refused: Number(found?.refused),
    locking: Number(found?.locking),
    changed: Number(found?.changed),
    changedOnce: Number(found?.changed_once),
  };
}

async function firstRefused(sql: Session): Promise<Refused[]> {
  const rows = await sql.unsafe(`
    select line::float8 as line, refusal from ${WORK}
    where refusal is not null order by line limit ${MAX_REJECTIONS}`);
  return rows.map((row) => refusedFrom(row.line, row.refusal));
}

/**
 * Commands hold their customer's row while they decide. Whatever of theirs is to be changed is looked at again once the
 * rows are ours; they are taken in order of id, so that two who take several never wait for each other.
 */
async function lockCustomers(sql: Session, plan: Plan): Promise<void> {
  if (plan.lockedCustomers === undefined) return;
  const [locked] = await sql.unsafe(`
    select count(*)::int as customers from (
      select id from customer where id in (${plan.lockedCustomers}) order by id for no key update) taken`);
  if (Number(locked?.customers) === 0) return;
  await sql.unsafe(`
    with again as (delete from ${WORK} where locking returning line)
    insert into ${WORK} ${plan.select.replace("<chosen>", "s.line in (select line from again)")}`);
}

/** First those that the table holds already, then all but the first line of those that come twice. */
async function refuseTaken(
  sql: Session,
  plan: Plan,
  { column, field, onlyWithin }: Unique,
): Promise<void> {
  const candidates = `w.refusal is null and w.${column} is not null and (not w.known or w.changed)`;
  const refusal = (by: string) =>
    `set changed = false, refusal = jsonb_build_object('code', 'used_already', 'field', '${field}', 'got', w.${column}, 'expected', ${by})`;
  if (onlyWithin !== true) {
    await sql.unsafe(`
      update ${WORK} w ${refusal("o.id")} from ${plan.table} o
      where ${candidates} and o.${column} = w.${column} and o.id <> w.id`);
  }
  await sql.unsafe(`
    with twice as (
      select w.${column} from ${WORK} w where ${candidates} group by w.${column} having count(*) > 1
    ), ranked as (
      select w.line, first_value(w.line) over same as first_line, first_value(w.id) over same as first_id
      from ${WORK} w join twice using (${column}) where ${candidates}
      window same as (partition by w.${column} order by w.line)
    )
    update ${WORK} w ${refusal("r.first_id")} from ranked r
    where r.line = w.line and r.line > r.first_line`);
}

function refusedFrom(line: unknown, raw: unknown): Refused {
  const refusal = raw as ImportRefusal;
  return {
    line: Number(line),
    refusal: {
      ...refusal,
      ...(refusal.got === undefined ? {} : { got: masked(refusal.got) }),
      ...(refusal.expected === undefined ? {} : { expected: masked(refusal.expected) }),
    },
  };
}
