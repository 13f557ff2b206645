import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { centsColumn, instantColumn, operatorIdColumn } from "./columns.ts";

/** One row per setting that was changed; the others have the default of core/settings.ts. */
export const setting = pgTable("setting", {
  key: text().primaryKey(),
  value: jsonb().notNull(),
});

export const role = pgTable("role", {
  name: text().primaryKey(),
  permissions: text().array().notNull(),
  /** Allowance (alçada): ten-thousandths of a percent, a count, cents; null means without a limit. */
  maxDiscount: bigint({ mode: "number" }).notNull(),
  maxInstalments: integer().notNull(),
  maxAmountCents: centsColumn(),
});

export const operator = pgTable(
  "operator",
  {
    id: operatorIdColumn().primaryKey(),
    name: text().notNull(),
    email: text(),
    slackUserId: text(),
    role: text()
      .notNull()
      .references(() => role.name),
    active: boolean().notNull().default(true),
  },
  (t) => [
    uniqueIndex("operator_slack_user").on(t.slackUserId).where(sql`slack_user_id is not null`),
  ],
);

export const category = pgTable("category", {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  /** Given up ones stay for the past and are offered no more. */
  active: boolean().notNull().default(true),
});

export const ledgerUnit = pgTable("ledger_unit", {
  id: text().primaryKey(),
  code: text().notNull().unique(),
  name: text().notNull(),
  active: boolean().notNull().default(true),
});

export const paymentProfile = pgTable("payment_profile", {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  bank: text(),
  wallet: text(),
  agreementCode: text(),
  beneficiary: text(),
  pixKey: text(),
  /** Agência and conta without check digits, Sicredi's posto: what the bank's free field needs of them. */
  branch: text(),
  account: text(),
  unit: text(),
  /** In the Pix code, beside the beneficiary. */
  city: text(),
  /** Where the numbers that are given here begin (core/payment/charge.ts). */
  firstOurNumber: text(),
  active: boolean().notNull().default(true),
});

/** Text that operators edit for e-mail, SMS and app messages. */
export const template = pgTable(
  "template",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    channel: text().notNull(),
    name: text().notNull(),
    subject: text(),
    body: text().notNull(),
    savedBy: operatorIdColumn().notNull(),
    savedAt: instantColumn().notNull().defaultNow(),
  },
  (t) => [
    unique("template_name").on(t.channel, t.name),
    check("template_channel", sql`${t.channel} in ('email', 'sms', 'app')`),
  ],
);

/** What a customer may agree on alone (SPEC 3.4); bounds are inclusive, null means open above. */
export const policyRow = pgTable("policy_row", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  daysOverdueFrom: integer().notNull(),
  daysOverdueTo: integer(),
  amountFromCents: centsColumn().notNull(),
  amountToCents: centsColumn(),
  maxDiscountAtOnce: bigint({ mode: "number" }).notNull(),
  maxDiscountSplit: bigint({ mode: "number" }).notNull(),
  maxInstalments: integer().notNull(),
  minInstalmentCents: centsColumn().notNull(),
  latestFirstDueDays: integer().notNull(),
  offerStandsDays: integer().notNull(),
});
