import type { App } from "@slack/bolt";
import type { TemplateText } from "#core/administration/templates.ts";
import { deleteTemplate } from "#core/use-cases/delete-template.ts";
import { saveTemplate } from "#core/use-cases/save-template.ts";
import type { TemplateEntry } from "#db/queries/administration/read-lists.ts";
import type { Texts } from "../../texts/texts.ts";
import { cut, typed } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import { chosenIn, optionalTextIn, textIn } from "../fields.ts";
import type { FormAnswer } from "../form-answer.ts";
import { type Acting, onAction, onSubmit, type Pressed, type Submitted } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { metaOf, openForm } from "./form.ts";
import { pageOf } from "./pages.ts";
import { settleForm, settlePress } from "./show.ts";
import { type Item, type Place, SUBJECT_PERMISSIONS, type Subject } from "./subject.ts";
import {
  BODY,
  CHANNEL,
  channelIn,
  channelText,
  NAME,
  SUBJECT,
  TEMPLATE_FORM,
  templateFieldOf,
  templateForm,
  templateKey,
} from "./template-form.ts";

export const ADD_TEMPLATE = "administration:templates:add";
export const EDIT_TEMPLATE = "administration:templates:edit";
export const DELETE_TEMPLATE = "administration:templates:delete";

/** So much of a text shows which one it is. */
const SHOWN_BODY = 200;

export const templates: Subject = { name: "templates", list };

export function registerTemplates(app: App, deps: SlackDeps): void {
  const permission = SUBJECT_PERMISSIONS.templates;
  const { texts } = deps;
  onAction(app, deps, { id: ADD_TEMPLATE, permission }, (pressed) =>
    openForm(pressed, async (standing) => templateForm({ template: null, standing }, texts)),
  );
  onAction(app, deps, { id: EDIT_TEMPLATE, permission }, (pressed) =>
    openForm(pressed, async (standing) => {
      const template = await templateOf(deps, pressed.value);
      if (template === undefined) return undefined;
      const tooLong = () => errorModal(deps, texts.say("admin-too-long-to-edit"));
      return templateForm({ template, standing }, texts) ?? tooLong();
    }),
  );
  onAction(app, deps, { id: DELETE_TEMPLATE, permission }, remove);
  onSubmit(app, deps, { id: TEMPLATE_FORM, permission }, submit);
}

const templateOf = async ({ reads }: SlackDeps, key: string): Promise<TemplateEntry | undefined> =>
  (await reads.administration.templates()).find((template) => templateKey(template) === key);

async function list({ deps: { reads, texts } }: Acting, place: Place) {
  const { rows, previous, next } = pageOf(await reads.administration.templates(), place);
  return {
    items: rows.map((template) => itemOf(template, texts)),
    add: { id: ADD_TEMPLATE, text: texts.say("admin-template-add") },
    previous,
    next,
  };
}

function itemOf(template: TemplateEntry, texts: Texts): Item {
  const { channel, name, subject, body } = template;
  const { say } = texts;
  const value = templateKey(template);
  const kind = channelText(channel, texts);
  return {
    text: `*${typed(name)}* (${kind})`,
    notes: [
      ...(subject === null ? [] : [typed(cut(subject, SHOWN_BODY))]),
      typed(cut(body, SHOWN_BODY)),
    ],
    buttons: [
      { id: EDIT_TEMPLATE, text: say("admin-edit"), value },
      {
        id: DELETE_TEMPLATE,
        text: say("admin-delete"),
        value,
        style: "danger",
        confirm: {
          title: say("admin-template-delete-title"),
          text: say("admin-template-delete-text", { name: typed(name), channel: kind }),
          yes: say("admin-delete"),
          no: say("slack-no"),
        },
      },
    ],
  };
}

async function remove(pressed: Pressed): Promise<void> {
  const { deps, person, key, value } = pressed;
  const [kind = "", ...rest] = value.split("/");
  const channel = channelIn(kind);
  if (channel === undefined) return;
  const input = { channel, name: rest.join("/") };
  const request = { input, actor: person.id, today: deps.today(), key };
  await settlePress(pressed, templates, {
    result: await deleteTemplate(deps.ports, request),
    done: deps.texts.say("admin-deleted", { name: typed(input.name) }),
  });
}

async function submit(submitted: Submitted): Promise<FormAnswer> {
  const { deps, view, person, key } = submitted;
  const { texts } = deps;
  const { values } = view;
  const { id, standing } = metaOf(view);
  const before = id === null ? undefined : await templateOf(deps, id);
  if (id !== null && before === undefined) return { errors: { [BODY]: texts.say("admin-gone") } };
  const channel = before?.channel ?? channelIn(chosenIn(values, CHANNEL) ?? "");
  if (channel === undefined) return { errors: { [CHANNEL]: texts.say("admin-choice-gone") } };
  const input: TemplateText = {
    channel,
    name: before?.name ?? textIn(values, NAME).trim(),
    subject: channel === "email" ? optionalTextIn(values, SUBJECT) : null,
    body: textIn(values, BODY),
  };
  // The command would change the template of that name; a new one never means another.
  if (id === null && (await templateOf(deps, templateKey(input))) !== undefined) {
    return { errors: { [NAME]: texts.say("admin-name-taken") } };
  }
  const request = { input, actor: person.id, today: deps.today(), key };
  return settleForm(submitted, templates, {
    standing,
    result: await saveTemplate(deps.ports, request),
    done: texts.say("admin-saved", { name: typed(input.name) }),
    fieldOf: (refusal) => templateFieldOf(refusal, id === null),
  });
}
