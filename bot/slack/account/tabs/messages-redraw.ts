import type { KnownBlock, ModalView } from "@slack/types";
import type { TemplateChannel, TemplateText } from "#core/administration/templates.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Texts } from "../../../texts/texts.ts";
import { actions, type Blocks, option, select } from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import type { FormAnswer } from "../../form-answer.ts";
import type { Pressed } from "../../listen.ts";
import { type OnTop, readOnTop } from "../on-top.ts";
import { MESSAGE_FIELDS } from "./messages-fields.ts";

/** Part of the ids of the fields that a template fills: Slack keeps what stands in a field whose id it knows. */
export type Round = { readonly round: number };

const F = MESSAGE_FIELDS;
export const roundId = (field: string, { round }: Round): string => `${field}:${round}`;

/** Nothing where the provider has no templates. */
export const templateChoice = (
  id: string,
  templates: readonly TemplateText[],
  { say }: Texts,
): Blocks =>
  actions(
    ...(templates.length === 0
      ? []
      : [
          select({
            id,
            placeholder: say("slack-work-template"),
            options: templates.map(({ name }, index) => option(name, keyOf(name, index))),
          }),
        ]),
  );

export const templatesOf = async (
  { reads }: SlackDeps,
  channel: TemplateChannel,
): Promise<readonly TemplateText[]> =>
  (await reads.messageTemplates()).filter((template) => template.channel === channel);

/** Undefined when it was renamed or deleted since the form came. */
export async function templateChosen(
  { deps, value }: Pressed,
  channel: TemplateChannel,
): Promise<TemplateText | undefined> {
  const templates = await templatesOf(deps, channel);
  return templates.find(({ name }, index) => keyOf(name, index) === value);
}

/** A name may be longer than an option's value. */
const keyOf = (name: string, index: number): string =>
  `${index}:${[...name].slice(0, 30).join("")}`;

type Change<Own> = {
  readonly own?: Own;
  /** A block by its id; the same one where nothing changes. */
  readonly block: (block: KnownBlock, id: string) => KnownBlock;
};

/** The form again with some of its blocks made anew. What is in the others stays as it was typed. */
export async function redraw<Own>(pressed: Pressed, { own, block }: Change<Own>): Promise<void> {
  const { client, body, view: read } = pressed;
  const { view } = body;
  if (view === undefined || read === undefined) throw new Error("pressed outside of a form");
  const metadata: OnTop<unknown> = readOnTop(read);
  const shown: ModalView = {
    type: "modal",
    callback_id: view.callback_id,
    title: view.title,
    ...(view.close === null ? {} : { close: view.close }),
    ...(view.submit === null ? {} : { submit: view.submit }),
    private_metadata: JSON.stringify(own === undefined ? metadata : { ...metadata, own }),
    blocks: (view.blocks as KnownBlock[]).map((one) => block(one, one.block_id ?? "")),
  };
  await client.views.update({ view_id: view.id, view: shown });
}

/** A refusal at the field that it is about; what the law says stands where the sending is confirmed. */
export function messageRefused(texts: Texts, refusal: Refusal, round: Round): FormAnswer {
  const named = "field" in refusal ? refusal.field : undefined;
  const field = Object.values(F).find((one) => one === named) ?? fieldOf(refusal);
  const id = field === F.subject || field === F.body ? roundId(field, round) : field;
  return { errors: { [id]: texts.refusal(refusal) } };
}

function fieldOf(refusal: Refusal): string {
  switch (refusal.code) {
    case "recipient_missing":
      // In the app there is nobody to type: who is linked is.
      return refusal.channel === "app" ? F.confirm : F.to;
    case "mobile_invalid":
    case "recipients_too_many":
      return F.to;
    case "invoice_not_open":
    case "invoice_unknown":
    case "invoice_of_another_customer":
      return F.invoices;
    case "sms_too_long":
      return F.body;
    default:
      return F.confirm;
  }
}
