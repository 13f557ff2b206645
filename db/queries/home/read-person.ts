import type { Permission } from "#core/access/permissions.ts";
import type { OperatorId } from "#core/ids.ts";
import type { Sql } from "#db/client.ts";

/** Who works here, known by the Slack user. */
export type WorkplacePerson = {
  readonly id: OperatorId;
  readonly name: string;
  readonly role: string;
  readonly permissions: ReadonlySet<Permission>;
  readonly slackUser: string;
};

/** Undefined for a Slack user of nobody, and of somebody who works here no more. */
export async function readPerson(
  sql: Sql,
  slackUser: string,
): Promise<WorkplacePerson | undefined> {
  const [found] = await sql<
    (Omit<WorkplacePerson, "permissions"> & { permissions: Permission[] })[]
  >`
    select o.id, o.name, o.role, o.slack_user_id as "slackUser", r.permissions
    from operator o join role r on r.name = o.role
    where o.slack_user_id = ${slackUser} and o.active`;
  return found && { ...found, permissions: new Set(found.permissions) };
}
