import type { App } from "@slack/bolt";
import { ADMINISTRATOR } from "#core/access/roles.ts";
import { deleteRole } from "#core/use-cases/delete-role.ts";
import { saveRole } from "#core/use-cases/save-role.ts";
import type { RoleEntry } from "#db/queries/administration/read-people.ts";
import type { Texts } from "../../texts/texts.ts";
import { typed } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import { textIn } from "../fields.ts";
import type { FormAnswer } from "../form-answer.ts";
import { type Acting, onAction, onSubmit, type Submitted } from "../listen.ts";
import { metaOf, openForm } from "./form.ts";
import { pageOf } from "./pages.ts";
import { NAME, ROLE_FORM, roleFieldOf, roleForm, roleIn } from "./role-form.ts";
import { settleForm, settlePress } from "./show.ts";
import { type Item, type Place, SUBJECT_PERMISSIONS, type Subject } from "./subject.ts";

export const ADD_ROLE = "administration:roles:add";
export const EDIT_ROLE = "administration:roles:edit";
export const DELETE_ROLE = "administration:roles:delete";

export const roles: Subject = { name: "roles", list };

export function registerRoles(app: App, deps: SlackDeps): void {
  const permission = SUBJECT_PERMISSIONS.roles;
  const { reads, texts } = deps;
  const roleNamed = async (name: string) =>
    (await reads.administration.roles()).find((role) => role.name === name);
  onAction(app, deps, { id: ADD_ROLE, permission }, (pressed) =>
    openForm(pressed, async (standing) => roleForm({ role: null, standing }, texts)),
  );
  onAction(app, deps, { id: EDIT_ROLE, permission }, (pressed) =>
    openForm(pressed, async (standing) => {
      const role = await roleNamed(pressed.value);
      return role && roleForm({ role, standing }, texts);
    }),
  );
  onAction(app, deps, { id: DELETE_ROLE, permission }, async (pressed) => {
    const { value: name, person, key } = pressed;
    const request = { input: { name }, actor: person.id, today: deps.today(), key };
    const result = await deleteRole(deps.ports, request);
    await settlePress(pressed, roles, {
      result,
      done: texts.say("admin-deleted", { name: typed(name) }),
    });
  });
  onSubmit(app, deps, { id: ROLE_FORM, permission }, submit);
}

async function list({ deps: { reads, texts } }: Acting, place: Place) {
  const { rows, previous, next } = pageOf(await reads.administration.roles(), place);
  return {
    items: rows.map((role) => itemOf(role, texts)),
    add: { id: ADD_ROLE, text: texts.say("admin-role-add") },
    previous,
    next,
  };
}

function itemOf({ name, permissions, allowance, operators }: RoleEntry, texts: Texts): Item {
  const { say } = texts;
  const { maxDiscount, maxInstalments, maxAmountCents } = allowance;
  return {
    text: `*${typed(name)}*`,
    notes: [
      say("admin-role-counts", { permissions: permissions.length, operators: operators.length }),
      say("admin-role-allows", {
        discount: texts.percent(maxDiscount),
        instalments: maxInstalments,
        amount: maxAmountCents === null ? say("value-unlimited") : texts.money(maxAmountCents),
      }),
    ],
    buttons: [
      { id: EDIT_ROLE, text: say("admin-edit"), value: name },
      ...(name === ADMINISTRATOR
        ? []
        : [
            {
              id: DELETE_ROLE,
              text: say("admin-delete"),
              value: name,
              style: "danger" as const,
              confirm: {
                title: say("admin-role-delete-title"),
                text: say("admin-role-delete-text", {
                  name: typed(name),
                  permissions: permissions.length,
                }),
                yes: say("admin-delete"),
                no: say("slack-no"),
              },
            },
          ]),
    ],
  };
}

async function submit(submitted: Submitted): Promise<FormAnswer> {
  const { deps, view, person, key } = submitted;
  const { texts, reads, ports } = deps;
  const { id, standing } = metaOf(view);
  const name = id ?? textIn(view.values, NAME).trim();
  // The command would change the role of that name; a new one never means another.
  const standingRoles = id === null ? await reads.administration.roles() : [];
  if (standingRoles.some((role) => role.name === name)) {
    return { errors: { [NAME]: texts.say("admin-name-taken") } };
  }
  const read = roleIn(view.values, name, texts);
  if ("errors" in read) return read;
  const request = { input: read.role, actor: person.id, today: deps.today(), key };
  return settleForm(submitted, roles, {
    standing,
    result: await saveRole(ports, request),
    done: texts.say("admin-saved", { name: typed(name) }),
    fieldOf: (refusal) => roleFieldOf(refusal, id === null),
  });
}
