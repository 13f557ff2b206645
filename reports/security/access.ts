import type { FastifyReply, FastifyRequest } from "fastify";
import type { Permission } from "#core/access/permissions.ts";
import type { OperatorId } from "#core/ids.ts";
import { type Asked, isGoodLink } from "../links.ts";
import { createSessions, type Sessions } from "./sessions.ts";

export type AccessPorts = {
  /** 32 random bytes that all processes share. */
  readonly secret: Uint8Array;
  /** The address under which people reach the server. */
  readonly publicUrl: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What an operator may do right now; undefined for one who works here no more. */
  readonly permissionsOf: (operator: OperatorId) => Promise<ReadonlySet<string> | undefined>;
};

export type Visitor = {
  readonly operator: OperatorId;
  readonly permissions: ReadonlySet<string>;
};

export type Access = {
  readonly sessions: Sessions;
  readonly isGoodLink: (asked: Asked) => boolean;
  /** Whose session it is, with what that person may do at this moment. */
  readonly visitorOf: (request: FastifyRequest) => Promise<Visitor | undefined>;
  readonly personOf: (operator: OperatorId) => Promise<Visitor | undefined>;
  /** By a link for just this document, or by the session of somebody who may see it. */
  readonly mayOpen: (
    request: FastifyRequest,
    asked: Omit<Asked, "query">,
    permissions: readonly Permission[],
  ) => Promise<boolean>;
};

export function createAccess(ports: AccessPorts): Access {
  const sessions = createSessions(ports);
  async function personOf(operator: OperatorId): Promise<Visitor | undefined> {
    const permissions = await ports.permissionsOf(operator);
    return permissions && { operator, permissions };
  }
  async function visitorOf({ headers }: FastifyRequest): Promise<Visitor | undefined> {
    const operator = sessions.operatorOf(headers.cookie);
    return operator === undefined ? undefined : personOf(operator);
  }
  const isGood = (asked: Asked): boolean => isGoodLink(ports, asked);
  return {
    sessions,
    isGoodLink: isGood,
    visitorOf,
    personOf,
    async mayOpen(request, asked, needed) {
      const query = request.query as Asked["query"];
      if (isGood({ ...asked, query })) return true;
      const visitor = await visitorOf(request);
      return (
        visitor !== undefined && needed.every((permission) => visitor.permissions.has(permission))
      );
    },
  };
}

/** One answer for every reason: nobody learns whether a document exists, or what is wrong with a link. */
export const forbid = (reply: FastifyReply): FastifyReply =>
  reply.code(403).type("text/plain; charset=utf-8").send(FORBIDDEN);

export const FORBIDDEN = "Este link não vale ou já venceu. Peça um novo a quem o enviou.\n";
