import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Person } from "#test/emulators/telegram/person.ts";
import { CPF } from "#test/support/provider.ts";
import { type Counter, NIGHT, theCounter } from "#test/support/telegram-office.ts";
import { chats, eventsOf, kindsOf, reachableAt, relayAll } from "./support.ts";

/** Valid, and of nobody in the record. */
const NOBODYS_CPF = "111.444.777-35";
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const open = theCounter();
let counter: Counter;
beforeEach(async () => {
  counter = open();
  await counter.customer("C1", { owing: { A: ["129.90", "2026-06-01"] } });
  await reachableAt(counter, "C1", { mobile: "+5581987654321", email: "maria@exemplo.com.br" });
});

/** All that the bot said, in order. */
const saidTo = (person: Person): readonly string[] =>
  counter.telegram
    .calls()
    .filter(({ method, args }) => /Message/.test(method) && args.chat_id === person.id)
    .filter(({ method }) => method !== "deleteMessage")
    .map(({ args }) => `${args.text ?? ""}${JSON.stringify(args.reply_markup ?? {})}`);

describe("by tax id and phone", () => {
  it("lets in whoever has the CPF and the phone on record, and leaves no CPF in the chat", async () => {
    const maria = counter.person("Maria", { phone: "+5581987654321" });
    maria.opens();
    await maria.sees("Digite o CPF ou CNPJ");
    maria.types("529.982.247-25");
    await maria.sees("Compartilhar meu telefone");
    expect(maria.screen()).not.toContain("529.982");
    await maria.taps("Compartilhar meu telefone");
    await maria.sees("confirmamos que é você");

    expect(maria.keys()).toEqual([]);
    expect(await chats(counter)).toEqual([{ chat: maria.id, customer: "C1", by: "contact" }]);
    expect(await eventsOf(counter, "C1")).toMatchObject([
      { kind: "telegram_chat_linked", actor: "customer", data: { by: "contact", others: 0 } },
    ]);
  });

  it("knows the phone with and without the ninth digit", async () => {
    await reachableAt(counter, "C1", { mobile: "+558187654321" });
    const old = counter.person("Maria", { phone: "+5581987654321" });
    old.types(CPF);
    await old.sees("Digite o CPF");
    old.types(CPF);
    await old.taps("Compartilhar");
    await old.sees("confirmamos");
    const [linked] = await chats(counter);
    expect(linked).toMatchObject({ customer: "C1" });
  });

  it("answers a stranger word for word alike, whether or not anybody has the tax id", async () => {
    const knowsOne = counter.person("Zeca");
    const knowsNone = counter.person("Zeca");
    for (const [person, taxId] of [
      [knowsOne, CPF],
      [knowsNone, NOBODYS_CPF],
    ] as const) {
      person.opens();
      await person.sees("Digite o CPF");
      person.types(taxId);
      await person.taps("Compartilhar");
      await person.sees("Não foi possível confirmar com esses dados");
    }
    await counter.settled();
    expect(saidTo(knowsOne)).toEqual(saidTo(knowsNone));
    expect(saidTo(knowsOne).join()).not.toMatch(/R\$|Cliente|129/);
    expect(await chats(counter)).toEqual([]);
    expect(await kindsOf(counter, "C1")).toEqual([]);
  });

  it.each([
    [
      "the contact of the customer, out of an address book",
      (p: Person, c: Counter) =>
        p.sharesContact(c.person("Maria", { phone: "+5581987654321" }).account),
    ],
    [
      "the customer's number as a contact without an account",
      (p: Person) => p.forwardsContact("+5581987654321"),
    ],
    [
      "the customer's number under another's account",
      (p: Person) => p.forwardsContact("5581987654321", 31),
    ],
  ] as const)("does not take %s for one's own", async (_, forge) => {
    const thief = counter.person("Zeca");
    thief.opens();
    await thief.sees("Digite o CPF");
    thief.types(CPF);
    await thief.sees("Compartilhar");
    forge(thief, counter);
    await thief.sees("Não foi possível confirmar");
    expect(await chats(counter)).toEqual([]);
  });

  it("says what is wrong with the digits without counting it as a try", async () => {
    const maria = counter.person("Maria", { phone: "+5581987654321" });
    maria.opens();
    await maria.sees("Digite o CPF");
    for (const slip of ["52998224724", "olá", "123", "529.982.247-2"]) {
      maria.types(slip);
      await maria.sees("não está completo");
      await maria.misses(slip);
    }
    maria.types(CPF);
    await maria.taps("Compartilhar");
    await maria.sees("confirmamos");
  });

  it("begins again where somebody cancels, or writes instead of sharing", async () => {
    const maria = counter.person("Maria", { phone: "+5581987654321" });
    maria.opens();
    await maria.sees("Digite o CPF");
    maria.types(CPF);
    await maria.sees("Compartilhar");
    maria.types("não quero");
    await maria.sees("não quero");
    await maria.taps("Cancelar");
    await maria.misses("⌨");
    await maria.sees("Digite o CPF");
  });
});

describe("tries", () => {
  const claim = async (person: Person, taxId: string): Promise<void> => {
    person.opens();
    await person.holds("Ajuda");
    person.types(taxId);
  };

  it("are three in a quarter of an hour for a chat, whatever the tax id", async () => {
    const zeca = counter.person("Zeca");
    for (const taxId of [CPF, NOBODYS_CPF, "11.222.333/0001-81"]) {
      await claim(zeca, taxId);
      await zeca.taps("Cancelar");
      await zeca.misses("⌨");
    }
    await claim(zeca, CPF);
    await zeca.sees("Foram muitas tentativas");
    expect(zeca.screen()).toContain("15 minutos");

    vi.setSystemTime(NIGHT + 16 * MINUTE);
    await claim(zeca, CPF);
    await zeca.sees("Compartilhar meu telefone");
  });

  it("are three in a quarter of an hour for a tax id, whatever the chat, known or not", async () => {
    for (const taxId of [CPF, NOBODYS_CPF]) {
      for (const name of ["Um", "Dois", "Três"]) {
        const person = counter.person(name);
        await claim(person, taxId);
        await person.sees("Compartilhar");
      }
      const fourth = counter.person("Quatro");
      await claim(fourth, taxId);
      await fourth.sees("Foram muitas tentativas");
    }
    // A link needs no try.
    const maria = await counter.customerAt("C1");
    await maria.sees("Olá, Cliente!");
  });
});

describe("a link", () => {
  it("is good for its days", async () => {
    const link = await counter.link("C1");
    vi.setSystemTime(NIGHT + 8 * DAY);
    const maria = counter.person("Maria");
    maria.opens(link);
    await maria.sees("Este link não vale mais");
    expect(await chats(counter)).toEqual([]);
  });

  it("does no harm when whoever has used it opens it again", async () => {
    const link = await counter.link("C1");
    const maria = counter.person("Maria");
    maria.opens(link);
    await maria.sees("confirmamos");
    maria.opens(link);
    await maria.sees("confirmamos");
    expect(await kindsOf(counter, "C1")).toEqual(["telegram_chat_linked"]);
  });

  it("lets one in of two who open it at the same moment", async () => {
    const link = await counter.link("C1");
    const two = [counter.person("Maria"), counter.person("Zeca")];
    for (const person of two) person.opens(link);
    await Promise.all(two.map((person) => person.sees(/confirmamos|não vale mais/)));
    const screens = two.map((person) => person.screen());
    expect(screens.filter((screen) => screen.includes("confirmamos"))).toHaveLength(1);
    expect(await chats(counter)).toHaveLength(1);
  });

  it("does not take a chat from the customer that it is of", async () => {
    await counter.customer("C2");
    const maria = await counter.customerAt("C1");
    const other = await counter.link("C2");
    maria.opens(other);
    await maria.sees("já está ligada a outro cadastro");
    expect(await chats(counter)).toMatchObject([{ customer: "C1" }]);

    await maria.presses("Sair deste cadastro");
    await maria.sees("não está mais ligada");
    maria.opens(other);
    await maria.sees("confirmamos");
    expect(await chats(counter)).toMatchObject([{ customer: "C2" }]);
  });

  it("made up, or longer than Telegram carries, is no good", async () => {
    const zeca = counter.person("Zeca");
    zeca.opens("A".repeat(43));
    await zeca.sees("Este link não vale mais");
    zeca.types(`/start ${"A".repeat(200)}`);
    await zeca.sees("Digite o CPF");
  });
});

describe("a second chat of a customer", () => {
  it("is told to the first, which can throw it out", async () => {
    const maria = await counter.customerAt("C1");
    vi.setSystemTime(NIGHT + MINUTE);
    const zeca = counter.person("Zeca");
    zeca.opens(await counter.link("C1"));
    await zeca.sees("confirmamos");
    await relayAll(counter);
    await maria.sees("Outra conversa do Telegram acabou de entrar");
    expect(zeca.screen()).not.toContain("Outra conversa");
    await maria.presses("Não fui eu");
    await maria.sees("a outra conversa foi desligada");

    expect(await chats(counter)).toMatchObject([{ chat: maria.id }]);
    expect(await eventsOf(counter, "C1")).toMatchObject([
      { kind: "telegram_chat_linked" },
      { kind: "telegram_chat_linked", data: { others: 1 } },
      { kind: "telegram_chat_unlinked", data: { chat: zeca.id, reason: "thrown out" } },
      { kind: "task_created", actor: "customer" },
    ]);
    zeca.types("oi");
    await zeca.sees("Digite o CPF");
    await zeca.misses("Preferências");
  });

  it("cannot throw out the first", async () => {
    const maria = await counter.customerAt("C1");
    vi.setSystemTime(NIGHT + MINUTE);
    const zeca = await counter.customerAt("C1");
    zeca.pressesForged(`v1:not-mine:${maria.id}`);
    await zeca.sees("já não está ligada");
    expect(await chats(counter)).toHaveLength(2);
  });
});

describe("whoever is not the customer", () => {
  it("says so and is left alone: chat and links are void, messages are refused, somebody looks into it", async () => {
    const zeca = await counter.customerAt("C1");
    const pending = await counter.link("C1");
    await zeca.presses("Não sou Cliente");
    await zeca.sees("Você recebeu uma mensagem ou um link");
    await zeca.presses("Sim, não sou Cliente");
    await zeca.sees("Obrigado por avisar");

    expect(await chats(counter)).toEqual([]);
    expect(await eventsOf(counter, "C1")).toMatchObject([
      { kind: "telegram_chat_linked" },
      { kind: "telegram_chat_unlinked", data: { reason: "not me" } },
      { kind: "contact_recorded", data: { medium: "app", outcome: "wrong person" } },
      { kind: "task_created", data: { title: expect.stringContaining("não é o cliente") } },
    ]);
    zeca.opens(pending);
    await zeca.sees("Este link não vale mais");
  });

  it("may have slipped", async () => {
    const maria = await counter.customerAt("C1");
    await maria.presses("Não sou Cliente");
    await maria.presses("Foi engano");
    await maria.sees("O que você quer fazer?");
    expect(await chats(counter)).toHaveLength(1);
  });

  it("closes the phone too where the phone was the proof, until the customer comes by themselves", async () => {
    const zeca = counter.person("Zeca", { phone: "+5581987654321" });
    zeca.opens();
    await zeca.sees("Digite o CPF");
    zeca.types(CPF);
    await zeca.taps("Compartilhar");
    await zeca.presses("Não sou Cliente");
    await zeca.presses("Sim, não sou Cliente");
    await zeca.sees("Obrigado por avisar");
    const marks = async () =>
      (await eventsOf(counter, "C1"))
        .filter(({ kind }) => kind === "contact_recorded")
        .map(({ data }) => data);
    expect(await marks()).toMatchObject([
      { medium: "app", outcome: "wrong person" },
      { medium: "sms", outcome: "wrong person" },
    ]);
    await counter.customerAt("C1");
    expect(await marks()).toMatchObject([{}, {}, { medium: "app", outcome: "welcome" }]);
  });
});

describe("at any moment", () => {
  it("/sair cuts the chat off and says so, also twice", async () => {
    const maria = await counter.customerAt("C1");
    maria.types("/sair");
    await maria.sees("não está mais ligada a nenhum cadastro");
    maria.types("/sair");
    await maria.sees("não está ligada a nenhum cadastro");
    expect(await kindsOf(counter, "C1")).toEqual([
      "telegram_chat_linked",
      "telegram_chat_unlinked",
    ]);
  });

  it("/parar is honoured at once, once, and can be taken back", async () => {
    const maria = await counter.customerAt("C1");
    maria.types("/parar");
    await maria.sees("não enviamos mais mensagens");
    await maria.presses("Voltar a receber");
    await maria.sees("volta a receber");
    expect(await eventsOf(counter, "C1")).toMatchObject([
      { kind: "telegram_chat_linked" },
      { kind: "telegram_chat_stopped", data: { reason: "asked" } },
      { kind: "telegram_chat_resumed" },
    ]);
  });

  it("/ajuda and /privacidade answer anybody, in words, and lead back", async () => {
    const zeca = counter.person("Zeca");
    for (const [command, words] of [
      ["/ajuda", "Nunca pedimos senha"],
      ["/privacidade", "Responsável"],
    ] as const) {
      zeca.types(command);
      await zeca.sees(words);
      await zeca.presses("Voltar ao início");
      await zeca.sees("Digite o CPF");
    }
  });

  it("/idioma changes the language for good, before and after the proof", async () => {
    const zeca = counter.person("Zeca");
    zeca.types("/idioma");
    await zeca.presses("English");
    await zeca.sees("Type the account holder's CPF");
    const maria = await counter.customerAt("C1", { languageCode: "en" });
    await maria.sees("Hello, Cliente!");
    maria.types("/language");
    await maria.presses("Português");
    await maria.sees("Olá, Cliente!");
    const [row] = await counter.database.sql`select language from telegram_chat`;
    expect(row).toMatchObject({ language: "pt-BR" });
  });

  it("speaks English to whoever has their Telegram in English, all the way in", async () => {
    const mary = counter.person("Mary", { phone: "+5581987654321", languageCode: "en-US" });
    mary.opens();
    await mary.sees("Type the account holder's CPF");
    mary.types(CPF);
    await mary.taps("Share my phone");
    await mary.sees("we know that it is you");
    mary.types("/stop");
    await mary.sees("we send no more messages");
    mary.types("/logout");
    await mary.sees("not linked to any record any more");
  });
});
