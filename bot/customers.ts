import { join } from "node:path";
import type { Logger } from "pino";
import type { DocumentAsked } from "#core/documents/asked.ts";
import { localMoment } from "#core/law/local-moment.ts";
import type { Ports } from "#core/ports.ts";
import { createLocalStore } from "#db/files/local-store.ts";
import type { Database } from "#db/open.ts";
import { createTelegramDialogs } from "#db/repositories/telegram-dialogs.ts";
import { createTelegramUpdates } from "#db/repositories/telegram-updates.ts";
import type { Config } from "./config.ts";
import { codeChannelsOf } from "./letters.ts";
import { telegramReads } from "./reads.ts";
import { botIdOf, createTelegram, type TelegramFace } from "./telegram/app.ts";
import type { TelegramDeps } from "./telegram/deps.ts";
import { createTexts } from "./texts/texts.ts";
import type { Web } from "./web.ts";

export type OpenedFor = {
  readonly database: Database;
  readonly ports: Ports;
  readonly log: Logger;
  /** Another address of the Bot API, for tests and the local chat pages. */
  readonly apiRoot: string | undefined;
  /** By the one printer of this process. */
  readonly print: Web["print"];
};

/** Where customers are answered: the Telegram bot, if it has its token. */
export function openCustomers(config: Config, opened: OpenedFor): TelegramFace | undefined {
  const { telegram, http } = config;
  if (telegram.state === "off") return undefined;
  const deps = telegramDeps(config, botIdOf(telegram.botToken), opened);
  const { apiRoot } = opened;
  return createTelegram(deps, { ...telegram, apiRoot, publicUrl: http.publicUrl });
}

const telegramDeps = (
  config: Config,
  bot: number,
  { database, ports, log, print }: OpenedFor,
): TelegramDeps => ({
  ports,
  reads: telegramReads(database),
  files: createLocalStore(join(config.dataFolder, "files")),
  documents: {
    invoice: (invoice) => printed(print, { invoices: [invoice] }, log),
    agreement: (agreement) => printed(print, { agreement }, log),
  },
  updates: createTelegramUpdates(database.sql, bot),
  dialogs: createTelegramDialogs(database.sql),
  textsOf: createTexts,
  codeChannels: codeChannelsOf(config),
  log,
  today: () => localMoment(Date.now(), config.timeZone).date,
  nowMs: Date.now,
  timeZone: config.timeZone,
});

/** What cannot be printed is told in the chat; whoever looks after the server reads why. */
async function printed(
  print: Web["print"],
  asked: DocumentAsked,
  log: Logger,
): Promise<Uint8Array | undefined> {
  const pdf = await print(asked);
  if (pdf.ok) return pdf.value;
  log.warn({ asked, refusal: pdf.refusal }, "a customer's document was not printed");
  return undefined;
}
