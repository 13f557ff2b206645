import { beforeEach, describe, expect, it } from "vitest";
import { createPace } from "#bot/telegram/pace.ts";
import { type Counter, telegramMayRefuse, theCounter } from "#test/support/telegram-office.ts";
import { chats, eventsOf, kindsOf } from "./support.ts";

describe("Telegram that does not do as asked", () => {
  const open = theCounter({ transport: "webhook" });
  let counter: Counter;
  beforeEach(async () => {
    telegramMayRefuse();
    counter = open();
    await counter.customer("C1");
  });

  it.each([
    ["asks for patience", { retryAfter: 1 }],
    ["stumbles", { status: 502 }],
    ["hangs up before it hears", { dropped: "before" }],
  ] as const)("that %s is asked again, and the customer sees the answer", async (_, fault) => {
    counter.telegram.failNext("sendMessage", fault);
    const maria = await counter.customerAt("C1");
    await maria.sees("confirmamos que é você");
    expect(maria.fromBot()).toHaveLength(1);
  });

  it("may say a thing twice when only its answer was lost, but does it once", async () => {
    counter.telegram.failNext("sendMessage", { dropped: "after" });
    const maria = await counter.customerAt("C1");
    await maria.sees("confirmamos");
    expect(await kindsOf(counter, "C1")).toEqual(["telegram_chat_linked"]);
  });

  it("that refuses a screen is no reason to stop: the customer is told, others go on", async () => {
    const maria = await counter.customerAt("C1");
    counter.telegram.failNext("editMessageText", { status: 400, description: "Bad Request: odd" });
    await maria.presses("Preferências");
    await maria.sees("Algo deu errado do nosso lado");
    await maria.presses("Voltar ao início");
    await maria.sees("O que você quer fazer?");
    const joana = counter.person("Joana");
    joana.types("oi");
    await joana.sees("Digite o CPF");
  });

  it("that answers a press too late is no harm", async () => {
    const maria = await counter.customerAt("C1");
    counter.telegram.failNext("answerCallbackQuery", {
      status: 400,
      description: "Bad Request: query is too old and response timeout expired",
    });
    await maria.presses("Preferências");
    await maria.sees("Você recebe por aqui");
  });

  it("that cannot delete an old message takes at least its buttons", async () => {
    const maria = await counter.customerAt("C1");
    counter.telegram.failNext("deleteMessage", {
      status: 400,
      description: "Bad Request: message can't be deleted for everyone",
    });
    maria.types("/ajuda");
    await maria.sees("Nunca pedimos senha");
    await counter.settled();
    expect(maria.buttons()).toEqual(["Voltar ao início"]);
  });

  it("that says the bot is blocked is believed, until the customer lets it in again", async () => {
    const maria = await counter.customerAt("C1");
    maria.blocks();
    await counter.settled();
    expect(await eventsOf(counter, "C1")).toMatchObject([
      { kind: "telegram_chat_linked" },
      { kind: "telegram_chat_stopped", data: { reason: "blocked" } },
    ]);
    maria.opens();
    await counter.settled();
    await maria.sees("O que você quer fazer?");
    expect((await kindsOf(counter, "C1")).at(-1)).toBe("telegram_chat_resumed");
    expect(await chats(counter)).toHaveLength(1);
  });

  it("that refuses for being blocked in the middle of an answer is believed too", async () => {
    const maria = await counter.customerAt("C1");
    counter.telegram.failNext("sendMessage", {
      status: 403,
      description: "Forbidden: bot was blocked by the user",
    });
    maria.types("/ajuda");
    await counter.telegram.until(
      () => counter.telegram.calls("sendMessage").at(-1)?.answer.ok === false,
      () => "not noticed",
    );
    await counter.settled();
    expect(await kindsOf(counter, "C1")).toEqual(["telegram_chat_linked", "telegram_chat_stopped"]);
  });
});

describe("Telegram's pace", () => {
  const strictPace = { perSecond: 30, perChatMs: 300 };
  const open = theCounter({ transport: "webhook", strictPace });

  it("is kept in a chat: nothing is refused although much is said", async () => {
    const counter = open();
    const zeca = counter.person("Zeca");
    for (const words of ["/ajuda", "/privacidade", "/idioma", "/menu"]) zeca.types(words);
    await zeca.sees("Digite o CPF");
    expect(counter.telegram.refusedCalls()).toEqual([]);
  });

  it("is thirty a second over all chats, and a pause in each, by a clock that is handed in", async () => {
    let now = 0;
    const sent: { chat: number; at: number }[] = [];
    const waits: { at: number; go: () => void }[] = [];
    const pace = createPace({
      perSecond: 30,
      perChatMs: 1_000,
      nowMs: () => now,
      sleep: (ms) => new Promise((go) => waits.push({ at: now + ms, go })),
    });
    const calls = Array.from({ length: 120 }, async (_, index) => {
      const chat = index % 40;
      await pace.turn(chat);
      sent.push({ chat, at: now });
    });
    while (sent.length < calls.length) {
      await new Promise((resolve) => setImmediate(resolve));
      const next = Math.min(...waits.map(({ at }) => at));
      if (!Number.isFinite(next)) continue;
      now = next;
      for (const due of waits.filter(({ at }) => at <= now)) due.go();
      waits.splice(0, waits.length, ...waits.filter(({ at }) => at > now));
    }
    for (const { at } of sent) {
      const inSecond = sent.filter((one) => one.at >= at && one.at < at + 1_000);
      expect(inSecond.length).toBeLessThanOrEqual(30);
    }
    for (let chat = 0; chat < 40; chat += 1) {
      const times = sent.filter((one) => one.chat === chat).map((one) => one.at);
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
    }
  });
});
