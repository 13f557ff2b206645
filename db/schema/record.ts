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
  uniqueIndex,
} from "drizzle-orm/pg-core";
import {
  agreementNumberColumn,
  centsColumn,
  customerIdColumn,
  dayColumn,
  instantColumn,
  invoiceIdColumn,
  operatorIdColumn,
} from "./columns.ts";

/** Everything that happened, with who did it. A trigger refuses every update and delete. */
export const event = pgTable(
  "event",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instantColumn().notNull().defaultNow(),
    /** The provider's civil date of the command. */
    onDate: dayColumn().notNull(),
    actor: operatorIdColumn().notNull(),
    kind: text().notNull(),
    customerId: customerIdColumn(),
    invoiceId: invoiceIdColumn(),
    agreement: agreementNumberColumn(),
    data: jsonb().notNull(),
  },
  (t) => [
    index("event_customer").on(t.customerId, t.id),
    index("event_invoice").on(t.invoiceId, t.id).where(sql`invoice_id is not null`),
    /** The digest's days: events lie in the order of their days, so a summary of each block is enough. */
    index("event_day").using("brin", t.onDate),
  ],
);

/** Figures per day, for the charts (db/daily-totals): folded from the events, of which a recount gives the same. */
export const dailyTotal = pgTable(
  "daily_total",
  {
    day: dayColumn().notNull(),
    kind: text().notNull(),
    /** operator, city, discount or lateness: never crossed with each other. */
    dimension: text().notNull(),
    member: text().notNull(),
    count: bigint({ mode: "number" }).notNull(),
    amountCents: centsColumn().notNull(),
  },
  (t) => [primaryKey({ columns: [t.dimension, t.kind, t.day, t.member] })],
);

/** Messages and network actions to carry out, written with the state that calls for them. */
export const outbox = pgTable(
  "outbox",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    channel: text().notNull(),
    effect: jsonb().notNull(),
    customerId: customerIdColumn(),
    createdAt: instantColumn().notNull().defaultNow(),
    dueAt: instantColumn().notNull().defaultNow(),
    leasedUntil: instantColumn(),
    attempts: integer().notNull().default(0),
    sentAt: instantColumn(),
    /** Given up on: a person sees it with its reason and may try again. */
    failedAt: instantColumn(),
    lastError: text(),
  },
  (t) => [
    index("outbox_due").on(t.dueAt, t.id).where(sql`sent_at is null and failed_at is null`),
    index("outbox_failed").on(t.failedAt).where(sql`failed_at is not null`),
  ],
);

/** One row per request already honoured (a click, a webhook, a key given by a caller), with its answer. */
export const delivery = pgTable("delivery", {
  key: text().primaryKey(),
  command: text().notNull(),
  fingerprint: text().notNull(),
  answer: jsonb(),
  at: instantColumn().notNull().defaultNow(),
});

/** A daily job runs once for a day, whatever the number of processes. */
export const scheduleRun = pgTable(
  "schedule_run",
  {
    job: text().notNull(),
    day: dayColumn().notNull(),
    startedAt: instantColumn().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.job, t.day] })],
);

/** A customer's one-time link to the Telegram bot: only the token's hash is kept. */
export const telegramLink = pgTable(
  "telegram_link",
  {
    tokenSha256: text().primaryKey(),
    customerId: customerIdColumn().notNull(),
    madeBy: operatorIdColumn().notNull(),
    madeAt: instantColumn().notNull().defaultNow(),
    expiresAt: instantColumn().notNull(),
    usedAt: instantColumn(),
    chatId: bigint({ mode: "number" }),
  },
  (t) => [index("telegram_link_customer").on(t.customerId)],
);

/** A chat that proved to be a customer's. */
export const telegramChat = pgTable(
  "telegram_chat",
  {
    chatId: bigint({ mode: "number" }).primaryKey(),
    customerId: customerIdColumn().notNull(),
    linkedAt: instantColumn().notNull().defaultNow(),
    language: text().notNull().default("pt-BR"),
    linkedBy: text().notNull().default("link"),
    /** Asked for no more messages, or blocked the bot. */
    optedOutAt: instantColumn(),
    blockedAt: instantColumn(),
  },
  (t) => [
    uniqueIndex("telegram_chat_customer").on(t.customerId, t.chatId),
    check("telegram_chat_linked_by", sql`${t.linkedBy} in ('link', 'contact', 'code')`),
  ],
);
