import { type Config, parseConfig } from "#bot/config.ts";
import { loadProvider } from "#bot/demo/load-provider.ts";
import type { CivilDate } from "#core/calendar.ts";
import { localMoment } from "#core/law/local-moment.ts";
import { importFile } from "#db/import/import-file.ts";
import { type Database, openDatabase } from "#db/open.ts";
import { countCustomers } from "#db/queries/demo/read-demo.ts";
import { createPorts } from "#db/repositories/ports.ts";
import { openBothSides } from "./both-sides.ts";
import {
  APPROVALS_CHANNEL,
  CHAT_SECRETS,
  MANAGERS_CHANNEL,
  OPERATORS_CHANNEL,
} from "./workplace.ts";

export type DemoOptions = {
  readonly dataFolder: string;
  /** Of the page; 0 is any free one. */
  readonly port: number;
  readonly print: (line: string) => void;
};

export type Demo = {
  readonly address: string;
  readonly database: Database;
  readonly today: CivilDate;
  close(): Promise<void>;
};

/** The made-up provider in a database of its own, with both sides of the product before it. */
export async function openDemo({ dataFolder, port, print }: DemoOptions): Promise<Demo> {
  const config = configFor(dataFolder);
  const today = localMoment(Date.now(), config.timeZone).date;
  const database = await openDatabase(config);
  await fill(database, today, print);
  const opened = openBothSides(config, database, { port, today: () => today });
  const both = await opened.catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  return {
    address: both.address,
    database,
    today,
    async close() {
      await both.close();
      await database.close();
    },
  };
}

/** Nothing of the environment: this is a workplace of its own, whatever else the machine is set up for. */
export function configFor(dataFolder: string): Config {
  const config = parseConfig({
    ACORDO_DATA: dataFolder,
    HTTP_PORT: "0",
    LOG_LEVEL: "warn",
    SLACK_BOT_TOKEN: CHAT_SECRETS.botToken,
    SLACK_SIGNING_SECRET: CHAT_SECRETS.signingSecret,
    SLACK_APPROVALS_CHANNEL: APPROVALS_CHANNEL,
    TELEGRAM_BOT_TOKEN: CHAT_SECRETS.telegramToken,
    SLACK_OPERATORS_CHANNEL: OPERATORS_CHANNEL,
    SLACK_MANAGERS_CHANNEL: MANAGERS_CHANNEL,
  });
  if (!config.ok) throw new Error(JSON.stringify(config.refusal));
  return config.value;
}

async function fill({ db, sql }: Database, today: CivilDate, print: (line: string) => void) {
  if ((await countCustomers(sql)) > 0) return;
  print("Loading a made-up provider of 2,000 customers; this takes half a minute, once ...");
  await loadProvider({
    ports: createPorts(db),
    importFile: (file) => importFile(sql, file, { format: "ndjson", today }),
    today,
  });
}
