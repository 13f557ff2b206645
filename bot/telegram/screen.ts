import type { InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup } from "grammy/types";
import { callbackData } from "./callback-data.ts";
import { LIMITS } from "./limits.ts";

export type Button =
  /** Asks the bot. `row` is an id; nothing else travels in a button. */
  | { readonly text: string; readonly verb: string; readonly row?: string }
  /** Goes into the customer's clipboard: at most `LIMITS.copyText`. */
  | { readonly text: string; readonly copy: string }
  | { readonly text: string; readonly url: string };

/** One message of the bot's: HTML in which everything typed is escaped, and its buttons, a list for each row. */
export type Screen = {
  readonly text: string;
  readonly buttons?: readonly (readonly Button[])[];
};

/** A message with keys in place of the letters; it cannot be edited, and the keys go away with the next screen. */
export type Keys = {
  readonly text: string;
  readonly keys: readonly (readonly Key[])[];
};
export type Key = { readonly text: string; readonly contact?: true };

export const HTML = { parse_mode: "HTML", link_preview_options: { is_disabled: true } } as const;

export const inlineKeyboard = ({ buttons = [] }: Screen): InlineKeyboardMarkup => ({
  inline_keyboard: buttons.map((row) => row.map(inlineButton)),
});

/** The callback data of every button: a press of anything else is of a screen that is gone. */
export const callbacksOf = ({ buttons = [] }: Screen): string[] =>
  buttons.flat().flatMap((button) => ("verb" in button ? [dataOf(button)] : []));

export const keyboard = ({ keys }: Keys): ReplyKeyboardMarkup => ({
  keyboard: keys.map((row) =>
    row.map(({ text, contact }) => (contact ? { text, request_contact: true } : { text })),
  ),
  resize_keyboard: true,
  one_time_keyboard: true,
});

const dataOf = ({ verb, row = "" }: { readonly verb: string; readonly row?: string }): string =>
  callbackData({ verb, row });

function inlineButton(button: Button): InlineKeyboardButton {
  const { text } = button;
  if ("verb" in button) return { text, callback_data: dataOf(button) };
  if ("url" in button) return { text, url: button.url };
  if (button.copy.length > LIMITS.copyText) throw new Error("too long for the clipboard's button");
  return { text, copy_text: { text: button.copy } };
}
