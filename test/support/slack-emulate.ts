import { WebClient } from "@slack/web-api";
import { createEmulator } from "emulate";
import { type Courier, createCourier } from "#test/emulators/slack/delivery.ts";
import { SECRETS, strictClient } from "./slack-tiny-app.ts";

/** A Slack that others wrote: it judges an app's calls, though it acts for nobody. */
export type OtherSlack = {
  readonly apiUrl: string;
  readonly client: WebClient;
  /** Sees what the app sees, whatever the app's scopes. */
  readonly watcher: WebClient;
  readonly userId: string;
  /** Of whom it was seeded with, by name. */
  userIdOf(name: string): string;
  readonly channelId: string;
  /** A trigger of the person, from a view if one is named. */
  trigger(viewId?: string, userId?: string): Promise<string>;
  /** What a file holds. */
  download(fileId: string): Promise<string>;
  /** Signed requests to the app at `appUrl`. */
  courierTo(appUrl: string): Courier;
  close(): Promise<void>;
};

export type OtherSlackOptions = {
  readonly people?: readonly string[];
  /** What the app may do; anything when it is left out. */
  readonly scopes?: readonly string[];
};

export async function startOtherSlack(
  channelName = "cobranca",
  { people = ["ana"], scopes }: OtherSlackOptions = {},
): Promise<OtherSlack> {
  const emulator = await createEmulator({
    service: "slack",
    port: await freePort(),
    seed: {
      slack: {
        users: [...people, "acordo"].map((name) => ({ name })),
        channels: [{ name: channelName }],
        tokens: [
          {
            token: SECRETS.botToken,
            user: "acordo",
            type: "bot",
            ...(scopes && { scopes: [...scopes] }),
          },
          { token: WATCHER, user: "acordo", type: "bot" },
        ],
        ...(scopes && { strict_scopes: true }),
        signing_secret: SECRETS.signingSecret,
      },
    },
  });
  const apiUrl = `${emulator.url}/api/`;
  const client = new WebClient(SECRETS.botToken, { ...strictClient, slackApiUrl: apiUrl });
  const watcher = new WebClient(WATCHER, { ...strictClient, slackApiUrl: apiUrl });
  const { members = [] } = await watcher.users.list({});
  const { channels = [] } = await watcher.conversations.list();
  const userIdOf = (wanted: string) => String(members.find(({ name }) => name === wanted)?.id);
  const userId = userIdOf("ana");
  return {
    apiUrl,
    client,
    watcher,
    userId,
    userIdOf,
    channelId: String(channels.find(({ name }) => name === channelName)?.id),
    async trigger(viewId, of = userId) {
      const asked = { user_id: of, ...(viewId && { view_id: viewId }) };
      const answer = await client.apiCall("views.generateTriggerId", asked);
      return String((answer as { trigger_id?: string }).trigger_id);
    },
    async download(fileId) {
      const { file } = await watcher.files.info({ file: fileId });
      const headers = { authorization: `Bearer ${WATCHER}` };
      return (await fetch(String(file?.url_private), { headers })).text();
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

const WATCHER = "xoxb-watcher";

/** `emulate` listens where it is told and not where there is room. */
async function freePort(): Promise<number> {
  const { createServer } = await import("node:net");
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, "127.0.0.1", listening));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  return typeof address === "object" && address ? address.port : 0;
}
