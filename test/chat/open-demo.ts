import { type Config, parseConfig } from "#bot/config.ts";
import { loadProvider } from "#bot/demo/load-provider.ts";
import { serve } from "#bot/main.ts";
import type { CivilDate } from "#core/calendar.ts";
import { localMoment } from "#core/law/local-moment.ts";
import { importFile } from "#db/import/import-file.ts";
import { type Database, openDatabase } from "#db/open.ts";
import { readOperators } from "#db/queries/administration/read-people.ts";
import { countCustomers } from "#db/queries/demo/read-demo.ts";
import { createPorts } from "#db/repositories/ports.ts";
import { openChat } from "./server.ts";
import { APPROVALS_CHANNEL, CHAT_SECRETS, openWorkplace } from "./workplace.ts";

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

/** The made-up provider in a database of its own, the product as `serve` runs it, an emulated Slack, and the page before it. */
export async function openDemo({ dataFolder, port, print }: DemoOptions): Promise<Demo> {
  const config = configFor(dataFolder);
  const today = localMoment(Date.now(), config.timeZone).date;
  const database = await openDatabase(config);
  await fill(database, today, print);
  const workplace = await openWorkplace(await seats(database));
  const { slack } = workplace;
  const serving = await serve(config, database, { slackApiUrl: slack.apiUrl });
  slack.sendTo(`${serving.address}/slack/events`);
  const chat = await openChat(workplace, { port });
  return {
    address: chat.address,
    database,
    today,
    async close() {
      await chat.close();
      await slack.settled();
      await serving.stop();
      await slack.close();
      await database.close();
    },
  };
}

/** Nothing of the environment: this is a workplace of its own, whatever else the machine is set up for. */
function configFor(dataFolder: string): Config {
  const config = parseConfig({
    ACORDO_DATA: dataFolder,
    HTTP_PORT: "0",
    LOG_LEVEL: "warn",
    SLACK_BOT_TOKEN: CHAT_SECRETS.botToken,
    SLACK_SIGNING_SECRET: CHAT_SECRETS.signingSecret,
    SLACK_APPROVALS_CHANNEL: APPROVALS_CHANNEL,
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

async function seats({ sql }: Database) {
  const operators = await readOperators(sql);
  return operators.flatMap(({ slackUser, name, role, active }) =>
    slackUser === null || !active ? [] : [{ id: slackUser, name, role }],
  );
}
