import type { ModalView } from "@slack/types";
import type { RoleChange } from "#core/access/decide-role-change.ts";
import type { RoleRecord } from "#core/administration/roles.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Texts } from "../../texts/texts.ts";
import { messageId } from "../../texts/words.ts";
import { header, option, section, typed } from "../block-kit.ts";
import {
  checkboxesField,
  numberField,
  optionalTextIn,
  textField,
  textIn,
  tickedIn,
} from "../fields.ts";
import { LIMITS } from "../limits.ts";
import { amountIn, amountText, percentIn, percentText, wholeIn } from "../typed-values.ts";
import type { FormValues } from "../view-of.ts";
import { formView } from "./form.ts";
import { permissionFields } from "./permission-groups.ts";
import type { Standing } from "./subject.ts";

export const ROLE_FORM = "administration:roles:form";
export const NAME = "name";
const MAX_DISCOUNT = "maxDiscount";
const MAX_INSTALMENTS = "maxInstalments";
const MAX_AMOUNT = "maxAmountCents";
const FIELDS = permissionFields(LIMITS.checkboxOptions);
const FIRST = FIELDS[0]?.id ?? NAME;

export function roleForm(
  { role, standing }: { readonly role: RoleRecord | null; readonly standing: Standing },
  texts: Texts,
): ModalView {
  const { say } = texts;
  return formView(
    {
      callbackId: ROLE_FORM,
      title: say(role === null ? "admin-role-new" : "admin-role-edit"),
      meta: { standing, id: role?.name ?? null },
      blocks: [
        role === null
          ? textField({
              id: NAME,
              label: say("admin-field-name"),
              hint: say("admin-role-name-hint"),
            })
          : section(`*${typed(role.name)}*`),
        header(say("admin-role-allowance")),
        ...allowanceFields(role, texts),
        header(say("admin-role-permissions")),
        ...FIELDS.map(({ id, group, permissions }) =>
          checkboxesField({
            id,
            label: say(`admin-permissions-${group}`),
            options: permissions.map((name) => option(say(messageId("permission", name)), name)),
            ticked: new Set(role?.permissions),
          }),
        ),
      ],
    },
    texts,
  );
}

function allowanceFields(role: RoleRecord | null, texts: Texts) {
  const { say } = texts;
  const { maxDiscount, maxInstalments, maxAmountCents } = role?.allowance ?? {};
  return [
    textField({
      id: MAX_DISCOUNT,
      label: say("admin-role-max-discount"),
      initial: maxDiscount === undefined ? null : percentText(maxDiscount, texts),
    }),
    numberField({
      id: MAX_INSTALMENTS,
      label: say("admin-role-max-instalments"),
      initial: maxInstalments,
    }),
    textField({
      id: MAX_AMOUNT,
      label: say("admin-role-max-amount"),
      hint: say("admin-no-limit-hint"),
      optional: true,
      initial: maxAmountCents == null ? null : amountText(maxAmountCents, texts),
    }),
  ];
}

/** The role as the form says it, or what is wrong at which field. */
export function roleIn(
  values: FormValues,
  name: string,
  texts: Texts,
): { readonly role: RoleChange } | { readonly errors: Readonly<Record<string, string>> } {
  const { say } = texts;
  const amount = optionalTextIn(values, MAX_AMOUNT);
  const maxDiscount = percentIn(textIn(values, MAX_DISCOUNT), texts);
  const maxInstalments = wholeIn(textIn(values, MAX_INSTALMENTS), texts);
  const maxAmountCents = amount === null ? null : amountIn(amount, texts);
  const errors = {
    ...(maxDiscount === undefined ? { [MAX_DISCOUNT]: say("admin-percent-expected") } : {}),
    ...(maxInstalments === undefined ? { [MAX_INSTALMENTS]: say("admin-whole-expected") } : {}),
    ...(maxAmountCents === undefined ? { [MAX_AMOUNT]: say("admin-amount-expected") } : {}),
  };
  if (maxDiscount === undefined || maxInstalments === undefined || maxAmountCents === undefined) {
    return { errors };
  }
  const permissions = FIELDS.flatMap(({ id }) => tickedIn(values, id));
  return {
    role: { name, permissions, allowance: { maxDiscount, maxInstalments, maxAmountCents } },
  };
}

/** A name is a field of a new role only. */
export function roleFieldOf(refusal: Refusal, isNew: boolean): string {
  switch (refusal.code) {
    case "allowance_out_of_bounds":
      return refusal.field;
    case "administrator_needs":
      return (
        FIELDS.find(({ permissions }) => permissions.includes(refusal.permission))?.id ?? FIRST
      );
    default:
      return isNew ? NAME : FIRST;
  }
}
