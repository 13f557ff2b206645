import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import type { Stage } from "#core/collection/stage.ts";
import {
  agreementNumberColumn,
  centsColumn,
  customerIdColumn,
  dayColumn,
  instantColumn,
  invoiceIdColumn,
  operatorIdColumn,
} from "./columns.ts";

/**
 * One row per invoice in collections, with its one stage. What panels sort and filter by is copied here, so that a page
 * reads one index. No foreign key to the big invoice table (it costs more than the row itself); a test checks it.
 */
export const collection = pgTable(
  "collection",
  {
    invoiceId: invoiceIdColumn().primaryKey(),
    customerId: customerIdColumn().notNull(),
    stage: text().$type<Stage>().notNull(),
    /** The balance; of a settled one the whole amount. */
    amountCents: centsColumn().notNull(),
    dueDate: dayColumn().notNull(),
    city: text(),
    operatorId: operatorIdColumn(),
    agreement: agreementNumberColumn(),
    toleranceDate: dayColumn(),
    /** Last day on which the promise can be kept: core/agreement/breaking.ts. */
    breaksAfter: dayColumn(),
    settledOn: dayColumn(),
    since: dayColumn().notNull(),
    /** The invoice changed outside: the next follow-up or classifier run looks at it. */
    recheck: boolean().notNull().default(false),
  },
  (t) => [
    index("collection_customer").on(t.customerId, t.stage, t.dueDate, t.invoiceId),
    /** Panel 4. */
    index("collection_pending").on(t.dueDate, t.invoiceId).where(sql`stage = 'in agreement'`),
    /** Panel 6, and the count of both. */
    index("collection_broken")
      .on(t.breaksAfter, t.invoiceId, t.amountCents)
      .where(sql`stage = 'in agreement'`),
    /** Panel 5. */
    index("collection_settled")
      .on(t.settledOn, t.invoiceId, t.amountCents)
      .where(sql`stage = 'settled'`),
    index("collection_city")
      .on(t.city, t.stage, t.dueDate, t.invoiceId)
      .where(sql`stage in ('in agreement', 'settled')`),
    index("collection_operator")
      .on(t.operatorId, t.stage, t.dueDate, t.invoiceId)
      .where(sql`stage in ('in agreement', 'settled')`),
    index("collection_amount")
      .on(t.stage, t.amountCents, t.invoiceId)
      .where(sql`stage in ('in agreement', 'settled')`),
    index("collection_agreement").on(t.agreement).where(sql`agreement is not null`),
    index("collection_recheck").on(t.invoiceId).where(sql`recheck`),
    /** Classified debts that come of age: released by the classifier. */
    index("collection_classified").on(t.dueDate).where(sql`stage = 'classified'`),
    check(
      "collection_stage",
      sql`${t.stage} in ('classified', 'in contact', 'awaiting negotiation', 'in agreement', 'settled', 'replaced')`,
    ),
    check(
      "collection_agreement_known",
      sql`(${t.stage} in ('in agreement', 'settled', 'replaced')) = (${t.agreement} is not null)`,
    ),
    check(
      "collection_promise",
      sql`${t.stage} <> 'in agreement' or (${t.toleranceDate} is not null and ${t.breaksAfter} is not null)`,
    ),
    check("collection_amount_sign", sql`${t.amountCents} >= 0`),
    check("collection_settled_on", sql`(${t.stage} = 'settled') = (${t.settledOn} is not null)`),
  ],
);

/** Panels 1 to 3 by customer; kept by a trigger on `collection` (migration of triggers). */
export const customerPanel = pgTable(
  "customer_panel",
  {
    stage: text().$type<Stage>().notNull(),
    customerId: customerIdColumn().notNull(),
    name: text().notNull(),
    city: text(),
    operatorId: operatorIdColumn(),
    invoices: integer().notNull(),
    amountCents: centsColumn().notNull(),
    oldestDue: dayColumn().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.stage] }),
    index("customer_panel_due").on(t.stage, t.oldestDue, t.customerId),
    index("customer_panel_amount").on(t.stage, t.amountCents, t.customerId),
    index("customer_panel_name").on(t.stage, t.name, t.customerId),
    index("customer_panel_city").on(t.stage, t.city, t.oldestDue, t.customerId),
    index("customer_panel_operator")
      .on(t.stage, t.operatorId, t.oldestDue, t.customerId)
      .where(sql`operator_id is not null`),
  ],
);

/** The collection account: one per customer for ever. */
export const account = pgTable("account", {
  customerId: customerIdColumn().primaryKey(),
  number: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
  openedOn: dayColumn().notNull(),
  openedBy: operatorIdColumn().notNull(),
  openedAt: instantColumn().notNull().defaultNow(),
});
