import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import { telegramReads } from "#bot/reads.ts";
import { botIdOf, createTelegram, type TelegramFace } from "#bot/telegram/app.ts";
import type { TelegramDeps } from "#bot/telegram/deps.ts";
import { createTexts } from "#bot/texts/texts.ts";
import { linkCustomer } from "#core/use-cases/link-customer.ts";
import { createLocalStore } from "#db/files/local-store.ts";
import { createTelegramDialogs } from "#db/repositories/telegram-dialogs.ts";
import { createTelegramUpdates } from "#db/repositories/telegram-updates.ts";
import { createApp } from "#reports/app.ts";
import type { Person } from "#test/emulators/telegram/person.ts";
import { startTelegram, type TelegramEmulator } from "#test/emulators/telegram/start.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { aDesk, type Desk, must } from "./desk.ts";
import { checkInvariants } from "./invariants.ts";
import { aProvider, customerId, type Provider, TODAY } from "./provider.ts";

/** `TODAY`, 22:00 in São Paulo: nobody is at work, and nobody has to be. */
export const NIGHT = Date.parse("2026-07-01T22:00:00-03:00");

export const BOT_TOKEN = "7000001:AAE-emulated_token_of_the_bot_12345";
export const WEBHOOK_SECRET = "a-secret_of-the-webhook";

export type Counter = Provider &
  Desk & {
    readonly telegram: TelegramEmulator;
    readonly deps: TelegramDeps;
    readonly face: () => TelegramFace;
    /** With a phone of their own: `phone` in the record's form, "+5581987654321". */
    person(name: string, more?: Partial<Somebody>): Person;
    /** A one-time link to the customer's record, as an operator makes it. */
    link(customer: string): Promise<string>;
    /** Somebody whose chat is the customer's already, with the menu before them. */
    customerAt(customer: string, more?: Partial<Somebody>): Promise<Person>;
    /** Waits until everything that came is answered, and Telegram is called no more. */
    settled(): Promise<void>;
    /** The bot goes down and comes up again, on the same database. */
    restart(): Promise<void>;
    close(): Promise<void>;
  };

type Somebody = { readonly id: number; readonly phone: string; readonly languageCode: string };

export type CounterOptions = {
  readonly transport?: "polling" | "webhook";
  readonly over?: Partial<TelegramDeps>;
  /** Telegram's own pace, kept and enforced; otherwise none, so that tests need not wait. */
  readonly strictPace?: { readonly perSecond: number; readonly perChatMs: number };
};

/** The bot over real HTTP against an emulated Telegram, on an emptied database of a provider. */
export async function openCounter(
  database: TestDatabase,
  { transport = "webhook", over = {}, strictPace }: CounterOptions = {},
): Promise<Counter> {
  vi.useFakeTimers({ toFake: ["Date"], now: NIGHT });
  const provider = await aProvider(database);
  const desk = aDesk(provider);
  const folder = await mkdtemp(join(tmpdir(), "acordo-counter-"));
  const telegram = await startTelegram({
    token: BOT_TOKEN,
    ...(strictPace === undefined ? {} : { pace: strictPace }),
  });
  const deps = { ...depsOf(provider, folder), ...over };
  const open = () =>
    startFace(deps, { transport, apiRoot: telegram.apiRoot, pace: strictPace ?? NO_PACE });
  let running = await open();
  let people = 0;
  const counter: Counter = {
    ...provider,
    ...desk,
    telegram,
    deps,
    face: () => running.face,
    person(firstName, more = {}) {
      people += 1;
      const phone = more.phone ?? `+5581900000${String(people).padStart(3, "0")}`;
      return telegram.person({
        id: 900_000_000 + people,
        firstName,
        languageCode: "pt-br",
        ...more,
        phone: phone.replace("+", ""),
      });
    },
    async link(customer) {
      const token = randomBytes(TOKEN_BYTES).toString("base64url");
      const tokenSha256 = createHash("sha256").update(token).digest("hex");
      must(await desk.ask(linkCustomer, { customer: customerId(customer), tokenSha256 }));
      return `https://t.me/${telegram.bot.username}?start=${token}`;
    },
    async customerAt(customer, more) {
      const person = counter.person("Maria", more);
      person.opens(await counter.link(customer));
      await person.holds(/Preferências|Preferences/);
      return person;
    },
    async settled() {
      const pending = async (): Promise<number> => {
        const [row] = await database.sql<{ count: number }[]>`
          select count(*)::int as count from telegram_update where done_at is null`;
        return row?.count ?? 0;
      };
      do await telegram.settled();
      while ((await pending()) > 0);
    },
    async restart() {
      await running.stop();
      running = await open();
    },
    async close() {
      await running.stop();
      await telegram.close();
      await rm(folder, { recursive: true, force: true });
      vi.useRealTimers();
    },
  };
  return counter;
}

const TOKEN_BYTES = 32;
const NO_PACE = { perSecond: 10_000, perChatMs: 0 };

export type FaceOptions = {
  readonly transport: "polling" | "webhook";
  readonly apiRoot: string;
  readonly pace: { readonly perSecond: number; readonly perChatMs: number };
};

/** The Telegram face on a server of its own; it has told Telegram where it is when this returns. */
export async function startFace(
  deps: TelegramDeps,
  { transport, apiRoot, pace }: FaceOptions,
): Promise<{ readonly face: TelegramFace; readonly url: string; stop(): Promise<void> }> {
  // The port is known only once the server listens, and the face wants to tell it.
  let publicUrl = "http://127.0.0.1";
  const configured = {
    state: "configured",
    botToken: BOT_TOKEN,
    transport:
      transport === "webhook"
        ? ({ kind: "webhook", secret: WEBHOOK_SECRET } as const)
        : ({ kind: "polling" } as const),
    apiRoot,
    pace,
    get publicUrl() {
      return publicUrl;
    },
  } as const;
  const face = createTelegram(deps, configured);
  const app = createApp({
    health: { version: "0.0.0", database: async () => true },
    plugins: face.plugin === undefined ? [] : [face.plugin],
  });
  publicUrl = await app.listen({ host: "127.0.0.1", port: 0 });
  await face.start();
  return {
    face,
    url: publicUrl,
    async stop() {
      await face.stop();
      await app.close();
    },
  };
}

/**
 * A counter for each test of a file, on one database. After each test what always holds is checked, and that Telegram refused
 * nothing; a test where it must calls `telegramMayRefuse`.
 */
export function theCounter(options?: CounterOptions): () => Counter {
  let database: TestDatabase;
  let counter: Counter;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  beforeEach(async () => {
    mayRefuse = false;
    counter = await openCounter(database, options);
  });
  afterEach(async () => {
    await counter.close();
    await checkInvariants(database.sql);
    if (!mayRefuse) expect(counter.telegram.refusedCalls()).toEqual([]);
  });
  afterAll(() => database.close());
  return () => counter;
}

let mayRefuse = false;
export function telegramMayRefuse(): void {
  mayRefuse = true;
}

export const depsOf = ({ database, ports }: Provider, folder: string): TelegramDeps => ({
  ports,
  reads: telegramReads(database),
  files: createLocalStore(folder),
  documents: somePdf,
  updates: createTelegramUpdates(database.sql, botIdOf(BOT_TOKEN)),
  dialogs: createTelegramDialogs(database.sql),
  textsOf: (language) => createTexts(language, TODAY),
  codeChannels: [],
  log: pino({ level: "error" }, pino.destination({ dest: 2, sync: true })),
  today: () => TODAY,
  nowMs: Date.now,
  timeZone: "America/Sao_Paulo",
});

/** What a printer would give: the printing has tests of its own. */
const somePdf: TelegramDeps["documents"] = {
  invoice: async (invoice) => Buffer.from(`%PDF-1.7 invoice ${invoice}`),
  agreement: async (agreement) => Buffer.from(`%PDF-1.7 agreement ${agreement}`),
};
