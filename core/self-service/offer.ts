import type { AgreementProposal } from "../agreement/agreement.ts";
import type { CivilDate } from "../calendar.ts";
import type { AgreementNumber, CustomerId, InvoiceId, OperatorId } from "../ids.ts";
import type { Cents } from "../money.ts";
import type { CounterOffer, Limit } from "../policy/counter-offer.ts";
import type { OfferedInstalment } from "../policy/offers.ts";

/** An invoice as it stood when it was offered over. Another balance, fine or due date makes the offer one of the past. */
export type OfferedInvoice = {
  readonly invoice: InvoiceId;
  readonly dueDate: CivilDate;
  readonly fined: boolean;
  readonly balanceCents: Cents;
  readonly fineCents: Cents;
  readonly interestCents: Cents;
};

/** What a customer's debt was when it was offered over: balances, and what paying late adds to them. */
export type OfferedDebt = {
  readonly invoices: readonly OfferedInvoice[];
  readonly balanceCents: Cents;
  readonly fineCents: Cents;
  readonly interestCents: Cents;
  readonly totalCents: Cents;
  /** Of the oldest. */
  readonly daysOverdue: number;
};

/** How it is paid. `discountCents` is off the debt with its charges. */
export type OfferTerms = {
  /** 1: everything at once. */
  readonly count: number;
  readonly totalCents: Cents;
  readonly discountCents: Cents;
  readonly instalments: readonly OfferedInstalment[];
};

export type OfferStatus = "open" | "accepted" | "overtaken";

export type NewOffer = OfferTerms & {
  readonly debt: OfferedDebt;
  readonly proposal: AgreementProposal;
  /** The customer actor: the policy made it. Else the operator who did, beyond the policy. */
  readonly madeBy: OperatorId;
  readonly madeOn: CivilDate;
  /** The last day on which it can be taken. */
  readonly standsUntil: CivilDate;
};

export type Offer = NewOffer & {
  readonly id: number;
  readonly negotiation: number;
  readonly customer: CustomerId;
  readonly status: OfferStatus;
  /** Of an accepted one. */
  readonly agreement: AgreementNumber | null;
};

/** `handed`: waits for an operator. `answered`: an operator offered something else. */
export type NegotiationStatus = "open" | "handed" | "answered" | "agreed" | "closed";

/** A customer's talk about its debt. At most one is not agreed or closed. */
export type Negotiation = {
  readonly id: number;
  readonly customer: CustomerId;
  readonly chat: number;
  readonly status: NegotiationStatus;
  /** How often the policy has countered. */
  readonly rounds: number;
  /** What the new invoices of its agreements will say. */
  readonly description: string;
  readonly handed: Handed | null;
};

export const HANDED_BECAUSE = [
  /** No row of the policy is for this debt. */
  "no policy",
  /** The policy countered as often as it does. */
  "rounds used",
  /** What was promised before was not kept. */
  "broken agreement",
  /** The customer would rather talk to a person about it. */
  "asked for",
] as const;
export type HandedBecause = (typeof HANDED_BECAUSE)[number];

/** What an operator is asked about. Without `wanted` the customer named no terms. */
export type Handed = {
  readonly because: HandedBecause;
  readonly wanted: (CounterOffer & OfferTerms) | null;
};

/** How often the policy counters before a person looks at it. */
export const MAX_ROUNDS = 2;

/** What came of a counter-offer. */
export type CounterAnswer =
  | { readonly kind: "accept"; readonly offer: Offer }
  | { readonly kind: "counter"; readonly offer: Offer; readonly because: readonly Limit[] }
  | {
      readonly kind: "handed";
      readonly negotiation: number;
      readonly because: HandedBecause;
    };
