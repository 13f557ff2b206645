import type { Config } from "#bot/config.ts";
import { serve } from "#bot/main.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { Database } from "#db/open.ts";
import { readOperators } from "#db/queries/administration/read-people.ts";
import { createPorts } from "#db/repositories/ports.ts";
import { startTelegram } from "#test/emulators/telegram/start.ts";
import { openPhones } from "./phones.ts";
import { type Chat, openChat } from "./server.ts";
import { CHAT_SECRETS, openWorkplace } from "./workplace.ts";

export type BothSidesOptions = {
  /** Of the page; 0 is any free one. */
  readonly port?: number;
  readonly today: () => CivilDate;
};

/** The product as `serve` runs it, an emulated Slack, an emulated Telegram, and the page before both. */
export async function openBothSides(
  config: Config,
  database: Database,
  { port = 0, today }: BothSidesOptions,
): Promise<Chat> {
  const { db, sql } = database;
  const telegram = await startTelegram({ token: CHAT_SECRETS.telegramToken, after: idsSoFar() });
  const phones = await openPhones({ telegram, sql, ports: createPorts(db), today });
  const workplace = { ...(await openWorkplace(await seats(database))), phones };
  const { slack } = workplace;
  const closeEmulators = async (): Promise<void> => {
    await slack.close();
    await telegram.close();
  };
  // First of all: its port may be taken.
  const chat = await openChat(workplace, { port }).catch(async (error: unknown) => {
    await closeEmulators();
    throw error;
  });
  const serving = await serve(config, database, {
    slackApiUrl: slack.apiUrl,
    telegramApiUrl: telegram.apiRoot,
  });
  slack.sendTo(`${serving.address}/slack/events`);
  return {
    address: chat.address,
    async close() {
      await chat.close();
      await slack.settled();
      await serving.stop();
      await closeEmulators();
    },
  };
}

const SINCE = Date.UTC(2026, 0, 1);

/** More than an earlier run can have used, at ten a second; Telegram's ids have 31 bits. */
const idsSoFar = (): number => Math.floor((Date.now() - SINCE) / 100);

async function seats({ sql }: Pick<Database, "sql">) {
  const operators = await readOperators(sql);
  return operators.flatMap(({ slackUser, name, role, active }) =>
    slackUser === null || !active ? [] : [{ id: slackUser, name, role }],
  );
}
