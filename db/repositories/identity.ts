import { and, count, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { LinkedChat, ProvedBy } from "#core/identity/chat.ts";
import type { IdentityUnit } from "#core/identity/ports.ts";
import { customer } from "../schema/customer.ts";
import { telegramChat, telegramLink } from "../schema/record.ts";
import { identityAttempt, identityCode } from "../schema/telegram.ts";
import type { Scope } from "./scope.ts";

type ChatMethods = Pick<
  IdentityUnit,
  | "lockChat"
  | "chatsOf"
  | "linkChat"
  | "unlinkChat"
  | "markChat"
  | "setChatLanguage"
  | "telegramLink"
  | "useTelegramLink"
  | "dropTelegramLinks"
>;
type ProofMethods = Omit<IdentityUnit, keyof ChatMethods | "outgoingMessage" | "finishMessage">;

/** Chats and links. */
export function chatMethods({ tx }: Scope): ChatMethods {
  return {
    async lockChat(chat) {
      await tx.execute(
        sql`select pg_advisory_xact_lock(hashtext('telegram chat'), hashtext(${`${chat}`}))`,
      );
      const [found] = await tx.select().from(telegramChat).where(eq(telegramChat.chatId, chat));
      return found && linkedChat(found);
    },
    async chatsOf(id) {
      const found = await tx.select().from(telegramChat).where(eq(telegramChat.customerId, id));
      return found.map(linkedChat);
    },
    async linkChat({ chat: chatId, customer: customerId, by: linkedBy, language, atMs }) {
      const linkedAt = new Date(atMs);
      await tx.insert(telegramChat).values({ chatId, customerId, linkedBy, language, linkedAt });
    },
    async unlinkChat(chat) {
      await tx.delete(telegramChat).where(eq(telegramChat.chatId, chat));
    },
    async markChat(chat, { optedOutAtMs, blockedAtMs }) {
      const marks = {
        ...(optedOutAtMs !== undefined && { optedOutAt: instant(optedOutAtMs) }),
        ...(blockedAtMs !== undefined && { blockedAt: instant(blockedAtMs) }),
      };
      await tx.update(telegramChat).set(marks).where(eq(telegramChat.chatId, chat));
    },
    async setChatLanguage(chat, language) {
      await tx.update(telegramChat).set({ language }).where(eq(telegramChat.chatId, chat));
    },
    async telegramLink(tokenSha256) {
      const [found] = await tx
        .select()
        .from(telegramLink)
        .where(eq(telegramLink.tokenSha256, tokenSha256))
        .for("update");
      if (found === undefined) return undefined;
      const { customerId, expiresAt, usedAt } = found;
      return { customer: customerId, expiresAtMs: expiresAt.getTime(), isUsed: usedAt !== null };
    },
    async useTelegramLink(tokenSha256, { chat: chatId, atMs }) {
      await tx
        .update(telegramLink)
        .set({ usedAt: new Date(atMs), chatId })
        .where(eq(telegramLink.tokenSha256, tokenSha256));
    },
    async dropTelegramLinks(id) {
      await tx
        .delete(telegramLink)
        .where(and(eq(telegramLink.customerId, id), isNull(telegramLink.usedAt)));
    },
  };
}

/** A tax id that more records share than this is nobody's proof. */
const SAME_TAX_ID = 5;

/** Proofs, and the tries that are counted. */
export function proofMethods({ tx }: Scope): ProofMethods {
  return {
    customersWithTaxId: (taxId) =>
      tx
        .select(CLAIMED)
        .from(customer)
        .where(eq(customer.taxId, taxId))
        .orderBy(customer.id)
        .limit(SAME_TAX_ID),
    claimed: (ids) =>
      tx
        .select(CLAIMED)
        .from(customer)
        .where(inArray(customer.id, [...ids]))
        .orderBy(customer.id),
    async attemptsSince(subject, sinceMs) {
      await tx.execute(
        sql`select pg_advisory_xact_lock(hashtext('identity attempt'), hashtext(${subject}))`,
      );
      const [made] = await tx
        .select({ count: count() })
        .from(identityAttempt)
        .where(
          and(eq(identityAttempt.subject, subject), gt(identityAttempt.at, new Date(sinceMs))),
        );
      return made?.count ?? 0;
    },
    async addAttempt(subject, atMs) {
      await tx.insert(identityAttempt).values({ subject, at: new Date(atMs) });
    },
    async saveIdentityCode({ chat: chatId, customer: customerId, expiresAtMs, ...rest }) {
      const values = { ...rest, customerId, expiresAt: new Date(expiresAtMs) };
      await tx
        .insert(identityCode)
        .values({ chatId, ...values })
        .onConflictDoUpdate({ target: identityCode.chatId, set: values });
    },
    async identityCode(chat) {
      const [found] = await tx.select().from(identityCode).where(eq(identityCode.chatId, chat));
      if (found === undefined) return undefined;
      const { customerId, code, expiresAt, triesLeft } = found;
      return { customer: customerId, code, expiresAtMs: expiresAt.getTime(), triesLeft };
    },
    async spendCodeTry(chat) {
      await tx
        .update(identityCode)
        .set({ triesLeft: sql`${identityCode.triesLeft} - 1` })
        .where(eq(identityCode.chatId, chat));
    },
    async dropIdentityCode(chat) {
      await tx.delete(identityCode).where(eq(identityCode.chatId, chat));
    },
  };
}

const CLAIMED = { customer: customer.id, mobile: customer.mobile, email: customer.email };

const instant = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

const linkedChat = (row: typeof telegramChat.$inferSelect): LinkedChat => ({
  chat: row.chatId,
  customer: row.customerId,
  linkedAtMs: row.linkedAt.getTime(),
  by: row.linkedBy as ProvedBy,
  optedOut: row.optedOutAt !== null,
  blocked: row.blockedAt !== null,
});
