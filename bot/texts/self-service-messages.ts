import type { SelfServiceEvent } from "#core/self-service/events.ts";
import type { SelfServiceRefusal } from "#core/self-service/refusals.ts";
import type { Args } from "./catalogue.ts";
import { type ArgsOf, messageId, type Words, word } from "./words.ts";

type Overtaken = Extract<SelfServiceRefusal, { readonly code: "offer_overtaken" }>;
type NotTrusted = Extract<SelfServiceRefusal, { readonly code: "trust_unblock_refused" }>;

/** The values in the sentences of why something that a customer asked alone is refused. */
export const SELF_SERVICE_ARGS: ArgsOf<SelfServiceRefusal> = {
  chat_not_linked: () => ({}),
  nothing_to_negotiate: (r, w) => ({
    why: w.say(r.broken ? "nothing-but-broken" : "nothing-late"),
  }),
  self_service_not_configured: (r, w) => ({ missing: word(w, "self-service-missing", r.missing) }),
  counter_offer_invalid: (r, w) => ({ field: word(w, "counter-offer-field", r.field) }),
  trust_unblock_refused: (r, w) => ({ why: whyNotTrusted(r, w) }),
  offer_unknown: () => ({}),
  offer_expired: (r, w) => ({ stoodUntil: w.date(r.stoodUntil) }),
  offer_replaced: () => ({}),
  offer_overtaken: (r, w) => ({ why: whyOvertaken(r, w) }),
  negotiation_unknown: (r) => ({ negotiation: `${r.negotiation}` }),
  negotiation_not_handed: (r, w) => ({
    negotiation: `${r.negotiation}`,
    status: word(w, "negotiation-status", r.status),
  }),
  already_with_operator: () => ({}),
  receipt_unknown: (r) => ({ receipt: `${r.receipt}` }),
  receipt_already_answered: (r) => ({ receipt: `${r.receipt}` }),
  receipt_type_refused: (r) => ({ got: r.got }),
  conversation_unknown: (r) => ({ conversation: `${r.conversation}` }),
  conversation_closed: () => ({}),
};

function whyOvertaken(overtaken: Overtaken, { say }: Words): string {
  switch (overtaken.what) {
    case "invoice":
      return say(messageId("overtaken-invoice", overtaken.because), {
        invoice: overtaken.invoice,
      });
    case "amount":
      return say("overtaken-amount", { invoice: overtaken.invoice });
    case "more invoices":
    case "policy":
      return say(messageId("overtaken", overtaken.what));
  }
}

function whyNotTrusted(refused: NotTrusted, { say, date }: Words): string {
  const id = messageId("not-trusted", refused.reason);
  switch (refused.reason) {
    case "off":
    case "not_blocked":
      return say(id);
    case "used":
      return say(id, { again: date(refused.again) });
    case "promise_too_late":
      return say(id, { latest: date(refused.latest) });
    case "promise_past":
      return say(id, { today: date(refused.today) });
  }
}

type SelfServiceEventArgs = {
  readonly [Kind in SelfServiceEvent["kind"]]: (
    event: Extract<SelfServiceEvent, { readonly kind: Kind }>,
    words: Words,
  ) => Args;
};

const by = (who: "customer" | "operator", w: Words): string => word(w, "said-by", who);

/** The values in the sentences of what customers did alone. */
export const SELF_SERVICE_EVENTS: SelfServiceEventArgs = {
  offers_made: ({ data }, w) => ({
    count: data.offers.length,
    debt: w.money(data.debtCents),
    standsUntil: w.date(data.standsUntil),
  }),
  counter_offer_made: ({ data }, w) => ({
    count: data.count,
    first:
      data.firstAmountCents === null
        ? w.say("counter-offer-even")
        : w.say("counter-offer-first", { amount: w.money(data.firstAmountCents) }),
    firstDue: w.date(data.firstDue),
    answer: word(w, "counter-offer-answer", data.answer),
  }),
  offer_handed: ({ data }, w) => ({ because: word(w, "handed-because", data.because) }),
  offer_answered: ({ data }, w) => ({ answer: word(w, "handed-answer", data.answer) }),
  offer_accepted: ({ agreement, data }, w) => ({
    offer: `${data.offer}`,
    agreement: `${agreement}`,
    total: w.money(data.totalCents),
    hash: data.textSha256.slice(0, 12),
  }),
  receipt_sent: ({ data }, w) => ({ heldUntil: w.date(data.heldUntil) }),
  receipt_answered: ({ data }, w) => ({
    answer: w.say(data.confirmed ? "receipt-confirmed" : "receipt-not-confirmed"),
  }),
  trust_unblock_given: ({ data }, w) => ({
    connections: w.list(data.connections),
    promisedOn: w.date(data.promisedOn),
    nextFrom: w.date(data.nextFrom),
  }),
  amount_contested: ({ invoice, data }, w) => ({ invoice, answerBy: w.date(data.answerBy) }),
  conversation_opened: () => ({}),
  conversation_message_written: ({ data }, w) => ({ by: by(data.by, w) }),
  conversation_closed: ({ data }, w) => ({ by: by(data.by, w) }),
};
