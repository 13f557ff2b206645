import type { OperatorId } from "#core/ids.ts";
import type { Sql } from "#db/client.ts";

/** Undefined: works here no more, or is not known in Slack. */
export async function readSlackUser(sql: Sql, operator: OperatorId): Promise<string | undefined> {
  const [found] = await sql<{ slackUser: string | null }[]>`
    select slack_user_id as "slackUser" from operator where id = ${operator} and active`;
  return found?.slackUser ?? undefined;
}
