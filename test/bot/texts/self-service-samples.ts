import { date } from "#core/calendar.ts";
import type { AgreementNumber, ConnectionId, CustomerId, InvoiceId } from "#core/ids.ts";
import { cents } from "#core/money.ts";
import type { SelfServiceEvent } from "#core/self-service/events.ts";
import { HANDED_BECAUSE } from "#core/self-service/offer.ts";
import type { SelfServiceRefusal } from "#core/self-service/refusals.ts";

const customer = "C1" as CustomerId;
const invoice = "F1" as InvoiceId;
const agreement = 7 as AgreementNumber;
const day = date("2026-11-24");
const some = cents(123_456);

type WithCode<Value, Code> = Value extends { readonly code: infer Codes }
  ? Code extends Codes
    ? Value
    : never
  : never;

export const SELF_SERVICE_REFUSALS: {
  readonly [Code in SelfServiceRefusal["code"]]: readonly WithCode<SelfServiceRefusal, Code>[];
} = {
  chat_not_linked: [{ code: "chat_not_linked" }],
  nothing_to_negotiate: [true, false].map((broken) => ({ code: "nothing_to_negotiate", broken })),
  self_service_not_configured: (
    ["category", "profile", "discount", "fine", "increase"] as const
  ).map((missing) => ({ code: "self_service_not_configured", missing })),
  counter_offer_invalid: (["count", "first_amount", "first_due", "total"] as const).map(
    (field) => ({ code: "counter_offer_invalid", field }),
  ),
  trust_unblock_refused: [
    { code: "trust_unblock_refused", reason: "off" },
    { code: "trust_unblock_refused", reason: "not_blocked" },
    { code: "trust_unblock_refused", reason: "used", again: day },
    { code: "trust_unblock_refused", reason: "promise_too_late", latest: day },
    { code: "trust_unblock_refused", reason: "promise_past", today: day },
  ],
  offer_unknown: [{ code: "offer_unknown", offer: 3 }],
  offer_expired: [{ code: "offer_expired", offer: 3, stoodUntil: day }],
  offer_replaced: [{ code: "offer_replaced", offer: 3 }],
  offer_overtaken: [
    ...(
      [
        "not open",
        "not in collections",
        "in agreement",
        "awaits approval",
        "not collectable",
        "not authorised",
      ] as const
    ).map(
      (because) =>
        ({ code: "offer_overtaken", offer: 3, what: "invoice", invoice, because }) as const,
    ),
    { code: "offer_overtaken", offer: 3, what: "amount", invoice },
    { code: "offer_overtaken", offer: 3, what: "more invoices" },
    { code: "offer_overtaken", offer: 3, what: "policy" },
  ],
  negotiation_unknown: [{ code: "negotiation_unknown", negotiation: 2 }],
  negotiation_not_handed: (["open", "handed", "answered", "agreed", "closed"] as const).map(
    (status) => ({ code: "negotiation_not_handed", negotiation: 2, status }),
  ),
  already_with_operator: [{ code: "already_with_operator", negotiation: 2 }],
  receipt_unknown: [{ code: "receipt_unknown", receipt: 4 }],
  receipt_already_answered: [{ code: "receipt_already_answered", receipt: 4 }],
  receipt_type_refused: [{ code: "receipt_type_refused", got: "text/plain" }],
  conversation_unknown: [{ code: "conversation_unknown", conversation: 5 }],
  conversation_closed: [{ code: "conversation_closed", conversation: 5 }],
};

const SIDES = ["customer", "operator"] as const;

export const SELF_SERVICE_EVENTS: {
  readonly [Kind in SelfServiceEvent["kind"]]: readonly Extract<
    SelfServiceEvent,
    { readonly kind: Kind }
  >[];
} = {
  offers_made: [[1], [1, 2, 3]].map((offers) => ({
    kind: "offers_made",
    customer,
    data: { negotiation: 2, offers, debtCents: some, standsUntil: day },
  })),
  counter_offer_made: (["accept", "counter", "handed"] as const).flatMap((answer) =>
    [null, some].map((firstAmountCents) => ({
      kind: "counter_offer_made" as const,
      customer,
      data: { negotiation: 2, count: 3, firstAmountCents, firstDue: day, answer, offer: null },
    })),
  ),
  offer_handed: HANDED_BECAUSE.map((because) => ({
    kind: "offer_handed",
    customer,
    data: { negotiation: 2, because },
  })),
  offer_answered: (["accepted", "countered", "refused"] as const).map((answer) => ({
    kind: "offer_answered",
    customer,
    data: { negotiation: 2, answer, offer: 3 },
  })),
  offer_accepted: [
    {
      kind: "offer_accepted",
      customer,
      agreement,
      data: { offer: 3, totalCents: some, textSha256: "ab".repeat(32) },
    },
  ],
  receipt_sent: [
    {
      kind: "receipt_sent",
      customer,
      data: { receipt: 4, task: 3, heldUntil: day, invoices: [invoice] },
    },
  ],
  receipt_answered: [true, false].map((confirmed) => ({
    kind: "receipt_answered",
    customer,
    data: { receipt: 4, confirmed },
  })),
  trust_unblock_given: [
    {
      kind: "trust_unblock_given",
      customer,
      data: { connections: ["N1" as ConnectionId], promisedOn: day, nextFrom: day },
    },
  ],
  amount_contested: [
    {
      kind: "amount_contested",
      customer,
      invoice,
      data: { dispute: 2, task: 3, answerBy: day },
    },
  ],
  conversation_opened: [{ kind: "conversation_opened", customer, data: { conversation: 5 } }],
  conversation_message_written: SIDES.map((by) => ({
    kind: "conversation_message_written",
    customer,
    data: { conversation: 5, message: 6, by },
  })),
  conversation_closed: SIDES.map((by) => ({
    kind: "conversation_closed",
    customer,
    data: { conversation: 5, by },
  })),
};
