import { LogLevel } from "@slack/bolt";
import type { Logger } from "pino";

/** Bolt's words in our log. Its debug lines hold whole requests, so they stay out. */
export const slackLogger = (log: Logger) => ({
  debug: () => {},
  info: () => {},
  warn: (...words: unknown[]) => log.warn(words.map(String).join(" ")),
  error: (...words: unknown[]) => log.error(words.map(String).join(" ")),
  setLevel: () => {},
  getLevel: () => LogLevel.WARN,
  setName: () => {},
});
