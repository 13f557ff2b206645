import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseConfig } from "#bot/config.ts";
import { type Serving, serve } from "#bot/main.ts";
import { type SlackEmulator, startSlack } from "#test/emulators/slack/start.ts";
import { createTestDatabase } from "#test/support/database.ts";
import { aProvider } from "#test/support/provider.ts";
import { SLACK_SECRETS } from "#test/support/slack-office.ts";

/** The product as it runs all day, with its Slack in the emulator. */
describe.each(["http", "socket"] as const)("serve with Slack over %s", (transport) => {
  let slack: SlackEmulator;
  let serving: Serving;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const database = await createTestDatabase();
    await aProvider(database);
    slack = await startSlack({
      ...SLACK_SECRETS,
      appToken: "xapp-office",
      users: [{ id: "U-ana", name: "ana", realName: "Ana", email: "ana@provedor.example" }],
      now: () => 0,
    });
    const secret =
      transport === "http"
        ? { SLACK_SIGNING_SECRET: SLACK_SECRETS.signingSecret }
        : { SLACK_APP_TOKEN: "xapp-office" };
    const config = parseConfig({
      HTTP_PORT: "0",
      LOG_LEVEL: "silent",
      SLACK_BOT_TOKEN: SLACK_SECRETS.botToken,
      ...secret,
    });
    if (!config.ok) throw new Error(JSON.stringify(config.refusal));
    const opened = { ...database, kind: "server" as const, migrated: 0 };
    serving = await serve(config.value, opened, { slackApiUrl: slack.apiUrl });
    slack.sendTo(`${serving.address}/slack/events`);
    stop = async () => {
      await slack.settled();
      await serving.stop();
      await slack.close();
      await database.close();
    };
  });
  afterAll(() => stop());

  it("shows an operator the Home, and answers the command", async () => {
    const ana = slack.user("U-ana");
    await ana.openHome();
    await ana.sees("## Olá, ana");
    await ana.slash("/cobranca");
    await ana.sees("# Acordo");

    expect(slack.refusedCalls()).toEqual([]);
  });
});
