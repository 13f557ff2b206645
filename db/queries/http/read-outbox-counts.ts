import type { Sql } from "#db/client.ts";

export type OutboxCounts = {
  readonly waiting: number;
  readonly failed: number;
  /** Since the oldest that waits could have left; 0 when none does. */
  readonly oldestSeconds: number;
};

/** By the partial indexes outbox_due and outbox_failed: what was sent is not looked at. */
export async function readOutboxCounts(sql: Sql): Promise<OutboxCounts> {
  const [counts] = await sql<[OutboxCounts]>`
    select
      (select count(*) from outbox where sent_at is null and failed_at is null) as waiting,
      (select count(*) from outbox where failed_at is not null) as failed,
      (select coalesce(greatest(extract(epoch from now() - min(due_at)), 0), 0)::float8
        from outbox where sent_at is null and failed_at is null) as "oldestSeconds"`;
  return { ...counts };
}
