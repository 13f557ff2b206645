import { type Api, InputFile } from "grammy";
import type { Language } from "../config.ts";
import { refusalOf, safeError } from "./api.ts";
import type { TelegramDeps } from "./deps.ts";
import { type Dialog, IDLE, saveDialog } from "./dialog.ts";
import { downloadFile } from "./download.ts";
import type { ChatOwner } from "./reads.ts";
import { callbacksOf, HTML, inlineKeyboard, keyboard, type Screen } from "./screen.ts";
import type { Next, OutgoingFile, Talk } from "./talk.ts";

export type TalkOptions = {
  readonly deps: TelegramDeps;
  readonly api: Api;
  readonly chat: number;
  readonly key: string;
  readonly from: Talk["from"];
  readonly owner: ChatOwner | undefined;
  readonly dialog: Dialog;
  /** A button of the live message was pressed: what is shown next takes its place. */
  readonly inPlace: boolean;
};

/** The chat has gone on in another process: what this one would show is of no use any more. */
export class DialogOvertaken extends Error {
  constructor(chat: number) {
    super(`the dialog of chat ${chat} went on elsewhere`);
    this.name = "DialogOvertaken";
  }
}

export function makeTalk(options: TalkOptions): Talk {
  const { deps, api, chat } = options;
  let { dialog } = options;
  const keep = async (changed: Dialog): Promise<void> => {
    const saved = await saveDialog(deps.dialogs, chat, changed);
    if (saved === undefined) throw new DialogOvertaken(chat);
    dialog = saved;
  };
  const tell = async (screen: Screen): Promise<number> =>
    (await api.sendMessage(chat, screen.text, { ...HTML, ...underneath(screen) })).message_id;
  const talk: Talk = {
    ...options,
    texts: deps.textsOf(dialog.language),
    dialog: () => dialog,
    fromChat: () => ({ chat, now: deps.nowMs() }),
    tell,
    async show(screen, next = { step: IDLE }) {
      const before = dialog;
      const message = await place(options, dialog, screen);
      await keep({
        ...before,
        ...stepOf(next),
        message,
        shown: callbacksOf(screen),
        hasKeys: false,
      });
      await dropOld(options, before, message);
    },
    async ask(keys, next) {
      const before = dialog;
      const sent = await api.sendMessage(chat, keys.text, {
        ...HTML,
        reply_markup: keyboard(keys),
      });
      await keep({
        ...before,
        ...stepOf(next),
        message: sent.message_id,
        shown: [],
        hasKeys: true,
      });
      await dropOld(options, before, sent.message_id);
    },
    sendPhoto: async (file, screen) =>
      (await api.sendPhoto(chat, inputFile(file), captioned(screen))).message_id,
    sendDocument: async (file, screen) =>
      (await api.sendDocument(chat, inputFile(file), captioned(screen))).message_id,
    remove: (message) => remove(options, message),
    download: (file) => downloadFile(api, file),
    async speak(language: Language) {
      await keep({ ...dialog, language });
      return makeTalk({ ...options, dialog });
    },
    async again() {
      const owner = await deps.reads.chatOwner(chat);
      return makeTalk({ ...options, owner, dialog });
    },
  };
  return talk;
}

const stepOf = ({ step, data = null }: Next): Pick<Dialog, "step" | "data"> => ({ step, data });

/** Where the screen stands now: in the message that was pressed if that can be, else below everything. */
async function place(
  { api, chat, inPlace, deps }: TalkOptions,
  { hasKeys, language, message: live }: Dialog,
  screen: Screen,
): Promise<number> {
  if (inPlace && live !== undefined && (await edited(api, { chat, message: live, screen }))) {
    return live;
  }
  if (hasKeys) {
    // Only a message without buttons can take the keys away.
    const { say } = deps.textsOf(language);
    const reply_markup = { remove_keyboard: true } as const;
    await api.sendMessage(chat, say("telegram-keys-away"), { reply_markup });
  }
  const sent = await api.sendMessage(chat, screen.text, { ...HTML, ...underneath(screen) });
  return sent.message_id;
}

type At = { readonly chat: number; readonly message: number; readonly screen: Screen };

/** That it shows the same already is as good. */
async function edited(api: Api, { chat, message, screen }: At): Promise<boolean> {
  try {
    const reply_markup = inlineKeyboard(screen);
    await api.editMessageText(chat, message, screen.text, { ...HTML, reply_markup });
    return true;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal?.description.includes("message is not modified") === true) return true;
    // A photo has no text to change, an old message cannot be changed, a deleted one is not there.
    if (refusal?.error_code === 400 && CANNOT_EDIT.test(refusal.description)) return false;
    throw error;
  }
}

const CANNOT_EDIT =
  /message to edit not found|can't be edited|no text in the message|MESSAGE_ID_INVALID/;

/** One live message: the one before goes away. */
async function dropOld(options: TalkOptions, before: Dialog, now: number): Promise<void> {
  const { message } = before;
  if (message !== undefined && message !== now) await remove(options, message);
}

/** Older than two days it stays: then at least its buttons go. */
async function remove({ api, chat, deps }: TalkOptions, message: number): Promise<void> {
  try {
    await api.deleteMessage(chat, message);
  } catch (error) {
    if (refusalOf(error)?.error_code !== 400) throw error;
    await api.editMessageReplyMarkup(chat, message).catch((again: unknown) => {
      deps.log.debug({ err: safeError(again) }, "Telegram: an old message could not be taken away");
    });
  }
}

const underneath = (screen: Screen) =>
  screen.buttons === undefined ? {} : { reply_markup: inlineKeyboard(screen) };

const captioned = (screen: Screen | undefined) =>
  screen === undefined ? {} : { ...HTML_CAPTION, caption: screen.text, ...underneath(screen) };

const HTML_CAPTION = { parse_mode: "HTML" } as const;

const inputFile = ({ name, bytes }: OutgoingFile): InputFile => new InputFile(bytes, name);
