import { randomBytes } from "node:crypto";
import { safeError } from "./api.ts";
import type { TelegramDeps } from "./deps.ts";
import { BACK_TO_MENU } from "./menu/verbs.ts";
import type { Talk } from "./talk.ts";

const CODE_BYTES = 3;

/** The cause goes to the log under a short code, the code to the customer; neither holds what was typed. */
export async function reportFailure(
  { log }: Pick<TelegramDeps, "log">,
  error: unknown,
  talk: Talk | undefined,
): Promise<void> {
  const code = randomBytes(CODE_BYTES).toString("hex").toUpperCase();
  log.error({ err: safeError(error), code }, "Telegram: an act was not carried out");
  if (talk === undefined) return;
  const { say } = talk.texts;
  const buttons = [[{ text: say("telegram-to-menu"), verb: BACK_TO_MENU }]];
  await talk.tell({ text: say("telegram-failed", { code }), buttons }).catch((again: unknown) => {
    log.error({ err: safeError(again), code }, "Telegram: nor could it be said");
  });
}
