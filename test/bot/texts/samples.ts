import { date } from "#core/calendar.ts";
import { STAGES } from "#core/collection/stage.ts";
import type { DomainEvent, EventKind } from "#core/events.ts";
import type { AgreementNumber, CustomerId, InvoiceId, OperatorId } from "#core/ids.ts";
import { type Fact, refused } from "#core/law/verdict.ts";
import { cents, percent } from "#core/money.ts";
import type { Refusal } from "#core/refusals.ts";
import { ADMINISTRATION_EVENTS, ADMINISTRATION_REFUSALS } from "./administration-samples.ts";
import { DOCUMENT_REFUSALS } from "./document-samples.ts";
import { IDENTITY_EVENTS } from "./identity-samples.ts";
import { RETURN_EVENTS, RETURN_REFUSALS } from "./return-samples.ts";
import { SELF_SERVICE_EVENTS, SELF_SERVICE_REFUSALS } from "./self-service-samples.ts";
import { WORK_EVENTS, WORK_REFUSALS } from "./work-samples.ts";

const invoice = "F1" as InvoiceId;
const customer = "C1" as CustomerId;
const agreement = 7 as AgreementNumber;
const other = 8 as AgreementNumber;
const operator = "ana" as OperatorId;
const day = date("2026-11-24");
const today = date("2026-11-25");
const some = cents(123_456);
const more = cents(200_000);

type WithCode<Value, Code> = Value extends { readonly code: infer Codes }
  ? Code extends Codes
    ? Value
    : never
  : never;
type Samples<Value extends { readonly code: string }> = {
  readonly [Code in Value["code"]]: readonly WithCode<Value, Code>[];
};

export const FACTS: Samples<Fact> = {
  no_debt: [{ code: "no_debt" }],
  debt_paid: [{ code: "debt_paid", dueDate: day }],
  debt_not_late: [{ code: "debt_not_late", dueDate: day, lateAfter: today }],
  debt_too_old: [{ code: "debt_too_old", dueDate: day, since: today }],
  debt_not_of_use: [{ code: "debt_not_of_use", dueDate: day }],
  dispute_open: [{ code: "dispute_open", openedOn: day, answerBy: today }],
  dispute_not_answered_in_time: [
    { code: "dispute_not_answered_in_time", openedOn: day, answerBy: today },
  ],
  dispute_upheld: [{ code: "dispute_upheld", answeredOn: day }],
  notice_missing: (["debt", "suspension", "rescission", "bureau"] as const).map((kind) => ({
    code: "notice_missing",
    kind,
    onOrAfter: day,
  })),
  notice_too_recent: [0, 1, 3].map((frozenDays) => ({
    code: "notice_too_recent",
    deliveredOn: day,
    days: 15,
    frozenDays,
  })),
  day_off_ahead: [{ code: "day_off_ahead", day }],
  not_blocked: [{ code: "not_blocked" }],
  blocked_before_debt: [{ code: "blocked_before_debt", blockedOn: day, lateAfter: today }],
  blocked_too_recently: [{ code: "blocked_too_recently", blockedOn: day, days: 60, frozenDays: 2 }],
  contract_not_ended: [{ code: "contract_not_ended" }],
  no_contract: [{ code: "no_contract" }],
  contract_ends: [{ code: "contract_ends", endedOn: day }],
  not_broken: [{ code: "not_broken", lateAfter: day }],
  increase_above_cap: [{ code: "increase_above_cap", asked: percent(9), max: percent(4) }],
  fine_above_cap: [{ code: "fine_above_cap", askedCents: more, maxCents: some }],
  fees_above_cap: [{ code: "fees_above_cap", askedCents: more, maxCents: some }],
  blocked_that_day: [{ code: "blocked_that_day", blockedOn: day }],
  reconnection_is_free: [{ code: "reconnection_is_free" }],
  third_party: [{ code: "third_party" }],
  not_the_customer: [{ code: "not_the_customer" }],
  opted_out: [{ code: "opted_out" }],
  not_identified: [{ code: "not_identified" }],
  outside_contact_hours: [
    { code: "outside_contact_hours", state: "SP", opens: "08:00", closes: "20:00" },
    { code: "outside_contact_hours", state: null },
  ],
  contacted_today: [1, 2].map((count) => ({ code: "contacted_today", count, max: 1 })),
  contacted_this_week: [1, 3].map((count) => ({ code: "contacted_this_week", count, max: 3 })),
};

const verdict = refused("CDC-42-PU", { code: "debt_paid", dueDate: day });
const withVerdict = { invoice, verdict };

/** Each refusal, and each variant that has words of its own. */
export const REFUSALS: Samples<Refusal> = {
  ...SELF_SERVICE_REFUSALS,
  ...RETURN_REFUSALS,
  ...ADMINISTRATION_REFUSALS,
  ...WORK_REFUSALS,
  ...DOCUMENT_REFUSALS,
  operator_unknown: [{ code: "operator_unknown", operator }],
  not_permitted: [{ code: "not_permitted", permission: "agreement.make", role: "operator" }],
  key_reused: [{ code: "key_reused", key: "k1" }],
  customer_unknown: [{ code: "customer_unknown", customer }],
  invoice_unknown: [{ code: "invoice_unknown", invoice }],
  invoice_of_another_customer: [{ code: "invoice_of_another_customer", invoice, customer }],
  agreement_unknown: [{ code: "agreement_unknown", agreement }],
  stage_does_not_fit: (["none", ...STAGES] as const).map((stage) => ({
    code: "stage_does_not_fit",
    invoice,
    stage,
    expected: ["classified", "in agreement"],
  })),
  nothing_classified: [{ code: "nothing_classified", customer, stages: ["in contact"] }],
  nothing_in_contact: [{ code: "nothing_in_contact", customer, stages: [] }],
  invoice_not_open: ["paid", "suspended", "deleted"].map((state) => ({
    code: "invoice_not_open",
    invoice,
    state,
  })),
  law_forbids_collection: [{ code: "law_forbids_collection", ...withVerdict }],
  no_invoices: [{ code: "no_invoices" }],
  invoice_repeated: [{ code: "invoice_repeated", invoice }],
  invoice_not_authorised: [
    ...(["paid", "suspended", "deleted", "fiscal_document", "remittance"] as const).map(
      (reason) => ({ code: "invoice_not_authorised", invoice, reason }) as const,
    ),
    { code: "invoice_not_authorised", invoice, reason: "in_another_agreement", agreement },
  ],
  tolerance_not_after_today: [{ code: "tolerance_not_after_today", asked: day, today }],
  term_negative: [
    { code: "term_negative", term: "increase", asked: percent(-1) },
    { code: "term_negative", term: "fine", asked: percent(-1) },
    { code: "term_negative", term: "discount", asked: percent(-1) },
    { code: "term_negative", term: "discountAmount", asked: cents(-1) },
    { code: "term_negative", term: "charges", asked: cents(-1) },
    { code: "term_negative", term: "fees", asked: cents(-1) },
  ],
  discounts_above_base: [{ code: "discounts_above_base", asked: more, max: some }],
  total_not_positive: [{ code: "total_not_positive", total: cents(-5) }],
  total_too_large: [{ code: "total_too_large", total: more, max: some }],
  above_legal_cap: [
    { code: "above_legal_cap", term: "fine", asked: more, max: some, rule: "CDC-52-1" },
    { code: "above_legal_cap", term: "fees", asked: more, max: cents(0), rule: "HONOR" },
    {
      code: "above_legal_cap",
      term: "increase",
      asked: percent(9),
      max: percent(4),
      rule: "RGC-78-INTEREST",
    },
  ],
  ledger_unit_missing: (["charges", "fees", "fine", "increase", "discount"] as const).map(
    (term) => ({ code: "ledger_unit_missing", term }),
  ),
  ledger_unit_not_needed: [{ code: "ledger_unit_not_needed", term: "fine", unit: "4.1" }],
  due_date_in_the_past: (["due", "first_due"] as const).map((field) => ({
    code: "due_date_in_the_past",
    field,
    asked: day,
    today,
  })),
  instalment_count_out_of_bounds: [
    { code: "instalment_count_out_of_bounds", asked: 99, min: 2, max: 60 },
  ],
  dates_do_not_match: [1, 2].map((given) => ({ code: "dates_do_not_match", given, expected: 3 })),
  amounts_do_not_match: [1, 2].map((given) => ({
    code: "amounts_do_not_match",
    given,
    expected: 3,
  })),
  first_date_in_the_past: [{ code: "first_date_in_the_past", asked: day, today }],
  dates_do_not_ascend: [{ code: "dates_do_not_ascend", number: 2, asked: day, previous: today }],
  instalment_not_positive: [{ code: "instalment_not_positive", number: 2, amount: cents(0) }],
  amounts_do_not_sum: [1, -1].map((sign) => ({
    code: "amounts_do_not_sum",
    sum: more,
    total: some,
    difference: cents(sign * 76_544),
  })),
  discount_not_kept_when_suspended: [{ code: "discount_not_kept_when_suspended" }],
  category_unknown: [
    { code: "category_unknown", got: "x", known: ["Recuperação", "Fidelização"] },
    { code: "category_unknown", got: "x", known: [] },
  ],
  profile_unknown: [
    { code: "profile_unknown", got: "x", known: Array.from({ length: 30 }, (_, i) => `P${i}`) },
  ],
  ledger_unit_unknown: [{ code: "ledger_unit_unknown", term: "charges", got: "x", known: ["4.1"] }],
  agreement_awaits_approval: [{ code: "agreement_awaits_approval", invoice, agreement }],
  reason_too_long: [{ code: "reason_too_long", length: 1_501, max: 500 }],
  agreement_not_awaiting: [{ code: "agreement_not_awaiting", agreement, status: "live" }],
  own_agreement: [{ code: "own_agreement", agreement }],
  approver_allowance_exceeded: [
    {
      code: "approver_allowance_exceeded",
      what: "discount",
      asked: percent(40),
      max: percent(30),
    },
    { code: "approver_allowance_exceeded", what: "instalments", asked: 24, max: 12 },
    { code: "approver_allowance_exceeded", what: "amount", asked: more, max: some },
  ],
  agreement_not_live: [
    "awaiting approval",
    "fulfilled",
    "renegotiated",
    "rescinded",
    "refused",
    "void",
  ].map((status) => ({ code: "agreement_not_live", agreement, status })),
  reason_empty: [{ code: "reason_empty" }],
  invoice_moved_on: [{ code: "invoice_moved_on", invoice, agreement }],
  spc_record_live: [{ code: "spc_record_live", invoice, record: 3 }],
  already_paid: [{ code: "already_paid", invoice }],
  payment_known: [{ code: "payment_known", payment: "P1", invoice }],
  payment_of_not_open: [{ code: "payment_of_not_open", invoice, state: "deleted" }],
  payment_of_replaced: [{ code: "payment_of_replaced", invoice, agreement }],
  amount_not_positive: [{ code: "amount_not_positive", got: cents(0) }],
  paid_in_the_future: [{ code: "paid_in_the_future", got: today, today: day }],
  spc_not_of_agreement: [{ code: "spc_not_of_agreement", invoice }],
  spc_invoice_paid: [{ code: "spc_invoice_paid", invoice }],
  spc_invoice_not_open: [{ code: "spc_invoice_not_open", invoice, state: "suspended" }],
  spc_already_registered: [{ code: "spc_already_registered", invoice, record: 3 }],
  spc_not_registered: [{ code: "spc_not_registered", invoice }],
  details_empty: [{ code: "details_empty" }],
  details_too_long: [{ code: "details_too_long", length: 2_001, max: 2_000 }],
  law_refuses: [
    { code: "law_refuses", ...withVerdict },
    {
      code: "law_refuses",
      invoice,
      verdict: {
        answer: "from",
        date: day,
        rule: "ACORDO",
        fact: { code: "not_broken", lateAfter: day },
      },
    },
    {
      code: "law_refuses",
      invoice,
      verdict: {
        answer: "from",
        date: day,
        time: "08:00",
        rule: "HOURS",
        fact: { code: "outside_contact_hours", state: "SP" },
      },
    },
  ],
  setting_unknown: [{ code: "setting_unknown", key: "law.nothing" }],
  setting_invalid: (
    [
      "provider.name",
      "agreement.sources",
      "agreement.maxInstalments",
      "authorise.remittance",
      "calendar.extraHolidays",
    ] as const
  ).map((key) => ({ code: "setting_invalid", key, got: "x", expected: "y" })),
  field_empty: ["id", "name", "body", "subject"].map((field) => ({ code: "field_empty", field })),
  field_too_long: [{ code: "field_too_long", field: "name", length: 200, max: 150 }],
  role_unknown: [{ code: "role_unknown", got: "boss", known: ["operator", "supervisor"] }],
  link_token_taken: [{ code: "link_token_taken" }],
  slack_user_taken: [{ code: "slack_user_taken", slackUser: "U1", operator }],
  operator_built_in: [{ code: "operator_built_in", operator }],
};

const ofInvoice = { customer, invoice };
const ofAgreement = { customer, agreement };
const ofBoth = { customer, invoice, agreement };

type Events = {
  readonly [Kind in EventKind]: readonly Extract<DomainEvent, { readonly kind: Kind }>[];
};

export const EVENTS: Events = {
  ...SELF_SERVICE_EVENTS,
  ...RETURN_EVENTS,
  ...ADMINISTRATION_EVENTS,
  ...WORK_EVENTS,
  ...IDENTITY_EVENTS,
  invoice_classified: [1, 12].map((daysOverdue) => ({
    kind: "invoice_classified",
    ...ofInvoice,
    data: { daysOverdue, amountCents: some },
  })),
  invoice_released: (
    [
      "paid",
      "deleted",
      "suspended",
      "no longer overdue",
      "over five years",
      "disputed",
      "agreement rescinded",
    ] as const
  ).map((reason) => ({
    kind: "invoice_released",
    ...ofInvoice,
    data: { reason, from: "in contact" },
  })),
  collection_started: [{ kind: "collection_started", ...ofInvoice, data: { amountCents: some } }],
  collection_confirmed: [
    { kind: "collection_confirmed", ...ofInvoice, data: { amountCents: some } },
  ],
  account_opened: [{ kind: "account_opened", customer, data: { account: 4 } }],
  agreement_proposed: [
    {
      kind: "agreement_proposed",
      ...ofAgreement,
      data: { totalCents: some, exceeded: ["discount", "amount"], invoices: [invoice] },
    },
  ],
  agreement_made: (["unchanged", "renegotiated"] as const).map((agreementKind) => ({
    kind: "agreement_made",
    ...ofAgreement,
    data: {
      agreementKind,
      baseCents: some,
      totalCents: more,
      discountCents: cents(0),
      toleranceDate: day,
      category: "Recuperação",
      sources: [invoice],
      invoices: [invoice],
    },
  })),
  agreement_approved: [{ kind: "agreement_approved", ...ofAgreement, data: { askedBy: operator } }],
  agreement_refused: [
    { kind: "agreement_refused", ...ofAgreement, data: { askedBy: operator, reason: "no" } },
  ],
  agreement_voided: [{ kind: "agreement_voided", ...ofAgreement, data: { reason: "paid" } }],
  agreement_fulfilled: [
    { kind: "agreement_fulfilled", ...ofAgreement, data: { totalCents: some } },
  ],
  agreement_renegotiated: [{ kind: "agreement_renegotiated", ...ofAgreement, data: { by: other } }],
  agreement_rescinded: [0, 100].map((left) => ({
    kind: "agreement_rescinded",
    ...ofAgreement,
    data: { reason: "asked", creditedCents: some, leftCents: cents(left) },
  })),
  invoice_entered_agreement: (["awaited", "replaced"] as const).map((role) => ({
    kind: "invoice_entered_agreement",
    ...ofBoth,
    data: { amountCents: some, role },
  })),
  invoice_created: [
    {
      kind: "invoice_created",
      ...ofBoth,
      data: { amountCents: some, dueDate: day, instalment: 1 },
    },
  ],
  invoice_deleted: [{ kind: "invoice_deleted", ...ofBoth, data: { reason: "rescinded" } }],
  invoice_restored: [true, false].map((settled) => ({
    kind: "invoice_restored",
    ...ofBoth,
    data: { amountCents: some, creditedCents: some, settled },
  })),
  invoice_left_agreement: [
    { kind: "invoice_left_agreement", ...ofBoth, data: { state: "deleted" } },
  ],
  replaced_invoice_paid: [{ kind: "replaced_invoice_paid", ...ofBoth, data: {} }],
  payment_received: ["pix", null].map((method) => ({
    kind: "payment_received",
    ...ofInvoice,
    data: {
      amountCents: some,
      appliedCents: some,
      balanceCents: cents(0),
      paidAt: day,
      method,
    },
  })),
  invoice_settled: [{ kind: "invoice_settled", ...ofBoth, data: { amountCents: some } }],
  spc_registered: [
    {
      kind: "spc_registered",
      ...ofInvoice,
      data: { record: 3, amountCents: some, details: "done" },
    },
  ],
  spc_removed: [{ kind: "spc_removed", ...ofInvoice, data: { record: 3, details: "done" } }],
  spc_became_critique: [
    { kind: "spc_became_critique", ...ofInvoice, data: { record: 3, removeBy: day } },
  ],
  customer_assigned: [{ kind: "customer_assigned", customer, data: { operator } }],
  telegram_link_made: [{ kind: "telegram_link_made", customer, data: { expiresOn: day } }],
  setting_changed: [{ kind: "setting_changed", data: { key: "link.validDays", value: 3 } }],
  operator_saved: [true, false].map((active) => ({
    kind: "operator_saved",
    data: { operator, role: "operator", active },
  })),
  template_saved: [{ kind: "template_saved", data: { channel: "sms", name: "Aviso" } }],
  classifier_ran: [{ kind: "classifier_ran", data: { classified: 3, released: 1 } }],
  file_imported: [
    { kind: "file_imported", data: { read: 4, created: 2, updated: 1, rejected: 1 } },
  ],
};
