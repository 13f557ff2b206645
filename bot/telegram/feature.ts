import type { KnownTalk, SentFile, Talk } from "./talk.ts";

/** A button's work. `anyone`: also for chats that proved nothing; else whoever presses proves who they are first. */
export type Press = (
  | { readonly for: "anyone"; readonly work: (talk: Talk, row: string) => Promise<void> }
  | { readonly for: "customer"; readonly work: (talk: KnownTalk, row: string) => Promise<void> }
) & {
  /** Also good under a message that is not the live one: its row says whether it still holds. */
  readonly standing?: true;
};

/** What words, a file or a contact mean while the dialog stands at a step. What is left out is answered with the step's own screen again. */
export type Step = {
  readonly typed?: (talk: Talk, typed: Typed) => Promise<void>;
  readonly sent?: (talk: Talk, file: SentFile & { readonly caption: string }) => Promise<void>;
  readonly contact?: (talk: Talk, contact: SharedContact) => Promise<void>;
};

export type Typed = { readonly text: string; readonly message: number };

/** `own`: Telegram says that it is the sender's, and its number the account's. */
export type SharedContact = {
  readonly phone: string;
  readonly own: boolean;
  readonly message: number;
};

/** `words`: what follows the command. */
export type Command = (talk: Talk, words: string) => Promise<void>;

/** What a folder of the bot answers to. */
export type Feature = {
  readonly presses?: Readonly<Record<string, Press>>;
  readonly steps?: Readonly<Record<string, Step>>;
  /** Without the slash. */
  readonly commands?: Readonly<Record<string, Command>>;
};

export const forAnyone = (work: (talk: Talk, row: string) => Promise<void>): Press => ({
  for: "anyone",
  work,
});

export const forCustomer = (work: (talk: KnownTalk, row: string) => Promise<void>): Press => ({
  for: "customer",
  work,
});

export const standing = (press: Press): Press => ({ ...press, standing: true });
