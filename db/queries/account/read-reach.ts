import type { CustomerId } from "#core/ids.ts";
import type { Sql } from "#db/client.ts";

/** Where the record says that a customer can be written to. */
export type CustomerReach = {
  readonly email: string | null;
  readonly mobile: string | null;
  /** Linked Telegram chats that neither opted out nor blocked the bot. */
  readonly chats: number;
};

/** Undefined when there is no such customer. */
export async function readReach(
  sql: Sql,
  customer: CustomerId,
): Promise<CustomerReach | undefined> {
  const [found] = await sql<CustomerReach[]>`
    select u.email, u.mobile,
      (select count(*) from telegram_chat t where t.customer_id = u.id and t.opted_out_at is null
        and t.blocked_at is null) as chats
    from customer u where u.id = ${customer}`;
  return found;
}
