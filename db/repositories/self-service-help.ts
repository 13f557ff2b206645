import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Conversation, SelfServiceUnit } from "#core/self-service-ports.ts";
import type { Connection } from "#core/work/connection.ts";
import {
  conversation,
  conversationMessage,
  ladderHold,
  receipt,
  trustUnblock,
} from "../schema/self-service.ts";
import { rowsOf, type Scope } from "./scope.ts";
import { numberOf } from "./work-rows.ts";

type Methods = Pick<
  SelfServiceUnit,
  | "addReceipt"
  | "receipt"
  | "answerReceipt"
  | "holdLadder"
  | "endHold"
  | "connectionsOf"
  | "lastTrustUnblock"
  | "addTrustUnblock"
  | "openConversation"
  | "conversation"
  | "startConversation"
  | "closeConversation"
  | "addConversationMessage"
>;

/** Receipts, holds, trust, and talking to a person. */
export function selfServiceHelpMethods(scope: Scope): Methods {
  return { ...receiptMethods(scope), ...trustMethods(scope), ...conversationMethods(scope) };
}

function receiptMethods({ tx, actor, today }: Scope) {
  return {
    async addReceipt(sent) {
      return numberOf(
        await tx
          .insert(receipt)
          .values({
            customerId: sent.customer,
            chatId: sent.chat,
            attachmentId: sent.attachment,
            taskId: sent.task,
            holdId: sent.hold,
          })
          .returning({ id: receipt.id }),
      );
    },
    async receipt(id) {
      const [found] = await tx.select().from(receipt).where(eq(receipt.id, id));
      if (found === undefined) return undefined;
      const { customerId: customer, chatId: chat, attachmentId: attachment } = found;
      const { taskId: task, holdId: hold, status } = found;
      return { id, customer, chat, attachment, task, hold, status };
    },
    async answerReceipt(id, { confirmed, note }) {
      const status = confirmed ? ("confirmed" as const) : ("refused" as const);
      await tx
        .update(receipt)
        .set({ status, note, answeredBy: actor.id, answeredAt: sql`now()` })
        .where(eq(receipt.id, id));
    },
    async holdLadder({ customer: customerId, reason, until }) {
      return numberOf(
        await tx
          .insert(ladderHold)
          .values({ customerId, reason, since: today, until, madeBy: actor.id })
          .returning({ id: ladderHold.id }),
      );
    },
    async endHold(id) {
      await tx.update(ladderHold).set({ ended: true }).where(eq(ladderHold.id, id));
    },
  } satisfies Partial<Methods>;
}

function trustMethods({ tx, today }: Scope) {
  return {
    connectionsOf: (customer) =>
      rowsOf<Connection>(
        tx,
        sql`
        select c.id, c.customer_id as customer, c.contract_id as contract, c.status, c.wanted_status as wanted,
          (select max(e.until) from connection_exception e where e.connection_id = c.id) as "exceptedUntil"
        from connection c where c.customer_id = ${customer} order by c.id`,
      ),
    async lastTrustUnblock(customer) {
      const [last] = await tx
        .select({ givenOn: trustUnblock.givenOn })
        .from(trustUnblock)
        .where(eq(trustUnblock.customerId, customer))
        .orderBy(desc(trustUnblock.givenOn))
        .limit(1);
      return last?.givenOn;
    },
    async addTrustUnblock({ customer: customerId, promisedOn }) {
      await tx.insert(trustUnblock).values({ customerId, promisedOn, givenOn: today });
    },
  } satisfies Partial<Methods>;
}

function conversationMethods({ tx, actor }: Scope) {
  return {
    async openConversation(customer) {
      const [found] = await tx
        .select()
        .from(conversation)
        .where(and(eq(conversation.customerId, customer), isNull(conversation.closedAt)));
      return found && toConversation(found);
    },
    async conversation(id) {
      const [found] = await tx.select().from(conversation).where(eq(conversation.id, id));
      return found && toConversation(found);
    },
    async startConversation({ customer: customerId, chat: chatId }) {
      const [made] = await tx.insert(conversation).values({ customerId, chatId }).returning();
      if (made === undefined) throw new Error("no conversation was written");
      return toConversation(made);
    },
    async closeConversation(id) {
      await tx
        .update(conversation)
        .set({ closedAt: sql`now()`, closedBy: actor.id })
        .where(eq(conversation.id, id));
    },
    async addConversationMessage(message) {
      return numberOf(
        await tx
          .insert(conversationMessage)
          .values({
            conversationId: message.conversation,
            customerId: message.customer,
            writtenBy: actor.id,
            body: message.body,
            attachmentId: message.attachment,
            at: new Date(message.atMs),
          })
          .returning({ id: conversationMessage.id }),
      );
    },
  } satisfies Partial<Methods>;
}

const toConversation = (row: typeof conversation.$inferSelect): Conversation => ({
  id: row.id,
  customer: row.customerId,
  chat: row.chatId,
  isOpen: row.closedAt === null,
});
