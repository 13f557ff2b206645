import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OtherSlack, startOtherSlack } from "#test/support/slack-emulate.ts";
import { formView, homeView, startTinyApp, type TinyApp } from "#test/support/slack-tiny-app.ts";
import type { Courier } from "./slack/delivery.ts";
import { startSlack } from "./slack/start.ts";

describe("a Slack that others wrote takes what the tiny app calls", () => {
  let slack: OtherSlack;
  let app: TinyApp;
  let courier: Courier;
  const answers: { readonly method: string; readonly answer: unknown }[] = [];

  /** Keeps what the app is answered: this Slack has no other way of telling. */
  const listening: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const method = String(input).split("/").at(-1) ?? "";
    answers.push({ method, answer: await response.clone().json() });
    return response;
  };

  beforeAll(async () => {
    slack = await startOtherSlack("C1");
    app = await startTinyApp("http", { apiUrl: slack.apiUrl, fetch: listening });
    courier = slack.courierTo(app.url ?? "");
  });

  afterAll(async () => {
    await app.close();
    await slack.close();
  });

  const interaction = (payload: object) =>
    courier.deliver("interaction", {
      user: { id: slack.userId },
      team: { id: "T000000001" },
      api_app_id: "A000000001",
      token: "t",
      ...payload,
    });

  /** What the app was answered to its last call of a method, once it has called. */
  const answerTo = async (method: string, before: number): Promise<unknown> => {
    const found = () => answers.slice(before).findLast((one) => one.method === method)?.answer;
    await expect.poll(found).toBeDefined();
    return found();
  };

  const openForm = async () => {
    const trigger_id = await slack.trigger();
    const { view } = await slack.client.views.open({ trigger_id, view: formView("1") });
    return { id: String(view?.id), hash: String(view?.hash) };
  };

  const press = (actionId: string, { id, hash }: { id: string; hash: string }, trigger = "") =>
    interaction({
      type: "block_actions",
      trigger_id: trigger,
      container: { type: "view", view_id: id },
      view: { id, hash },
      actions: [{ type: "button", action_id: actionId, block_id: "passos" }],
    });

  it("a Home view when Home is opened", async () => {
    const event = { type: "app_home_opened", user: slack.userId, channel: "D1", tab: "home" };
    await courier.deliver("event", {
      type: "event_callback",
      team_id: "T000000001",
      event: { event_ts: "1.1", ...event },
    });

    expect(await answerTo("views.publish", 0)).toMatchObject({
      ok: true,
      view: { type: "home", blocks: homeView("nada ainda").blocks },
    });
  });

  it("a modal on a modal, with a trigger that serves once there, too", async () => {
    const form = await openForm();
    const trigger = await slack.trigger(form.id);
    await press("empilhar", form, trigger);
    expect(await answerTo("views.push", 0)).toMatchObject({
      ok: true,
      view: { previous_view_id: form.id, root_view_id: form.id },
    });

    const before = answers.length;
    await press("empilhar", form, trigger);
    expect(await answerTo("views.push", before)).toMatchObject({ error: "exchanged_trigger_id" });
  });

  it("an update with the hash that was seen, and none with an older one", async () => {
    const form = await openForm();
    await press("outra_rodada", form);
    expect(await answerTo("views.update", 0)).toMatchObject({
      ok: true,
      view: { id: form.id, title: { text: "Rodada 2" } },
    });

    const before = answers.length;
    await press("outra_rodada", form);
    expect(await answerTo("views.update", before)).toMatchObject({ error: "hash_conflict" });
  });

  it("the message after a submission, and its change after a press", async () => {
    const values = { nome: { nome: { type: "plain_text_input", value: "ana" } } };
    const view = { type: "modal", callback_id: "formulario", state: { values } };
    await interaction({ type: "view_submission", view });
    await expect.poll(() => history(slack)).toContain("recebido: ana, ninguém, 0 arquivo(s)");

    const posted = await slack.client.chat.postMessage({ channel: slack.channelId, text: "9?" });
    await interaction({
      type: "block_actions",
      channel: { id: slack.channelId },
      message: { ts: posted.ts, text: "9?" },
      container: { type: "message", message_ts: posted.ts, channel_id: slack.channelId },
      actions: [{ type: "button", action_id: "aprovar", block_id: "b" }],
    });
    await expect.poll(() => history(slack)).toContain(`aprovado por <@${slack.userId}>`);
  });
});

describe("two Slacks say the same of the same calls", () => {
  it.each([
    ["a channel that is not there", "chat.postMessage", { channel: "C999", text: "a" }],
    ["a message without text", "chat.postMessage", { channel: "C1" }],
    ["a message that is not there", "chat.update", { channel: "C1", ts: "1.1", text: "a" }],
    ["a person who is not there", "users.info", { user: "U999" }],
    ["an e-mail nobody has", "users.lookupByEmail", { email: "x@y.example" }],
    ["a trigger of nobody", "views.open", { trigger_id: "1.1", view: formView("1") }],
    ["a view that is not there", "views.update", { view_id: "V9", view: formView("1") }],
    ["Home of nobody", "views.publish", { user_id: "U999", view: homeView("a") }],
    ["a file that is not there", "files.info", { file: "F9" }],
  ])("%s", async (_what, method, args) => {
    const other = await startOtherSlack("C1");
    const ours = await startSlack({ signingSecret: "s", botToken: "xoxb-tiny" });
    try {
      const said = await Promise.all(
        [other.apiUrl, ours.apiUrl].map((url) => call(`${url}${method}`, args)),
      );
      expect(said[1]).toBe(said[0]);
      expect(said[0]).toMatch(/^[a-z_]+$/);
    } finally {
      await Promise.all([other.close(), ours.close()]);
    }
  });
});

async function history({ client, channelId }: OtherSlack): Promise<(string | undefined)[]> {
  const { messages = [] } = await client.conversations.history({ channel: channelId });
  return messages.map(({ text }) => text);
}

async function call(url: string, args: object): Promise<unknown> {
  const headers = { authorization: "Bearer xoxb-tiny", "content-type": "application/json" };
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(args) });
  return ((await answer.json()) as { error?: string }).error;
}
