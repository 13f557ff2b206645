import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ModalView } from "@slack/types";
import { ErrorCode, type WebAPIPlatformError, WebClient } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import {
  formView,
  homeView,
  SECRETS,
  startTinyApp,
  strictClient,
} from "#test/support/slack-tiny-app.ts";
import { type SlackEmulator, type SlackOptions, startSlack } from "./slack/start.ts";

const NOW = Date.UTC(2026, 10, 24, 12);
let slack: SlackEmulator;
let client: WebClient;
const opened: (() => Promise<void> | void)[] = [];

const start = async (options: Partial<SlackOptions> = {}): Promise<void> => {
  slack = await startSlack({ ...SECRETS, now: () => NOW, ...options });
  client = clientWith(SECRETS.botToken);
  opened.push(slack.close);
};

const clientWith = (token: string | undefined): WebClient =>
  new WebClient(token, { ...strictClient, slackApiUrl: slack.apiUrl });

beforeEach(() => start());

afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

/** What Slack answers instead, with what it says of it. */
async function refusal(call: Promise<unknown>): Promise<[code: string, ...messages: string[]]> {
  try {
    await call;
  } catch (error) {
    const { data } = error as WebAPIPlatformError;
    return [data.error, ...(data.response_metadata?.messages ?? [])];
  }
  return ["accepted"];
}

describe("who calls", () => {
  it("needs the bot's token", async () => {
    expect(await refusal(clientWith("xoxb-other").auth.test())).toEqual(["invalid_auth"]);
    expect(await refusal(clientWith(undefined).auth.test())).toEqual(["not_authed"]);
    expect((await client.auth.test()).user).toBe("acordo");
  });

  it("needs the app's token to open a socket", async () => {
    expect(await refusal(client.apps.connections.open())).toEqual(["invalid_auth"]);
    expect((await clientWith(SECRETS.appToken).apps.connections.open()).url).toMatch(/^ws:/);
  });

  it("must name a method that there is", async () => {
    expect(await refusal(client.apiCall("views.explode"))).toEqual(["unknown_method"]);
  });

  it("may send JSON as well as forms", async () => {
    const answer = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${SECRETS.botToken}`,
      },
      body: JSON.stringify({ channel: "C1", text: "oi" }),
    });

    expect(await answer.json()).toMatchObject({ ok: true, channel: "C1" });
  });
});

describe("a trigger", () => {
  const view = formView("1");
  let trigger: string;

  beforeEach(async () => {
    await acknowledgingApp();
    await slack.user("U1").slash("/x");
    trigger = String(slack.deliveries().at(-1)?.payload.trigger_id);
  });

  it("opens one view within three seconds", async () => {
    slack.advance(3_000);
    expect((await client.views.open({ trigger_id: trigger, view })).view?.type).toBe("modal");
  });

  it("is too old after that", async () => {
    slack.advance(3_001);
    const late = refusal(client.views.open({ trigger_id: trigger, view }));
    expect(await late).toEqual(["expired_trigger_id"]);
  });

  it("serves once", async () => {
    await client.views.open({ trigger_id: trigger, view });
    const again = refusal(client.views.open({ trigger_id: trigger, view }));
    expect(await again).toEqual(["exchanged_trigger_id"]);
  });

  it("is not spent on a view that is refused", async () => {
    const broken = { ...view, title: { type: "plain_text", text: "x".repeat(25) } } as ModalView;
    expect(await refusal(client.views.open({ trigger_id: trigger, view: broken }))).toEqual([
      "invalid_arguments",
      "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]",
    ]);
    expect(await refusal(client.views.open({ trigger_id: trigger, view }))).toEqual(["accepted"]);
  });

  it("must have been given by Slack", async () => {
    expect(await refusal(client.views.open({ trigger_id: "1.2.3", view }))).toEqual([
      "invalid_trigger_id",
    ]);
    expect((await refusal(client.apiCall("views.open", { view })))[0]).toBe("invalid_arguments");
  });

  it("pushes only on a modal that is open", async () => {
    expect(await refusal(client.views.push({ trigger_id: trigger, view }))).toEqual([
      "view_not_found",
    ]);
  });
});

describe("a view", () => {
  const publish = (hash?: string) =>
    client.views.publish({ user_id: "U1", view: homeView("a"), ...(hash && { hash }) });

  it("is updated only as it was seen, if a hash says how", async () => {
    const first = (await publish()).view?.hash;
    const second = (await publish(first)).view?.hash;

    expect(second).not.toBe(first);
    expect(await refusal(publish(first))).toEqual(["hash_conflict"]);
  });

  it("is updated only as the modal was seen, too", async () => {
    const { id, hash } = await openedModal();
    await client.views.update({ view_id: id, hash, view: formView("2") });
    const again = client.views.update({ view_id: id, hash, view: formView("3") });

    expect(await refusal(again)).toEqual(["hash_conflict"]);
    expect(slack.user("U1").modal()?.title?.text).toBe("Rodada 2");
  });

  it("must be there to be updated", async () => {
    const gone = client.views.update({ view_id: "V0", view: formView("1") });
    expect(await refusal(gone)).toEqual(["not_found"]);

    const { id } = await openedModal();
    await slack.user("U1").closeModal();
    const closed = client.views.update({ view_id: id, view: formView("1") });
    expect(await refusal(closed)).toEqual(["not_found"]);
  });

  it("has an external id of its own", async () => {
    await openedModal({ external_id: "unico" });
    expect(await refusal(openedModal({ external_id: "unico" }))).toEqual(["duplicate_external_id"]);
    expect(
      await refusal(client.views.update({ external_id: "unico", view: formView("2") })),
    ).toEqual(["accepted"]);
  });

  it("is at most 250 kB", async () => {
    const section = { type: "section", text: { type: "mrkdwn", text: "x".repeat(2_999) } } as const;
    const view = { type: "home", blocks: Array(100).fill(section) } as const;

    expect(await refusal(client.views.publish({ user_id: "U1", view }))).toEqual([
      "view_too_large",
    ]);
  });

  it("is published for people who are there, and only a Home view", async () => {
    const nobody = client.views.publish({ user_id: "U9", view: homeView("a") });
    expect(await refusal(nobody)).toEqual(["user_not_found"]);
    const modal = client.views.publish({ user_id: "U1", view: formView("1") as never });
    expect((await refusal(modal))[0]).toBe("invalid_arguments");
  });
});

describe("a message", () => {
  it.each([
    ["channel_not_found", { channel: "C9", text: "a" }],
    ["channel_not_found", { channel: "P1", text: "a" }],
    ["not_in_channel", { channel: "C2", text: "a" }],
    ["is_archived", { channel: "C3", text: "a" }],
    ["msg_too_long", { channel: "C1", text: "a".repeat(40_001) }],
    ["no_text", { channel: "C1", text: "" }],
    ["thread_not_found", { channel: "C1", text: "a", thread_ts: "1.1" }],
    ["msg_blocks_too_long", { channel: "C1", text: "a", blocks: sections(5, 3_000) }],
    ["accepted", { channel: "C1", text: "a".repeat(40_000) }],
    ["accepted", { channel: "U2", text: "in direct messages" }],
  ])("%s", async (code, message) => {
    slack.addChannel({ id: "P1", name: "p", members: ["U1"], isPrivate: true });

    expect((await refusal(client.chat.postMessage(message)))[0]).toBe(code);
  });

  it("with a bad block is refused whole, and the answer says where", async () => {
    const blocks = [...sections(1, 3_001), { type: "divider", colour: "red" } as never];

    expect(await refusal(client.chat.postMessage({ channel: "C1", text: "a", blocks }))).toEqual([
      "invalid_blocks",
      "[ERROR] invalid additional property: colour [json-pointer:/blocks/1]",
      "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
    ]);
    expect(slack.user("U1").messages("C1")).toEqual([]);
  });

  it("is changed and deleted only by who wrote it", async () => {
    await acknowledgingApp();
    const hers = await slack.user("U1").say("meu", { channel: "C1" });
    const { ts = "" } = await client.chat.postMessage({ channel: "C1", text: "nosso" });
    const update = (which: string, text: string) =>
      refusal(client.chat.update({ channel: "C1", ts: which, text }));

    expect(await update(hers.ts, "b")).toEqual(["cant_update_message"]);
    expect(await refusal(client.chat.delete({ channel: "C1", ts: hers.ts }))).toEqual([
      "cant_delete_message",
    ]);
    expect(await update("1.1", "b")).toEqual(["message_not_found"]);
    expect(await update(ts, "a".repeat(4_001))).toEqual(["msg_too_long"]);
    expect(await update(ts, "b")).toEqual(["accepted"]);
    await client.chat.delete({ channel: "C1", ts });
    expect(slack.user("U1").messages("C1")).toEqual([hers]);
  });

  it("for one person needs that person in the channel", async () => {
    const tell = (channel: string, user: string) =>
      refusal(client.chat.postEphemeral({ channel, user, text: "a" }));

    expect(await tell("C4", "U1")).toEqual(["user_not_in_channel"]);
    expect(await tell("C1", "U9")).toEqual(["user_not_found"]);
    expect(await tell("C1", "U1")).toEqual(["accepted"]);
  });

  it("has a link", async () => {
    const { ts = "" } = await client.chat.postMessage({ channel: "C1", text: "a" });
    const link = (message_ts: string) => client.chat.getPermalink({ channel: "C1", message_ts });

    expect((await link(ts)).permalink).toMatch(/archives\/C1\/p\d{16}$/);
    expect(await refusal(link("1.1"))).toEqual(["message_not_found"]);
  });

  it("is posted later if it was scheduled for later", async () => {
    const at = (post_at: number) =>
      client.chat.scheduleMessage({ channel: "C1", text: "depois", post_at });
    expect(await refusal(at(NOW / 1_000))).toEqual(["time_in_past"]);
    await at(NOW / 1_000 + 60);
    slack.advance(59_000);
    expect(slack.user("U1").messages("C1")).toEqual([]);
    slack.advance(1_000);
    expect(slack.user("U1").messages("C1")).toMatchObject([{ text: "depois" }]);
  });
});

describe("a response address", () => {
  let url: string;

  beforeEach(async () => {
    await acknowledgingApp();
    await slack.user("U1").slash("/x");
    url = String(slack.deliveries().at(-1)?.payload.response_url);
  });

  const say = async (body: object) =>
    (await fetch(url, { method: "POST", body: JSON.stringify(body) })).status;

  it("takes five answers", async () => {
    for (let use = 1; use <= 5; use += 1) expect(await say({ text: `${use}` })).toBe(200);
    expect(await say({ text: "6" })).toBe(404);
    expect(slack.user("U1").ephemerals()).toHaveLength(5);
    expect(slack.refusedCalls()).toMatchObject([{ answer: { error: "used_url" } }]);
  });

  it("takes them for half an hour", async () => {
    slack.advance(30 * 60_000 + 1);
    expect(await say({ text: "tarde" })).toBe(404);
    expect(slack.refusedCalls()).toMatchObject([{ answer: { error: "expired_url" } }]);
  });

  it("answers to all when asked to, and refuses bad blocks", async () => {
    expect(await say({ text: "a todos", response_type: "in_channel" })).toBe(200);
    expect(slack.user("U2").messages("C1")).toMatchObject([{ text: "a todos" }]);
    expect(await say({ blocks: [{ type: "nada" }] })).toBe(404);
  });
});

describe("people and channels", () => {
  it("are looked up", async () => {
    expect((await client.users.info({ user: "U1" })).user?.name).toBe("ana");
    expect(await refusal(client.users.info({ user: "U9" }))).toEqual(["user_not_found"]);
    const byEmail = (email: string) => client.users.lookupByEmail({ email });
    expect((await byEmail("BRUNO@provedor.example")).user?.id).toBe("U2");
    expect(await refusal(byEmail("x@y.example"))).toEqual(["users_not_found"]);
    expect((await client.conversations.info({ channel: "C3" })).channel?.is_archived).toBe(true);
    expect(await refusal(client.conversations.info({ channel: "C9" }))).toEqual([
      "channel_not_found",
    ]);
  });

  it("are listed page by page", async () => {
    const names: (string | undefined)[] = [];
    for await (const page of client.paginate("users.list", { limit: 2 })) {
      names.push(
        ...(page as unknown as { members: { name?: string }[] }).members.map(({ name }) => name),
      );
    }
    expect(names).toEqual(["ana", "bruno", "carla", "acordo"]);
    const { channels } = await client.conversations.list({ exclude_archived: true });
    expect(channels?.map(({ id }) => id)).toEqual(["C1", "C2"]);
    expect((await client.conversations.members({ channel: "C1" })).members).toContain("U3");
  });

  it("are written to in a conversation that is opened once", async () => {
    const open = () => client.conversations.open({ users: "U1" });
    const first = await open();
    expect((await open()).channel?.id).toBe(first.channel?.id);
    expect(await refusal(client.conversations.open({ users: "U9" }))).toEqual(["user_not_found"]);
  });
});

describe("a file", () => {
  const bytes = Buffer.from("a;b\n1;2\n");

  it("is uploaded to a channel and read back with the token", async () => {
    await client.filesUploadV2({
      channel_id: "C1",
      filename: "lista.csv",
      file: bytes,
      initial_comment: "a lista",
    });
    const [file] = slack.user("U1").files();
    expect(file).toMatchObject({ name: "lista.csv", bytes });
    expect(slack.user("U1").messages("C1")).toMatchObject([{ text: "a lista" }]);

    const info = await client.files.info({ file: file!.id });
    const url = String(info.file?.url_private_download);
    const headers = { authorization: `Bearer ${SECRETS.botToken}` };
    expect(await (await fetch(url, { headers })).text()).toBe(bytes.toString());
    expect(await (await fetch(url)).text()).toContain("Sign in");
  });

  it("is not there before it is complete, nor complete with other bytes than announced", async () => {
    const announced = await client.files.getUploadURLExternal({ filename: "x.csv", length: 99 });
    const id = String(announced.file_id);
    const upload = await fetch(String(announced.upload_url), { method: "POST", body: "short" });

    expect(upload.status).toBe(400);
    expect(await refusal(client.files.info({ file: id }))).toEqual(["file_not_found"]);
    expect(await refusal(client.files.completeUploadExternal({ files: [{ id }] }))).toEqual([
      "file_not_found",
    ]);
  });
});

describe("a fault", () => {
  it("comes once, in the way that was asked for", async () => {
    slack.failNext("auth.test", { error: "internal_error" });
    slack.failNext("auth.test", { status: 503 });
    slack.failNext("auth.test", { retryAfter: 7 });

    expect(await refusal(client.auth.test())).toEqual(["internal_error"]);
    await expect(client.auth.test()).rejects.toMatchObject({ statusCode: 503 });
    await expect(client.auth.test()).rejects.toMatchObject({
      code: ErrorCode.RateLimitedError,
      retryAfter: 7,
    });
    expect((await client.auth.test()).ok).toBe(true);
  });
});

describe("what is sent to the app", () => {
  it("bears a signature that the app checks", async () => {
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
    slack.sendTo(await serve((_request, response) => response.writeHead(500).end()));

    await expect(slack.user("U1").slash("/x")).rejects.toThrow("dispatch_failed: HTTP 500");
  });

  it("times out over HTTP and over a socket when nothing is acknowledged", async () => {
    await start({ ackTimeoutMs: 30 });
    slack.sendTo(await serve(() => {}));
    await expect(slack.user("U1").slash("/x")).rejects.toThrow("operation_timeout");

    const { url } = await clientWith(SECRETS.appToken).apps.connections.open();
    const socket = new WebSocket(String(url));
    const envelopes: { type?: string }[] = [];
    socket.on("message", (data) => envelopes.push(JSON.parse(String(data))));
    await new Promise((open) => socket.once("message", open));
    await expect(slack.user("U1").slash("/x")).rejects.toThrow("operation_timeout");
    expect(envelopes.map(({ type }) => type)).toEqual(["hello", "slash_commands"]);
  });
});

const sections = (count: number, length: number) =>
  Array.from({ length: count }, () => ({
    type: "section" as const,
    text: { type: "mrkdwn" as const, text: "x".repeat(length) },
  }));

/** An app that says yes to everything and does nothing. */
async function acknowledgingApp(): Promise<void> {
  slack.sendTo(await serve((_request, response) => response.end()));
}

async function serve(listener: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  opened.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function openedModal(more: Partial<ModalView> = {}): Promise<{ id: string; hash: string }> {
  await acknowledgingApp();
  await slack.user("U1").slash("/x");
  const trigger_id = String(slack.deliveries().at(-1)?.payload.trigger_id);
  const { view } = await client.views.open({ trigger_id, view: { ...formView("1"), ...more } });
  return { id: String(view?.id), hash: String(view?.hash) };
}
