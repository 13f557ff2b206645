import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebAPIPlatformError, WebClient } from "@slack/web-api";
import { type SlackEmulator, type SlackOptions, startSlack } from "#test/emulators/slack/start.ts";
import { SECRETS, strictClient } from "./slack-tiny-app.ts";

export const NOW = Date.UTC(2026, 10, 24, 12);

export type QuietSlack = {
  readonly slack: SlackEmulator;
  readonly client: WebClient;
  close(): Promise<void>;
};

/** A Slack whose clock stands, with an app that acknowledges everything and does nothing. */
export async function quietSlack(options: Partial<SlackOptions> = {}): Promise<QuietSlack> {
  const app = await serve((_request, response) => response.end());
  const slack = await startSlack({ ...SECRETS, now: () => NOW, appUrl: app.url, ...options });
  return {
    slack,
    client: clientOf(slack, SECRETS.botToken),
    close: async () => {
      await slack.close();
      await app.close();
    },
  };
}

export const clientOf = (slack: SlackEmulator, token: string | undefined): WebClient =>
  new WebClient(token, { ...strictClient, slackApiUrl: slack.apiUrl });

/** What Slack answers instead, with what it says of it. */
export async function refusal(
  call: Promise<unknown>,
): Promise<[code: string, ...messages: string[]]> {
  try {
    await call;
  } catch (error) {
    const { data } = error as WebAPIPlatformError;
    return [data.error, ...(data.response_metadata?.messages ?? [])];
  }
  return ["accepted"];
}

export async function serve(
  listener: RequestListener,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
