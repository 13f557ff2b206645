import { type SQL, sql } from "drizzle-orm";
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
import {
  centsColumn,
  connectionIdColumn,
  contractIdColumn,
  customerIdColumn,
  dayColumn,
  instantColumn,
  invoiceIdColumn,
  operatorIdColumn,
} from "./columns.ts";

export const customer = pgTable(
  "customer",
  {
    id: customerIdColumn().primaryKey(),
    name: text().notNull(),
    /** CPF or CNPJ, digits and capital letters only. */
    taxId: text(),
    email: text(),
    /** E.164. */
    mobile: text(),
    city: text(),
    state: text(),
    /** Who works this customer: the operator of the first start, until it is handed to another. */
    operatorId: operatorIdColumn(),
    /** Name without accents, id and tax id, in lower case: what a search looks in. */
    search: text().generatedAlwaysAs(
      (): SQL => sql`fold(name) || ' ' || lower(id) || ' ' || lower(coalesce(tax_id, ''))`,
    ),
  },
  (t) => [
    index("customer_search").using("gin", t.search.op("gin_trgm_ops")),
    /** Who proves to be whom, by what they type in Telegram. */
    index("customer_tax_id").on(t.taxId).where(sql`tax_id is not null`),
  ],
);

export const ladder = pgTable("ladder", {
  id: text().primaryKey(),
  name: text().notNull(),
  /** Smallest day of the step `forward_to_collections`; null when the ladder has none. */
  forwardDay: integer(),
  version: integer().notNull().default(1),
});

export const ladderStep = pgTable(
  "ladder_step",
  {
    ladderId: text()
      .notNull()
      .references(() => ladder.id, { onDelete: "cascade" }),
    /** Days after the due date; negative is before. */
    day: integer().notNull(),
    action: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ladderId, t.day, t.action] })],
);

export const contract = pgTable(
  "contract",
  {
    id: contractIdColumn().primaryKey(),
    customerId: customerIdColumn().notNull(),
    ladderId: text(),
    plan: text(),
    onTimeDiscountCents: centsColumn().notNull().default(sql`0`),
    status: text().notNull().default("active"),
    endedAt: dayColumn(),
  },
  (t) => [
    index("contract_customer").on(t.customerId),
    check("contract_discount", sql`${t.onTimeDiscountCents} >= 0`),
    check("contract_status", sql`${t.status} in ('active', 'suspended', 'ended')`),
  ],
);

export const connection = pgTable(
  "connection",
  {
    id: connectionIdColumn().primaryKey(),
    customerId: customerIdColumn().notNull(),
    contractId: contractIdColumn().notNull(),
    login: text().notNull(),
    nas: text(),
    /** As the network is known to be. */
    status: text().notNull().default("normal"),
    blockedOn: dayColumn(),
    /** As somebody or a rule wants it, while the network has not confirmed it. */
    wantedStatus: text(),
    wantedReason: text(),
    wantedBy: operatorIdColumn(),
    wantedAt: instantColumn(),
  },
  (t) => [
    index("connection_customer").on(t.customerId),
    /** Whose debts were paid meanwhile: db/repositories/paid-but-blocked. */
    index("connection_blocked").on(t.customerId).where(sql`status = 'blocked'`),
    index("connection_wanted").on(t.wantedAt).where(sql`wanted_status is not null`),
    check("connection_status", sql`${t.status} in ('normal', 'reduced', 'blocked')`),
    check(
      "connection_wanted_status",
      sql`${t.wantedStatus} in ('normal', 'blocked', 'disconnected')`,
    ),
  ],
);

/** Do not block this connection until a date. */
export const connectionException = pgTable(
  "connection_exception",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    connectionId: connectionIdColumn()
      .notNull()
      .references(() => connection.id),
    until: dayColumn().notNull(),
    reason: text().notNull(),
    grantedBy: operatorIdColumn().notNull(),
    grantedAt: instantColumn().notNull().defaultNow(),
  },
  (t) => [index("connection_exception_of").on(t.connectionId, t.until)],
);

/** A legal notice that reached the customer, or was sent and has no proof of delivery yet. */
export const notice = pgTable(
  "notice",
  {
    id: text().primaryKey(),
    customerId: customerIdColumn().notNull(),
    contractId: contractIdColumn(),
    kind: text().notNull(),
    channel: text(),
    deliveredAt: dayColumn(),
  },
  (t) => [
    index("notice_customer").on(t.customerId, t.kind),
    check("notice_kind", sql`${t.kind} in ('debt', 'suspension', 'rescission', 'bureau')`),
  ],
);

/** A contested amount: stops its collection and the legal clocks while `answeredOn` is null. */
export const dispute = pgTable(
  "dispute",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    customerId: customerIdColumn().notNull(),
    invoiceId: invoiceIdColumn().notNull(),
    reason: text().notNull(),
    openedOn: dayColumn().notNull(),
    answeredOn: dayColumn(),
    upheld: boolean(),
  },
  (t) => [
    index("dispute_customer").on(t.customerId),
    index("dispute_open").on(t.invoiceId).where(sql`answered_on is null`),
  ],
);
