import type { CustomerId } from "../ids.ts";
import type { IdentityEvent } from "./events.ts";

/** Codes are sent where the record says, never to an address that somebody typed. */
export type CodeChannel = "email" | "sms";

export type IdentityEffect =
  /** To the chats that the customer had before: somebody else may have come in. */
  | {
      readonly kind: "tell_chats_of_new_chat";
      readonly customer: CustomerId;
      readonly chat: number;
    }
  /** The code itself is read from its row when it is sent, and is of no use later. */
  | {
      readonly kind: "send_identity_code";
      readonly customer: CustomerId;
      readonly chat: number;
      readonly channel: CodeChannel;
    };

export function reactToIdentity(event: IdentityEvent): IdentityEffect[] {
  if (event.kind !== "telegram_chat_linked" || event.data.others === 0) return [];
  return [{ kind: "tell_chats_of_new_chat", customer: event.customer, chat: event.data.chat }];
}
