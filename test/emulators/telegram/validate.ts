import { parseHtml } from "./entities.ts";
import { LIMITS } from "./limits.ts";
import { badRequest } from "./refusal.ts";
import type { InlineButton, Json, Markup, ReplyButton } from "./types.ts";

/** The words of a message and their source, if Telegram takes them. */
export function textOf(args: Json): { readonly text: string; readonly source: string } {
  const source = typeof args.text === "string" ? args.text : badRequest("message text is empty");
  const text = plain(source, args.parse_mode);
  if (text.trim() === "") badRequest("message text is empty");
  if (text.length > LIMITS.text) badRequest("message is too long");
  return { text: text.trim(), source };
}

export function captionOf(args: Json): { readonly text: string; readonly source: string } {
  const source = typeof args.caption === "string" ? args.caption : "";
  const text = plain(source, args.parse_mode);
  if (text.length > LIMITS.caption) badRequest("message caption is too long");
  return { text, source };
}

function plain(source: string, parseMode: unknown): string {
  if (parseMode === undefined) return source;
  if (parseMode !== "HTML") badRequest(`unsupported parse_mode`);
  return parseHtml(source);
}

export function markupOf(args: Json, { inlineOnly = false } = {}): Markup | undefined {
  const markup = args.reply_markup as Markup | undefined;
  if (markup === undefined) return undefined;
  if (typeof markup !== "object" || markup === null) badRequest("object expected as reply markup");
  if (markup.inline_keyboard !== undefined) return inline(markup.inline_keyboard);
  if (inlineOnly) badRequest("inline keyboard expected");
  if (markup.keyboard !== undefined) return reply(markup);
  return markup.remove_keyboard === true ? { remove_keyboard: true } : badRequest("reply markup");
}

function inline(rows: readonly (readonly InlineButton[])[]): Markup {
  if (!Array.isArray(rows))
    badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
  const buttons = rows.flat();
  if (buttons.length > LIMITS.buttons || rows.some((row) => row.length > LIMITS.buttonsInRow)) {
    badRequest("reply markup is too long");
  }
  for (const button of buttons) checkButton(button);
  return { inline_keyboard: rows.filter((row) => row.length > 0) };
}

function checkButton(button: InlineButton): void {
  const { text, callback_data: data, url, copy_text: copy } = button;
  if (typeof text !== "string" || text.trim() === "") {
    badRequest("can't parse inline keyboard button: Text buttons must have non-empty text");
  }
  const actions = [data, url, copy].filter((action) => action !== undefined);
  if (actions.length !== 1) {
    badRequest(
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    );
  }
  const bytes = data === undefined ? 1 : Buffer.byteLength(data);
  if (bytes < 1 || bytes > LIMITS.callbackBytes) badRequest("BUTTON_DATA_INVALID");
  if (copy !== undefined && (copy.text.length < 1 || copy.text.length > LIMITS.copyText)) {
    badRequest("BUTTON_COPY_TEXT_INVALID");
  }
  if (url !== undefined && !/^(https?|tg):\/\//.test(url)) {
    badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
  }
}

function reply(markup: Markup & { input_field_placeholder?: string }): Markup {
  const buttons = (markup.keyboard ?? []).flat() as readonly ReplyButton[];
  if (buttons.some(({ text }) => typeof text !== "string" || text.trim() === "")) {
    badRequest("can't parse keyboard button: Text buttons must have non-empty text");
  }
  const placeholder = markup.input_field_placeholder ?? "x";
  if (placeholder.length < 1 || placeholder.length > LIMITS.placeholder) {
    badRequest("input field placeholder is too long");
  }
  return { keyboard: markup.keyboard ?? [] };
}
