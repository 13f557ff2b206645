import { BOT } from "./service.ts";
import type { Account, Json, Message } from "./types.ts";

/** Things as the Bot API writes them. */
export const botJson = (): Json => ({
  id: BOT.id,
  is_bot: true,
  first_name: BOT.firstName,
  username: BOT.username,
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
});

export const personJson = ({ id, firstName, languageCode }: Account): Json => ({
  id,
  is_bot: false,
  first_name: firstName,
  ...(languageCode !== undefined && { language_code: languageCode }),
});

export const chatJson = ({ id, firstName }: Account): Json => ({
  id,
  type: "private",
  first_name: firstName,
});

export function messageJson(message: Message, account: Account): Json {
  const { file, kind, markup } = message;
  return {
    message_id: message.id,
    from: message.from === "bot" ? botJson() : personJson(account),
    chat: chatJson(account),
    date: message.date,
    ...(kind === "text" ? { text: message.text } : { caption: message.text || undefined }),
    ...(kind === "photo" && { photo: [{ ...fileJson(file), width: 90, height: 90 }] }),
    ...(kind === "document" && {
      document: { ...fileJson(file), file_name: file?.name, mime_type: file?.mimeType },
    }),
    ...(markup?.inline_keyboard && { reply_markup: { inline_keyboard: markup.inline_keyboard } }),
  };
}

const fileJson = (file: Message["file"]): Json => ({
  file_id: file?.fileId,
  file_unique_id: `u${file?.fileId}`,
  file_size: file?.bytes.length,
});
