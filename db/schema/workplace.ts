import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { customerIdColumn, instantColumn, operatorIdColumn } from "./columns.ts";

/** A form that goes over several steps, until it is sent or forgotten. Holds nothing locked. */
export const draft = pgTable(
  "draft",
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    operatorId: operatorIdColumn().notNull(),
    customerId: customerIdColumn().notNull(),
    /** Counts the changes: a form that was overtaken in another window is told so. */
    revision: integer().notNull().default(1),
    data: jsonb().notNull(),
    updatedAt: instantColumn().notNull().defaultNow(),
  },
  (t) => [index("draft_age").on(t.updatedAt), check("draft_kind", sql`${t.kind} in ('agreement')`)],
);

/** Who works a customer of the day's queue right now, so that two people never call one debtor. */
export const workLock = pgTable("work_lock", {
  customerId: customerIdColumn().primaryKey(),
  operatorId: operatorIdColumn().notNull(),
  until: instantColumn().notNull(),
});

/** What a person last looked at in the App Home: panel, filters, order and page. */
export const homeView = pgTable("home_view", {
  slackUserId: text().primaryKey(),
  view: jsonb().notNull(),
  openedAt: instantColumn().notNull().defaultNow(),
});

/** Where a message about something stands in Slack, so that it is changed instead of repeated. */
export const slackMessage = pgTable("slack_message", {
  /** "approval:12", "digest:2026-11-24:managers". */
  about: text().primaryKey(),
  channel: text().notNull(),
  ts: text().notNull(),
});
