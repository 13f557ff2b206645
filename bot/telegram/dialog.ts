import type { Language } from "../config.ts";
import type { Dialogs, StoredDialog } from "./deps.ts";

/** Where a chat stands: what the next words or file mean, and the one message that shows it. */
export type Dialog = {
  readonly language: Language;
  readonly step: string;
  /** Of the step; read by it with a check of its own. */
  readonly data: unknown;
  readonly message: number | undefined;
  /** Callback data of the buttons that stand under that message. */
  readonly shown: readonly string[];
  /** Keys stand in place of the letters. */
  readonly hasKeys: boolean;
  readonly revision: number;
};

/** Nothing is asked: words mean "show me what there is". */
export const IDLE = "idle";

export const newDialog = (language: Language): Dialog => ({
  language,
  step: IDLE,
  data: null,
  message: undefined,
  shown: [],
  hasKeys: false,
  revision: 0,
});

export async function loadDialog(dialogs: Dialogs, chat: number): Promise<Dialog | undefined> {
  const stored = await dialogs.load(chat);
  return stored && fromStored(stored);
}

/** The saved one; undefined when it has gone on meanwhile, in another process. */
export async function saveDialog(
  dialogs: Dialogs,
  chat: number,
  dialog: Dialog,
): Promise<Dialog | undefined> {
  const { language, step, data, message = null, shown, hasKeys, revision } = dialog;
  const stored = { language, step, data: { data, shown, hasKeys }, message, revision };
  return (await dialogs.save(chat, stored)) ? { ...dialog, revision: revision + 1 } : undefined;
}

type Kept = { readonly data?: unknown; readonly shown?: unknown; readonly hasKeys?: unknown };

function fromStored({ language, step, data: kept, message, revision }: StoredDialog): Dialog {
  const { data = null, shown, hasKeys } = (kept ?? {}) as Kept;
  return {
    language: language === "en" ? "en" : "pt-BR",
    step,
    data,
    message: message ?? undefined,
    shown: Array.isArray(shown) ? shown.map(String) : [],
    hasKeys: hasKeys === true,
    revision,
  };
}
