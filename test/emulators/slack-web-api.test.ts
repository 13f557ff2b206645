import type { ModalView } from "@slack/types";
import { ErrorCode } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clientOf, type QuietSlack, quietSlack, refusal } from "#test/support/slack-client.ts";
import { formView, homeView, SECRETS } from "#test/support/slack-tiny-app.ts";

let slack: QuietSlack["slack"];
let client: QuietSlack["client"];
let close: QuietSlack["close"];

beforeEach(async () => {
  ({ slack, client, close } = await quietSlack());
});

afterEach(() => close());

describe("who calls", () => {
  it("needs the bot's token", async () => {
    expect(await refusal(clientOf(slack, "xoxb-other").auth.test())).toEqual(["invalid_auth"]);
    expect(await refusal(clientOf(slack, undefined).auth.test())).toEqual(["not_authed"]);
    expect((await client.auth.test()).user).toBe("acordo");
  });

  it("needs the app's token to open a socket", async () => {
    expect(await refusal(client.apps.connections.open())).toEqual(["invalid_auth"]);
    expect((await clientOf(slack, SECRETS.appToken).apps.connections.open()).url).toMatch(/^ws:/);
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

async function openedModal(more: Partial<ModalView> = {}): Promise<{ id: string; hash: string }> {
  await slack.user("U1").slash("/x");
  const trigger_id = String(slack.deliveries().at(-1)?.payload.trigger_id);
  const { view } = await client.views.open({ trigger_id, view: { ...formView("1"), ...more } });
  return { id: String(view?.id), hash: String(view?.hash) };
}
