import { and, eq, isNull, sql } from "drizzle-orm";
import type { OutboxUnit } from "#core/outbox/unsent.ts";
import { outbox } from "../schema/record.ts";
import type { Scope } from "./scope.ts";

/** By people's hand; the relay has its own way (db/outbox.ts). */
export const outboxMethods = ({ tx }: Scope): OutboxUnit => ({
  async lockUnsent(id) {
    const [found] = await tx
      .select()
      .from(outbox)
      .where(
        and(
          eq(outbox.id, id),
          isNull(outbox.sentAt),
          // Under a lease it may be leaving right now.
          sql`(${outbox.leasedUntil} is null or ${outbox.leasedUntil} <= now())`,
        ),
      )
      .for("update");
    if (found === undefined) return undefined;
    const { effect, channel, customerId: customer, lastError: error } = found;
    const { kind: what } = effect as { kind: string };
    return { id, what, channel, customer, error };
  },
  async retryUnsent(id) {
    const now = sql`now()`;
    await tx
      .update(outbox)
      .set({ attempts: 0, failedAt: null, leasedUntil: null, dueAt: now, createdAt: now })
      .where(eq(outbox.id, id));
  },
  async dropUnsent(id) {
    await tx.delete(outbox).where(eq(outbox.id, id));
  },
});
