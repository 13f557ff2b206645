import { App, type AppOptions, type Receiver, SocketModeReceiver } from "@slack/bolt";
import type { FastifyPluginAsync } from "fastify";
import type { SlackConfig } from "#bot/config.ts";
import { slackLogger } from "./bolt-logger.ts";
import type { SlackDeps } from "./deps.ts";
import { FEATURES } from "./features.ts";
import { createHttpReceiver } from "./receiver.ts";

type Configured = Extract<SlackConfig, { state: "configured" }>;

export type SlackFace = {
  /** Of signed HTTP: to be mounted on the server. */
  readonly plugin: FastifyPluginAsync | undefined;
  start(): Promise<void>;
  stop(): Promise<void>;
};

export type SlackOptions = Configured & {
  /** Another address of the Web API, for tests and the local chat pages. */
  readonly apiUrl?: string | undefined;
};

/** The Slack side: every feature registers what it answers to. */
export function createSlack(deps: SlackDeps, options: SlackOptions): SlackFace {
  const { botToken, transport, apiUrl } = options;
  const logger = slackLogger(deps.log);
  const clientOptions = {
    ...CLIENT,
    logger,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
  const http =
    transport.kind === "http" ? createHttpReceiver(transport.signingSecret, deps.nowMs) : undefined;
  const receiver: Receiver =
    transport.kind === "socket"
      ? new SocketModeReceiver({
          appToken: transport.appToken,
          logger,
          installerOptions: { clientOptions },
        })
      : (http as Receiver);
  const app = new App({ token: botToken, receiver, clientOptions, logger } as AppOptions);
  app.error(async (error) => {
    deps.log.error({ err: error }, "Slack: an event was not handled");
  });
  for (const register of FEATURES) register(app, deps);
  return {
    plugin: http?.plugin,
    start: async () => {
      await app.start();
    },
    stop: async () => {
      await app.stop();
    },
  };
}

/** Bolt's own client would retry for half an hour and wait for ever. */
const CLIENT = {
  retryConfig: { retries: 3, factor: 2, minTimeout: 500, maxTimeout: 5_000 },
  timeout: 10_000,
};
