import type { CivilDate } from "./calendar.ts";
import type { Invoice } from "./collection/invoice.ts";
import type { AgreementNumber, CustomerId, InvoiceId, OperatorId } from "./ids.ts";
import type { PolicyRow } from "./policy/policy-table.ts";
import type {
  Handed,
  Negotiation,
  NegotiationStatus,
  NewOffer,
  Offer,
  OfferStatus,
} from "./self-service/offer.ts";
import type { AgreementDefaults } from "./self-service/proposal.ts";
import type { Connection } from "./work/connection.ts";

export type NegotiationChange = {
  readonly status?: NegotiationStatus;
  readonly rounds?: number;
  readonly handed?: Handed | null;
  /** The chat in which it goes on. */
  readonly chat?: number;
  /** What an operator said to it. */
  readonly note?: string | null;
};

export type Evidence = {
  readonly offer: number;
  readonly customer: CustomerId;
  readonly agreement: AgreementNumber;
  readonly chat: number;
  /** As it stood on the customer's screen. */
  readonly text: string;
  readonly atMs: number;
};

export type Receipt = {
  readonly id: number;
  readonly customer: CustomerId;
  readonly chat: number;
  readonly attachment: number;
  readonly task: number;
  readonly hold: number;
  readonly status: "open" | "confirmed" | "refused";
};

export type Conversation = {
  readonly id: number;
  readonly customer: CustomerId;
  readonly chat: number;
  readonly isOpen: boolean;
};

export type NewConversationMessage = {
  readonly conversation: number;
  readonly customer: CustomerId;
  readonly by: "customer" | "operator";
  readonly body: string;
  readonly attachment: number | null;
  readonly atMs: number;
};

/** What the commands of customers who act alone, and the answers to them, may touch. */
export interface SelfServiceUnit {
  /** Whose the chat has proved to be. */
  customerOfChat(chat: number): Promise<CustomerId | undefined>;
  /** All that the customer owes, in collections or not. */
  openInvoices(customer: CustomerId): Promise<Invoice[]>;
  policyRows(): Promise<PolicyRow[]>;
  /** What settings and earlier agreements say; the profile of the invoices where it still is one. */
  agreementDefaults(invoices: readonly InvoiceId[]): Promise<AgreementDefaults>;
  /** Whom a task goes to: the customer's own operator, else the one with the fewest; undefined when nobody is here. */
  taskOperator(customer: CustomerId): Promise<OperatorId | undefined>;

  /** The one that is not agreed or closed. */
  openNegotiation(customer: CustomerId): Promise<Negotiation | undefined>;
  negotiation(id: number): Promise<Negotiation | undefined>;
  startNegotiation(negotiation: {
    readonly customer: CustomerId;
    readonly chat: number;
    readonly description: string;
  }): Promise<Negotiation>;
  changeNegotiation(id: number, change: NegotiationChange): Promise<void>;

  /** Open ones, oldest first. */
  openOffers(customer: CustomerId): Promise<Offer[]>;
  offer(id: number): Promise<Offer | undefined>;
  addOffers(negotiation: Negotiation, offers: readonly NewOffer[]): Promise<Offer[]>;
  setOffers(
    ids: readonly number[],
    as: { readonly status: OfferStatus; readonly agreement?: AgreementNumber },
  ): Promise<void>;
  /** The SHA-256 of the text, in hex. */
  keepEvidence(evidence: Evidence): Promise<string>;

  addReceipt(receipt: Omit<Receipt, "id" | "status">): Promise<number>;
  receipt(id: number): Promise<Receipt | undefined>;
  answerReceipt(
    id: number,
    as: { readonly confirmed: boolean; readonly note: string | null },
  ): Promise<void>;
  /** Keeps the ladder from the customer until that day, included. */
  holdLadder(hold: {
    readonly customer: CustomerId;
    readonly reason: string;
    readonly until: CivilDate;
  }): Promise<number>;
  endHold(hold: number): Promise<void>;

  connectionsOf(customer: CustomerId): Promise<Connection[]>;
  lastTrustUnblock(customer: CustomerId): Promise<CivilDate | undefined>;
  addTrustUnblock(given: {
    readonly customer: CustomerId;
    readonly promisedOn: CivilDate;
  }): Promise<void>;

  openConversation(customer: CustomerId): Promise<Conversation | undefined>;
  conversation(id: number): Promise<Conversation | undefined>;
  startConversation(of: {
    readonly customer: CustomerId;
    readonly chat: number;
  }): Promise<Conversation>;
  closeConversation(id: number): Promise<void>;
  addConversationMessage(message: NewConversationMessage): Promise<number>;
}
