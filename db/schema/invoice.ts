import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import {
  agreementNumberColumn,
  centsColumn,
  contractIdColumn,
  customerIdColumn,
  dayColumn,
  instantColumn,
  invoiceIdColumn,
} from "./columns.ts";

/**
 * No foreign keys to customer and contract here: checking them row by row more than doubles a first import, which checks
 * all references at once from its staging table instead (proved by test/db/import).
 */
export const invoice = pgTable(
  "invoice",
  {
    id: invoiceIdColumn().primaryKey(),
    customerId: customerIdColumn().notNull(),
    contractId: contractIdColumn(),
    number: text(),
    chargeNumber: text(),
    description: text(),
    amountCents: centsColumn().notNull(),
    /** Received or credited so far; the balance of an open invoice is amountCents - paidCents. */
    paidCents: centsColumn().notNull().default(sql`0`),
    /** Let go when it was settled on time: paidCents + discountedCents is amountCents then. */
    discountedCents: centsColumn().notNull().default(sql`0`),
    dueDate: dayColumn().notNull(),
    /** What the billing system said last. */
    billingState: text().notNull().default("open"),
    /** What holds here: the billing system's word, our payments and our agreements together. */
    state: text().notNull().default("open"),
    remittance: boolean().notNull().default(false),
    fiscalDocument: boolean().notNull().default(false),
    paymentProfile: text(),
    /** Copied from the contract, for the classifier's index. */
    ladderId: text(),
    inCollection: boolean().notNull().default(false),
    /** Of an invoice that an agreement made. */
    agreement: agreementNumberColumn(),
    instalment: integer(),
    /** Taken off when paid by the due date; kept from the contract when the agreement says so. */
    onTimeDiscountCents: centsColumn().notNull().default(sql`0`),
    /** Carries a late fine already (a fine is due once). */
    fined: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex("invoice_number").on(t.number).where(sql`number is not null`),
    index("invoice_charge_number").on(t.chargeNumber).where(sql`charge_number is not null`),
    index("invoice_customer").on(t.customerId, t.dueDate),
    /** The classifier's candidates: db/queries/classify. */
    index("invoice_candidates")
      .on(t.ladderId, t.dueDate)
      .where(sql`state = 'open' and not in_collection`),
    check("invoice_discount", sql`${t.onTimeDiscountCents} >= 0`),
    check("invoice_states", sql`${t.state} in ('open', 'paid', 'suspended', 'deleted')`),
    check(
      "invoice_billing_states",
      sql`${t.billingState} in ('open', 'paid', 'suspended', 'deleted')`,
    ),
    check(
      "invoice_amount",
      sql`${t.amountCents} > 0 and ${t.paidCents} >= 0 and ${t.discountedCents} >= 0 and ${t.paidCents} + ${t.discountedCents} <= ${t.amountCents}`,
    ),
  ],
);

export const payment = pgTable(
  "payment",
  {
    id: text().primaryKey(),
    invoiceId: invoiceIdColumn().notNull(),
    customerId: customerIdColumn().notNull(),
    amountCents: centsColumn().notNull(),
    /** The part that paid the invoice; the rest is the customer's credit. */
    appliedCents: centsColumn().notNull(),
    paidAt: dayColumn().notNull(),
    method: text(),
    source: text().notNull(),
    /** The payment that this one takes back, with its amounts below zero. */
    reverses: text(),
    recordedAt: instantColumn().notNull().defaultNow(),
  },
  (t) => [
    index("payment_invoice").on(t.invoiceId),
    uniqueIndex("payment_reversed_once").on(t.reverses).where(sql`reverses is not null`),
    /** The digest's days. */
    index("payment_day").using("brin", t.paidAt),
    check("payment_source", sql`${t.source} in ('import', 'manual', 'return', 'credit')`),
    check(
      "payment_amount",
      sql`case when ${t.reverses} is null
        then ${t.amountCents} > 0 and ${t.appliedCents} >= 0 and ${t.appliedCents} <= ${t.amountCents}
        else ${t.amountCents} < 0 and ${t.appliedCents} <= 0 and ${t.appliedCents} >= ${t.amountCents} end`,
    ),
  ],
);
