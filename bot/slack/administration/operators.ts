import type { App } from "@slack/bolt";
import { type OperatorId, SYSTEM_OPERATOR } from "#core/ids.ts";
import type { OperatorRecord } from "#core/ports.ts";
import { deactivateOperator } from "#core/use-cases/deactivate-operator.ts";
import { saveOperator } from "#core/use-cases/save-operator.ts";
import type { Texts } from "../../texts/texts.ts";
import { type ButtonOf, typed } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import { chosenIn, optionalTextIn, textIn, userIn } from "../fields.ts";
import type { FormAnswer } from "../form-answer.ts";
import { type Acting, onAction, onSubmit, type Pressed, type Submitted } from "../listen.ts";
import { shortKey } from "../short-key.ts";
import { metaOf, openForm } from "./form.ts";
import {
  EMAIL,
  ID,
  NAME,
  OPERATOR_FORM,
  operatorFieldOf,
  operatorForm,
  ROLE,
  SLACK_USER,
} from "./operator-form.ts";
import { pageOf } from "./pages.ts";
import { settleForm, settlePress, show } from "./show.ts";
import {
  type Item,
  type Place,
  type Standing,
  SUBJECT_PERMISSIONS,
  type Subject,
  standingOf,
} from "./subject.ts";

export const ADD_OPERATOR = "administration:operators:add";
export const EDIT_OPERATOR = "administration:operators:edit";
export const DEACTIVATE_OPERATOR = "administration:operators:deactivate";
export const REACTIVATE_OPERATOR = "administration:operators:reactivate";

export const operators: Subject = { name: "operators", list };

export function registerOperators(app: App, deps: SlackDeps): void {
  const permission = SUBJECT_PERMISSIONS.operators;
  const open = async (operator: OperatorRecord | null, standing: Standing) => {
    const roles = (await deps.reads.administration.roles()).map(({ name }) => name);
    return operatorForm({ operator, roles, standing }, deps.texts);
  };
  onAction(app, deps, { id: ADD_OPERATOR, permission }, (pressed) =>
    openForm(pressed, (standing) => open(null, standing)),
  );
  onAction(app, deps, { id: EDIT_OPERATOR, permission }, (pressed) =>
    openForm(pressed, async (standing) => {
      const operator = await operatorOf(deps, pressed.value);
      return operator && open(operator, standing);
    }),
  );
  onAction(app, deps, { id: DEACTIVATE_OPERATOR, permission }, deactivate);
  onAction(app, deps, { id: REACTIVATE_OPERATOR, permission }, reactivate);
  onSubmit(app, deps, { id: OPERATOR_FORM, permission }, submit);
}

const operatorOf = async ({ reads }: SlackDeps, id: string) =>
  (await reads.administration.operators()).find((operator) => operator.id === id);

async function list({ deps: { reads, texts }, person }: Acting, place: Place) {
  // The one that acts by itself is nobody's to change.
  const people = (await reads.administration.operators()).filter(
    ({ id }) => id !== SYSTEM_OPERATOR,
  );
  const { rows, previous, next } = pageOf(people, place);
  return {
    items: rows.map((operator) => itemOf(operator, person.id, texts)),
    add: { id: ADD_OPERATOR, text: texts.say("admin-operator-add") },
    previous,
    next,
  };
}

function itemOf(operator: OperatorRecord, self: OperatorId, texts: Texts): Item {
  const { id, name, email, slackUser, role, active } = operator;
  const { say } = texts;
  return {
    text: active ? `*${typed(name)}*` : `*${typed(name)}* ${say("admin-inactive")}`,
    notes: [
      say("admin-operator-is", { id: typed(id), role: typed(role) }),
      // The id comes from Slack's own select or from an import: shown as text, it mentions nobody.
      slackUser === null
        ? say("admin-operator-no-slack")
        : say("admin-operator-slack-is", { user: typed(slackUser) }),
      ...(email === null ? [] : [typed(email)]),
    ],
    buttons: [
      { id: EDIT_OPERATOR, text: say("admin-edit"), value: id },
      ...(active
        ? id === self
          ? []
          : [deactivation(operator, texts)]
        : [reactivation(id, texts)]),
    ],
  };
}

const deactivation = ({ id, name, role }: OperatorRecord, { say }: Texts): ButtonOf => ({
  id: DEACTIVATE_OPERATOR,
  text: say("admin-deactivate"),
  value: id,
  style: "danger",
  confirm: {
    title: say("admin-operator-deactivate-title"),
    text: say("admin-operator-deactivate-text", { name: typed(name), role: typed(role) }),
    yes: say("admin-deactivate"),
    no: say("slack-no"),
  },
});

const reactivation = (id: string, { say }: Texts): ButtonOf => ({
  id: REACTIVATE_OPERATOR,
  text: say("admin-reactivate"),
  value: id,
});

async function deactivate(pressed: Pressed): Promise<void> {
  const { deps, person, key, value } = pressed;
  const operator = value as OperatorId;
  const request = { input: { operator }, actor: person.id, today: deps.today(), key };
  const result = await deactivateOperator(deps.ports, request);
  const name = typed(result.ok ? result.value.name : value);
  await settlePress(pressed, operators, {
    result,
    done: deps.texts.say("admin-deactivated", { name }),
  });
}

async function reactivate(pressed: Pressed): Promise<void> {
  const { deps, person, key, value } = pressed;
  const operator = await operatorOf(deps, value);
  if (operator === undefined) return show(pressed, operators, standingOf(pressed));
  const input = { ...operator, active: true };
  const result = await saveOperator(deps.ports, {
    input,
    actor: person.id,
    today: deps.today(),
    key,
  });
  const done = deps.texts.say("admin-reactivated", { name: typed(operator.name) });
  await settlePress(pressed, operators, { result, done });
}

async function submit(submitted: Submitted): Promise<FormAnswer> {
  const { deps, view, person, key } = submitted;
  const { reads, texts } = deps;
  const { values } = view;
  const { id, standing } = metaOf(view);
  const before = await operatorOf(deps, id ?? textIn(values, ID).trim());
  // The command would change the operator of that id; a new one never means another.
  if (id === null && before !== undefined) return { errors: { [ID]: texts.say("admin-id-taken") } };
  const roles = await reads.administration.roles();
  const role = roles.find(({ name }) => shortKey(name) === chosenIn(values, ROLE));
  if (role === undefined) return { errors: { [ROLE]: texts.say("admin-choice-gone") } };
  const input: OperatorRecord = {
    id: (id ?? textIn(values, ID).trim()) as OperatorId,
    name: textIn(values, NAME).trim(),
    email: optionalTextIn(values, EMAIL),
    slackUser: userIn(values, SLACK_USER),
    role: role.name,
    active: before?.active ?? true,
  };
  const request = { input, actor: person.id, today: deps.today(), key };
  return settleForm(submitted, operators, {
    standing,
    result: await saveOperator(deps.ports, request),
    done: texts.say("admin-saved", { name: typed(input.name) }),
    fieldOf: (refusal) => operatorFieldOf(refusal, id === null),
  });
}
