import type { Api } from "grammy";
import type { Texts } from "../texts/texts.ts";
import type { TelegramDeps } from "./deps.ts";
import type { Dialog } from "./dialog.ts";
import type { ChatOwner } from "./reads.ts";
import type { Keys, Screen } from "./screen.ts";

/** What the next words or file will mean, and what that step has to remember. Without it: nothing is asked. */
export type Next = { readonly step: string; readonly data?: unknown };

export type SentFile = {
  readonly fileId: string;
  readonly name: string;
  readonly sizeBytes: number;
};

/** One act of one chat, and all that can be done about it. */
export type Talk = {
  readonly deps: TelegramDeps;
  readonly api: Api;
  readonly chat: number;
  /** In the chat's language. */
  readonly texts: Texts;
  /** The same for a repeated delivery of the same act: the key of its command. */
  readonly key: string;
  /** Of the person's Telegram account. */
  readonly from: { readonly id: number; readonly firstName: string };
  /** Whose the chat has proved to be. */
  readonly owner: ChatOwner | undefined;
  /** As it stands now: `show` and `ask` move it on. */
  readonly dialog: () => Dialog;
  /** What `chat` and `now` a command of the core is given. */
  readonly fromChat: () => { readonly chat: number; readonly now: number };

  /** Puts the screen into the chat's one live message; below what the customer wrote, where they wrote something. */
  readonly show: (screen: Screen, next?: Next) => Promise<void>;
  /** Asks with keys in place of the letters. */
  readonly ask: (keys: Keys, next: Next) => Promise<void>;
  /** A message that stays where it is: a code to pay with, a confirmation. Its id. */
  readonly tell: (screen: Screen) => Promise<number>;
  readonly sendPhoto: (file: OutgoingFile, screen?: Screen) => Promise<number>;
  readonly sendDocument: (file: OutgoingFile, screen?: Screen) => Promise<number>;
  /** Takes a message of the customer's out of the chat; that it is gone already is as good. */
  readonly remove: (message: number) => Promise<void>;
  /** What a photo or document of the customer's holds. */
  readonly download: (file: SentFile) => Promise<Uint8Array>;
  /** Another language from now on. */
  readonly speak: (language: Dialog["language"]) => Promise<Talk>;
  /** The same act, after what it proved or gave up has changed whose the chat is. */
  readonly again: () => Promise<Talk>;
};

export type OutgoingFile = { readonly name: string; readonly bytes: Uint8Array };

/** A talk with a customer who proved who they are. */
export type KnownTalk = Talk & { readonly owner: ChatOwner };

export const isKnown = (talk: Talk): talk is KnownTalk => talk.owner !== undefined;
