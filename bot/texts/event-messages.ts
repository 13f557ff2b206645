import type { DomainEvent, EventKind } from "#core/events.ts";
import { ADMINISTRATION_EVENTS } from "./administration-events.ts";
import type { Args } from "./catalogue.ts";
import { IDENTITY_EVENTS } from "./identity-events.ts";
import { RETURN_EVENTS } from "./return-messages.ts";
import { SELF_SERVICE_EVENTS } from "./self-service-messages.ts";
import { messageId, type Words, word } from "./words.ts";
import { WORK_EVENTS } from "./work-messages.ts";

/** What happened, as the history tabs tell it. */
export function eventSentence(event: DomainEvent, words: Words): string {
  const argsOf = EVENTS[event.kind] as (event: DomainEvent, words: Words) => Args;
  return words.say(messageId("event", event.kind), argsOf(event, words));
}

type EventArgs = {
  readonly [Kind in EventKind]: (
    event: Extract<DomainEvent, { readonly kind: Kind }>,
    words: Words,
  ) => Args;
};

const EVENTS: EventArgs = {
  ...ADMINISTRATION_EVENTS,
  ...WORK_EVENTS,
  ...IDENTITY_EVENTS,
  ...SELF_SERVICE_EVENTS,
  ...RETURN_EVENTS,
  invoice_classified: ({ invoice, data }, w) => ({
    invoice,
    amount: w.money(data.amountCents),
    days: data.daysOverdue,
  }),
  invoice_released: ({ invoice, data }, w) => ({
    invoice,
    reason: word(w, "release", data.reason),
    from: word(w, "stage", data.from),
  }),
  collection_started: ({ invoice, data }, w) => ({ invoice, amount: w.money(data.amountCents) }),
  collection_confirmed: ({ invoice, data }, w) => ({ invoice, amount: w.money(data.amountCents) }),
  account_opened: ({ data }) => ({ account: `${data.account}` }),
  agreement_proposed: ({ agreement, data }, w) => ({
    agreement: `${agreement}`,
    total: w.money(data.totalCents),
    exceeded: w.list(data.exceeded.map((what) => word(w, "allowance", what))),
  }),
  agreement_made: ({ agreement, data }, w) => ({
    agreement: `${agreement}`,
    kind: word(w, "agreement-kind", data.agreementKind),
    base: w.money(data.baseCents),
    total: w.money(data.totalCents),
    toleranceDate: w.date(data.toleranceDate),
    category: data.category,
  }),
  agreement_approved: ({ agreement, data }) => ({
    agreement: `${agreement}`,
    askedBy: data.askedBy,
  }),
  agreement_refused: ({ agreement, data }) => ({
    agreement: `${agreement}`,
    askedBy: data.askedBy,
    reason: data.reason,
  }),
  agreement_voided: ({ agreement, data }) => ({ agreement: `${agreement}`, reason: data.reason }),
  agreement_fulfilled: ({ agreement, data }, w) => ({
    agreement: `${agreement}`,
    total: w.money(data.totalCents),
  }),
  agreement_renegotiated: ({ agreement, data }) => ({
    agreement: `${agreement}`,
    by: `${data.by}`,
  }),
  agreement_rescinded: ({ agreement, data }, w) => ({
    agreement: `${agreement}`,
    reason: data.reason,
    credited: w.money(data.creditedCents),
    left: data.leftCents > 0 ? ` ${w.say("credit-left", { amount: w.money(data.leftCents) })}` : "",
  }),
  invoice_entered_agreement: ({ invoice, agreement, data }, w) => ({
    invoice,
    agreement: `${agreement}`,
    amount: w.money(data.amountCents),
    role: word(w, "role", data.role),
  }),
  invoice_created: ({ invoice, agreement, data }, w) => ({
    invoice,
    agreement: `${agreement}`,
    amount: w.money(data.amountCents),
    dueDate: w.date(data.dueDate),
    instalment: `${data.instalment}`,
  }),
  invoice_deleted: ({ invoice, agreement, data }) => ({
    invoice,
    agreement: `${agreement}`,
    reason: data.reason,
  }),
  invoice_restored: ({ invoice, agreement, data }, w) => ({
    invoice,
    agreement: `${agreement}`,
    amount: w.money(data.amountCents),
    credited: w.money(data.creditedCents),
    outcome: w.say(data.settled ? "restored-settled" : "restored-awaiting"),
  }),
  invoice_left_agreement: ({ invoice, agreement, data }, w) => ({
    invoice,
    agreement: `${agreement}`,
    state: word(w, "invoice-state", data.state),
  }),
  replaced_invoice_paid: ({ invoice, agreement }) => ({ invoice, agreement: `${agreement}` }),
  payment_received: ({ invoice, data }, w) => ({
    invoice,
    amount: w.money(data.amountCents),
    charges:
      data.chargesCents === undefined
        ? ""
        : w.say("payment-late-charges", { amount: w.money(data.chargesCents) }),
    paidAt: w.date(data.paidAt),
    balance: w.money(data.balanceCents),
    method: data.method === null ? "" : ` (${data.method})`,
  }),
  invoice_settled: ({ invoice, agreement, data }, w) => ({
    invoice,
    agreement: `${agreement}`,
    amount: w.money(data.amountCents),
  }),
  spc_registered: ({ invoice, data }, w) => ({
    invoice,
    record: `${data.record}`,
    amount: w.money(data.amountCents),
    details: data.details,
  }),
  spc_removed: ({ invoice, data }) => ({
    invoice,
    record: `${data.record}`,
    details: data.details,
  }),
  spc_became_critique: ({ invoice, data }, w) => ({
    invoice,
    record: `${data.record}`,
    removeBy: w.date(data.removeBy),
  }),
  customer_assigned: ({ data }) => ({ operator: data.operator }),
  telegram_link_made: ({ data }, w) => ({ expiresOn: w.date(data.expiresOn) }),
  setting_changed: ({ data }) => ({ key: data.key, value: `${data.value}` }),
  operator_saved: ({ data }, w) => ({
    operator: data.operator,
    role: data.role,
    active: w.say(data.active ? "active" : "inactive"),
  }),
  template_saved: ({ data }) => ({ channel: data.channel, name: data.name }),
  classifier_ran: ({ data }) => ({ classified: data.classified, released: data.released }),
  file_imported: ({ data }) => data,
};
