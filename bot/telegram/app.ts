import type { FastifyPluginAsync } from "fastify";
import type { Update } from "grammy/types";
import type { TelegramConfig } from "../config.ts";
import type { Senders } from "../sending.ts";
import { type ApiOptions, createApis } from "./api.ts";
import { tellCommands } from "./commands/list.ts";
import type { TelegramDeps } from "./deps.ts";
import { dispatch } from "./dispatch.ts";
import { type Inbox, startInbox } from "./inbox.ts";
import { chatOf, UPDATE_KINDS } from "./incoming.ts";
import { telegramSenders } from "./outbound/senders.ts";
import { startPolling } from "./polling.ts";
import { type Repeated, untilDone } from "./until-done.ts";
import { TELEGRAM_PATH, webhookPlugin } from "./webhook.ts";

type Configured = Extract<TelegramConfig, { state: "configured" }>;

export type TelegramOptions = Configured &
  Omit<ApiOptions, "botToken"> & {
    /** The address under which Telegram reaches this server; for a webhook. */
    readonly publicUrl: string;
  };

export type TelegramFace = {
  /** Of a webhook: to be mounted on the server. */
  readonly plugin: FastifyPluginAsync | undefined;
  /** What leaves through the outbox. */
  readonly senders: Senders;
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** The customers' side: updates are kept as they come, and answered from there. */
export function createTelegram(deps: TelegramDeps, options: TelegramOptions): TelegramFace {
  const { transport, botToken } = options;
  const apis = createApis(options);
  const bot = botIdOf(botToken);
  let inbox: Inbox | undefined;
  let polling: { stop(): Promise<void> } | undefined;
  let announcing: Repeated | undefined;

  const keep = async (update: Update): Promise<void> => {
    await deps.updates.keep({ id: update.update_id, chat: chatOf(update), payload: update });
    inbox?.wake();
  };
  const announce = async (): Promise<void> => {
    if (transport.kind === "webhook") {
      await apis.talking.setWebhook(`${options.publicUrl.replace(/\/$/, "")}${TELEGRAM_PATH}`, {
        secret_token: transport.secret,
        allowed_updates: UPDATE_KINDS,
      });
    } else {
      await apis.talking.deleteWebhook();
      polling ??= startPolling({ api: apis.once, log: deps.log, keep });
    }
    await tellCommands(deps, apis.talking);
  };

  return {
    plugin:
      transport.kind === "webhook"
        ? webhookPlugin({ secret: transport.secret, keep, log: deps.log })
        : undefined,
    senders: telegramSenders({ deps, api: apis.once }),
    async start() {
      const answer = (update: Update) => dispatch({ deps, api: apis.talking, bot }, update);
      inbox = startInbox({ updates: deps.updates, log: deps.log, answer });
      announcing = untilDone(announce, deps.log);
    },
    async stop() {
      await announcing?.stop();
      await polling?.stop();
      await inbox?.stop();
    },
  };
}

/** The part of the token before its colon. */
export const botIdOf = (botToken: string): number => Number(botToken.split(":")[0]);
