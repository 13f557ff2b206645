import { API_SCOPES, type ApiToken, isApiScope } from "../access/api-token.ts";
import type { OperatorId } from "../ids.ts";
import { accept, refuse } from "../result.ts";
import { checkText } from "./check-text.ts";
import { command } from "./command.ts";
import { record } from "./record.ts";

/** The token itself is made, and shown once, by whoever asks; only its SHA-256 (hex) comes here. */
export type AddApiToken = {
  readonly name: string;
  /** As they came from outside. */
  readonly scopes: readonly string[];
  readonly operator: OperatorId;
  readonly tokenSha256: string;
};

/** Lets another system in, as an operator who works here. The built-in one is nobody's to lend. */
export const addApiToken = command<AddApiToken, ApiToken>(
  "token add",
  "operator.manage",
  async (unit, { input: { tokenSha256, ...input } }) => {
    const empty = checkText("name", input.name, 100);
    if (empty !== undefined) return refuse(empty);
    const scopes = input.scopes.filter(isApiScope);
    const unknown = input.scopes.find((scope) => !isApiScope(scope));
    if (unknown !== undefined || scopes.length === 0) {
      return refuse({ code: "api_scope_unknown", got: unknown ?? "", known: API_SCOPES });
    }
    const { operator, name } = input;
    const worker = await unit.lockOperator(operator);
    if (worker === undefined || !worker.active) {
      return refuse({ code: "operator_unknown", operator });
    }
    const token: ApiToken = { name: name.trim(), scopes: [...new Set(scopes)], operator };
    const added = await unit.addApiToken({ ...token, tokenSha256 });
    if (!added) return refuse({ code: "api_token_name_taken", name: token.name });
    await record(unit, [{ kind: "api_token_added", data: token }]);
    return accept(token);
  },
);
