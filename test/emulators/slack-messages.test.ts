import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NOW, type QuietSlack, quietSlack, refusal } from "#test/support/slack-client.ts";
import { SECRETS } from "#test/support/slack-tiny-app.ts";

let slack: QuietSlack["slack"];
let client: QuietSlack["client"];
let close: QuietSlack["close"];

beforeEach(async () => {
  ({ slack, client, close } = await quietSlack());
});

afterEach(() => close());

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

const sections = (count: number, length: number) =>
  Array.from({ length: count }, () => ({
    type: "section" as const,
    text: { type: "mrkdwn" as const, text: "x".repeat(length) },
  }));
