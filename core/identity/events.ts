import type { CustomerId } from "../ids.ts";
import type { MessageChannel } from "../work/contact-records.ts";
import type { ProvedBy } from "./chat.ts";

/** Why a message did not reach the customer: for the account, and for choosing another channel. */
export const UNSENT_REASONS = [
  "no address",
  "blocked",
  "refused",
  "unreachable",
  "paid",
  "disputed",
  "opted out",
  "not the customer",
  "law",
] as const;
export type UnsentReason = (typeof UNSENT_REASONS)[number];

type Of<Kind extends string, Data> = {
  readonly kind: Kind;
  readonly customer: CustomerId;
  readonly data: Readonly<Data>;
};

/** What chats proved and gave up, and what became of messages to customers. */
export type IdentityEvent =
  | Of<
      "telegram_chat_linked",
      {
        chat: number;
        by: ProvedBy;
        /** Chats that the customer had before, and that are told. */
        others: number;
      }
    >
  /** `thrown out`: another chat of the customer's said that it was not theirs. */
  | Of<"telegram_chat_unlinked", { chat: number; reason: "left" | "not me" | "thrown out" }>
  | Of<"telegram_chat_stopped", { chat: number; reason: "asked" | "blocked" }>
  | Of<"telegram_chat_resumed", { chat: number }>
  | Of<"message_sent", { message: number; channel: MessageChannel }>
  /** `failed`: it could not be delivered. `dropped`: it was not to be sent any more. */
  | Of<
      "message_not_sent",
      { message: number; channel: MessageChannel; outcome: "failed" | "dropped"; why: UnsentReason }
    >;
