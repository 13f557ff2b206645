import { describe, expect, it } from "vitest";
import { type Config, parseConfig } from "#bot/config.ts";
import { serve } from "#bot/main.ts";
import { giveUp, MAX_ATTEMPTS, relayOnce, startRelay, waitBefore } from "#bot/scheduler/relay.ts";
import { SENT } from "#bot/sending.ts";
import type { Result } from "#core/result.ts";
import { forgetOldDrafts } from "#db/repositories/drafts.ts";
import { must } from "#test/support/desk.ts";
import { unchanged } from "#test/support/proposals.ts";
import { SLACK_SECRETS, slackId, slackMayRefuse, theOffice } from "#test/support/slack-office.ts";
import {
  APPROVALS,
  askedFor,
  becomesDue,
  outboxRows,
  relayAll,
  theRelay,
} from "./approval-support.ts";

const office = theOffice();

const posted = () => office().person("carla").messages(APPROVALS);
const rowOf = async (kind: string) => (await outboxRows(office())).find((row) => row.kind === kind);

describe("what waits for operators", () => {
  it("is sent once", async () => {
    await askedFor(office());
    await relayAll(office());
    await relayAll(office());

    expect(posted()).toHaveLength(1);
    expect(await rowOf("ask_approval")).toMatchObject({ sent: true, attempts: 1, error: null });
  });

  it("waits as long as Slack asks for, which is no fault of its own", async () => {
    slackMayRefuse();
    await askedFor(office());
    office().slack.failNext("chat.postMessage", { retryAfter: 30 });
    await relayAll(office());
    expect(await rowOf("ask_approval")).toMatchObject({
      waits: true,
      attempts: 0,
      error: "ratelimited",
    });
    const [{ seconds } = { seconds: 0 }] = await office().database.sql<{ seconds: number }[]>`
      select extract(epoch from due_at - now())::int as seconds from outbox`;
    expect(seconds).toBeGreaterThanOrEqual(29);
    await relayAll(office());
    expect(posted()).toEqual([]);
    await becomesDue(office());
    await relayAll(office());

    expect(posted()).toHaveLength(1);
  });

  it("leaves the rest of its batch for later too when Slack asks for patience", async () => {
    slackMayRefuse();
    const agreement = await askedFor(office());
    await office().approve(agreement);
    await office().database.sql`
      insert into outbox (channel, effect, customer_id) select channel, effect, customer_id from outbox
      where effect ->> 'kind' = 'tell_operator_decision'`;
    office().slack.failNext("chat.postMessage", { retryAfter: 5 });
    await relayAll(office());

    const told = (await outboxRows(office())).filter(
      ({ kind }) => kind === "tell_operator_decision",
    );
    expect(told).toMatchObject([
      { waits: true, attempts: 0 },
      { waits: true, attempts: 0 },
    ]);
    expect(office().slack.calls("chat.postMessage")).toHaveLength(1);
  });

  it.each([
    ["a server error", { status: 503, error: "service_unavailable" }, "HTTP 503"],
    ["an error of Slack's own", { error: "internal_error" }, "internal_error"],
    ["a token that is refused", { error: "invalid_auth" }, "invalid_auth"],
  ])("is tried again after %s", async (_, fault, reason) => {
    slackMayRefuse();
    await askedFor(office());
    office().slack.failNext("chat.postMessage", fault);
    await relayAll(office());
    expect(await rowOf("ask_approval")).toMatchObject({
      sent: false,
      failed: false,
      waits: true,
      attempts: 1,
      error: reason,
    });
    await becomesDue(office());
    await relayAll(office());

    expect(posted()).toHaveLength(1);
    expect(await rowOf("ask_approval")).toMatchObject({ sent: true, attempts: 2 });
  });

  it("is given up after eight attempts, with the reason", async () => {
    slackMayRefuse();
    await askedFor(office());
    for (let attempt = 1; attempt <= MAX_ATTEMPTS + 1; attempt++) {
      office().slack.failNext("chat.postMessage", { status: 500 });
      await relayAll(office());
      await becomesDue(office());
    }

    expect(await rowOf("ask_approval")).toMatchObject({
      failed: true,
      attempts: MAX_ATTEMPTS,
      error: "HTTP 500",
    });
    expect(office().slack.calls("chat.postMessage")).toHaveLength(MAX_ATTEMPTS);
  });

  it.each([
    ["was deleted", "C9", "channel_not_found"],
    ["is archived", APPROVALS, "is_archived"],
    ["the app is not in", APPROVALS, "not_in_channel"],
  ])("fails at once, with the reason, where the channel %s", async (_, channel, reason) => {
    slackMayRefuse();
    await askedFor(office());
    if (reason === "is_archived") office().slack.changeChannel(APPROVALS, { isArchived: true });
    if (reason === "not_in_channel") {
      office().slack.changeChannel(APPROVALS, { members: [slackId("carla")] });
    }
    await relayAll(office(), { channel });

    expect(await rowOf("ask_approval")).toMatchObject({ failed: true, attempts: 1, error: reason });
  });

  it("is not lost with the process that was sending it", async () => {
    await askedFor(office());
    const { outbox, senders } = theRelay(office());
    const kinds = Object.keys(senders) as ["ask_approval"];
    const claim = { kinds, limit: 10, leaseSeconds: 60, maxAttempts: MAX_ATTEMPTS };
    const [claimed] = await outbox.claim(claim);
    expect(await relayAll(office())).toBe(0);
    await becomesDue(office());
    await relayAll(office());
    expect(posted()).toHaveLength(1);
    // It comes back too late: its word changes nothing.
    await outbox.failed(claimed!, "late");

    expect(await rowOf("ask_approval")).toMatchObject({ sent: true, failed: false, attempts: 2 });
  });

  it("is sent once by two relays at once", async () => {
    const agreement = await askedFor(office());
    await office().approve(agreement);
    await Promise.all([relayAll(office()), relayAll(office()), relayAll(office())]);

    expect(
      office()
        .person("ana")
        .messages(`D${slackId("ana")}`),
    ).toHaveLength(1);
  });

  it("stays where nobody can send it, and expires after three days", async () => {
    await askedFor(office());
    const off = { ...theRelay(office()), senders: {} };
    expect(await relayOnce(off)).toBe(0);
    await giveUp(off);
    expect(await rowOf("ask_approval")).toMatchObject({ sent: false, failed: false, attempts: 0 });
    await office().database.sql`update outbox set created_at = now() - interval '73 hours'`;
    await giveUp(off);

    expect(await rowOf("ask_approval")).toMatchObject({ failed: true, error: "expired" });
  });

  it("waits for no message to a customer that nobody sends yet", async () => {
    await office().customer("C2", { owing: { Z: ["10.00", "2026-05-04"] } });
    await office().negotiate("C2");
    must(await office().agree("C2", ["Z"], unchanged()));
    must(await office().pay("Z"));
    await askedFor(office());
    await relayAll(office());

    expect(posted()).toHaveLength(1);
    expect(await rowOf("thank_customer")).toMatchObject({
      sent: false,
      failed: false,
      attempts: 0,
    });
  });

  it("tells of a paid invoice whose record stands at the bureau, with the deadline", async () => {
    await office().set("law.spc.requireContractEnded", "false");
    await office().set("law.spc.requireNotice", "false");
    await office().customer("C1", { owing: { A: ["100.00", "2026-05-04"] } });
    await office().negotiate("C1", "2026-06-01");
    must(
      await office().agree("C1", ["A"], unchanged({ tolerance: "2026-06-15" }), {
        on: "2026-06-01",
      }),
    );
    must(await office().register("A", "enviado", { on: "2026-06-25" }));
    must(await office().pay("A"));
    await relayAll(office());

    const carla = office().person("carla");
    expect(carla.screen()).toContain("A fatura A, de Cliente C1, foi paga");
    expect(carla.screen()).toContain("Remova o registro até 08/07/2026");
    await carla.press("approval-open-account", { in: "message" });
    await carla.sees("## Cliente C1");
  });

  it("goes on by itself until it is stopped", async () => {
    await askedFor(office());
    let tidied = 0;
    const running = startRelay(theRelay(office()), async () => {
      tidied += 1;
    });
    await office().person("carla").sees("Aprovação do acordo");
    await running.stop();

    expect(tidied).toBe(1);
    expect(await rowOf("ask_approval")).toMatchObject({ sent: true });
  });
});

describe("serve", () => {
  it("asks for approvals in the channel that its settings name", async () => {
    await askedFor(office());
    const config = must(
      parseConfig({
        HTTP_PORT: "0",
        LOG_LEVEL: "silent",
        SLACK_BOT_TOKEN: SLACK_SECRETS.botToken,
        SLACK_SIGNING_SECRET: SLACK_SECRETS.signingSecret,
        SLACK_APPROVALS_CHANNEL: APPROVALS,
      }) as Result<Config, never>,
    );
    const { database, slack } = office();
    const serving = await serve(
      config,
      { ...database, kind: "server", migrated: 0 },
      { slackApiUrl: slack.apiUrl },
    );
    await office().person("carla").sees("Aprovação do acordo");
    await serving.stop();

    expect(await rowOf("ask_approval")).toMatchObject({ sent: true });
  });
});

describe("a sender that throws", () => {
  it("is tried again like any other", async () => {
    await askedFor(office());
    let calls = 0;
    const relay = {
      ...theRelay(office()),
      senders: {
        ask_approval: async () => {
          calls += 1;
          if (calls === 1) throw new TypeError("a bug");
          return SENT;
        },
      },
    };
    await relayOnce(relay);
    expect(await rowOf("ask_approval")).toMatchObject({ failed: false, error: "TypeError" });
    await becomesDue(office());
    await relayOnce(relay);

    expect(await rowOf("ask_approval")).toMatchObject({ sent: true });
  });
});

describe("the wait before the next attempt", () => {
  it("doubles up to an hour, and no two processes wait alike", () => {
    expect([1, 2, 3, 8].map((attempt) => waitBefore(attempt, () => 1))).toEqual([
      10_000, 20_000, 40_000, 1_280_000,
    ]);
    expect(waitBefore(20, () => 1)).toBe(3_600_000);
    expect(waitBefore(1, () => 0)).toBe(5_000);
  });
});

describe("forms that were left", () => {
  it("are forgotten after a week", async () => {
    const { sql } = office().database;
    await sql`
      insert into draft (id, kind, operator_id, customer_id, data, updated_at)
      values ('old', 'agreement', 'ana', 'C1', '{}', now() - interval '8 days'), ('new', 'agreement', 'ana', 'C1', '{}', now())`;
    expect(await forgetOldDrafts(sql, 7)).toBe(1);

    expect(await sql`select id from draft`).toEqual([{ id: "new" }]);
  });
});
