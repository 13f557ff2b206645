import type { Api } from "grammy";
import { blockChat } from "#core/use-cases/stop-chat.ts";
import type { Language } from "../../config.ts";
import type { Outcome } from "../../released.ts";
import { SENT } from "../../sending.ts";
import { isSilence, refusalOf, retryAfterMs } from "../api.ts";
import type { TelegramDeps } from "../deps.ts";
import { HTML, inlineKeyboard, type Screen } from "../screen.ts";

/** What leaves without being asked for: `api` tries once, the outbox's relay does the waiting. */
export type Outbound = { readonly deps: TelegramDeps; readonly api: Api };

/** A message that stays where it is; its buttons have to be good for ever (`standing`). */
export async function sendTo(
  { deps, api }: Outbound,
  chat: number,
  screen: Screen,
): Promise<Outcome> {
  try {
    const markup = screen.buttons === undefined ? {} : { reply_markup: inlineKeyboard(screen) };
    await api.sendMessage(chat, screen.text, { ...HTML, ...markup });
    return SENT;
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome.outcome === "blocked") {
      const input = { chat, now: deps.nowMs(), blocked: true };
      await blockChat(deps.ports, { input, today: deps.today() });
    }
    return outcome;
  }
}

/** By Telegram's codes; what is none of them goes on to the relay, which logs it. */
export function outcomeOf(error: unknown): Outcome {
  if (isSilence(error)) return { outcome: "again", reason: "Telegram does not answer" };
  const refusal = refusalOf(error);
  if (refusal === undefined) throw error;
  const { error_code: status, description } = refusal;
  if (status === 429) {
    return {
      outcome: "limited",
      reason: "Telegram asks for patience",
      afterMs: retryAfterMs(refusal),
    };
  }
  if (status === 403) return { outcome: "blocked" };
  // A token that is refused can be put right.
  const isFinal = status === 400;
  return { outcome: isFinal ? "failed" : "again", reason: `Telegram ${status}: ${description}` };
}

export const languageOf = (stored: string): Language => (stored === "en" ? "en" : "pt-BR");
