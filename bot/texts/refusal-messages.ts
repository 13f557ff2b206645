import type { Stage } from "#core/collection/stage.ts";
import type {
  AdminRefusal,
  CommandRefusal,
  PaymentRefusal,
  Refusal,
  RescindRefusal,
  StartRefusal,
} from "#core/refusals.ts";
import { SETTINGS, type SettingKey, type SettingRefusal } from "#core/settings.ts";
import type { RegistrationRefusal, RemovalRefusal } from "#core/spc/decide-spc.ts";
import { ADMINISTRATION_ARGS } from "./administration-messages.ts";
import { AGREEMENT_ARGS, known } from "./agreement-messages.ts";
import type { Args } from "./catalogue.ts";
import { DOCUMENT_ARGS } from "./document-messages.ts";
import { verdictSentence } from "./law-messages.ts";
import { maskNumbers, quoted } from "./masking.ts";
import { RETURN_ARGS } from "./return-messages.ts";
import { SELF_SERVICE_ARGS } from "./self-service-messages.ts";
import { type ArgsOf, messageId, type Words, word } from "./words.ts";
import { WORK_ARGS } from "./work-messages.ts";

/** Why it was refused: the field, what came, what is expected, and what to do. */
export function refusalSentence(refusal: Refusal, words: Words): string {
  const argsOf = REFUSALS[refusal.code] as (refusal: Refusal, words: Words) => Args;
  return words.say(messageId("refusal", refusal.code), argsOf(refusal, words));
}

const ofInvoice = (r: { readonly invoice: string }): Args => ({ invoice: r.invoice });
const ofStages = (
  r: { readonly customer: string; readonly stages: readonly Stage[] },
  w: Words,
): Args => ({
  customer: maskNumbers(r.customer),
  stages:
    r.stages.length === 0
      ? w.say("nothing-in-collections")
      : w.list(r.stages.map((stage) => word(w, "stage", stage))),
});
const ofState = (r: { readonly invoice: string; readonly state: string }, words: Words): Args => ({
  invoice: r.invoice,
  state: word(words, "invoice-state", r.state),
});
const tooLong = (r: { readonly length: number; readonly max: number }, w: Words): Args => ({
  length: w.number(r.length),
  max: w.number(r.max),
});

const COMMAND_ARGS: ArgsOf<CommandRefusal | StartRefusal> = {
  operator_unknown: ({ operator }) => ({ operator: quoted(operator) }),
  not_permitted: ({ permission, role }) => ({ permission, role }),
  key_reused: ({ key }) => ({ key: quoted(key) }),
  customer_unknown: ({ customer }) => ({ customer: quoted(customer) }),
  invoice_unknown: ({ invoice }) => ({ invoice: quoted(invoice) }),
  invoice_of_another_customer: ({ invoice, customer }) => ({
    invoice,
    customer: maskNumbers(customer),
  }),
  agreement_unknown: ({ agreement }) => ({ agreement: `${agreement}` }),
  stage_does_not_fit: (r, w) => ({
    invoice: r.invoice,
    stage: word(w, "stage", r.stage),
    expected: w.choice(r.expected.map((place) => word(w, "stage", place))),
  }),
  nothing_classified: ofStages,
  nothing_in_contact: ofStages,
  invoice_not_open: ofState,
  law_forbids_collection: (r, w) => ({
    invoice: r.invoice,
    verdict: verdictSentence(r.verdict, w),
  }),
};

const AFTERWARDS_ARGS: ArgsOf<RescindRefusal | PaymentRefusal> = {
  agreement_not_live: (r, w) => ({
    agreement: `${r.agreement}`,
    status: word(w, "agreement-status", r.status),
  }),
  reason_empty: () => ({}),
  invoice_moved_on: (r) => ({ invoice: r.invoice, agreement: `${r.agreement}` }),
  spc_record_live: (r) => ({ invoice: r.invoice, record: `${r.record}` }),
  already_paid: ofInvoice,
  payment_known: (r) => ({ payment: quoted(r.payment), invoice: r.invoice }),
  payment_of_not_open: ofState,
  payment_of_replaced: (r) => ({ invoice: r.invoice, agreement: `${r.agreement}` }),
  amount_not_positive: (r, w) => ({ got: w.money(r.got) }),
  paid_in_the_future: (r, w) => ({ got: w.date(r.got), today: w.date(r.today) }),
};

const SPC_ARGS: ArgsOf<RegistrationRefusal | RemovalRefusal> = {
  spc_not_of_agreement: ofInvoice,
  spc_invoice_paid: ofInvoice,
  spc_invoice_not_open: ofState,
  spc_already_registered: (r) => ({ invoice: r.invoice, record: `${r.record}` }),
  details_empty: () => ({}),
  details_too_long: tooLong,
  law_refuses: (r, w) => ({ invoice: r.invoice, verdict: verdictSentence(r.verdict, w) }),
  spc_not_registered: ofInvoice,
};

const ADMIN_ARGS: ArgsOf<SettingRefusal | AdminRefusal> = {
  setting_unknown: ({ key }) => ({ key: quoted(key), known: Object.keys(SETTINGS).join(", ") }),
  setting_invalid: (r, w) => ({
    key: r.key,
    got: quoted(r.got),
    expected: settingExpects(r.key, w),
  }),
  field_empty: (r, w) => ({ field: word(w, "field", r.field) }),
  field_too_long: (r, w) => ({ field: word(w, "field", r.field), ...tooLong(r, w) }),
  role_unknown: (r, w) => ({ got: quoted(r.got), known: known(r.known, w) }),
  slack_user_taken: (r) => ({ slackUser: quoted(r.slackUser), operator: r.operator }),
  operator_built_in: (r) => ({ operator: r.operator }),
  link_token_taken: () => ({}),
};

/** What may be typed as the value of a setting. */
export function settingExpects(key: SettingKey, { say, choice, number }: Words): string {
  const kind = SETTINGS[key];
  switch (kind.type) {
    case "switch":
    case "days":
      return say(`setting-expects-${kind.type}`);
    case "number":
      return say("setting-expects-number", { min: number(kind.min), max: number(kind.max) });
    case "choice":
      return choice(kind.choices);
    case "several":
      return say("setting-expects-several", { choices: kind.choices.join(", ") });
    case "text":
      return say("setting-expects-text", { max: number(kind.maxLength) });
  }
}

const REFUSALS: ArgsOf<Refusal> = {
  ...COMMAND_ARGS,
  ...AGREEMENT_ARGS,
  ...AFTERWARDS_ARGS,
  ...DOCUMENT_ARGS,
  ...SPC_ARGS,
  ...ADMIN_ARGS,
  ...ADMINISTRATION_ARGS,
  ...WORK_ARGS,
  ...SELF_SERVICE_ARGS,
  ...RETURN_ARGS,
};
