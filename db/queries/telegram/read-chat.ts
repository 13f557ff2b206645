import type { CustomerId } from "#core/ids.ts";
import type { Sql } from "#db/client.ts";

/** Whose a chat is, for what the bot shows there. */
export type ChatOwner = {
  readonly customer: CustomerId;
  readonly name: string;
  readonly language: string;
  readonly optedOut: boolean;
  /** Telegram said that the customer shut the bot out. */
  readonly blocked: boolean;
};

/** Undefined: the chat proved nothing, or left. */
export async function readChat(sql: Sql, chat: number): Promise<ChatOwner | undefined> {
  const [found] = await sql<ChatOwner[]>`
    select t.customer_id as customer, u.name, t.language, t.opted_out_at is not null as "optedOut",
      t.blocked_at is not null as blocked
    from telegram_chat t join customer u on u.id = t.customer_id where t.chat_id = ${chat}`;
  return found && { ...found };
}
