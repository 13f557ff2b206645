import type { AdministrationRefusal } from "#core/administration/refusals.ts";
import type { Cents, Percent } from "#core/money.ts";
import type { Allowance } from "#core/policy/allowance.ts";
import type { PolicyRow } from "#core/policy/policy-table.ts";
import { known } from "./agreement-messages.ts";
import { maskNumbers, quoted } from "./masking.ts";
import { type ArgsOf, type Words, word } from "./words.ts";

export const ADMINISTRATION_ARGS: ArgsOf<AdministrationRefusal> = {
  role_name_empty: () => ({}),
  permission_unknown: ({ got }) => ({ got: quoted(got) }),
  administrator_needs: ({ role, permission }) => ({ role, permission }),
  allowance_out_of_bounds: (r, w) => ({
    field: word(w, "allowance-field", r.field),
    asked: allowed(r.field, r.asked, w),
    min: allowed(r.field, r.min, w),
    max: allowed(r.field, r.max, w),
  }),
  role_built_in: ({ role }) => ({ role }),
  role_in_use: (r, w) => ({ role: r.role, operators: w.list(r.operators.map(maskNumbers)) }),
  own_operator: ({ operator }) => ({ operator }),
  last_administrator: ({ operator, role }) => ({ operator, role }),
  entry_unknown: (r, w) => ({ list: word(w, "entry", r.list), got: quoted(r.got) }),
  entry_name_taken: (r, w) => ({
    list: word(w, "entry", r.list),
    got: quoted(r.got),
    advice: w.say(r.active ? "name-taken-advice" : "name-taken-advice-inactive"),
  }),
  entry_name_kept: (r, w) => ({
    list: word(w, "entry", r.list),
    got: quoted(r.got),
    name: quoted(r.name),
  }),
  bank_unknown: (r, w) => ({ got: quoted(r.got), known: known(r.known, w) }),
  pix_key_invalid: (r, w) => ({ got: quoted(r.got), max: w.number(r.max) }),
  profile_digits_invalid: (r, w) => ({
    field: word(w, "profile-field", r.field),
    got: quoted(r.got),
    max: w.number(r.max),
  }),
  ladder_name_empty: () => ({}),
  ladder_day_invalid: (r, w) => ({
    step: `${r.step}`,
    got: `${r.got}`,
    first: w.number(r.first),
    last: w.number(r.last),
  }),
  ladder_action_unknown: (r, w) => ({
    step: `${r.step}`,
    got: quoted(r.got),
    known: known(r.known, w),
  }),
  ladder_step_twice: (r) => ({ step: `${r.step}`, day: `${r.day}`, action: r.action }),
  ladder_unknown: ({ ladder }) => ({ ladder: quoted(ladder) }),
  ladder_id_taken: ({ ladder, name }) => ({ ladder: quoted(ladder), name: quoted(name) }),
  ladder_moved_on: ({ ladder, version }) => ({ ladder: quoted(ladder), version: `${version}` }),
  policy_value_out_of_bounds: (r, w) => ({
    row: `${r.row}`,
    field: word(w, "policy-field", r.field),
    asked: inPolicy(r.field, r.asked, w),
    bounds: bounds(r, w),
  }),
  policy_rows_overlap: ({ row, other }) => ({ row: `${row}`, other: `${other}` }),
  policy_empty: () => ({}),
  policy_moved_on: () => ({}),
  template_unknown: (r, w) => ({
    channel: r.channel,
    got: quoted(r.got),
    known: known(r.known, w),
  }),
  api_scope_unknown: (r, w) => ({ got: quoted(r.got), known: known(r.known, w) }),
  api_token_name_taken: ({ name }) => ({ name: quoted(name) }),
  api_token_unknown: ({ name }) => ({ name: quoted(name) }),
  outbox_not_there: ({ entry }) => ({ entry: `${entry}` }),
};

export const allowed = (field: keyof Allowance, value: number, words: Words): string => {
  switch (field) {
    case "maxDiscount":
      return words.percent(value as Percent);
    case "maxInstalments":
      return words.number(value);
    case "maxAmountCents":
      return words.money(value as Cents);
  }
};

function bounds({ field, min, max }: OutOfBounds, words: Words): string {
  const least = inPolicy(field, min, words);
  return max === null
    ? words.say("bounds-from", { min: least })
    : words.say("bounds-between", { min: least, max: inPolicy(field, max, words) });
}

type OutOfBounds = Extract<AdministrationRefusal, { readonly code: "policy_value_out_of_bounds" }>;

function inPolicy(field: keyof PolicyRow, value: number, words: Words): string {
  switch (field) {
    case "maxDiscountAtOnce":
    case "maxDiscountSplit":
      return words.percent(value as Percent);
    case "amountFromCents":
    case "amountToCents":
    case "minInstalmentCents":
      return words.money(value as Cents);
    default:
      return words.number(value);
  }
}
