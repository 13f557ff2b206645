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
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { BankCode, ReturnLayout, TitleKind } from "#core/bank/return/title.ts";
import type { TitleOutcome } from "#core/payment/title-outcome.ts";
import {
  centsColumn,
  customerIdColumn,
  dayColumn,
  instantColumn,
  invoiceIdColumn,
  operatorIdColumn,
} from "./columns.ts";

/** An invoice's title at the bank, apart from the invoice: most invoices of a provider have none here. */
export const charge = pgTable(
  "charge",
  {
    invoiceId: invoiceIdColumn().primaryKey(),
    profile: text(),
    bank: text(),
    agreementCode: text(),
    /** The agreement, and branch with account, without punctuation and padding: what titles are told apart by. */
    agreementKey: text().notNull().default(""),
    accountKey: text(),
    /** As it is printed. */
    ourNumber: text(),
    /** Without check digit and padding: core/bank/return/our-number.ts. */
    ourNumberKey: text(),
    /** Of a boleto issued here; its line follows from it, the balance and the due date. */
    freeField: text(),
    /** Of a boleto that the billing system issued. */
    digitLine: text(),
    pixCode: text(),
  },
  (t) => [
    /** Titles of return files find their invoice by it; two invoices never share a number. */
    uniqueIndex("charge_our_number")
      .on(t.bank, t.ourNumberKey, t.agreementKey)
      .where(sql`our_number_key is not null`),
    check("charge_number_of_bank", sql`${t.ourNumberKey} is null or ${t.bank} is not null`),
  ],
);

/** The next number that is given here, for each agreement with a bank. */
export const ourNumberCounter = pgTable(
  "our_number_counter",
  {
    bank: text().notNull(),
    agreementKey: text().notNull(),
    next: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.bank, t.agreementKey] })],
);

/** A bank's return file, known by its content: the same one twice counts once. */
export const returnFile = pgTable(
  "return_file",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    sha256: text().notNull(),
    name: text(),
    bank: text().$type<BankCode>().notNull(),
    layout: text().$type<ReturnLayout>().notNull(),
    agreementCode: text(),
    fileDate: dayColumn(),
    fileNumber: text(),
    lines: integer().notNull(),
    titles: integer().notNull(),
    damagedLines: integer().notNull(),
    hasTrailer: boolean().notNull(),
    readOn: dayColumn().notNull(),
    readBy: operatorIdColumn().notNull(),
    readAt: instantColumn().notNull().defaultNow(),
    /** All of its titles are taken; before that, whoever reads it again goes on where it stopped. */
    finishedAt: instantColumn(),
    /** As they were when it was read; what operators assigned since does not change them. */
    settled: integer().notNull().default(0),
    ignored: integer().notNull().default(0),
    unmatched: integer().notNull().default(0),
    reversed: integer().notNull().default(0),
    spcCritiques: integer().notNull().default(0),
  },
  (t) => [uniqueIndex("return_file_content").on(t.sha256)],
);

/** One line (in CNAB 240 two segments) of a return file, with what became of it. */
export const returnTitle = pgTable(
  "return_title",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    file: bigint({ mode: "number" })
      .notNull()
      .references(() => returnFile.id),
    line: integer().notNull(),
    agreementCode: text(),
    ourNumber: text().notNull(),
    documentNumber: text().notNull(),
    control: text().notNull(),
    code: text().notNull(),
    kind: text().$type<TitleKind>().notNull(),
    titleCents: centsColumn().notNull(),
    /** As printed, and what the customer paid. */
    paidCents: centsColumn().notNull(),
    grossCents: centsColumn().notNull(),
    feeCents: centsColumn().notNull(),
    interestCents: centsColumn().notNull(),
    discountCents: centsColumn().notNull(),
    abatementCents: centsColumn().notNull(),
    dueDate: dayColumn(),
    occurredOn: dayColumn(),
    creditDate: dayColumn(),
    /** The day on which the customer paid, as far as the file tells. */
    paidOn: dayColumn().notNull(),
    /** What happened to the title, whatever file tells it: core/bank/return/identity.ts. */
    event: text().notNull(),
    /** The title without the occurrence, by which a reversal finds the payment that it takes back. */
    titleKey: text().notNull(),
    outcome: text().$type<TitleOutcome>().notNull(),
    invoiceId: invoiceIdColumn(),
    customerId: customerIdColumn(),
    payment: text(),
    /** Fine and interest that the bank took on top of what was owed. */
    chargesCents: centsColumn().notNull().default(sql`0`),
    spcCritiques: integer().notNull().default(0),
    /** Money that found no invoice and waits for an operator. */
    leftOver: boolean().notNull().default(false),
    assignedBy: operatorIdColumn(),
    assignedAt: instantColumn(),
    note: text(),
  },
  (t) => [
    uniqueIndex("return_title_line").on(t.file, t.line),
    /** The same event told by another file is a duplicate. */
    uniqueIndex("return_title_event").on(t.event).where(sql`outcome <> 'duplicate'`),
    index("return_title_left_over").on(t.id).where(sql`left_over`),
    /** The money that a reversal takes back. */
    index("return_title_money").on(t.titleKey, t.id).where(sql`kind in ('settled', 'partial')`),
    index("return_title_payment").on(t.payment).where(sql`payment is not null`),
  ],
);
