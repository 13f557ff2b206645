import type { Api } from "grammy";
import type { Update } from "grammy/types";
import { blockChat } from "#core/use-cases/stop-chat.ts";
import type { Language } from "../config.ts";
import { refusalOf } from "./api.ts";
import { type Pressed, readCallbackData } from "./callback-data.ts";
import type { TelegramDeps } from "./deps.ts";
import { loadDialog, newDialog } from "./dialog.ts";
import { reportFailure } from "./failure.ts";
import { commandOf, pressOf, stepNamed } from "./features.ts";
import { cut } from "./html.ts";
import { askWhoItIs } from "./identity/ask.ts";
import { type Incoming, readUpdate } from "./incoming.ts";
import { LIMITS } from "./limits.ts";
import { DialogOvertaken, makeTalk } from "./make-talk.ts";
import { showStart } from "./menu/start.ts";
import { isKnown, type Talk } from "./talk.ts";

export type Dispatcher = {
  readonly deps: TelegramDeps;
  readonly api: Api;
  readonly bot: number;
};

/** Answers one update. It never fails: what goes wrong is logged and said in the chat, and the next one goes on. */
export async function dispatch({ deps, api, bot }: Dispatcher, update: Update): Promise<void> {
  const incoming = readUpdate(update);
  if (incoming === undefined) return;
  const key = `telegram:${bot}:${update.update_id}`;
  let talk: Talk | undefined;
  try {
    if (incoming.kind === "membership") return await noteMembership(deps, incoming, key);
    talk = await openTalk({ deps, api, key, incoming });
    await answer(talk, incoming);
  } catch (error) {
    await failed(error, { deps, talk, incoming });
  }
}

type Opening = {
  readonly deps: TelegramDeps;
  readonly api: Api;
  readonly key: string;
  readonly incoming: Incoming;
};

async function openTalk({ deps, api, key, incoming }: Opening): Promise<Talk> {
  const { chat, from } = incoming;
  const owner = await deps.reads.chatOwner(chat);
  // Somebody who writes has let the bot in again.
  if (owner?.blocked === true) await unblock(deps, chat);
  const standing = await loadDialog(deps.dialogs, chat);
  const dialog = standing ?? newDialog(guessLanguage(from.language));
  const inPlace = incoming.kind === "press" && incoming.message === dialog.message;
  return makeTalk({ deps, api, chat, key, from, owner, dialog, inPlace });
}

/** Portuguese, unless the person's own Telegram is in English. */
const guessLanguage = (code: string): Language => (/^en\b/i.test(code) ? "en" : "pt-BR");

async function answer(talk: Talk, incoming: Exclude<Incoming, { kind: "membership" }>) {
  switch (incoming.kind) {
    case "command": {
      const command = commandOf(incoming.name);
      return command === undefined ? showStart(talk) : command(talk, incoming.words);
    }
    case "press":
      return answerPress(talk, incoming);
    case "text": {
      const step = stepNamed(talk.dialog().step);
      return step?.typed === undefined ? showStart(talk) : step.typed(talk, incoming);
    }
    case "contact": {
      const step = stepNamed(talk.dialog().step);
      return step?.contact === undefined ? showStart(talk) : step.contact(talk, incoming);
    }
    case "file": {
      const step = stepNamed(talk.dialog().step);
      return step?.sent === undefined ? showStart(talk) : step.sent(talk, incoming);
    }
    case "other":
      return showStart(talk);
  }
}

type PressIncoming = Extract<Incoming, { readonly kind: "press" }>;

/** The press is answered before anything else: Telegram shows it as waiting until then. */
async function answerPress(talk: Talk, { query, data, message }: PressIncoming): Promise<void> {
  const pressed = readCallbackData(data);
  const press = pressed && pressOf(pressed.verb);
  const verdict = judge(talk, { press, data, message });
  const note = verdict === "good" ? undefined : talk.texts.say(`telegram-button-${verdict}`);
  await acknowledge(talk, query, note);
  if (verdict === "again") return;
  if (verdict === "old" || press === undefined) {
    await disarm(talk, message);
    return showStart(talk);
  }
  const { row } = pressed as Pressed;
  if (press.for === "anyone") return press.work(talk, row);
  return isKnown(talk) ? press.work(talk, row) : askWhoItIs(talk);
}

type Judged = {
  readonly press: ReturnType<typeof pressOf>;
  readonly data: string;
  readonly message: number | undefined;
};

/** `again`: a second tap on a screen that has changed since. `old`: a message that is not the live one, or a button of nobody's. */
function judge(talk: Talk, { press, data, message }: Judged): "good" | "again" | "old" {
  if (press === undefined) return "old";
  if (press.standing === true) return "good";
  const { message: live, shown } = talk.dialog();
  if (message !== live) return "old";
  return shown.includes(data) ? "good" : "again";
}

/** What it says stays, its buttons go: they would only answer the same again. */
async function disarm({ api, chat }: Talk, message: number | undefined): Promise<void> {
  if (message === undefined) return;
  try {
    await api.editMessageReplyMarkup(chat, message);
  } catch (error) {
    if (refusalOf(error)?.error_code !== 400) throw error;
  }
}

async function acknowledge(talk: Talk, query: string, note: string | undefined): Promise<void> {
  const text = note === undefined ? {} : { text: cut(note, LIMITS.callbackAnswer) };
  try {
    await talk.api.answerCallbackQuery(query, text);
  } catch (error) {
    // Too late: the person has seen the wheel turn, and the act still counts.
    if (refusalOf(error)?.error_code !== 400) throw error;
  }
}

async function noteMembership(
  deps: TelegramDeps,
  { chat, blocked }: Extract<Incoming, { readonly kind: "membership" }>,
  key: string,
): Promise<void> {
  const input = { chat, now: deps.nowMs(), blocked };
  await blockChat(deps.ports, { input, today: deps.today(), key });
}

async function unblock(deps: TelegramDeps, chat: number): Promise<void> {
  const input = { chat, now: deps.nowMs(), blocked: false };
  await blockChat(deps.ports, { input, today: deps.today() });
}

type Failing = {
  readonly deps: TelegramDeps;
  readonly talk: Talk | undefined;
  readonly incoming: Incoming;
};

async function failed(error: unknown, { deps, talk, incoming }: Failing): Promise<void> {
  if (error instanceof DialogOvertaken) return;
  if (refusalOf(error)?.error_code === 403) {
    const { chat } = incoming;
    const input = { chat, now: deps.nowMs(), blocked: true };
    await blockChat(deps.ports, { input, today: deps.today() });
    return;
  }
  await reportFailure(deps, error, talk);
}
