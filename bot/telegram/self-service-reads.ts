import type { CivilDate } from "#core/calendar.ts";
import type { AgreementNumber, CustomerId, InvoiceId } from "#core/ids.ts";
import type { PaymentMeans } from "#core/payment/means.ts";
import type { Offer } from "#core/self-service/offer.ts";
import type {
  ConversationHead,
  ConversationMessage,
} from "#db/queries/self-service/read-conversation.ts";
import type { NegotiationCard } from "#db/queries/self-service/read-negotiation.ts";
import type { OwedBy } from "#db/queries/self-service/read-owed.ts";
import type { OwnAgreement } from "#db/queries/self-service/read-own-agreements.ts";
import type { ReceiptCard } from "#db/queries/self-service/read-receipt.ts";
import type { Trust } from "#db/queries/self-service/read-trust.ts";

/** What a customer who settles alone is shown, each of its own. */
export type SelfServiceReads = {
  readonly owed: (customer: CustomerId, today: CivilDate) => Promise<OwedBy>;
  readonly means: (invoice: InvoiceId, today: CivilDate) => Promise<PaymentMeans>;
  /** Newest first; undefined once it is taken or overtaken. */
  readonly openOffer: (customer: CustomerId, offer: number) => Promise<Offer | undefined>;
  readonly ownAgreements: (
    customer: CustomerId,
    today: CivilDate,
  ) => Promise<readonly OwnAgreement[]>;
  readonly trust: (customer: CustomerId, today: CivilDate) => Promise<Trust>;
  /** A person of the team is in the chat. */
  readonly isTalking: (customer: CustomerId) => Promise<boolean>;

  /** For the answers that come by the outbox. */
  readonly negotiation: (id: number, today: CivilDate) => Promise<NegotiationCard | undefined>;
  readonly receipt: (id: number) => Promise<ReceiptCard | undefined>;
  readonly conversation: (id: number) => Promise<ConversationHead | undefined>;
  readonly conversationMessage: (id: number) => Promise<ConversationMessage | undefined>;
};

/** PDFs; undefined when one cannot be made now, and the log says why. */
export type TelegramDocuments = {
  readonly invoice: (invoice: InvoiceId, today: CivilDate) => Promise<Uint8Array | undefined>;
  /** All that is still to be paid of it. */
  readonly agreement: (
    agreement: AgreementNumber,
    today: CivilDate,
  ) => Promise<Uint8Array | undefined>;
};
