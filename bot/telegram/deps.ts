import type { Logger } from "pino";
import type { CivilDate } from "#core/calendar.ts";
import type { CodeChannel } from "#core/identity/effects.ts";
import type { Ports } from "#core/ports.ts";
import type { AttachmentStore } from "#core/work/attachments.ts";
import type { Language } from "../config.ts";
import type { Texts } from "../texts/texts.ts";
import type { TelegramReads } from "./reads.ts";
import type { TelegramDocuments } from "./self-service-reads.ts";

/** Everything the Telegram face needs, handed in by bot/main.ts. */
export type TelegramDeps = {
  readonly ports: Ports;
  readonly reads: TelegramReads;
  readonly files: AttachmentStore;
  readonly documents: TelegramDocuments;
  readonly updates: Updates;
  readonly dialogs: Dialogs;
  readonly textsOf: (language: Language) => Texts;
  /** Ways to send a code that somebody here can send. */
  readonly codeChannels: readonly CodeChannel[];
  readonly log: Logger;
  /** The provider's civil date right now. */
  readonly today: () => CivilDate;
  readonly nowMs: () => number;
  /** The provider's. */
  readonly timeZone: string;
};

/** The inbox: what came is kept before it is answered. */
export type Updates = {
  /** False: it came before. */
  readonly keep: (update: {
    readonly id: number;
    readonly chat: number | null;
    readonly payload: object;
  }) => Promise<boolean>;
  readonly claim: (claim: {
    readonly limit: number;
    readonly leaseSeconds: number;
    readonly maxAttempts: number;
  }) => Promise<readonly { readonly id: number; readonly payload: unknown }[]>;
  readonly done: (id: number) => Promise<void>;
  readonly tidy: (limits: {
    readonly keepDays: number;
    readonly maxAttempts: number;
  }) => Promise<void>;
};

export type StoredDialog = {
  readonly language: string;
  readonly step: string;
  readonly data: unknown;
  readonly message: number | null;
  readonly revision: number;
};

export type Dialogs = {
  readonly load: (chat: number) => Promise<StoredDialog | undefined>;
  /** False: it has gone on meanwhile. */
  readonly save: (chat: number, dialog: StoredDialog) => Promise<boolean>;
};
