import type { ApiToken } from "#core/access/api-token.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { OperatorId } from "#core/ids.ts";
import type { Sql } from "#db/client.ts";

export type ApiTokenEntry = ApiToken & {
  readonly madeBy: OperatorId;
  readonly madeAt: Date;
  readonly lastUsedOn: CivilDate | null;
  readonly revokedAt: Date | null;
};

/** Those that stand first, each by name. */
export const readApiTokens = async (sql: Sql): Promise<ApiTokenEntry[]> =>
  await sql<ApiTokenEntry[]>`
    select name, scopes, operator_id as operator, made_by as "madeBy", made_at as "madeAt",
      last_used_on as "lastUsedOn", revoked_at as "revokedAt"
    from api_token order by revoked_at is not null, name, id`;
