import type { CivilDate } from "#core/calendar.ts";
import type { CustomerId, OperatorId } from "#core/ids.ts";
import type { Sql } from "#db/client.ts";

export type HomeTask = {
  readonly id: number;
  readonly title: string;
  readonly customer: CustomerId;
  readonly name: string;
  readonly dueOn: CivilDate;
  readonly dueTime: string | null;
};

export type HomeTasks = { readonly total: number; readonly first: readonly HomeTask[] };

/** The open tasks of an operator, the most urgent first; the index of open tasks by assignee has both answers. */
export async function readHomeTasks(
  sql: Sql,
  assignee: OperatorId,
  limit: number,
): Promise<HomeTasks> {
  const [[counted], first] = await Promise.all([
    sql<{ total: number }[]>`
      select count(*) as total from task where assignee = ${assignee} and status = 'open'`,
    sql<HomeTask[]>`
      select t.id, t.title, t.customer_id as customer, u.name, t.due_on as "dueOn", t.due_time as "dueTime"
      from task t join customer u on u.id = t.customer_id
      where t.assignee = ${assignee} and t.status = 'open'
      order by t.due_on, t.id limit ${limit}`,
  ]);
  return { total: counted?.total ?? 0, first: [...first] };
}
