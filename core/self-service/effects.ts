import type { CustomerId, InvoiceId } from "../ids.ts";
import type { SelfServiceEvent } from "./events.ts";

type OfCustomer<Kind extends string, More = unknown> = {
  readonly kind: Kind;
  readonly customer: CustomerId;
} & Readonly<More>;

/** For the operators. What is shown is read from its row when the message is sent, so that an old one tells what holds. */
type ForOperators =
  | OfCustomer<"tell_operators_offer_handed", { negotiation: number }>
  | OfCustomer<"tell_operators_receipt", { receipt: number }>
  | OfCustomer<"tell_operators_dispute", { dispute: number; invoice: InvoiceId }>
  | OfCustomer<"tell_operators_message", { conversation: number; message: number }>
  | OfCustomer<"tell_operators_conversation_closed", { conversation: number }>;

/** For the customer, in the chat in which it was asked. */
type ForCustomer =
  | OfCustomer<"tell_customer_offer_answer", { negotiation: number; offer: number | null }>
  | OfCustomer<"tell_customer_receipt_answer", { receipt: number }>
  | OfCustomer<"tell_customer_message", { conversation: number; message: number }>
  | OfCustomer<"tell_customer_conversation_closed", { conversation: number }>;

export type SelfServiceEffect = ForOperators | ForCustomer;

export const selfServiceChannelOf = ({ kind }: SelfServiceEffect): "operators" | "customer" =>
  kind.startsWith("tell_operators_") ? "operators" : "customer";

const EVENT_KINDS = {
  offers_made: true,
  counter_offer_made: true,
  offer_handed: true,
  offer_answered: true,
  offer_accepted: true,
  receipt_sent: true,
  receipt_answered: true,
  trust_unblock_given: true,
  amount_contested: true,
  conversation_opened: true,
  conversation_message_written: true,
  conversation_closed: true,
} as const satisfies Record<SelfServiceEvent["kind"], true>;

export const isSelfServiceEvent = <Event extends { readonly kind: string }>(
  event: Event,
): event is Event & SelfServiceEvent => Object.hasOwn(EVENT_KINDS, event.kind);

export function reactToSelfService(event: SelfServiceEvent): SelfServiceEffect[] {
  const { customer } = event;
  switch (event.kind) {
    case "offer_handed": {
      const { negotiation } = event.data;
      return [{ kind: "tell_operators_offer_handed", customer, negotiation }];
    }
    case "offer_answered": {
      const { negotiation, offer } = event.data;
      return [{ kind: "tell_customer_offer_answer", customer, negotiation, offer }];
    }
    case "receipt_sent":
      return [{ kind: "tell_operators_receipt", customer, receipt: event.data.receipt }];
    case "receipt_answered":
      return [{ kind: "tell_customer_receipt_answer", customer, receipt: event.data.receipt }];
    case "amount_contested": {
      const { invoice, data } = event;
      return [{ kind: "tell_operators_dispute", customer, dispute: data.dispute, invoice }];
    }
    case "conversation_message_written": {
      const { conversation, message, by } = event.data;
      const kind = by === "customer" ? "tell_operators_message" : "tell_customer_message";
      return [{ kind, customer, conversation, message }];
    }
    case "conversation_closed": {
      const { conversation, by } = event.data;
      const kind =
        by === "customer"
          ? "tell_operators_conversation_closed"
          : "tell_customer_conversation_closed";
      return [{ kind, customer, conversation }];
    }
    case "offers_made":
    case "counter_offer_made":
    case "offer_accepted":
    case "trust_unblock_given":
    case "conversation_opened":
      return [];
  }
}
