import type { AdministrationEvent } from "#core/administration/events.ts";
import type { AdministrationRefusal } from "#core/administration/refusals.ts";
import type { OperatorId } from "#core/ids.ts";
import { cents, percent } from "#core/money.ts";
import { DEFAULT_POLICY } from "#core/policy/default-policy.ts";

type Refusals = {
  readonly [Code in AdministrationRefusal["code"]]: readonly Extract<
    AdministrationRefusal,
    { readonly code: Code }
  >[];
};
type Events = {
  readonly [Kind in AdministrationEvent["kind"]]: readonly Extract<
    AdministrationEvent,
    { readonly kind: Kind }
  >[];
};

const operator = "ana" as OperatorId;
const LISTS = ["category", "ledgerUnit", "paymentProfile"] as const;

export const ADMINISTRATION_REFUSALS: Refusals = {
  role_name_empty: [{ code: "role_name_empty" }],
  permission_unknown: [{ code: "permission_unknown", got: "invoice.burn" }],
  administrator_needs: [
    { code: "administrator_needs", role: "administrator", permission: "role.manage" },
  ],
  allowance_out_of_bounds: (["maxDiscount", "maxInstalments", "maxAmountCents"] as const).map(
    (field) => ({ code: "allowance_out_of_bounds", field, asked: 2_000_000, min: 0, max: 60 }),
  ),
  role_built_in: [{ code: "role_built_in", role: "administrator" }],
  role_in_use: [{ code: "role_in_use", role: "caixa", operators: [operator] }],
  own_operator: [{ code: "own_operator", operator }],
  last_administrator: [{ code: "last_administrator", operator, role: "administrator" }],
  entry_unknown: LISTS.map((list) => ({ code: "entry_unknown", list, got: "7" })),
  entry_name_taken: [true, false].map((active) => ({
    code: "entry_name_taken",
    list: "category",
    got: "Acordo",
    active,
  })),
  entry_name_kept: [{ code: "entry_name_kept", list: "ledgerUnit", got: "9.9", name: "3.1" }],
  bank_unknown: [{ code: "bank_unknown", got: "999", known: ["001", "341"] }],
  profile_digits_invalid: (["branch", "account", "unit", "firstOurNumber"] as const).map(
    (field) => ({ code: "profile_digits_invalid", field, got: "12-3", max: 5 }),
  ),
  pix_key_invalid: [{ code: "pix_key_invalid", got: "chave é", max: 77 }],
  ladder_name_empty: [{ code: "ladder_name_empty" }],
  ladder_day_invalid: [
    { code: "ladder_day_invalid", step: 2, got: -400, first: -365, last: 3_650 },
  ],
  ladder_action_unknown: [
    { code: "ladder_action_unknown", step: 2, got: "shout", known: ["message", "block"] },
  ],
  ladder_step_twice: [{ code: "ladder_step_twice", step: 2, day: 5, action: "message" }],
  ladder_unknown: [{ code: "ladder_unknown", ladder: "x" }],
  ladder_id_taken: [{ code: "ladder_id_taken", ladder: "x", name: "Padrão" }],
  ladder_moved_on: [{ code: "ladder_moved_on", ladder: "x", version: 4 }],
  policy_value_out_of_bounds: (Object.keys(DEFAULT_POLICY[0]!) as PolicyField[]).flatMap((field) =>
    [null, 90].map((max) => ({
      code: "policy_value_out_of_bounds",
      row: 2,
      field,
      asked: 100,
      min: 0,
      max,
    })),
  ),
  policy_rows_overlap: [{ code: "policy_rows_overlap", row: 2, other: 1 }],
  policy_empty: [{ code: "policy_empty" }],
  policy_moved_on: [{ code: "policy_moved_on" }],
  template_unknown: (["email", "sms", "app"] as const).map((channel) => ({
    code: "template_unknown",
    channel,
    got: "x",
    known: [],
  })),
  api_scope_unknown: [{ code: "api_scope_unknown", got: "tudo", known: ["payments", "imports"] }],
  api_token_name_taken: [{ code: "api_token_name_taken", name: "erp" }],
  outbox_not_there: [{ code: "outbox_not_there", entry: 7 }],
  api_token_unknown: [{ code: "api_token_unknown", name: "erp" }],
};

const unsent = { id: 7, what: "ask_approval", channel: "operators", customer: null };

type PolicyField = keyof (typeof DEFAULT_POLICY)[number];

const role = {
  name: "caixa",
  permissions: ["invoice.pay"],
  allowance: { maxDiscount: percent(10), maxInstalments: 6, maxAmountCents: cents(100_000) },
};
const otherRole = {
  name: "caixa",
  permissions: ["panel.settled"],
  allowance: { maxDiscount: percent(20), maxInstalments: 7, maxAmountCents: null },
};
const category = { id: "1", name: "Acordo por telefone", active: true };
const unit = { id: "1", code: "3.1", name: "Juros", active: true };
const profile = {
  id: "1",
  name: "Itaú 109",
  bank: "341",
  wallet: "109",
  agreementCode: null,
  beneficiary: "Provedor",
  pixKey: "pix@provedor.example",
  branch: "0810",
  account: "53678",
  unit: null,
  city: "Londrina",
  firstOurNumber: null,
  active: true,
};
const ladder = {
  id: "standard",
  name: "Padrão",
  steps: [
    { day: 5, action: "message" },
    { day: 10, action: "forward_to_collections" },
    { day: 20, action: "anatel.letter" },
  ],
  forwardDay: 10,
  version: 1,
};

export const ADMINISTRATION_EVENTS: Events = {
  role_changed: [
    { kind: "role_changed", data: { before: null, after: role } },
    { kind: "role_changed", data: { before: role, after: otherRole } },
    { kind: "role_changed", data: { before: otherRole, after: null } },
  ],
  operator_deactivated: [
    {
      kind: "operator_deactivated",
      data: {
        before: { id: operator, name: "Ana", role: "operator", active: true },
        after: { id: operator, name: "Ana", role: "operator", active: false },
      },
    },
  ],
  category_changed: [
    { kind: "category_changed", data: { before: null, after: category } },
    {
      kind: "category_changed",
      data: { before: category, after: { ...category, name: "Recuperação" } },
    },
    { kind: "category_changed", data: { before: category, after: { ...category, active: false } } },
    { kind: "category_changed", data: { before: { ...category, active: false }, after: category } },
  ],
  ledger_unit_changed: [
    { kind: "ledger_unit_changed", data: { before: unit, after: { ...unit, name: "Acréscimo" } } },
  ],
  payment_profile_changed: [
    {
      kind: "payment_profile_changed",
      data: {
        before: profile,
        after: {
          ...profile,
          bank: null,
          wallet: null,
          agreementCode: "7",
          beneficiary: null,
          pixKey: null,
        },
      },
    },
  ],
  ladder_changed: [
    { kind: "ladder_changed", data: { before: null, after: ladder } },
    {
      kind: "ladder_changed",
      data: {
        before: ladder,
        after: { ...ladder, name: "Rápida", steps: [{ day: 15, action: "block" }], version: 2 },
      },
    },
  ],
  policy_changed: [
    {
      kind: "policy_changed",
      data: { before: DEFAULT_POLICY, after: DEFAULT_POLICY.slice(0, 1) },
    },
  ],
  api_token_added: [
    { kind: "api_token_added", data: { name: "erp", scopes: ["payments", "imports"], operator } },
  ],
  outbox_retried: [null, "channel_not_found"].map((error) => ({
    kind: "outbox_retried" as const,
    data: { ...unsent, error },
  })),
  outbox_dropped: [
    { kind: "outbox_dropped", data: { ...unsent, error: null, reason: "já avisado" } },
  ],
  api_token_revoked: [
    { kind: "api_token_revoked", data: { name: "erp", scopes: ["payments"], operator } },
  ],
  template_deleted: [
    {
      kind: "template_deleted",
      data: {
        before: { channel: "sms", name: "Aviso", subject: null, body: "Olá" },
        after: null,
      },
    },
  ],
};
