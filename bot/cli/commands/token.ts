import { createHash, randomBytes } from "node:crypto";
import { API_SCOPES } from "#core/access/api-token.ts";
import type { OperatorId } from "#core/ids.ts";
import { addApiToken } from "#core/use-cases/add-api-token.ts";
import { revokeApiToken } from "#core/use-cases/revoke-api-token.ts";
import { ask, mustHold } from "../call.ts";
import { define, needed } from "../command.ts";
import { choice, id, list, text } from "../readers.ts";
import { table } from "../render.ts";

const TOKEN_BYTES = 32;
/** So that whoever finds one in a file knows what it is, and programs that look for secrets do too. */
const TOKEN_PREFIX = "acordo_";

const NAME = needed("--name <name>", "the token's name", text(100));

export const tokenAdd = define({
  name: "token add",
  help: "Makes a token for another system to call the API with. It is shown once: only a digest of it is kept. It acts as an operator, with that operator's permissions and as long as the operator is active.",
  example: "--name billing --acts-as billing --scopes payments,imports",
  flags: {
    name: NAME,
    operator: needed("--acts-as <id>", "the operator's id", id<OperatorId>("an operator's id")),
    scopes: needed(
      "--scopes <scopes>",
      `what it is for: ${API_SCOPES.join(", ")}`,
      list(choice(API_SCOPES)),
    ),
  },
  async work(call, asked) {
    const token = TOKEN_PREFIX + randomBytes(TOKEN_BYTES).toString("base64url");
    const tokenSha256 = createHash("sha256").update(token).digest("hex");
    const added = await ask(call, addApiToken, { ...asked, tokenSha256 });
    return {
      json: { ...added, token },
      text: [
        token,
        `Send it as Authorization: Bearer. It acts as ${added.operator} and is good for ${added.scopes.join(", ")}, until it is revoked.`,
      ],
    };
  },
});

export const tokenList = define({
  name: "token list",
  help: "Lists the tokens of other systems, the revoked ones last.",
  example: "--json",
  async work(call) {
    await mustHold(call, "operator.manage");
    const { apiTokens } = await call.open();
    const tokens = (await apiTokens()).map(({ madeAt, revokedAt, ...token }) => ({
      ...token,
      madeAt: madeAt.toISOString(),
      revokedAt: revokedAt === null ? null : revokedAt.toISOString(),
    }));
    const rows = tokens.map(({ scopes, ...token }) => ({ ...token, scopes: scopes.join(", ") }));
    return { json: { tokens }, text: table(rows) };
  },
});

export const tokenRevoke = define({
  name: "token revoke",
  help: "Takes a token back: from the next request on it opens nothing.",
  example: "--name billing",
  flags: { name: NAME },
  async work(call, { name }) {
    const revoked = await ask(call, revokeApiToken, { name });
    return { json: revoked, text: [`Token ${revoked.name} is revoked.`] };
  },
});
