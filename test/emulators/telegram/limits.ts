/** Telegram's limits (core.telegram.org/bots/api, 2026), in UTF-16 units where nothing else is said. */
export const LIMITS = {
  text: 4_096,
  caption: 1_024,
  callbackBytes: 64,
  copyText: 256,
  callbackAnswer: 200,
  buttons: 100,
  buttonsInRow: 8,
  photoBytes: 10 * 1_024 * 1_024,
  documentBytes: 50 * 1_024 * 1_024,
  downloadBytes: 20 * 1_024 * 1_024,
  startToken: 64,
  placeholder: 64,
  commands: 100,
} as const;

/** How long a button's press waits for its answer, and a message can be deleted. */
export const ANSWER_WITHIN_MS = 15_000;
export const DELETE_WITHIN_MS = 48 * 3_600_000;
