import type { InputBlock, KnownBlock } from "@slack/types";
import type { TemplateText } from "#core/administration/templates.ts";
import { formatPhone, parsePhone } from "#core/phone.ts";
import { manyLines } from "#core/work/clean-text.ts";
import { smsSize, toGsm7 } from "#core/work/sms-segments.ts";
import type { CustomerReach } from "#db/queries/account/read-reach.ts";
import type { StageInvoice } from "#db/queries/home/read-stage-invoices.ts";
import type { Texts } from "../../../texts/texts.ts";
import { type Blocks, context, cut, section, typed } from "../../block-kit.ts";
import { textField } from "../../fields.ts";
import { LIMITS } from "../../limits.ts";
import { plainSection } from "../../plain-blocks.ts";
import { invoicesField, MESSAGE_FIELDS, tickField } from "./messages-fields.ts";
import { type Round, roundId, templateChoice } from "./messages-redraw.ts";

export const MESSAGE = {
  template: "account:message:template",
  text: "account:message:text",
  accents: "account:message:accents",
} as const;
const F = MESSAGE_FIELDS;

/** Blocks that follow what is typed. */
export const COUNT = "count";
export const PREVIEW = "preview";

export type TextChannel = "sms" | "app";

export type MessageForm = {
  readonly channel: TextChannel;
  readonly customer: string;
  readonly reach: CustomerReach;
  readonly templates: readonly TemplateText[];
  readonly invoices: readonly StageInvoice[];
  /** What the law says against a message right now. */
  readonly forbidden: string | undefined;
};

export function messageBlocks(form: MessageForm, texts: Texts): Blocks {
  const { say } = texts;
  const { channel, reach, forbidden } = form;
  const round = { round: 0 };
  return [
    section(headOf(form, texts)),
    ...(forbidden === undefined ? [] : [context(`:scales: ${typed(forbidden)}`)]),
    ...templateChoice(MESSAGE.template, form.templates, texts),
    ...(channel === "sms" ? numberFields(reach, texts) : []),
    bodyField({ channel, text: "" }, round, texts),
    ...(channel === "sms" ? [accentsField(texts), ...sizeBlocks("", false, texts)] : []),
    textField({ id: F.note, label: say("slack-work-note"), lines: "many", optional: true }),
    ...invoicesField(form.invoices, texts, say("slack-work-message-invoices-hint")),
    tickField({
      id: F.confirm,
      label: say("slack-work-confirm"),
      text: say(`slack-work-${channel}-confirm`),
      optional: false,
    }),
  ];
}

const headOf = ({ channel, customer, reach }: MessageForm, { say }: Texts): string =>
  say(`slack-work-${channel}-for`, {
    customer: typed(cut(customer, MAX_NAME)),
    count: reach.chats,
  });

const MAX_NAME = 150;

function numberFields({ mobile }: CustomerReach, { say }: Texts): Blocks {
  const own = mobile === null ? undefined : parsePhone(mobile);
  return [
    textField({
      id: F.to,
      label: say("slack-work-numbers"),
      hint: say("slack-work-numbers-hint"),
      initial: own === undefined ? (mobile ?? "") : formatPhone(own),
    }),
    tickField({
      id: F.theirs,
      label: say("slack-work-numbers-other"),
      text: say("slack-work-numbers-theirs"),
      optional: true,
    }),
  ];
}

type Written = { readonly channel: TextChannel; readonly text: string };

/** Of an SMS each keystroke is told, for the count. */
export function bodyField({ channel, text }: Written, round: Round, { say }: Texts): InputBlock {
  const field = textField({
    id: roundId(F.body, round),
    label: say("slack-work-text"),
    lines: "many",
    initial: text,
    hint: text.length > LIMITS.section ? say("slack-work-template-cut") : undefined,
  });
  if (channel === "app" || field.element.type !== "plain_text_input") return field;
  return {
    ...field,
    dispatch_action: true,
    element: {
      ...field.element,
      action_id: MESSAGE.text,
      dispatch_action_config: {
        trigger_actions_on: ["on_enter_pressed", "on_character_entered"],
      },
    },
  };
}

function accentsField({ say }: Texts): InputBlock {
  const field = tickField({
    id: F.accents,
    label: say("slack-work-accents"),
    text: say("slack-work-accents-keep"),
    optional: true,
  });
  return {
    ...field,
    dispatch_action: true,
    element: { ...field.element, action_id: MESSAGE.accents },
  };
}

/** How many segments the text takes, and how it will arrive: the core's own count of the core's own spelling. */
export function sizeBlocks(
  text: string,
  keepAccents: boolean,
  { say }: Texts,
): readonly [KnownBlock, KnownBlock] {
  const written = manyLines(text);
  const leaving = keepAccents ? written : toGsm7(written);
  const { segments, units, left, encoding } = smsSize(leaving);
  const size = say("slack-work-sms-size", { segments, units, left, encoding });
  const preview =
    leaving === "" ? say("slack-work-sms-empty") : say("slack-work-sms-preview", { text: leaving });
  return [
    { ...context(size), block_id: COUNT },
    { ...plainSection([preview]), block_id: PREVIEW },
  ];
}
