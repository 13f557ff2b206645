import type { Update, User } from "grammy/types";

/** What came from one chat, without what the bot has no use for. */
export type Incoming = { readonly chat: number; readonly from: From } & (
  | {
      readonly kind: "command";
      readonly name: string;
      readonly words: string;
      readonly message: number;
    }
  | { readonly kind: "text"; readonly text: string; readonly message: number }
  | {
      readonly kind: "contact";
      readonly phone: string;
      readonly own: boolean;
      readonly message: number;
    }
  | {
      readonly kind: "file";
      readonly fileId: string;
      readonly name: string;
      readonly sizeBytes: number;
      readonly caption: string;
      readonly message: number;
    }
  /** A sticker, a voice: nothing that the bot understands. */
  | { readonly kind: "other"; readonly message: number }
  | {
      readonly kind: "press";
      readonly query: string;
      readonly data: string;
      readonly message: number | undefined;
    }
  | { readonly kind: "membership"; readonly blocked: boolean }
);

type From = { readonly id: number; readonly firstName: string; readonly language: string };

export const UPDATE_KINDS = ["message", "callback_query", "my_chat_member"] as const;

/** Undefined for groups, channels, other bots, and what the bot did not ask for: a debt is nobody else's business. */
export function readUpdate(update: Update): Incoming | undefined {
  const { message, callback_query: query, my_chat_member: member } = update;
  if (message !== undefined) return ofMessage(message);
  if (query !== undefined) {
    const chat = query.message?.chat;
    if (chat !== undefined && chat.type !== "private") return undefined;
    const id = chat?.id ?? query.from.id;
    const { id: queryId, data = "", message: under } = query;
    const message = under?.message_id;
    return { chat: id, from: fromOf(query.from), kind: "press", query: queryId, data, message };
  }
  if (member === undefined || member.chat.type !== "private") return undefined;
  const blocked = member.new_chat_member.status === "kicked";
  return { chat: member.chat.id, from: fromOf(member.from), kind: "membership", blocked };
}

/** The chat alone, before anything else is looked at. */
export const chatOf = (update: Update): number | null => readUpdate(update)?.chat ?? null;

function ofMessage(message: NonNullable<Update["message"]>): Incoming | undefined {
  const { chat, from, message_id: id } = message;
  if (chat.type !== "private" || from === undefined || from.is_bot) return undefined;
  const said = { chat: chat.id, from: fromOf(from), message: id };
  const { text, contact, document, photo, caption = "" } = message;
  if (contact !== undefined) {
    const own = contact.user_id === from.id;
    return { ...said, kind: "contact", phone: contact.phone_number, own };
  }
  if (document !== undefined) {
    const { file_id: fileId, file_name: name = "", file_size: sizeBytes = 0 } = document;
    return { ...said, kind: "file", fileId, name, sizeBytes, caption };
  }
  // Sizes of one photo, smallest first.
  const largest = photo?.at(-1);
  if (largest !== undefined) {
    const { file_id: fileId, file_size: sizeBytes = 0 } = largest;
    return { ...said, kind: "file", fileId, name: "", sizeBytes, caption };
  }
  if (text === undefined) return { ...said, kind: "other" };
  const [, name, words = ""] =
    /^\/([a-z0-9_]+)(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(text.trim()) ?? [];
  return name === undefined
    ? { ...said, kind: "text", text }
    : { ...said, kind: "command", name: name.toLowerCase(), words: words.trim() };
}

const fromOf = ({ id, first_name: firstName, language_code: language = "" }: User): From => ({
  id,
  firstName,
  language,
});
