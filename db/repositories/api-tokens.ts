import { and, eq, isNull, sql } from "drizzle-orm";
import type { ApiScope, ApiToken } from "#core/access/api-token.ts";
import type { AdministrationUnit } from "#core/administration-ports.ts";
import { apiToken } from "../schema/http.ts";
import type { Scope } from "./scope.ts";

type Methods = Pick<AdministrationUnit, "addApiToken" | "revokeApiToken">;

export const apiTokenMethods = ({ tx, actor }: Scope): Methods => ({
  async addApiToken({ name, scopes, operator, tokenSha256 }) {
    const added = await tx
      .insert(apiToken)
      .values({
        name,
        scopes: [...scopes],
        operatorId: operator,
        tokenSha256,
        madeBy: actor.id,
      })
      .onConflictDoNothing()
      .returning({ id: apiToken.id });
    return added.length === 1;
  },
  async revokeApiToken(name): Promise<ApiToken | undefined> {
    const [revoked] = await tx
      .update(apiToken)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(apiToken.name, name), isNull(apiToken.revokedAt)))
      .returning({ scopes: apiToken.scopes, operator: apiToken.operatorId });
    return revoked && { name, operator: revoked.operator, scopes: revoked.scopes as ApiScope[] };
  },
});
