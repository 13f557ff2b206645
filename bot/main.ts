import { readFileSync } from "node:fs";
import { join } from "node:path";
import pino, { type Logger } from "pino";
import type { Ports } from "#core/ports.ts";
import { runDailyClassifier } from "#core/use-cases/run-classifier.ts";
import { redact } from "#db/errors.ts";
import type { Database } from "#db/open.ts";
import { createPorts } from "#db/repositories/ports.ts";
import { createApp } from "#reports/app.ts";
import type { Config } from "./config.ts";
import { RUNS_AT, scheduleClassifier } from "./scheduler/daily-classifier.ts";

export type Serving = {
  /** Where the HTTP server listens. */
  readonly address: string;
  stop(): Promise<void>;
};

/** Everything that runs all day. Whoever calls owns the database and closes it after `stop`. */
export async function serve(config: Config, database: Database): Promise<Serving> {
  const log = createLogger(config);
  const ports = createPorts(database.db);
  const app = createApp({
    health: { version: readVersion(), database: () => answers(database, log) },
  });
  const address = await app.listen({ host: config.http.host, port: config.http.port });
  const schedule = startSchedule(config, { ports, log });
  sayWhatIsOn(config, { log, address });
  return {
    address,
    async stop() {
      schedule.stop();
      await app.close();
    },
  };
}

const startSchedule = ({ timeZone }: Config, { ports, log }: { ports: Ports; log: Logger }) =>
  scheduleClassifier({
    timeZone,
    log,
    now: () => Date.now(),
    run: (day) => runDailyClassifier(ports, day),
  });

function sayWhatIsOn(
  { timeZone, slack, telegram, email }: Config,
  { log, address }: { log: Logger; address: string },
): void {
  log.info({ address }, "HTTP listens");
  log.info({ at: RUNS_AT, timeZone }, "the classifier runs every day");
  for (const [channel, { state }] of Object.entries({ slack, telegram, email })) {
    if (state === "off") log.warn({ channel }, "channel off: its credentials are not set");
    else log.warn({ channel }, "channel configured, but not part of this version yet");
  }
}

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
