import { WebClient } from "@slack/web-api";
import { createEmulator } from "emulate";
import { type Courier, createCourier } from "#test/emulators/slack/delivery.ts";
import { SECRETS, strictClient } from "./slack-tiny-app.ts";

/** A Slack that others wrote: it judges an app's calls, though it acts for nobody. */
export type OtherSlack = {
  readonly apiUrl: string;
  readonly client: WebClient;
  readonly userId: string;
  readonly channelId: string;
  /** A trigger of the person, from a view if one is named. */
  trigger(viewId?: string): Promise<string>;
  /** Signed requests to the app at `appUrl`. */
  courierTo(appUrl: string): Courier;
  close(): Promise<void>;
};

export async function startOtherSlack(channelName = "cobranca"): Promise<OtherSlack> {
  const emulator = await createEmulator({
    service: "slack",
    port: await freePort(),
    seed: {
      slack: {
        users: [{ name: "ana" }, { name: "acordo" }],
        channels: [{ name: channelName }],
        tokens: [{ token: SECRETS.botToken, user: "acordo", type: "bot" }],
        signing_secret: SECRETS.signingSecret,
      },
    },
  });
  const apiUrl = `${emulator.url}/api/`;
  const client = new WebClient(SECRETS.botToken, { ...strictClient, slackApiUrl: apiUrl });
  const { members = [] } = await client.users.list({});
  const { channels = [] } = await client.conversations.list();
  const userId = String(members.find(({ name }) => name === "ana")?.id);
  return {
    apiUrl,
    client,
    userId,
    channelId: String(channels.find(({ name }) => name === channelName)?.id),
    async trigger(viewId) {
      const asked = { user_id: userId, ...(viewId && { view_id: viewId }) };
      const answer = await client.apiCall("views.generateTriggerId", asked);
      return String((answer as { trigger_id?: string }).trigger_id);
    },
    courierTo: (appUrl) =>
      createCourier({
        signingSecret: SECRETS.signingSecret,
        appUrl,
        ackTimeoutMs: 3_000,
        newId: (prefix) => `${prefix}1`,
      }),
    close: () => emulator.close(),
  };
}

/** `emulate` listens where it is told and not where there is room. */
async function freePort(): Promise<number> {
  const { createServer } = await import("node:net");
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, "127.0.0.1", listening));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  return typeof address === "object" && address ? address.port : 0;
}
