import type { Sql } from "../client.ts";

export type StoredDialog = {
  readonly language: string;
  readonly step: string;
  readonly data: unknown;
  /** The one message that shows it. */
  readonly message: number | null;
  readonly revision: number;
};

export type TelegramDialogs = {
  /** Undefined: the chat never wrote. */
  load(chat: number): Promise<StoredDialog | undefined>;
  /** Revision 0 is a new one. False, and nothing kept, when it has gone on meanwhile. */
  save(chat: number, dialog: StoredDialog): Promise<boolean>;
};

/** Where each chat stands. It is no history: written outside of commands, it survives a restart. */
export const createTelegramDialogs = (sql: Sql): TelegramDialogs => ({
  async load(chat) {
    const [found] = await sql<StoredDialog[]>`
      select language, step, data, message_id as message, revision from telegram_dialog where chat_id = ${chat}`;
    return found && { ...found };
  },
  async save(chat, { language, step, data, message, revision }) {
    const json = JSON.stringify(data);
    const saved = await sql`
      insert into telegram_dialog as d (chat_id, language, step, data, message_id, revision, updated_at)
      values (${chat}, ${language}, ${step}, ${json}::text::jsonb, ${message}, ${revision + 1}, now())
      on conflict (chat_id) do update set language = excluded.language, step = excluded.step, data = excluded.data,
        message_id = excluded.message_id, revision = excluded.revision, updated_at = excluded.updated_at
      where d.revision = ${revision}`;
    return saved.count === 1;
  },
});
