import { beforeEach, describe, expect, it, vi } from "vitest";
import { MAX_ATTEMPTS } from "#bot/scheduler/relay.ts";
import { changeSetting } from "#core/use-cases/change-setting.ts";
import { type QueueMessage, queueMessage } from "#core/use-cases/queue-message.ts";
import { must } from "#test/support/desk.ts";
import { unchanged } from "#test/support/proposals.ts";
import { customerId, invoiceId, TODAY } from "#test/support/provider.ts";
import { type Counter, telegramMayRefuse, theCounter } from "#test/support/telegram-office.ts";
import { eventsOf, relayAll } from "./support.ts";

/** A Wednesday, 14:00 in Recife: customers may be written to. */
const AFTERNOON = Date.parse("2026-07-01T14:00:00-03:00");
const EVENING = Date.parse("2026-07-01T20:30:00-03:00");

const open = theCounter();
let counter: Counter;
beforeEach(async () => {
  counter = open();
  vi.setSystemTime(AFTERNOON);
  await counter.customer("C1", { owing: { A: ["129.90", "2026-05-01"] } });
});

const write = (text: string, more: Partial<QueueMessage> = {}) =>
  counter.ask(
    queueMessage,
    { customer: customerId("C1"), channel: "app", text, now: Date.now(), ...more } as never,
    { as: "ana" },
  );

const statuses = async (): Promise<readonly unknown[]> =>
  (await counter.database.sql`select status from message order by id`).map(({ status }) => status);

const outbox = async () =>
  (
    await counter.database.sql<{ error: string | null; sent: boolean; waits: number }[]>`
      select last_error as error, sent_at is not null as sent, extract(epoch from due_at - now())::int as waits
      from outbox where effect ->> 'kind' in ('send_message', 'thank_customer') order by id`
  ).map((row) => ({ ...row }));

const lastEvent = async () => (await eventsOf(counter, "C1")).at(-1);

const becomesDue = () =>
  counter.database.sql`update outbox set due_at = now(), leased_until = null where sent_at is null`;

describe("an operator's message in the app", () => {
  it("arrives with who writes, and ways to say that it is unwanted", async () => {
    const set = (key: string, value: string) => counter.ask(changeSetting, { key, value });
    must(await set("provider.name", "Rápida <Telecom>"));
    must(await set("provider.taxId", "11.222.333/0001-81"));
    const maria = await counter.customerAt("C1");
    must(await write("Olá & <boa tarde>, há uma proposta para você."));
    await relayAll(counter);
    await maria.sees("Olá & <boa tarde>, há uma proposta para você.");
    expect(maria.screen()).toContain("Rápida <Telecom>, CNPJ 11.222.333/0001-81");
    expect(maria.buttons().slice(-3)).toEqual([
      "Ver minha conta",
      "Não sou Cliente",
      "Parar mensagens",
    ]);
    expect(await statuses()).toEqual(["sent"]);
    expect(await lastEvent()).toMatchObject({ kind: "message_sent", data: { channel: "app" } });

    await maria.presses("Ver minha conta");
    await maria.sees("O que você quer fazer?");
    expect(maria.screen()).toContain("há uma proposta para você");
    await maria.presses("Parar mensagens");
    await maria.sees("não enviamos mais mensagens");
    expect(await write("Outra")).toMatchObject({
      ok: false,
      refusal: { code: "law_forbids_contact", verdict: { fact: { code: "opted_out" } } },
    });
  });

  it("of any length arrives whole", async () => {
    const maria = await counter.customerAt("C1");
    const text = `${"<&> palavra ".repeat(600)}fim`;
    must(await write(text));
    await relayAll(counter);
    await maria.sees("fim");
    const written = maria.fromBot().filter(({ text: part }) => part.includes("palavra"));
    expect(written.length).toBeGreaterThan(1);
    expect(written.map(({ text: part }) => part.length).every((length) => length <= 4_096)).toBe(
      true,
    );
  });

  it("goes to each of the customer's chats, in its language", async () => {
    const maria = await counter.customerAt("C1");
    const john = await counter.customerAt("C1", { languageCode: "en" });
    must(await write("Olá."));
    await relayAll(counter);
    await maria.holds("Ver minha conta");
    await john.holds("See my account");
  });

  it("leaves once, whatever becomes of the answer", async () => {
    telegramMayRefuse();
    const maria = await counter.customerAt("C1");
    must(await write("Uma vez."));
    counter.telegram.failNext("sendMessage", { status: 502 });
    await relayAll(counter);
    expect(await statuses()).toEqual(["queued"]);
    await becomesDue();
    await relayAll(counter);
    await becomesDue();
    await relayAll(counter);
    await maria.sees("Uma vez.");
    expect(maria.fromBot().filter(({ text }) => text.startsWith("Uma vez."))).toHaveLength(1);
    expect(await statuses()).toEqual(["sent"]);
  });

  it("waits as long as Telegram asks for", async () => {
    telegramMayRefuse();
    await counter.customerAt("C1");
    must(await write("Espere."));
    counter.telegram.failNext("sendMessage", { retryAfter: 30 });
    await relayAll(counter);
    const [waiting] = await outbox();
    expect(waiting).toMatchObject({ sent: false, error: "Telegram asks for patience" });
    expect(waiting?.waits).toBeGreaterThanOrEqual(29);
    expect(await statuses()).toEqual(["queued"]);
  });

  it("that nobody can deliver is told to the account", async () => {
    telegramMayRefuse();
    await counter.customerAt("C1");
    must(await write("Em vão."));
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      counter.telegram.failNext("sendMessage", { status: 500 });
      await becomesDue();
      await relayAll(counter);
    }
    expect(await statuses()).toEqual(["failed"]);
    expect(await lastEvent()).toMatchObject({
      kind: "message_not_sent",
      data: { outcome: "failed", why: "unreachable" },
    });
  });

  it("to a customer who blocked the bot fails, and the app is closed for the next one", async () => {
    telegramMayRefuse();
    const maria = await counter.customerAt("C1");
    must(await write("Olá."));
    counter.telegram.failNext("sendMessage", {
      status: 403,
      description: "Forbidden: bot was blocked by the user",
    });
    await relayAll(counter);
    expect(await statuses()).toEqual(["failed"]);
    expect(await eventsOf(counter, "C1")).toMatchObject([
      { kind: "telegram_chat_linked" },
      { kind: "message_queued" },
      { kind: "telegram_chat_stopped", data: { chat: maria.id, reason: "blocked" } },
      { kind: "message_not_sent", data: { why: "blocked", outcome: "failed" } },
    ]);
    expect(await write("Outra")).toMatchObject({ ok: false });
  });
});

describe("a message that a blocked bot could not bring", () => {
  const blocked = async (record: { mobile?: string; email?: string }) => {
    telegramMayRefuse();
    const { sql } = counter.database;
    await counter.customerAt("C1");
    await sql`update customer set mobile = ${record.mobile ?? null}, email = ${record.email ?? null} where id = 'C1'`;
    must(await write("Olá, há uma condição melhor.", { invoices: [invoiceId("A")] }));
    counter.telegram.failNext("sendMessage", { status: 403, description: "Forbidden: blocked" });
    await relayAll(counter);
    await relayAll(counter);
    const rows = await sql`
      select channel, recipients, body, segments, status, invoices from message order by id`;
    return rows.map((row) => ({ ...row }));
  };

  it("goes as a text message to the mobile of the record", async () => {
    expect(await blocked({ mobile: "+5581987654321", email: "m@exemplo.com.br" })).toMatchObject([
      { channel: "app", status: "failed" },
      {
        channel: "sms",
        recipients: ["+5581987654321"],
        body: "Ola, ha uma condicao melhor.",
        segments: 1,
        status: "queued",
        invoices: ["A"],
      },
    ]);
  });

  it("goes by e-mail when there is no mobile", async () => {
    expect(await blocked({ email: "m@exemplo.com.br" })).toMatchObject([
      { channel: "app", status: "failed" },
      { channel: "email", recipients: ["m@exemplo.com.br"], status: "queued" },
    ]);
  });

  it("goes nowhere when the record has neither", async () => {
    expect(await blocked({})).toMatchObject([{ channel: "app", status: "failed" }]);
  });
});

describe("before a message leaves", () => {
  it.each([
    ["the debt was paid", "paid", (c: Counter) => c.pay("A")],
    ["the amount was contested", "disputed", (c: Counter) => c.dispute("A", TODAY)],
  ] as const)(
    "it is dropped when %s meanwhile, and the account says so",
    async (_, why, happens) => {
      const maria = await counter.customerAt("C1");
      must(await write("A fatura está em aberto.", { invoices: [invoiceId("A")] }));
      await happens(counter);
      await relayAll(counter);
      await counter.settled();
      expect(maria.screen()).not.toContain("está em aberto");
      expect(await statuses()).toEqual(["dropped"]);
      expect(
        (await eventsOf(counter, "C1")).filter(({ kind }) => kind === "message_not_sent"),
      ).toMatchObject([{ data: { outcome: "dropped", why } }]);
      expect((await outbox())[0]).toMatchObject({ sent: true, error: why });
    },
  );

  it("it is dropped when the customer asked for no more, or is not the customer", async () => {
    const maria = await counter.customerAt("C1");
    must(await write("Olá."));
    maria.types("/parar");
    await maria.sees("não enviamos mais");
    await relayAll(counter);
    expect(await lastEvent()).toMatchObject({
      kind: "message_not_sent",
      data: { why: "opted out" },
    });
    await counter.customer("C2");
    const zeca = await counter.customerAt("C2");
    must(await write("Olá.", { customer: customerId("C2") }));
    await zeca.presses("Não sou Cliente");
    await zeca.presses("Sim, não sou");
    await zeca.sees("Obrigado por avisar");
    await relayAll(counter);
    expect((await eventsOf(counter, "C2")).at(-1)).toMatchObject({
      kind: "message_not_sent",
      data: { why: "not the customer" },
    });
  });

  it("it waits for the next morning when the hour has passed", async () => {
    const maria = await counter.customerAt("C1");
    must(await write("Bom dia."));
    vi.setSystemTime(EVENING);
    await relayAll(counter);
    const [waiting] = await outbox();
    expect(waiting).toMatchObject({ sent: false, error: "law" });
    // From 20:30 to 8:00.
    expect(Math.abs((waiting?.waits ?? 0) - 11.5 * 3_600)).toBeLessThan(60);
    expect(await statuses()).toEqual(["queued"]);
    vi.setSystemTime(AFTERNOON);
    await becomesDue();
    await relayAll(counter);
    await maria.sees("Bom dia.");
  });
});

describe("thanks for a payment", () => {
  const paysAgreed = async (): Promise<void> => {
    await counter.negotiate("C1");
    must(await counter.agree("C1", ["A"], unchanged({ tolerance: "2026-07-15" })));
    must(await counter.pay("A"));
  };

  it("arrive in the chat, at night too", async () => {
    vi.setSystemTime(EVENING);
    const maria = await counter.customerAt("C1");
    await paysAgreed();
    await relayAll(counter);
    await maria.sees("Recebemos o pagamento de R$ 129,90 da fatura A. Obrigado!");
  });

  it("go nowhere where there is no chat, or one that wants no messages, and say why", async () => {
    await paysAgreed();
    await relayAll(counter);
    expect(await outbox()).toMatchObject([{ sent: true, error: "no chat that wants messages" }]);
  });
});
