import type { CivilDate } from "../calendar.ts";
import type { AgreementNumber, ConnectionId, CustomerId, InvoiceId } from "../ids.ts";
import type { Cents } from "../money.ts";
import type { HandedBecause } from "./offer.ts";

type Of<Kind extends string, Data> = {
  readonly kind: Kind;
  readonly customer: CustomerId;
  readonly data: Readonly<Data>;
};

/** What customers did alone, and what they were answered. Texts stay in their tables: an event is for ever. */
export type SelfServiceEvent =
  | Of<
      "offers_made",
      { negotiation: number; offers: readonly number[]; debtCents: Cents; standsUntil: CivilDate }
    >
  | Of<
      "counter_offer_made",
      {
        negotiation: number;
        count: number;
        /** The entry; null: an even share. */
        firstAmountCents: Cents | null;
        firstDue: CivilDate;
        answer: "accept" | "counter" | "handed";
        /** Of what it was answered with. */
        offer: number | null;
      }
    >
  | Of<"offer_handed", { negotiation: number; because: HandedBecause }>
  | Of<
      "offer_answered",
      { negotiation: number; answer: "accepted" | "countered" | "refused"; offer: number | null }
    >
  | (Of<"offer_accepted", { offer: number; totalCents: Cents; textSha256: string }> & {
      readonly agreement: AgreementNumber;
    })
  | Of<
      "receipt_sent",
      {
        receipt: number;
        task: number;
        /** Until then nothing is asked of the customer. */
        heldUntil: CivilDate;
        invoices: readonly InvoiceId[];
      }
    >
  | Of<"receipt_answered", { receipt: number; confirmed: boolean }>
  | Of<
      "trust_unblock_given",
      { connections: readonly ConnectionId[]; promisedOn: CivilDate; nextFrom: CivilDate }
    >
  | (Of<"amount_contested", { dispute: number; task: number; answerBy: CivilDate }> & {
      readonly invoice: InvoiceId;
    })
  | Of<"conversation_opened", { conversation: number }>
  | Of<
      "conversation_message_written",
      { conversation: number; message: number; by: "customer" | "operator" }
    >
  | Of<"conversation_closed", { conversation: number; by: "customer" | "operator" }>;
