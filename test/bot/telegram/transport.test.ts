import { beforeEach, describe, expect, it } from "vitest";
import type { Held } from "#test/emulators/telegram/person.ts";
import {
  BOT_TOKEN,
  type Counter,
  startFace,
  telegramMayRefuse,
  theCounter,
  WEBHOOK_SECRET,
} from "#test/support/telegram-office.ts";
import { chats, kindsOf, reachableAt } from "./support.ts";

const PACE = { perSecond: 10_000, perChatMs: 0 };

describe("the webhook", () => {
  const open = theCounter({ transport: "webhook" });
  let counter: Counter;
  beforeEach(async () => {
    counter = open();
    await counter.customer("C1");
    await counter.telegram.until(
      () => counter.telegram.webhook(),
      () => "no webhook",
    );
  });

  const update = (id: number) => ({
    update_id: id,
    message: {
      message_id: 1,
      date: 0,
      text: "oi",
      chat: { id: 5, type: "private" },
      from: { id: 5, is_bot: false, first_name: "Zeca" },
    },
  });
  const kept = async () => {
    const [row] = await counter.database.sql`select count(*)::int as count from telegram_update`;
    return row?.count;
  };

  it("is told to Telegram with its secret and what it wants to hear of", () => {
    expect(counter.telegram.webhook()).toMatchObject({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/telegram\/webhook$/),
      secret: WEBHOOK_SECRET,
      allowed: ["message", "callback_query", "my_chat_member"],
    });
  });

  it.each([
    ["another secret", "another"],
    ["a part of it", WEBHOOK_SECRET.slice(0, -1)],
    ["none", ""],
  ])("answers 401 to %s and keeps nothing", async (_, secret) => {
    expect(await counter.telegram.push(update(1), secret)).toBe(401);
    expect(await counter.telegram.push("not even JSON", secret)).toBe(401);
    expect(await kept()).toBe(0);
  });

  it("answers 400 to what is no update, and goes on", async () => {
    for (const body of [{}, [], { update_id: "1" }, "{"]) {
      expect(await counter.telegram.push(body)).toBe(400);
    }
    const maria = await counter.customerAt("C1");
    await maria.sees("Olá, Cliente!");
  });

  it("takes what it has no use for, and says nothing to groups, channels and bots", async () => {
    const { message } = update(1);
    for (const strange of [
      { update_id: 1, poll: { id: "7" } },
      { update_id: 2, message: { ...message, chat: { id: -7, type: "group" } } },
      { update_id: 3, message: { ...message, from: { id: 8, is_bot: true, first_name: "b" } } },
      { update_id: 4, channel_post: { ...message, chat: { id: -9, type: "channel" } } },
    ]) {
      expect(await counter.telegram.push(strange)).toBe(200);
    }
    await counter.settled();
    expect(counter.telegram.calls("sendMessage")).toEqual([]);
  });
});

describe.each(["polling", "webhook"] as const)("what comes by %s", (transport) => {
  const open = theCounter({ transport });
  let counter: Counter;
  beforeEach(async () => {
    counter = open();
    await counter.customer("C1");
  });

  it("is one act when it comes twice", async () => {
    const maria = await counter.customerAt("C1");
    maria.types("/sair");
    await maria.sees("não está mais ligada");
    const said = counter.telegram.calls("sendMessage").length;
    for (const repeated of counter.telegram.updates()) counter.telegram.repeat(repeated);
    await counter.settled();
    expect(await kindsOf(counter, "C1")).toEqual([
      "telegram_chat_linked",
      "telegram_chat_unlinked",
    ]);
    expect(counter.telegram.calls("sendMessage")).toHaveLength(said);
  });

  it("does no harm in another order", async () => {
    telegramMayRefuse();
    const maria = await counter.customerAt("C1");
    const preferences = await maria.presses("Preferências");
    await maria.sees("Você recebe por aqui");
    maria.pressesHeld(preferences);
    maria.types("/sair");
    await maria.sees("não está mais ligada");
    const last = counter.telegram.updates().at(-2);
    if (last !== undefined) counter.telegram.repeat({ ...last, update_id: last.update_id + 1_000 });
    await counter.settled();
    await maria.sees("Digite o CPF");
    expect(await chats(counter)).toEqual([]);
  });

  it("goes on where it stood after a restart in the middle", async () => {
    await reachableAt(counter, "C1", { mobile: "+5581987654321" });
    const maria = counter.person("Maria", { phone: "+5581987654321" });
    maria.opens();
    await maria.sees("Digite o CPF");
    maria.types("529.982.247-25");
    await maria.sees("Compartilhar meu telefone");
    await counter.restart();
    await maria.taps("Compartilhar meu telefone");
    await maria.sees("confirmamos");
    const preferences = await maria.holds("Preferências");
    await counter.restart();
    maria.pressesHeld(preferences);
    await maria.sees("Você recebe por aqui");
  });

  it("is answered after the restart when the process died before it could answer", async () => {
    const maria = await counter.customerAt("C1");
    await counter.settled();
    const { sql } = counter.database;
    const left = counter.telegram.updates().at(-1);
    await sql`
      insert into telegram_update (bot_id, update_id, chat_id, payload, attempts, leased_until)
      select bot_id, update_id + 500, chat_id, ${JSON.stringify({ ...left, update_id: 1 })}::text::jsonb, 1,
        now() - interval '1 second'
      from telegram_update order by update_id desc limit 1`;
    const said = counter.telegram.calls("sendMessage").length;
    await counter.restart();
    await counter.telegram.until(
      () => counter.telegram.calls("sendMessage").length > said,
      () => "nothing was answered",
    );
    await maria.sees("Olá, Cliente!");
  });
});

describe("two processes on one database", () => {
  const open = theCounter({ transport: "webhook" });

  it("answer an update once, whichever gets it", async () => {
    const counter = open();
    await counter.customer("C1");
    const maria = await counter.customerAt("C1");
    const { apiRoot } = counter.telegram;
    const second = await startFace(counter.deps, { transport: "webhook", apiRoot, pace: PACE });
    maria.types("/sair");
    await maria.sees("não está mais ligada");
    const last = counter.telegram.updates().at(-1);
    const again = { ...last, update_id: (last?.update_id ?? 0) + 50 };
    const header = {
      "content-type": "application/json",
      "x-telegram-bot-api-secret-token": WEBHOOK_SECRET,
    };
    const post = (url: string) =>
      fetch(url, { method: "POST", headers: header, body: JSON.stringify(again) });
    const said = counter.telegram.calls("sendMessage").length;
    const answers = await Promise.all(
      [counter.telegram.webhook()?.url ?? "", `${second.url}/telegram/webhook`].map(post),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await maria.sees("não está ligada a nenhum cadastro");
    await counter.settled();
    expect(counter.telegram.calls("sendMessage")).toHaveLength(said + 1);
    await second.stop();
  });
});

describe("polling", () => {
  const open = theCounter({ transport: "polling" });

  it("takes the place of a webhook that was left, and outlives a second poller", async () => {
    telegramMayRefuse();
    const counter = open();
    await counter.customer("C1");
    await counter.customerAt("C1");
    const thief = await fetch(`${counter.telegram.apiRoot}/bot${BOT_TOKEN}/getUpdates?timeout=0`);
    expect(thief.status).toBe(200);
    const maria = await counter.customerAt("C1");
    await maria.sees("Olá");
    expect(counter.telegram.webhook()).toBeUndefined();
  });

  it("lists its commands in both languages", async () => {
    const { telegram } = open();
    await telegram.until(
      () => telegram.commands("en").length > 0,
      () => "no commands",
    );
    expect(telegram.commands()).toContainEqual({
      command: "sair",
      description: "Desligar esta conversa do cadastro",
    });
    expect(telegram.commands("en")).toContainEqual({
      command: "logout",
      description: "Cut this chat off from the record",
    });
  });
});

describe("a screen", () => {
  const open = theCounter({ transport: "webhook" });
  let counter: Counter;
  beforeEach(async () => {
    counter = open();
    await counter.customer("C1");
  });

  it("changes in its place, and there is one of them", async () => {
    const maria = await counter.customerAt("C1");
    const [menu] = maria.fromBot();
    for (const [button, words] of [
      ["Preferências", "Você recebe por aqui"],
      ["Voltar", "O que você quer fazer?"],
      ["Ajuda", "Nunca pedimos senha"],
      ["Voltar", "O que você quer fazer?"],
      ["Preferências", "Você recebe por aqui"],
    ] as const) {
      await maria.presses(button);
      await maria.sees(words);
    }
    expect(maria.fromBot().map(({ id }) => id)).toEqual([menu?.id]);
    maria.types("oi");
    await counter.telegram.until(
      () => maria.fromBot().length === 1 && maria.fromBot()[0]?.id !== menu?.id,
      () => maria.screen(),
    );
  });

  it("takes the second of two taps for the first", async () => {
    const maria = await counter.customerAt("C1");
    const preferences = await maria.holds("Preferências");
    maria.pressesHeld(preferences);
    maria.pressesHeld(preferences);
    await maria.sees("Você recebe por aqui");
    await maria.isTold("Já recebemos este toque");
    expect(counter.telegram.calls("editMessageText")).toHaveLength(1);
    expect(maria.fromBot()).toHaveLength(1);
  });

  it("answers old, foreign and made-up buttons kindly, with what can be done now", async () => {
    telegramMayRefuse();
    const maria = await counter.customerAt("C1");
    const old: Held = await maria.holds("Preferências");
    maria.types("/ajuda");
    await maria.sees("Nunca pedimos senha");
    maria.pressesHeld(old);
    await maria.isTold("mensagem antiga");
    await maria.sees("O que você quer fazer?");
    for (const data of ["v0:menu", "v1:nothing-such:", "", "v1:preferences", "x".repeat(64)]) {
      maria.pressesForged(data);
      await counter.settled();
      await maria.sees("O que você quer fazer?");
    }
    expect(maria.fromBot()).toHaveLength(1);
  });

  it("understands stickers and voices as 'show me what there is'", async () => {
    const maria = await counter.customerAt("C1");
    maria.sendsPhoto(Buffer.from("ffd8ffe0", "hex"));
    await counter.settled();
    await maria.sees("O que você quer fazer?");
    expect(maria.fromBot()).toHaveLength(1);
  });

  it("never shows a person's name as markup", async () => {
    await counter.database.sql`update customer set name = '<b>Ana</b>&amp;'`;
    const maria = await counter.customerAt("C1");
    await maria.sees("Olá, <b>Ana</b>&amp;!");
  });
});
