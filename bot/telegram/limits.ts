/** Telegram's limits on what a bot sends (core.telegram.org/bots/api, 2026); lengths in UTF-16 units of what is seen. */
export const LIMITS = {
  text: 4_096,
  caption: 1_024,
  callbackBytes: 64,
  callbackAnswer: 200,
  copyText: 256,
  buttons: 100,
  buttonsInRow: 8,
  startToken: 64,
  photoBytes: 10 * 1_024 * 1_024,
  documentBytes: 50 * 1_024 * 1_024,
  downloadBytes: 20 * 1_024 * 1_024,
  /** Messages over all chats, and the time between two in one chat (core.telegram.org/bots/faq). */
  perSecond: 30,
  perChatMs: 1_000,
} as const;
