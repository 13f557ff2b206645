import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from "fastify";
import { type ApiScope, SCOPE_PERMISSIONS } from "#core/access/api-token.ts";
import type { OperatorId } from "#core/ids.ts";
import { sendProblem } from "./problems.ts";

/** Another system that showed its token, and what the operator that it acts as may do right now. */
export type Caller = {
  readonly token: string;
  readonly scopes: readonly ApiScope[];
  readonly operator: OperatorId;
  readonly permissions: ReadonlySet<string>;
};

/** By the token's SHA-256 in hex; undefined for one that opens nothing. */
export type FindCaller = (tokenSha256: string) => Promise<Caller | undefined>;

const callers = new WeakMap<FastifyRequest, Caller>();

export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (caller === undefined) throw new Error("a route without `admit` asked for its caller");
  return caller;
}

/** Before the body is read: who has no token for this sends nothing. */
export const admit =
  (findCaller: FindCaller, scope: ApiScope): onRequestAsyncHookHandler =>
  async (request, reply) => {
    const token = /^Bearer ([\w.~+/=-]{16,200})$/i.exec(request.headers.authorization ?? "")?.[1];
    const caller = token === undefined ? undefined : await findCaller(sha256(token));
    if (caller === undefined) return refuseStranger(reply);
    const permission = SCOPE_PERMISSIONS[scope];
    if (!caller.scopes.includes(scope)) {
      return refuseScope(reply, `The token has no scope ${scope}. Use one that has.`);
    }
    if (!caller.permissions.has(permission)) {
      return refuseScope(
        reply,
        `The operator that the token acts as does not hold the permission ${permission}.`,
      );
    }
    callers.set(request, caller);
    return undefined;
  };

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const refuseStranger = (reply: FastifyReply): FastifyReply =>
  sendProblem(reply.header("www-authenticate", "Bearer"), {
    code: "token_invalid",
    status: 401,
    detail: "No token that is valid came. Send Authorization: Bearer and the token.",
  });

const refuseScope = (reply: FastifyReply, detail: string): FastifyReply =>
  sendProblem(reply.header("www-authenticate", 'Bearer error="insufficient_scope"'), {
    code: "not_permitted",
    status: 403,
    detail,
  });
