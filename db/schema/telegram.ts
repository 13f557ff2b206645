import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { customerIdColumn, instantColumn } from "./columns.ts";

const chatIdColumn = () => bigint({ mode: "number" });

/** What Telegram sent, kept before it is answered for, so that nothing is lost and nothing is done twice. */
export const telegramUpdate = pgTable(
  "telegram_update",
  {
    /** Update ids count for each bot on its own. */
    botId: bigint({ mode: "number" }).notNull(),
    updateId: bigint({ mode: "number" }).notNull(),
    chatId: chatIdColumn(),
    receivedAt: instantColumn().notNull().defaultNow(),
    /** Forgotten once it is dealt with: people write their tax ids. */
    payload: jsonb(),
    leasedUntil: instantColumn(),
    attempts: integer().notNull().default(0),
    doneAt: instantColumn(),
  },
  (t) => [
    primaryKey({ columns: [t.botId, t.updateId] }),
    index("telegram_update_pending").on(t.botId, t.updateId).where(sql`done_at is null`),
    index("telegram_update_chat").on(t.chatId, t.updateId).where(sql`done_at is null`),
    index("telegram_update_done").on(t.doneAt).where(sql`done_at is not null`),
  ],
);

/** Where a chat stands in its conversation, and the one message that shows it. */
export const telegramDialog = pgTable(
  "telegram_dialog",
  {
    chatId: chatIdColumn().primaryKey(),
    language: text().notNull(),
    /** What the next typed words or file mean. */
    step: text().notNull(),
    data: jsonb().notNull(),
    messageId: bigint({ mode: "number" }),
    revision: integer().notNull().default(1),
    updatedAt: instantColumn().notNull().defaultNow(),
  },
  (t) => [index("telegram_dialog_age").on(t.updatedAt)],
);

/** Tries to prove an identity, by chat and by tax id (its SHA-256: most are of nobody in the record). */
export const identityAttempt = pgTable(
  "identity_attempt",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    subject: text().notNull(),
    at: instantColumn().notNull(),
  },
  (t) => [
    index("identity_attempt_subject").on(t.subject, t.at),
    index("identity_attempt_at").on(t.at),
  ],
);

/** The one code that a chat may answer with. Deleted once it was used; whoever sends it reads it here. */
export const identityCode = pgTable(
  "identity_code",
  {
    chatId: chatIdColumn().primaryKey(),
    /** Null: nobody has the tax id, and nobody gets the code. */
    customerId: customerIdColumn(),
    channel: text().notNull(),
    code: text().notNull(),
    expiresAt: instantColumn().notNull(),
    triesLeft: integer().notNull(),
  },
  (t) => [check("identity_code_channel", sql`${t.channel} in ('email', 'sms')`)],
);
