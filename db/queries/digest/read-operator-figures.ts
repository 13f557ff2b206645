import type { CivilDate } from "#core/calendar.ts";
import {
  type DigestPromise,
  type DigestTask,
  type Listed,
  NAMED_IN_DIGEST,
  type OperatorFigures,
} from "#core/digest/operator-digest.ts";
import type { DigestPeriod } from "#core/digest/period.ts";
import type { OperatorId } from "#core/ids.ts";
import type { Sql } from "#db/client.ts";
import { listed, readOperatorRemovals } from "./read-removals.ts";

export type OperatorFiguresAsked = {
  readonly operator: OperatorId;
  readonly day: CivilDate;
  readonly period: DigestPeriod;
};

/** Undefined for an operator who does not exist or works here no more. */
export async function readOperatorFigures(
  sql: Sql,
  { operator, day, period }: OperatorFiguresAsked,
): Promise<OperatorFigures | undefined> {
  const [found] = await sql<{ name: string }[]>`
    select name from operator where id = ${operator} and active`;
  if (found === undefined) return undefined;
  const [tasks, promises, broken, removals] = await Promise.all([
    readTasks(sql, operator, day),
    readPromises(sql, operator, { from: day, to: day }),
    readPromises(sql, operator, period),
    readOperatorRemovals(sql, { operator, day }, NAMED_IN_DIGEST),
  ]);
  return { operator, name: found.name, tasks, promises, broken, removals };
}

async function readTasks(
  sql: Sql,
  operator: OperatorId,
  day: CivilDate,
): Promise<OperatorFigures["tasks"]> {
  const rows = await sql<(DigestTask & { today: number; late: number })[]>`
    select t.customer_id as customer, u.name, t.title, t.due_on as "dueOn", t.due_time as "dueTime",
      count(*) filter (where t.due_on = ${day}) over () as today,
      count(*) filter (where t.due_on < ${day}) over () as late
    from task t join customer u on u.id = t.customer_id
    where t.assignee = ${operator} and t.status = 'open' and t.due_on <= ${day}
    order by t.due_on, t.due_time nulls last, t.id limit ${NAMED_IN_DIGEST}`;
  const { today, late } = rows[0] ?? { today: 0, late: 0 };
  return { today, late, first: rows.map(({ today: _, late: __, ...task }) => task) };
}

/** Invoices of agreements that are unpaid and whose last day lies in the period, the largest first. */
async function readPromises(
  sql: Sql,
  operator: OperatorId,
  { from, to }: DigestPeriod,
): Promise<Listed<DigestPromise>> {
  const rows = await sql<(DigestPromise & { total: number; sum: number })[]>`
    select c.customer_id as customer, u.name, c.invoice_id as invoice, i.number, c.agreement,
      c.amount_cents as "amountCents", c.breaks_after as "lastDay",
      count(*) over () as total, (sum(c.amount_cents) over ())::bigint as sum
    from collection c
    join customer u on u.id = c.customer_id
    left join invoice i on i.id = c.invoice_id
    where c.stage = 'in agreement' and c.breaks_after between ${from} and ${to} and c.operator_id = ${operator}
    order by c.amount_cents desc, c.invoice_id limit ${NAMED_IN_DIGEST}`;
  return listed(rows);
}
