import { accept } from "../result.ts";
import { chatCommand } from "./chat-command.ts";
import { type Entered, enterChat, NOT_PROVED } from "./enter-chat.ts";

/** The link's token stays with whoever has the link: only its SHA-256 (hex) comes here. */
export type OpenLink = { readonly tokenSha256: string; readonly language: string };

/** Follows a one-time link. Used, old and made-up ones are answered alike. */
export const openLink = chatCommand<OpenLink, Entered>("link open", async (unit, { input }) => {
  const { chat, now, tokenSha256, language } = input;
  const standing = await unit.lockChat(chat);
  const link = await unit.telegramLink(tokenSha256);
  if (link === undefined) return accept(NOT_PROVED);
  // Whoever opens their own link twice has come in already.
  if (standing?.customer === link.customer && link.isUsed) {
    return accept({ outcome: "entered", customer: link.customer });
  }
  if (link.isUsed || link.expiresAtMs <= now) return accept(NOT_PROVED);
  const { customer } = link;
  const entered = await enterChat(unit, { chat, customer, by: "link", language, atMs: now });
  if (entered.outcome === "entered") await unit.useTelegramLink(tokenSha256, { chat, atMs: now });
  return accept(entered);
});
