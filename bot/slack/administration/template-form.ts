import type { ModalView } from "@slack/types";
import type { TemplateChannel, TemplateText } from "#core/administration/templates.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Texts } from "../../texts/texts.ts";
import { option, section, typed } from "../block-kit.ts";
import { MAX_TYPED, selectField, textField } from "../fields.ts";
import { formView } from "./form.ts";
import type { Standing } from "./subject.ts";

export const TEMPLATE_FORM = "administration:templates:form";
export const CHANNEL = "channel";
export const NAME = "name";
export const SUBJECT = "subject";
export const BODY = "body";

const CHANNELS: readonly TemplateChannel[] = ["email", "sms", "app"];

/** Channel and name are what a template is known by. */
export const templateKey = ({ channel, name }: Pick<TemplateText, "channel" | "name">): string =>
  `${channel}/${name}`;

export function channelIn(text: string): TemplateChannel | undefined {
  return CHANNELS.find((channel) => channel === text);
}

export const channelText = (channel: TemplateChannel, { say }: Texts): string =>
  say(`admin-channel-${channel}`);

/** Undefined: its text is more than a field holds, so that saving would lose some. */
export function templateForm(
  { template, standing }: { readonly template: TemplateText | null; readonly standing: Standing },
  texts: Texts,
): ModalView | undefined {
  const { say } = texts;
  if ((template?.body.length ?? 0) > MAX_TYPED) return undefined;
  return formView(
    {
      callbackId: TEMPLATE_FORM,
      title: say(template === null ? "admin-template-new" : "admin-template-edit"),
      meta: { standing, id: template === null ? null : templateKey(template) },
      blocks: [
        ...(template === null
          ? newTemplateFields(texts)
          : [section(`*${typed(template.name)}* (${channelText(template.channel, texts)})`)]),
        ...(template === null || template.channel === "email"
          ? [
              textField({
                id: SUBJECT,
                label: say("admin-template-subject"),
                hint: template === null ? say("admin-template-subject-hint") : undefined,
                // Of a new one nobody knows yet whether it is an e-mail.
                optional: template === null,
                initial: template?.subject,
              }),
            ]
          : []),
        textField({
          id: BODY,
          label: say("admin-template-body"),
          lines: "many",
          initial: template?.body,
        }),
      ],
    },
    texts,
  );
}

const newTemplateFields = (texts: Texts) => [
  selectField({
    id: CHANNEL,
    label: texts.say("admin-template-channel"),
    placeholder: texts.say("admin-choose-one"),
    options: CHANNELS.map((channel) => option(channelText(channel, texts), channel)),
  }),
  textField({ id: NAME, label: texts.say("admin-field-name") }),
];

export function templateFieldOf(refusal: Refusal, isNew: boolean): string {
  const field = "field" in refusal ? refusal.field : undefined;
  if (field === SUBJECT) return SUBJECT;
  return field === NAME && isNew ? NAME : BODY;
}
