import { readFileSync } from "node:fs";
import { join } from "node:path";
import pino, { type Logger } from "pino";
import { localMoment } from "#core/law/local-moment.ts";
import type { Links } from "#core/links.ts";
import type { Ports } from "#core/ports.ts";
import { postDailyCharts } from "#core/use-cases/post-charts.ts";
import { runDailyClassifier } from "#core/use-cases/run-classifier.ts";
import { runDailyDigest } from "#core/use-cases/send-digest.ts";
import { foldDailyTotals } from "#db/daily-totals.ts";
import { redact } from "#db/errors.ts";
import { createLocalStore } from "#db/files/local-store.ts";
import type { Database } from "#db/open.ts";
import { createOutbox } from "#db/outbox.ts";
import { readChart } from "#db/queries/charts/read-chart.ts";
import { readChartMembers } from "#db/queries/http/read-chart-members.ts";
import { forgetOldDrafts } from "#db/repositories/drafts.ts";
import { createHomeViews } from "#db/repositories/home-views.ts";
import { createPorts } from "#db/repositories/ports.ts";
import { createSlackMessages } from "#db/repositories/slack-messages.ts";
import { takeReturnFile } from "#db/returns/take-return-file.ts";
import type { Config } from "./config.ts";
import { openCustomers } from "./customers.ts";
import { openLetters } from "./letters.ts";
import { slackReads } from "./reads.ts";
import { RUNS_AT, scheduleClassifier } from "./scheduler/daily-classifier.ts";
import { DIGEST_AT, scheduleDigest } from "./scheduler/daily-digest.ts";
import { startRelay } from "./scheduler/relay.ts";
import type { Senders } from "./sending.ts";
import { createSlack, type SlackFace } from "./slack/app.ts";
import type { SlackCharts } from "./slack/charts/ports.ts";
import type { SlackDeps } from "./slack/deps.ts";
import { slackSenders } from "./slack/outbound.ts";
import { createTexts } from "./texts/texts.ts";
import type { Web } from "./web.ts";

export type Serving = {
  /** Where the HTTP server listens. */
  readonly address: string;
  stop(): Promise<void>;
};

export type ServeOptions = {
  /** Another address of Slack's Web API, for tests and the local chat pages. */
  readonly slackApiUrl?: string;
  /** The same of Telegram's Bot API. */
  readonly telegramApiUrl?: string;
};

/** Everything that runs all day. Whoever calls owns the database and closes it after `stop`. */
export async function serve(
  config: Config,
  database: Database,
  { slackApiUrl, telegramApiUrl: apiRoot }: ServeOptions = {},
): Promise<Serving> {
  const log = createLogger(config);
  const ports = createPorts(database.db);
  const health = { version: readVersion(), database: () => answers(database, log) };
  // Loaded here: what draws and prints is heavy, and no other command needs it.
  const { openWeb } = await import("./web.ts");
  const web = await openWeb(config, { database, ports, log, health });
  const deps = slackDeps(config, { database, ports, log, ...web });
  const slack = slackFace(deps, config, slackApiUrl);
  const telegram = openCustomers(config, {
    database,
    ports,
    log,
    apiRoot,
    print: web.print,
  });
  const letters = openLetters(config, { database, ports, log, print: web.print });
  const app = web.serverWith(
    [slack?.plugin, telegram?.plugin].filter((plugin) => plugin !== undefined),
  );
  const address = await app.listen({ host: config.http.host, port: config.http.port });
  await slack?.start();
  await telegram?.start();
  const schedule = startSchedule(config, { ports, log });
  const relay = startOutbox(
    { ...sendersOf(deps, config, slackApiUrl), ...telegram?.senders, ...letters.senders },
    { database, log },
  );
  sayWhatIsOn(config, { log, address });
  return {
    address,
    async stop() {
      schedule.stop();
      await relay.stop();
      await slack?.stop();
      await telegram?.stop();
      letters.close();
      await app.close();
      await web.close();
    },
  };
}

const slackFace = (
  deps: SlackDeps,
  { slack }: Config,
  apiUrl: string | undefined,
): SlackFace | undefined =>
  slack.state === "off" ? undefined : createSlack(deps, { ...slack, apiUrl });

type Opened = { readonly database: Database; readonly ports: Ports; readonly log: Logger };

/** People read Portuguese in Slack, whatever the command line speaks. */
function slackDeps(
  { timeZone, dataFolder, slack }: Config,
  { database, ports, log, links, print }: Opened & Pick<Web, "links" | "print">,
): SlackDeps {
  return {
    ports,
    reads: slackReads(database),
    files: createLocalStore(join(dataFolder, "files")),
    homeViews: createHomeViews(database.sql),
    slackMessages: createSlackMessages(database.sql),
    charts: slackCharts(database, links),
    documents: { print },
    takeReturn: (source, options) => takeReturnFile(ports, source, options),
    managersChannel: slack.state === "off" ? undefined : slack.managersChannel,
    texts: createTexts("pt-BR"),
    log,
    today: () => localMoment(Date.now(), timeZone).date,
    nowMs: Date.now,
    timeZone,
  };
}

/** The drawing libraries are loaded with the first chart. */
const slackCharts = ({ sql }: Database, { dashboard }: Links): SlackCharts => ({
  async draw(chart, query) {
    const { drawChart } = await import("#reports/charts/draw-chart.ts");
    return drawChart(await readChart(sql, chart, query));
  },
  cities: async () => (await readChartMembers(sql)).cities,
  dashboard,
});

/** What a channel that is off would send waits in the outbox until it expires. */
const sendersOf = (deps: SlackDeps, { slack }: Config, apiUrl: string | undefined): Senders =>
  slack.state === "off" ? {} : slackSenders(deps, { ...slack, apiUrl });

/** A form that was left is of no use after so long. */
const DRAFT_DAYS = 7;

const startOutbox = (
  senders: Senders,
  { database: { sql }, log }: Pick<Opened, "database" | "log">,
) =>
  startRelay({ outbox: createOutbox(sql), senders, log, random: Math.random }, async () => {
    await forgetOldDrafts(sql, DRAFT_DAYS);
    await foldDailyTotals(sql, FOLDING);
  });

/** A whole history is folded minute by minute, and messages need not wait for it. */
const FOLDING = { patienceMs: 500, atMost: 200_000 };

/** Without Slack nobody is there to read a digest. */
function startSchedule(
  { timeZone, slack }: Config,
  { ports, log }: { ports: Ports; log: Logger },
): { stop(): void } {
  const daily = { timeZone, log, now: () => Date.now() };
  const jobs = [
    scheduleClassifier({ ...daily, run: (day) => runDailyClassifier(ports, day) }),
    ...(slack.state === "off"
      ? []
      : [
          scheduleDigest({
            ...daily,
            async run({ today }) {
              const toManagers = slack.managersChannel !== undefined;
              if (toManagers) await postDailyCharts(ports, { today });
              return runDailyDigest(ports, { today, toManagers });
            },
          }),
        ]),
  ];
  return {
    stop() {
      for (const job of jobs) job.stop();
    },
  };
}

function sayWhatIsOn(
  { timeZone, slack, telegram, email, sms }: Config,
  { log, address }: { log: Logger; address: string },
): void {
  log.info({ address }, "HTTP listens");
  log.info({ at: RUNS_AT, timeZone }, "the classifier runs every day");
  if (slack.state !== "off") log.info({ at: DIGEST_AT, timeZone }, "the digest is sent");
  if (slack.state === "off") log.warn({ channel: "slack" }, OFF);
  else log.info({ channel: "slack", transport: slack.transport.kind }, "channel on");
  if (slack.state !== "off" && slack.approvalsChannel === undefined) {
    log.warn("SLACK_APPROVALS_CHANNEL is not set: approvals are asked for nowhere");
  }
  if (slack.state !== "off" && slack.managersChannel === undefined) {
    log.warn("SLACK_MANAGERS_CHANNEL is not set: managers get no digest and no charts");
  }
  if (telegram.state === "off") log.warn({ channel: "telegram" }, OFF);
  else log.info({ channel: "telegram", transport: telegram.transport.kind }, "channel on");
  if (email.state === "off") log.warn({ channel: "email" }, OFF);
  else log.info({ channel: "email" }, "channel on");
  if (sms.state === "off") log.warn({ channel: "sms" }, OFF);
  else log.info({ channel: "sms", provider: sms.provider }, "channel on");
}

const OFF = "channel off: its credentials are not set";

async function answers({ sql }: Database, log: Logger): Promise<boolean> {
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    log.error({ err: error }, "the database does not answer");
    return false;
  }
}

/** Logs go to standard error, so that standard output stays a command's own; parameters of statements go nowhere. */
const createLogger = ({ logLevel }: Config): Logger =>
  pino(
    { level: logLevel, serializers: { err: (error) => pino.stdSerializers.err(asError(error)) } },
    pino.destination(2),
  );

function asError(error: unknown): Error {
  const safe = redact(error);
  return safe instanceof Error ? safe : new Error(String(safe));
}

function readVersion(): string {
  const manifest = readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
