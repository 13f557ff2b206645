import type { CivilDate } from "../calendar.ts";
import type { NegotiationStatus } from "./offer.ts";
import type { NotConfigured } from "./proposal.ts";
import type { Overtaken } from "./recheck.ts";
import type { TrustUnblockRefusal } from "./trust-unblock.ts";
import type { CounterOfferInvalid } from "./wanted-terms.ts";

/** Every reason for which what a customer asks alone, or an operator's answer to it, may be refused. */
export type SelfServiceRefusal =
  /** The chat is nobody's: it was never proved, or was left. */
  | { readonly code: "chat_not_linked" }
  | { readonly code: "nothing_to_negotiate"; readonly broken: boolean }
  | NotConfigured
  | CounterOfferInvalid
  | TrustUnblockRefusal
  | { readonly code: "offer_unknown"; readonly offer: number }
  | { readonly code: "offer_expired"; readonly offer: number; readonly stoodUntil: CivilDate }
  /** A newer one, or another agreement, stands in its place. */
  | { readonly code: "offer_replaced"; readonly offer: number }
  | ({ readonly code: "offer_overtaken"; readonly offer: number } & Overtaken)
  | { readonly code: "negotiation_unknown"; readonly negotiation: number }
  | {
      readonly code: "negotiation_not_handed";
      readonly negotiation: number;
      readonly status: NegotiationStatus;
    }
  | { readonly code: "already_with_operator"; readonly negotiation: number }
  | { readonly code: "receipt_unknown"; readonly receipt: number }
  | { readonly code: "receipt_already_answered"; readonly receipt: number }
  | { readonly code: "receipt_type_refused"; readonly got: string }
  | { readonly code: "conversation_unknown"; readonly conversation: number }
  | { readonly code: "conversation_closed"; readonly conversation: number };
