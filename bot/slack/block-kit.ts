import type {
  ActionsBlock,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  KnownBlock,
  MrkdwnElement,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
  StaticSelect,
} from "@slack/types";
import { LIMITS } from "./limits.ts";

/** Text that somebody typed, so that Slack shows it and reads nothing into it: no mention, link or format. */
export const typed = (text: string): string =>
  // Slack takes a line that begins with it for a quotation, escaped or not.
  unread(text).replace(/^(\s*)&gt;/gm, "$1\u200b&gt;");

const unread = (text: string): string =>
  text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    // A character of no width keeps *, _, ~ and ` from pairing up; a line that begins with one is no list or quote.
    .replace(/[*_~`]/g, (mark) => `${mark}\u200b`)
    // Nor is :smile: an emoji, or an address a link, where a message's text is not a block's.
    .replace(/:(?=[\w+'-]+:|\/\/)/g, ":\u200b")
    .replace(/\bwww\./gi, (start) => `${start}\u200b`);

/**
 * The same in bold. Its own marks become letters that look like them, so that none ends the bold or begins another format.
 * On one line, and short: whoever cuts it would cut off the end of the bold.
 */
export const bold = (text: string): string => {
  const plainly = text.replace(/[*_~`]/g, (mark) => LOOK_ALIKE[mark] ?? "").trim();
  return plainly === "" ? "–" : `*${unread(plainly)}*`;
};

const LOOK_ALIKE: Readonly<Record<string, string>> = { "*": "∗", _: "ˍ", "~": "∼", "`": "ˋ" };

/** At most so many characters, cut at a word, with an ellipsis. Never in the middle of an emoji or an escaped character. */
export function cut(text: string, most: number): string {
  const characters = [...text];
  if (text.length <= most) return text;
  let kept = "";
  for (const character of characters) {
    if (kept.length + character.length > most - 1) break;
    kept += character;
  }
  const atWord = kept.replace(/\s+\S*$/u, "");
  const word = atWord.length > most / 2 ? atWord : kept;
  return `${word.replace(/&[a-z]{0,4}$/, "").trimEnd()}…`;
}

/** Slack refuses an empty text. */
const filled = (text: string): string => (text.trim() === "" ? "–" : text);

export const plain = (text: string, most: number = LIMITS.section): PlainTextElement => ({
  type: "plain_text",
  text: cut(filled(text), most),
  emoji: false,
});

export const mrkdwn = (text: string, most: number = LIMITS.section): MrkdwnElement => ({
  type: "mrkdwn",
  text: cut(filled(text), most),
  // Slack makes no links of addresses, channel names and people that stand in it.
  verbatim: true,
});

export const header = (text: string): HeaderBlock => ({
  type: "header",
  text: plain(text, LIMITS.header),
});

export const section = (text: string, accessory?: SectionBlock["accessory"]): SectionBlock => ({
  type: "section",
  text: mrkdwn(text),
  ...(accessory === undefined ? {} : { accessory }),
});

export const context = (...texts: readonly string[]): ContextBlock => ({
  type: "context",
  elements: texts.slice(0, LIMITS.contextElements).map((text) => mrkdwn(text, LIMITS.field)),
});

export const divider: DividerBlock = { type: "divider" };

export type Confirming = {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
};

export const confirmDialog = ({ title, text, yes, no }: Confirming): ConfirmationDialog => ({
  title: plain(title, LIMITS.confirmTitle),
  text: mrkdwn(text, LIMITS.confirmText),
  confirm: plain(yes, LIMITS.confirmButton),
  deny: plain(no, LIMITS.confirmButton),
});

export type ButtonOf = {
  readonly id: string;
  readonly text: string;
  /** An id of ours, never an amount. */
  readonly value?: string | undefined;
  readonly style?: "primary" | "danger" | undefined;
  readonly confirm?: Confirming | undefined;
};

export const button = ({ id, text, value, style, confirm }: ButtonOf): Button => ({
  type: "button",
  action_id: id,
  text: plain(text, LIMITS.buttonText),
  ...(value === undefined ? {} : { value }),
  ...(style === undefined ? {} : { style }),
  ...(confirm === undefined ? {} : { confirm: confirmDialog(confirm) }),
});

/** Nothing when there is nothing to press: Slack refuses an empty row. */
export const actions = (...elements: ActionsBlock["elements"]): ActionsBlock[] =>
  elements.length === 0
    ? []
    : [{ type: "actions", elements: elements.slice(0, LIMITS.actionElements) }];

export const option = (text: string, value: string): PlainTextOption => ({
  text: plain(text, LIMITS.optionText),
  value,
});

export type SelectOf = {
  readonly id: string;
  readonly placeholder: string;
  readonly options: readonly PlainTextOption[];
  readonly chosen?: string | undefined;
};

export function select({ id, placeholder, options, chosen }: SelectOf): StaticSelect {
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: "static_select",
    action_id: id,
    placeholder: plain(placeholder, LIMITS.placeholder),
    options: options.slice(0, LIMITS.options),
    ...(initial === undefined ? {} : { initial_option: initial }),
  };
}

export type Blocks = KnownBlock[];
