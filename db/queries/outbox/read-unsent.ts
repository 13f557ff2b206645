import type { Unsent } from "#core/outbox/unsent.ts";
import type { Result } from "#core/result.ts";
import type { Sql } from "#db/client.ts";
import type { Sort } from "../keyset.ts";
import { type Page, type PageRefusal, type PageRequest, readPage } from "../page.ts";

export type UnsentEntry = Unsent & {
  readonly customerName: string | null;
  readonly createdAt: Date;
  /** Given up on; null: it is tried again at `dueAt`. */
  readonly failedAt: Date | null;
  readonly dueAt: Date;
  readonly attempts: number;
};

/**
 * What did not leave: given up on, failed and tried again later, or waiting for longer than anything should (a channel that is
 * off). Newest first, by the partial indexes outbox_failed and outbox_due: what was sent is not looked at.
 */
export const readUnsent = (
  sql: Sql,
  { limit, after }: PageRequest = {},
): Promise<Result<Page<UnsentEntry>, PageRefusal>> =>
  readPage<UnsentEntry>(
    { scope: "unsent", sort: NEWEST_FIRST, limit, after },
    async ({ id: before }, rows) => {
      const found = await sql<UnsentEntry[]>`
        with unsent as (
          select * from outbox where failed_at is not null
          union all
          select * from outbox
          where sent_at is null and failed_at is null
            and (last_error is not null or due_at < now() - interval '10 minutes'))
        select o.id, o.effect ->> 'kind' as what, o.channel, o.customer_id as customer, u.name as "customerName",
          o.last_error as error, o.created_at as "createdAt", o.failed_at as "failedAt", o.due_at as "dueAt", o.attempts
        from unsent o left join customer u on u.id = o.customer_id
        where o.id < ${Number(before)}
        order by o.id desc limit ${rows}`;
      return found.map((row) => ({ ...row, sortKey: row.id, sortId: row.id }));
    },
  );

const NEWEST_FIRST: Sort = {
  column: "id",
  kind: "number",
  id: { column: "id", kind: "number" },
  direction: "descending",
};
