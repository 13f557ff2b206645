import { accept } from "../result.ts";
import { chatCommand } from "./chat-command.ts";
import { lockedChat } from "./locked-chat.ts";
import { record } from "./record.ts";

export type Changed = { readonly changed: boolean };

/** No message leaves for the chat any more unless it is an answer. The debt stays what it is. */
export const stopChat = chatCommand<object, Changed>("chat stop", async (unit, { input }) => {
  const standing = await lockedChat(unit, input.chat);
  if (standing === undefined || standing.optedOut) return accept({ changed: false });
  const { chat, customer } = standing;
  await unit.markChat(chat, { optedOutAtMs: input.now });
  await record(unit, [
    { kind: "telegram_chat_stopped", customer, data: { chat, reason: "asked" } },
  ]);
  return accept({ changed: true });
});

export const resumeChat = chatCommand<object, Changed>("chat resume", async (unit, { input }) => {
  const standing = await lockedChat(unit, input.chat);
  if (standing === undefined || !standing.optedOut) return accept({ changed: false });
  const { chat, customer } = standing;
  await unit.markChat(chat, { optedOutAtMs: null });
  await record(unit, [{ kind: "telegram_chat_resumed", customer, data: { chat } }]);
  return accept({ changed: true });
});

/** `blocked`: Telegram says that the customer shut the bot out, or let it in again. */
export type BlockChat = { readonly blocked: boolean };

export const blockChat = chatCommand<BlockChat, Changed>("chat block", async (unit, { input }) => {
  const { now, blocked } = input;
  const standing = await lockedChat(unit, input.chat);
  if (standing === undefined || standing.blocked === blocked) return accept({ changed: false });
  const { chat, customer } = standing;
  await unit.markChat(chat, { blockedAtMs: blocked ? now : null });
  await record(unit, [
    blocked
      ? { kind: "telegram_chat_stopped", customer, data: { chat, reason: "blocked" } }
      : { kind: "telegram_chat_resumed", customer, data: { chat } },
  ]);
  return accept({ changed: true });
});

export type SetChatLanguage = { readonly language: string };

export const setChatLanguage = chatCommand<SetChatLanguage, Changed>(
  "chat language",
  async (unit, { input }) => {
    await unit.setChatLanguage(input.chat, input.language);
    return accept({ changed: true });
  },
);
