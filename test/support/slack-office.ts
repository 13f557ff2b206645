import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import { slackReads } from "#bot/reads.ts";
import { createSlack } from "#bot/slack/app.ts";
import type { SlackDeps } from "#bot/slack/deps.ts";
import type { SlackDocuments } from "#bot/slack/documents/ports.ts";
import { createTexts } from "#bot/texts/texts.ts";
import { createLocalStore } from "#db/files/local-store.ts";
import { readChart } from "#db/queries/charts/read-chart.ts";
import { readChartMembers } from "#db/queries/http/read-chart-members.ts";
import { createHomeViews } from "#db/repositories/home-views.ts";
import { createSlackMessages } from "#db/repositories/slack-messages.ts";
import { takeReturnFile } from "#db/returns/take-return-file.ts";
import { operator } from "#db/schema/provider.ts";
import { createApp } from "#reports/app.ts";
import { drawChart } from "#reports/charts/draw-chart.ts";
import type { Person } from "#test/emulators/slack/person.ts";
import { type SlackEmulator, startSlack } from "#test/emulators/slack/start.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { aDesk, type Desk } from "./desk.ts";
import { openDocuments } from "./documents.ts";
import { checkInvariants } from "./invariants.ts";
import { aProvider, operatorId, type Provider, TODAY } from "./provider.ts";

/** `TODAY`, 14:00 in Recife and São Paulo: the law lets customers be contacted. The clock stands: no trigger expires. */
export const OFFICE_NOW = Date.parse("2026-07-01T14:00:00-03:00");

/** By first name; all of the provider are operators of Acordo but fabio. */
const ROLES = {
  ana: "operator",
  bruno: "operator",
  carla: "supervisor",
  diego: "manager",
  elisa: "administrator",
} as const;
export type Name = keyof typeof ROLES | "fabio";

export const SLACK_SECRETS = {
  signingSecret: "8f742231b10e8888abcd99ffffff85a5",
  botToken: "xoxb-office",
} as const;

export type Office = Provider &
  Desk & {
    readonly slack: SlackEmulator;
    readonly deps: SlackDeps;
    /** At their own screen. */
    person(name: Name): Person;
    close(): Promise<void>;
  };

export type OfficeOptions = { readonly over?: Partial<SlackDeps> };

/** The Slack face over signed HTTP, on an emptied database of a provider, with everybody at their screens. */
export async function openOffice(
  database: TestDatabase,
  { over = {} }: OfficeOptions = {},
): Promise<Office> {
  vi.useFakeTimers({ toFake: ["Date"], now: OFFICE_NOW });
  const provider = await aProvider(database);
  await hire(provider);
  const folder = await mkdtemp(join(tmpdir(), "acordo-office-"));
  const slack = await startSlack({ ...SLACK_SECRETS, users: USERS, channels: CHANNELS });
  const documents = openDocuments(database.sql, TODAY);
  const deps = { ...depsOf(provider, folder, documents), ...over };
  const face = await startFace(deps, { ...SLACK_SECRETS, apiUrl: slack.apiUrl });
  slack.sendTo(face.url);
  return {
    ...provider,
    ...aDesk(provider),
    slack,
    deps,
    person: (name) => slack.user(slackId(name)),
    async close() {
      await slack.settled(80);
      await face.stop();
      await slack.close();
      await documents.close();
      await rm(folder, { recursive: true, force: true });
      vi.useRealTimers();
    },
  };
}

type Where = {
  readonly signingSecret: string;
  readonly botToken: string;
  readonly apiUrl: string;
};

/** The Slack face on a server of its own, for signed HTTP. */
export async function startFace(
  deps: SlackDeps,
  { signingSecret, botToken, apiUrl }: Where,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const transport = { kind: "http", signingSecret } as const;
  const face = createSlack(deps, { state: "configured", botToken, transport, apiUrl });
  const app = createApp({
    health: { version: "0.0.0", database: async () => true },
    plugins: face.plugin === undefined ? [] : [face.plugin],
  });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  await face.start();
  return {
    url: `${address}/slack/events`,
    async stop() {
      await face.stop();
      await app.close();
    },
  };
}

/**
 * An office for each test of a file, on one database. After each test what always holds is checked, and that Slack refused
 * nothing; a test where it must calls `slackMayRefuse`.
 */
export function theOffice(options?: OfficeOptions): () => Office {
  let database: TestDatabase;
  let office: Office;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  beforeEach(async () => {
    mayRefuse = false;
    office = await openOffice(database, options);
  });
  afterEach(async () => {
    await office.close();
    await checkInvariants(database.sql);
    if (!mayRefuse) expect(office.slack.refusedCalls()).toEqual([]);
  });
  afterAll(() => database.close());
  return () => office;
}

let mayRefuse = false;
export function slackMayRefuse(): void {
  mayRefuse = true;
}

export const slackId = (name: Name): string => `U-${name}`;

const NAMES: readonly Name[] = ["ana", "bruno", "carla", "diego", "elisa", "fabio"];

const USERS = NAMES.map((name) => ({
  id: slackId(name),
  name,
  realName: `${name[0]?.toUpperCase()}${name.slice(1)}`,
  email: `${name}@provedor.example`,
}));

const BOT = "U0ACORDO";
const CHANNELS = [
  { id: "C1", name: "cobranca", members: [...NAMES.map(slackId), BOT] },
  { id: "C2", name: "aprovacoes", members: [slackId("carla"), slackId("diego"), BOT] },
];

/** Beside those whom the provider has by itself. */
export async function hire({ database }: Provider): Promise<void> {
  const { ana: _, bruno: __, ...others } = ROLES;
  await database.db.insert(operator).values(
    Object.entries(others).map(([name, role]) => ({
      id: operatorId(name),
      name,
      slackUserId: slackId(name as Name),
      role,
    })),
  );
}

export const depsOf = (
  { database, ports }: Provider,
  folder: string,
  documents: SlackDocuments,
): SlackDeps => ({
  ports,
  reads: slackReads(database),
  files: createLocalStore(folder),
  homeViews: createHomeViews(database.sql),
  slackMessages: createSlackMessages(database.sql),
  charts: {
    draw: async (chart, query) => drawChart(await readChart(database.sql, chart, query)),
    cities: async () => (await readChartMembers(database.sql)).cities,
    dashboard: (operator) => `https://acordo.example/dashboard/open/${operator}`,
  },
  documents,
  takeReturn: (source, options) => takeReturnFile(ports, source, options),
  managersChannel: "C2",
  texts: createTexts("pt-BR", TODAY),
  // What fails is seen on the screen; its cause stands on standard error.
  log: pino({ level: "error" }, pino.destination({ dest: 2, sync: true })),
  today: () => TODAY,
  nowMs: Date.now,
  timeZone: "America/Sao_Paulo",
});
