import type { CustomerId, InvoiceId } from "../ids.ts";
import type { TaxId } from "../tax-id.ts";
import type { MessageChannel } from "../work/contact-records.ts";
import type { LinkedChat, ProvedBy } from "./chat.ts";
import type { CodeChannel } from "./effects.ts";
import type { Claimed } from "./proof.ts";

export type TelegramLink = {
  readonly customer: CustomerId;
  readonly expiresAtMs: number;
  readonly isUsed: boolean;
};

export type IdentityCode = {
  /** Null: nobody has the tax id that was typed. */
  readonly customer: CustomerId | null;
  readonly code: string;
  readonly expiresAtMs: number;
  readonly triesLeft: number;
};

/** A message to a customer as it was written, before it leaves. */
export type OutgoingMessage = {
  readonly message: number;
  readonly customer: CustomerId;
  readonly channel: MessageChannel;
  readonly recipients: readonly string[];
  /** E-mail only. */
  readonly copies: readonly string[];
  readonly subject: string | null;
  readonly body: string;
  readonly invoices: readonly InvoiceId[];
  readonly status: string;
  readonly queuedAtMs: number;
};

/** What proves who a chat is, and what follows from it. */
export interface IdentityUnit {
  /** Two commands on one chat never overlap. */
  lockChat(chat: number): Promise<LinkedChat | undefined>;
  chatsOf(customer: CustomerId): Promise<LinkedChat[]>;
  linkChat(chat: {
    readonly chat: number;
    readonly customer: CustomerId;
    readonly by: ProvedBy;
    readonly language: string;
    readonly atMs: number;
  }): Promise<void>;
  unlinkChat(chat: number): Promise<void>;
  /** Fields left out stay as they are; null takes the mark away. */
  markChat(
    chat: number,
    as: { readonly optedOutAtMs?: number | null; readonly blockedAtMs?: number | null },
  ): Promise<void>;
  setChatLanguage(chat: number, language: string): Promise<void>;

  /** Locked: of two chats that open it at once, one gets in. */
  telegramLink(tokenSha256: string): Promise<TelegramLink | undefined>;
  useTelegramLink(
    tokenSha256: string,
    by: { readonly chat: number; readonly atMs: number },
  ): Promise<void>;

  /** Those that nobody used are of no use any more. */
  dropTelegramLinks(customer: CustomerId): Promise<void>;

  /** A few at most: the tax id of two records that billing never joined. */
  customersWithTaxId(taxId: TaxId): Promise<Claimed[]>;
  /** Of these customers, as they stand now. */
  claimed(customers: readonly CustomerId[]): Promise<Claimed[]>;

  /** Waits for others who count the same subject. */
  attemptsSince(subject: string, sinceMs: number): Promise<number>;
  addAttempt(subject: string, atMs: number): Promise<void>;

  /** Takes the place of the chat's earlier code. */
  saveIdentityCode(
    code: Omit<IdentityCode, "customer"> & {
      readonly chat: number;
      readonly customer: CustomerId | null;
      readonly channel: CodeChannel;
    },
  ): Promise<void>;
  identityCode(chat: number): Promise<IdentityCode | undefined>;
  spendCodeTry(chat: number): Promise<void>;
  dropIdentityCode(chat: number): Promise<void>;

  /** Locked. */
  outgoingMessage(message: number): Promise<OutgoingMessage | undefined>;
  finishMessage(
    message: number,
    as: { readonly status: "sent" | "failed" | "dropped"; readonly atMs: number },
  ): Promise<void>;
}
