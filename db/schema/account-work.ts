import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { customerIdColumn, dayColumn, instantColumn, operatorIdColumn } from "./columns.ts";

const workId = () => bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

/** Tab 4: comments and contact records. */
export const contact = pgTable(
  "contact",
  {
    id: workId(),
    customerId: customerIdColumn().notNull(),
    direction: text().notNull(),
    medium: text().notNull(),
    /** Who answered on the customer's side. */
    answeredBy: text(),
    category: text(),
    subject: text().notNull(),
    body: text().notNull(),
    recordedBy: operatorIdColumn().notNull(),
    recordedAt: instantColumn().notNull().defaultNow(),
  },
  (t) => [
    index("contact_customer").on(t.customerId, t.id),
    check("contact_direction", sql`${t.direction} in ('active', 'reactive')`),
  ],
);

/** Tab 5. The bytes are in the file store under their SHA-256. */
export const attachment = pgTable(
  "attachment",
  {
    id: workId(),
    customerId: customerIdColumn().notNull(),
    name: text().notNull(),
    description: text(),
    mediaType: text().notNull(),
    sizeBytes: integer().notNull(),
    sha256: text().notNull(),
    uploadedBy: operatorIdColumn().notNull(),
    uploadedAt: instantColumn().notNull().defaultNow(),
    deletedAt: instantColumn(),
  },
  (t) => [index("attachment_customer").on(t.customerId, t.id).where(sql`deleted_at is null`)],
);

/** Tabs 6 and 7: what was sent to the customer. */
export const message = pgTable(
  "message",
  {
    id: workId(),
    customerId: customerIdColumn().notNull(),
    channel: text().notNull(),
    recipients: text().array().notNull(),
    copies: text().array().notNull().default([]),
    subject: text(),
    body: text().notNull(),
    note: text(),
    /** SMS only. */
    segments: integer(),
    invoices: text().array().notNull().default([]),
    status: text().notNull().default("queued"),
    sentBy: operatorIdColumn().notNull(),
    queuedAt: instantColumn().notNull().defaultNow(),
    finishedAt: instantColumn(),
  },
  (t) => [
    index("message_customer").on(t.customerId, t.channel, t.id),
    check("message_channel", sql`${t.channel} in ('email', 'sms', 'app')`),
    check(
      "message_status",
      sql`${t.status} in ('queued', 'sent', 'delivered', 'failed', 'dropped')`,
    ),
  ],
);

/** Tab 8, and the assignee's own home under the tag Cobrança. */
export const task = pgTable(
  "task",
  {
    id: workId(),
    customerId: customerIdColumn().notNull(),
    title: text().notNull(),
    dueOn: dayColumn().notNull(),
    dueTime: text(),
    assignee: operatorIdColumn().notNull(),
    body: text(),
    status: text().notNull().default("open"),
    createdBy: operatorIdColumn().notNull(),
    createdAt: instantColumn().notNull().defaultNow(),
    closedBy: operatorIdColumn(),
    closedAt: instantColumn(),
    /** Notes of the completion, or the reason of the cancellation. */
    closingNote: text(),
  },
  (t) => [
    index("task_customer").on(t.customerId, t.id),
    index("task_assignee").on(t.assignee, t.dueOn, t.id).where(sql`status = 'open'`),
    check("task_status", sql`${t.status} in ('open', 'done', 'cancelled')`),
    check("task_closing", sql`(${t.status} = 'open') = (${t.closedAt} is null)`),
  ],
);
