import type { RequestListener } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { clientOf, type QuietSlack, quietSlack, serve } from "#test/support/slack-client.ts";
import { SECRETS, startTinyApp } from "#test/support/slack-tiny-app.ts";
import type { SlackOptions } from "./slack/start.ts";

describe("what is sent to the app", () => {
  let slack: QuietSlack["slack"];
  const opened: (() => Promise<void>)[] = [];

  const start = async (options: Partial<SlackOptions> = {}): Promise<void> => {
    const quiet = await quietSlack(options);
    slack = quiet.slack;
    opened.push(quiet.close);
  };

  const answeredBy = async (listener: RequestListener): Promise<void> => {
    const app = await serve(listener);
    opened.push(app.close);
    slack.sendTo(app.url);
  };

  afterEach(async () => {
    for (const close of opened.splice(0).toReversed()) await close();
  });

  it("bears a signature that the app checks", async () => {
    await start();
    const app = await startTinyApp("http", slack);
    opened.push(app.close);
    slack.sendTo(app.url ?? "");
    await slack.user("U1").slash("/pronto");
    const delivery = slack.deliveries().at(-1)!;
    const status = async (forgery: object) => (await slack.replay(delivery, forgery)).status;

    expect(await status({})).toBe(200);
    expect(await status({ secret: "guessed" })).toBe(401);
    expect(await status({ ageSeconds: 301 })).toBe(401);
    expect(await status({ retryNumber: 1 })).toBe(200);
  });

  it("fails for the person when the app answers badly", async () => {
    await start();
    await answeredBy((_request, response) => response.writeHead(500).end());

    await expect(slack.user("U1").slash("/x")).rejects.toThrow("dispatch_failed: HTTP 500");
  });

  it("times out over HTTP and over a socket when nothing is acknowledged", async () => {
    await start({ ackTimeoutMs: 30 });
    await answeredBy(() => {});
    await expect(slack.user("U1").slash("/x")).rejects.toThrow("operation_timeout");

    const { url } = await clientOf(slack, SECRETS.appToken).apps.connections.open();
    const socket = new WebSocket(String(url));
    const envelopes: { type?: string }[] = [];
    socket.on("message", (data) => envelopes.push(JSON.parse(String(data))));
    await new Promise((open) => socket.once("message", open));
    await expect(slack.user("U1").slash("/x")).rejects.toThrow("operation_timeout");
    expect(envelopes.map(({ type }) => type)).toEqual(["hello", "slash_commands"]);
  });
});
