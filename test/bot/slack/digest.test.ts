import { describe, expect, it } from "vitest";
import { operatorDigestText } from "#bot/texts/digest-messages.ts";
import { createTexts } from "#bot/texts/texts.ts";
import { createTask } from "#core/use-cases/create-task.ts";
import { runDailyDigest, sendDigest } from "#core/use-cases/send-digest.ts";
import { createPorts } from "#db/repositories/ports.ts";
import { must } from "#test/support/desk.ts";
import { unchanged } from "#test/support/proposals.ts";
import { customerId, dayOf, operatorId, TODAY } from "#test/support/provider.ts";
import { slackId, slackMayRefuse, theOffice } from "#test/support/slack-office.ts";
import { becomesDue, outboxRows, relayAll } from "./approval-support.ts";

const office = theOffice();

/** `aprovacoes`, where carla and diego are. */
const MANAGERS = "C2";
const relay = () => relayAll(office(), { managersChannel: MANAGERS });
const queued = () => runDailyDigest(office().ports, { today: TODAY, toManagers: true });

const toldTo = (name: "ana" | "bruno" | "diego") => {
  const person = office().person(name);
  return person.messages(`D${slackId(name)}`);
};
const inTheChannel = () => office().person("diego").messages(MANAGERS);
const toldManagers = () => inTheChannel().filter((message) => message.thread_ts === undefined);
const inThreads = () => inTheChannel().filter((message) => message.thread_ts !== undefined);
const wordsOf = (message: unknown) => JSON.stringify(message).replaceAll("\u200b", "");

/** Ana has a promise that ends today, a task, and an agreement of yesterday. */
async function aDay(): Promise<void> {
  const p = office();
  await p.customer("C1", { owing: { A: ["129.90", "2026-05-11"] } });
  await p.negotiate("C1", "2026-06-29");
  must(
    await p.agree("C1", ["A"], unchanged({ tolerance: "2026-07-01" }), {
      as: "ana",
      on: "2026-06-30",
    }),
  );
  must(
    await createTask(p.ports, {
      input: {
        customer: customerId("C1"),
        title: "Ligar *hoje*",
        dueOn: TODAY,
        dueTime: "14:30",
        assignee: operatorId("ana"),
      },
      actor: operatorId("ana"),
      today: TODAY,
    }),
  );
}

describe("the digest of an operator", () => {
  it("comes to the operator alone, with what is to be done, as the command line prints it", async () => {
    await aDay();
    await queued();
    await relay();
    const [message, ...others] = toldTo("ana");

    expect(others).toEqual([]);
    const words = wordsOf(message);
    const digest = await office().deps.reads.digests.ofOperator(operatorId("ana"), TODAY);
    const text = operatorDigestText(digest!, createTexts("pt-BR"));
    expect(text.parts.map(({ heading }) => heading)).toEqual([
      "Tarefas: 1 para hoje",
      "1 promessa vence hoje: R$ 129,90",
    ]);
    for (const { heading, lines } of text.parts) {
      for (const line of [heading, ...lines]) expect(words).toContain(line);
    }
    expect(message?.blocks?.length).toBeLessThanOrEqual(12);
  });

  it("is none for whoever has nothing to do", async () => {
    await aDay();
    await queued();
    await relay();

    expect(toldTo("bruno")).toEqual([]);
    expect((await outboxRows(office())).every(({ sent }) => sent)).toBe(true);
  });

  it("leads to the account of whom it names", async () => {
    await aDay();
    await queued();
    await relay();
    const ana = office().person("ana");
    await ana.select("digest.account", "C1", { in: "message" });

    await ana.sees("Cliente C1");
  });

  it("does not reach somebody who was let go meanwhile", async () => {
    await aDay();
    await queued();
    await office().database.sql`update operator set active = false where id = 'ana'`;
    await relay();

    expect(toldTo("ana")).toEqual([]);
  });
});

describe("the digest of the managers", () => {
  it("comes to their channel with yesterday's figures, in twelve blocks at the most", async () => {
    await aDay();
    await queued();
    await relay();
    const [message, ...others] = toldManagers();

    expect(others).toEqual([]);
    expect(message?.blocks?.length).toBeLessThanOrEqual(12);
    const words = wordsOf(message);
    expect(words).toContain("Cobrança: resumo de terça-feira, 30/06/2026");
    expect(words).toContain("Acordos fechados: 1, no total de R$ 129,90");
    expect(words).toContain("Risco legal: nenhum registro no SPC precisa sair.");
  });

  it("has the chart of the outcome in its thread, once, with its numbers in words", async () => {
    await aDay();
    await queued();
    await relay();
    must(
      await sendDigest(office().ports, {
        input: { toManagers: true },
        actor: operatorId("elisa"),
        today: TODAY,
      }),
    );
    await relay();

    expect(inThreads()).toEqual([
      expect.objectContaining({
        thread_ts: toldManagers()[0]?.ts,
        text: expect.stringMatching(/^\*Resultado das cobranças\*.*No prazo R\$\s130/),
        files: [expect.any(String)],
      }),
    ]);
  });

  it("is none after a day without anything", async () => {
    await queued();
    await relay();

    expect(toldManagers()).toEqual([]);
  });

  it("is not even queued without a channel of theirs", async () => {
    const outcome = await runDailyDigest(office().ports, { today: TODAY, toManagers: false });

    expect(outcome).toEqual({ day: TODAY, operators: 7, managers: false });
    expect((await outboxRows(office())).map(({ kind }) => kind)).not.toContain(
      "send_manager_digest",
    );
  });
});

describe("every digest", () => {
  it("is queued once a day, whatever the number of processes", async () => {
    await aDay();
    const { db } = office().database;
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => runDailyDigest(createPorts(db), { today: TODAY, toManagers: true })),
    );
    await Promise.all([relay(), relay()]);

    expect(outcomes.filter((one) => one === "taken")).toHaveLength(2);
    expect([toldTo("ana").length, toldManagers().length]).toEqual([1, 1]);
  });

  it("is brought up to date when it is sent again, not repeated", async () => {
    await aDay();
    await queued();
    await relay();
    must(await office().pay("A"));
    const again = { input: { toManagers: true }, actor: operatorId("elisa"), today: TODAY };
    must(await sendDigest(office().ports, again));
    await relay();
    const messages = toldTo("ana");

    expect(messages).toHaveLength(1);
    expect(wordsOf(messages[0])).not.toContain("promessa vence hoje");
    expect(toldManagers()).toHaveLength(1);
  });

  it("is posted anew where somebody deleted it", async () => {
    slackMayRefuse();
    await aDay();
    await queued();
    await relay();
    await office().database.sql`update slack_message set ts = '1.000001'`;
    must(
      await sendDigest(office().ports, {
        input: { toManagers: true },
        actor: operatorId("elisa"),
        today: TODAY,
      }),
    );
    await relay();
    await relay();

    expect(toldManagers()).toHaveLength(2);
  });

  it("does not come on weekends and holidays unless the provider wants it", async () => {
    const on = (day: string) =>
      runDailyDigest(office().ports, { today: dayOf(day), toManagers: true });

    expect(await on("2026-07-04")).toBe("no digest day");
    expect(await on("2026-09-07")).toBe("no digest day");
    must(await office().set("digest.onNonBusinessDays", "true"));
    expect(await on("2026-07-04")).toMatchObject({ managers: true });
  });

  it("is sent by whoever may, and refused to others", async () => {
    const asked = { input: { toManagers: true }, today: TODAY };

    expect(await sendDigest(office().ports, { ...asked, actor: operatorId("ana") })).toMatchObject({
      refusal: { code: "not_permitted", permission: "digest.send" },
    });
    expect(
      await sendDigest(office().ports, { ...asked, actor: operatorId("carla") }),
    ).toMatchObject({
      ok: true,
    });
  });

  it("is tried again when Slack does not take it, without a second message", async () => {
    slackMayRefuse();
    await aDay();
    await queued();
    office().slack.failNext("chat.postMessage", { status: 503, error: "service_unavailable" });
    await relay();
    await becomesDue(office());
    await relay();

    expect([toldTo("ana").length, toldManagers().length]).toEqual([1, 1]);
  });
});
