import type { ModalView } from "@slack/types";
import type { OperatorRecord } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Texts } from "../../texts/texts.ts";
import { option, section, typed } from "../block-kit.ts";
import { selectField, textField, userField } from "../fields.ts";
import { shortKey } from "../short-key.ts";
import { formView } from "./form.ts";
import type { Standing } from "./subject.ts";

export const OPERATOR_FORM = "administration:operators:form";
export const ID = "id";
export const NAME = "name";
export const EMAIL = "email";
export const ROLE = "role";
export const SLACK_USER = "slackUser";

export type OperatorFormOf = {
  readonly operator: OperatorRecord | null;
  readonly roles: readonly string[];
  readonly standing: Standing;
};

export function operatorForm(
  { operator, roles, standing }: OperatorFormOf,
  texts: Texts,
): ModalView {
  const { say } = texts;
  return formView(
    {
      callbackId: OPERATOR_FORM,
      title: say(operator === null ? "admin-operator-new" : "admin-operator-edit"),
      meta: { standing, id: operator?.id ?? null },
      blocks: [
        userField({
          id: SLACK_USER,
          label: say("admin-operator-slack"),
          hint: say("admin-operator-slack-hint"),
          optional: true,
          user: operator?.slackUser,
        }),
        operator === null
          ? textField({ id: ID, label: say("admin-field-id"), hint: say("admin-operator-id-hint") })
          : section(say("admin-id-is", { id: typed(operator.id) })),
        textField({ id: NAME, label: say("admin-field-name"), initial: operator?.name }),
        textField({
          id: EMAIL,
          label: say("admin-operator-email"),
          optional: true,
          initial: operator?.email,
        }),
        selectField({
          id: ROLE,
          label: say("admin-operator-role"),
          placeholder: say("admin-choose-one"),
          options: roles.map((role) => option(role, shortKey(role))),
          chosen: operator === null ? undefined : shortKey(operator.role),
        }),
      ],
    },
    texts,
  );
}

/** An id is a field of a new operator only. */
export function operatorFieldOf(refusal: Refusal, isNew: boolean): string {
  switch (refusal.code) {
    case "field_empty":
    case "field_too_long":
      return refusal.field === ID && isNew ? ID : NAME;
    case "slack_user_taken":
      return SLACK_USER;
    case "email_invalid":
      return EMAIL;
    case "operator_built_in":
      return isNew ? ID : NAME;
    default:
      return ROLE;
  }
}
