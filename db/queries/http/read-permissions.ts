import type { OperatorId } from "#core/ids.ts";
import type { Sql } from "#db/client.ts";

/** What an operator may do right now; undefined for one who works here no more, or never did. */
export async function readPermissions(
  sql: Sql,
  operator: OperatorId,
): Promise<ReadonlySet<string> | undefined> {
  const [found] = await sql<{ permissions: string[] }[]>`
    select r.permissions from operator o join role r on r.name = o.role
    where o.id = ${operator} and o.active`;
  return found && new Set(found.permissions);
}
