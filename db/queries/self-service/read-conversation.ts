import type { CustomerId, OperatorId } from "#core/ids.ts";
import type { Sql } from "#db/client.ts";

export type ConversationMessage = {
  readonly message: number;
  readonly conversation: number;
  readonly customer: CustomerId;
  readonly name: string;
  readonly chat: number;
  readonly isOpen: boolean;
  /** The customer actor, or the operator who wrote it. */
  readonly writtenBy: OperatorId;
  readonly writerName: string | null;
  readonly body: string;
  readonly file: {
    readonly attachment: number;
    readonly name: string;
    readonly mediaType: string;
    readonly sha256: string;
  } | null;
  readonly at: Date;
};

/** One message with the conversation that it is of. */
export async function readConversationMessage(
  sql: Sql,
  message: number,
): Promise<ConversationMessage | undefined> {
  const [found] = await sql<ConversationMessage[]>`
    select m.id as message, c.id as conversation, c.customer_id as customer, u.name, c.chat_id as chat,
      c.closed_at is null as "isOpen", m.written_by as "writtenBy", o.name as "writerName", m.body, m.at,
      case when a.id is not null then jsonb_build_object('attachment', a.id, 'name', a.name,
        'mediaType', a.media_type, 'sha256', a.sha256) end as file
    from conversation_message m join conversation c on c.id = m.conversation_id
    join customer u on u.id = c.customer_id
    left join operator o on o.id = m.written_by
    left join attachment a on a.id = m.attachment_id
    where m.id = ${message}`;
  return found && { ...found };
}

export type ConversationHead = {
  readonly conversation: number;
  readonly customer: CustomerId;
  readonly name: string;
  readonly chat: number;
  readonly isOpen: boolean;
};

export async function readConversation(
  sql: Sql,
  conversation: number,
): Promise<ConversationHead | undefined> {
  const [found] = await sql<ConversationHead[]>`
    select c.id as conversation, c.customer_id as customer, u.name, c.chat_id as chat,
      c.closed_at is null as "isOpen"
    from conversation c join customer u on u.id = c.customer_id where c.id = ${conversation}`;
  return found && { ...found };
}

/** The key under which a conversation's thread is kept among the messages that stand in Slack. */
export const aboutConversation = (conversation: number): string => `conversation:${conversation}`;

/** The conversation whose thread in Slack that is. */
export async function readConversationOfThread(
  sql: Sql,
  thread: { readonly channel: string; readonly ts: string },
): Promise<ConversationHead | undefined> {
  const [found] = await sql<{ about: string }[]>`
    select about from slack_message
    where channel = ${thread.channel} and ts = ${thread.ts} and about like 'conversation:%'`;
  const id = Number(found?.about.split(":")[1]);
  return Number.isSafeInteger(id) ? readConversation(sql, id) : undefined;
}

export async function readIsTalking(sql: Sql, customer: CustomerId): Promise<boolean> {
  const found = await sql`
    select from conversation where customer_id = ${customer} and closed_at is null`;
  return found.length > 0;
}
