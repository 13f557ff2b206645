import type { ApiToken } from "../access/api-token.ts";
import { accept, refuse } from "../result.ts";
import { command } from "./command.ts";
import { record } from "./record.ts";

export type RevokeApiToken = { readonly name: string };

/** Whoever holds it is let in no more, from the next request on. */
export const revokeApiToken = command<RevokeApiToken, ApiToken>(
  "token revoke",
  "operator.manage",
  async (unit, { input: { name } }) => {
    const revoked = await unit.revokeApiToken(name);
    if (revoked === undefined) return refuse({ code: "api_token_unknown", name });
    await record(unit, [{ kind: "api_token_revoked", data: revoked }]);
    return accept(revoked);
  },
);
