import type { CustomerId } from "#core/ids.ts";
import type { Sql } from "#db/client.ts";

/** A customer's chat that can be written to: not blocked. */
export type CustomerChat = {
  readonly chat: number;
  readonly language: string;
  readonly optedOut: boolean;
  readonly linkedAt: Date;
};

/** Oldest first. */
export async function readChats(sql: Sql, customer: CustomerId): Promise<CustomerChat[]> {
  const found = await sql<CustomerChat[]>`
    select chat_id as chat, language, opted_out_at is not null as "optedOut", linked_at as "linkedAt"
    from telegram_chat where customer_id = ${customer} and blocked_at is null
    order by linked_at, chat_id`;
  return found.map((row) => ({ ...row }));
}
