import { and, asc, isNotNull } from "drizzle-orm";
import type { DigestUnit } from "#core/digest/ports.ts";
import { operator } from "../schema/provider.ts";
import type { Scope } from "./scope.ts";

export const digestMethods = ({ tx }: Scope): DigestUnit => ({
  async digestReaders() {
    const rows = await tx
      .select({ id: operator.id })
      .from(operator)
      .where(and(operator.active, isNotNull(operator.slackUserId)))
      .orderBy(asc(operator.id));
    return rows.map(({ id }) => id);
  },
});
