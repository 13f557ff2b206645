import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { AgreementProposal } from "#core/agreement/agreement.ts";
import type { OfferedInstalment } from "#core/policy/offers.ts";
import type {
  Handed,
  NegotiationStatus,
  OfferedInvoice,
  OfferStatus,
} from "#core/self-service/offer.ts";
import {
  agreementNumberColumn,
  centsColumn,
  customerIdColumn,
  dayColumn,
  instantColumn,
  operatorIdColumn,
} from "./columns.ts";

const ownId = () => bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity();
const idOf = () => bigint({ mode: "number" }).notNull();

/** A customer's talk about its debt, with the policy and then with an operator. */
export const negotiation = pgTable(
  "negotiation",
  {
    id: ownId(),
    customerId: customerIdColumn().notNull(),
    chatId: idOf(),
    status: text().$type<NegotiationStatus>().notNull().default("open"),
    /** How often the policy has countered. */
    rounds: integer().notNull().default(0),
    description: text().notNull(),
    /** What the operator is asked about, and since when. */
    handed: jsonb().$type<Handed>(),
    handedAt: instantColumn(),
    /** What the operator said to it. */
    note: text(),
    startedAt: instantColumn().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("one_open_negotiation_per_customer")
      .on(t.customerId)
      .where(sql`status not in ('agreed', 'closed')`),
    index("negotiation_handed").on(t.handedAt).where(sql`status = 'handed'`),
    check(
      "negotiation_status",
      sql`${t.status} in ('open', 'handed', 'answered', 'agreed', 'closed')`,
    ),
  ],
);

/** What a customer may take with one tap, with what it was made over. Its figures never change. */
export const offer = pgTable(
  "offer",
  {
    id: ownId(),
    negotiationId: bigint({ mode: "number" })
      .notNull()
      .references(() => negotiation.id),
    customerId: customerIdColumn().notNull(),
    status: text().$type<OfferStatus>().notNull().default("open"),
    /** The customer actor: the policy. Else the operator who went beyond it. */
    madeBy: operatorIdColumn().notNull(),
    madeOn: dayColumn().notNull(),
    standsUntil: dayColumn().notNull(),
    balanceCents: centsColumn().notNull(),
    fineCents: centsColumn().notNull(),
    interestCents: centsColumn().notNull(),
    discountCents: centsColumn().notNull(),
    totalCents: centsColumn().notNull(),
    daysOverdue: integer().notNull(),
    count: integer().notNull(),
    instalments: jsonb().$type<readonly OfferedInstalment[]>().notNull(),
    invoices: jsonb().$type<readonly OfferedInvoice[]>().notNull(),
    proposal: jsonb().$type<AgreementProposal>().notNull(),
    agreement: agreementNumberColumn(),
  },
  (t) => [
    index("offer_open").on(t.customerId, t.id).where(sql`status = 'open'`),
    index("offer_negotiation").on(t.negotiationId),
    check("offer_status", sql`${t.status} in ('open', 'accepted', 'overtaken')`),
    check("offer_agreed", sql`(${t.status} = 'accepted') = (${t.agreement} is not null)`),
    check(
      "offer_total",
      sql`${t.totalCents} > 0 and ${t.totalCents} = ${t.balanceCents} + ${t.fineCents} + ${t.interestCents} - ${t.discountCents}`,
    ),
  ],
);

/** What a customer accepted, as it stood on the screen. A trigger refuses every update and delete. */
export const offerAcceptance = pgTable("offer_acceptance", {
  offerId: bigint({ mode: "number" })
    .primaryKey()
    .references(() => offer.id),
  customerId: customerIdColumn().notNull(),
  agreement: agreementNumberColumn().notNull(),
  chatId: idOf(),
  text: text().notNull(),
  textSha256: text().notNull(),
  at: instantColumn().notNull(),
});

/** A customer's proof of payment, until somebody has looked at it. */
export const receipt = pgTable(
  "receipt",
  {
    id: ownId(),
    customerId: customerIdColumn().notNull(),
    chatId: idOf(),
    attachmentId: idOf(),
    taskId: idOf(),
    holdId: idOf(),
    status: text().$type<"open" | "confirmed" | "refused">().notNull().default("open"),
    sentAt: instantColumn().notNull().defaultNow(),
    answeredBy: operatorIdColumn(),
    answeredAt: instantColumn(),
    note: text(),
  },
  (t) => [
    index("receipt_customer").on(t.customerId, t.id),
    check("receipt_status", sql`${t.status} in ('open', 'confirmed', 'refused')`),
    check("receipt_answer", sql`(${t.status} = 'open') = (${t.answeredAt} is null)`),
  ],
);

/** Nothing of the ladder reaches the customer while one stands. */
export const ladderHold = pgTable(
  "ladder_hold",
  {
    id: ownId(),
    customerId: customerIdColumn().notNull(),
    reason: text().notNull(),
    since: dayColumn().notNull(),
    /** Its last day. */
    until: dayColumn().notNull(),
    madeBy: operatorIdColumn().notNull(),
    /** Ended before its time. */
    ended: boolean().notNull().default(false),
  },
  (t) => [index("ladder_hold_customer").on(t.customerId, t.until).where(sql`not ended`)],
);

/** Connections opened again on the customer's word. */
export const trustUnblock = pgTable(
  "trust_unblock",
  {
    id: ownId(),
    customerId: customerIdColumn().notNull(),
    givenOn: dayColumn().notNull(),
    promisedOn: dayColumn().notNull(),
  },
  (t) => [index("trust_unblock_customer").on(t.customerId, t.givenOn)],
);

/** A chat that is bridged to the operators until it is closed. */
export const conversation = pgTable(
  "conversation",
  {
    id: ownId(),
    customerId: customerIdColumn().notNull(),
    chatId: idOf(),
    openedAt: instantColumn().notNull().defaultNow(),
    closedAt: instantColumn(),
    closedBy: operatorIdColumn(),
  },
  (t) => [
    uniqueIndex("one_open_conversation_per_customer")
      .on(t.customerId)
      .where(sql`closed_at is null`),
    index("conversation_customer").on(t.customerId, t.id),
  ],
);

/** Both ways. A trigger refuses every update and delete. */
export const conversationMessage = pgTable(
  "conversation_message",
  {
    id: ownId(),
    conversationId: bigint({ mode: "number" })
      .notNull()
      .references(() => conversation.id),
    customerId: customerIdColumn().notNull(),
    /** The customer actor, or the operator who wrote it. */
    writtenBy: operatorIdColumn().notNull(),
    body: text().notNull(),
    attachmentId: bigint({ mode: "number" }),
    at: instantColumn().notNull(),
  },
  (t) => [index("conversation_message_of").on(t.conversationId, t.id)],
);
