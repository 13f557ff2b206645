import type { ApiScope } from "#core/access/api-token.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { OperatorId } from "#core/ids.ts";
import type { Sql } from "../client.ts";

/** Another system that showed its token, and what the operator that it acts as may do right now. */
export type ApiCaller = {
  readonly token: string;
  readonly scopes: readonly ApiScope[];
  readonly operator: OperatorId;
  readonly permissions: ReadonlySet<string>;
};

/** Undefined for a token that nobody made, that was revoked, or whose operator works here no more. Notes the day of use. */
export async function findApiCaller(
  sql: Sql,
  tokenSha256: string,
  today: CivilDate,
): Promise<ApiCaller | undefined> {
  const [found] = await sql<(Omit<ApiCaller, "permissions"> & { permissions: string[] })[]>`
    with found as (
      select t.id, t.name, t.scopes, t.operator_id, t.last_used_on, r.permissions
      from api_token t join operator o on o.id = t.operator_id and o.active join role r on r.name = o.role
      where t.token_sha256 = ${tokenSha256} and t.revoked_at is null
    ), used as (
      update api_token t set last_used_on = ${today} from found
      where t.id = found.id and found.last_used_on is distinct from ${today}
    )
    select name as token, scopes, operator_id as operator, permissions from found`;
  return found && { ...found, permissions: new Set(found.permissions) };
}
