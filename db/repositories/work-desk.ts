import { and, eq, gt, sql } from "drizzle-orm";
import type { WorkUnit } from "#core/work-ports.ts";
import { draft, workLock } from "../schema/workplace.ts";
import type { Scope } from "./scope.ts";

type Methods = Pick<
  WorkUnit,
  "workLock" | "lockWork" | "releaseWork" | "draft" | "createDraft" | "saveDraft" | "dropDraft"
>;

/** Who works whom right now, and forms that are not sent yet: nothing of it is history. */
export function workDeskMethods({ tx, actor }: Scope): Methods {
  const own = (id: string) => and(eq(draft.id, id), eq(draft.operatorId, actor.id));
  return {
    async workLock(customerId, atMs) {
      const [found] = await tx
        .select()
        .from(workLock)
        .where(and(eq(workLock.customerId, customerId), gt(workLock.until, new Date(atMs))));
      return found && { operator: found.operatorId, untilMs: found.until.getTime() };
    },
    async lockWork(customerId, untilMs) {
      const values = { operatorId: actor.id, until: new Date(untilMs) };
      await tx
        .insert(workLock)
        .values({ customerId, ...values })
        .onConflictDoUpdate({ target: workLock.customerId, set: values });
    },
    async releaseWork(customerId) {
      await tx.delete(workLock).where(eq(workLock.customerId, customerId));
    },
    async draft(id) {
      const [found] = await tx.select().from(draft).where(own(id));
      if (found === undefined) return undefined;
      return { id, customer: found.customerId, revision: found.revision, data: found.data };
    },
    async createDraft({ id, customer: customerId, data }) {
      const made = await tx
        .insert(draft)
        .values({ id, kind: "agreement", operatorId: actor.id, customerId, data })
        .onConflictDoNothing()
        .returning({ id: draft.id });
      return made.length === 1;
    },
    async saveDraft({ id, revision, data }) {
      await tx.update(draft).set({ revision, data, updatedAt: sql`now()` }).where(own(id));
    },
    async dropDraft(id) {
      await tx.delete(draft).where(own(id));
    },
  };
}
