import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
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

export const agreement = pgTable(
  "agreement",
  {
    number: agreementNumberColumn().primaryKey().generatedAlwaysAsIdentity(),
    customerId: customerIdColumn().notNull(),
    kind: text().$type<"unchanged" | "renegotiated">().notNull(),
    status: text().notNull(),
    toleranceDate: dayColumn().notNull(),
    category: text().notNull(),
    baseCents: centsColumn().notNull(),
    totalCents: centsColumn().notNull(),
    /** The proposal as it was asked (core/agreement): terms in percent, ledger units, dates. */
    proposal: jsonb().notNull(),
    /** What became of the sources of a renegotiated one. */
    sourcesBecome: text().$type<"deleted" | "suspended">(),
    feesReason: text(),
    madeBy: operatorIdColumn().notNull(),
    madeOn: dayColumn().notNull(),
    endedOn: dayColumn(),
    endReason: text(),
  },
  (t) => [
    index("agreement_customer").on(t.customerId, t.number),
    check("agreement_kind", sql`${t.kind} in ('unchanged', 'renegotiated')`),
    check(
      "agreement_status",
      sql`${t.status} in ('awaiting approval', 'live', 'fulfilled', 'renegotiated', 'rescinded', 'refused', 'void')`,
    ),
    check("agreement_amounts", sql`${t.totalCents} > 0 and ${t.baseCents} > 0`),
  ],
);

/** The invoices of an agreement: its sources, those whose payment it awaits, or (kind unchanged) both at once. */
export const agreementInvoice = pgTable(
  "agreement_invoice",
  {
    agreement: agreementNumberColumn()
      .notNull()
      .references(() => agreement.number),
    invoiceId: invoiceIdColumn().notNull(),
    isSource: boolean().notNull(),
    isAwaited: boolean().notNull(),
    /** Of an awaited one: 1, 2, ... */
    instalment: integer(),
    /** As it entered the agreement. */
    amountCents: centsColumn().notNull(),
    dueDate: dayColumn().notNull(),
    /** Holds the invoice in this agreement; false once it is rescinded or moved to another. */
    live: boolean().notNull(),
    /** Held by an agreement that waits for approval. */
    held: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.agreement, t.invoiceId] }),
    check("agreement_invoice_amount", sql`${t.amountCents} >= 0`),
    uniqueIndex("one_live_agreement_per_invoice").on(t.invoiceId).where(sql`live`),
    uniqueIndex("one_waiting_agreement_per_invoice").on(t.invoiceId).where(sql`held`),
    index("agreement_invoice_of").on(t.invoiceId),
  ],
);

/** What each awaited invoice of a renegotiated agreement is made of; discounts are negative. */
export const agreementLine = pgTable(
  "agreement_line",
  {
    agreement: agreementNumberColumn()
      .notNull()
      .references(() => agreement.number),
    instalment: integer().notNull(),
    term: text().notNull(),
    amountCents: centsColumn().notNull(),
    ledgerUnit: text(),
  },
  (t) => [
    primaryKey({ columns: [t.agreement, t.instalment, t.term] }),
    check(
      "agreement_line_term",
      sql`${t.term} in ('base', 'increase', 'fine', 'discount', 'discountAmount', 'charges', 'fees')`,
    ),
  ],
);

/** An agreement beyond its author's allowance: decided once, by somebody else. */
export const approval = pgTable(
  "approval",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    agreement: agreementNumberColumn()
      .notNull()
      .references(() => agreement.number),
    askedBy: operatorIdColumn().notNull(),
    askedOn: dayColumn().notNull(),
    /** What of the allowance is exceeded: [{ what, asked, max }]. */
    exceeded: jsonb().notNull(),
    decision: text().$type<"approved" | "refused" | "void">(),
    decidedBy: operatorIdColumn(),
    decidedOn: dayColumn(),
    reason: text(),
    at: instantColumn().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("one_open_approval_per_agreement").on(t.agreement).where(sql`decision is null`),
    index("approval_agreement").on(t.agreement, t.id),
    check("approval_decision", sql`${t.decision} in ('approved', 'refused', 'void')`),
  ],
);

/** The internal register of what stands at the credit bureau; one live record per invoice. */
export const spcRecord = pgTable(
  "spc_record",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    invoiceId: invoiceIdColumn().notNull(),
    customerId: customerIdColumn().notNull(),
    agreement: agreementNumberColumn().notNull(),
    amountCents: centsColumn().notNull(),
    dueDate: dayColumn().notNull(),
    city: text(),
    operatorId: operatorIdColumn(),
    details: text().notNull(),
    registeredOn: dayColumn().notNull(),
    registeredBy: operatorIdColumn().notNull(),
    removedOn: dayColumn(),
    removedBy: operatorIdColumn(),
    removalDetails: text(),
    /** When the invoice was paid, and the last day on which the record may still stand then. */
    settledOn: dayColumn(),
    removeBy: dayColumn(),
    /** Five years after the due date it must go (CDC art. 43, paragraph 1). */
    expiresOn: dayColumn().notNull(),
    /** A later record of the same invoice stands for it in the panels. */
    superseded: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex("one_live_spc_record_per_invoice").on(t.invoiceId).where(sql`removed_on is null`),
    /** Panels 7, 8 and 9. */
    index("spc_live")
      .on(t.registeredOn, t.id, t.settledOn, t.amountCents)
      .where(sql`removed_on is null`),
    index("spc_critiques")
      .on(t.removeBy, t.id)
      .where(sql`removed_on is null and settled_on is not null`),
    index("spc_removed")
      .on(t.removedOn, t.id, t.amountCents)
      .where(sql`removed_on is not null and settled_on is not null and not superseded`),
    index("spc_customer").on(t.customerId),
    /** Live records whose five years end: the digest. */
    index("spc_expiring").on(t.expiresOn).where(sql`removed_on is null`),
    check("spc_amount", sql`${t.amountCents} >= 0`),
    check("spc_removal", sql`(${t.removedOn} is null) = (${t.removalDetails} is null)`),
    check("spc_deadline", sql`(${t.settledOn} is null) = (${t.removeBy} is null)`),
  ],
);
