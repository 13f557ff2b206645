import pino from "pino";
import { beforeEach, describe, expect, it } from "vitest";
import { date } from "#core/calendar.ts";
import { askTrustUnblock } from "#core/use-cases/ask-trust-unblock.ts";
import { rows } from "#test/db/work/support.ts";
import { must } from "#test/support/desk.ts";
import { type Counter, NIGHT } from "#test/support/telegram-office.ts";
import { aCounter, aDebtor, ana, day, walks } from "./support.ts";

/** What is missing for agreements is said in the log too: not here. */
const open = aCounter({ over: { log: pino({ level: "silent" }) } });
let counter: Counter;
beforeEach(async () => {
  counter = open();
  await aDebtor(counter);
});

const agreements = () => rows(counter, "select number from agreement");

describe("an offer on the screen", () => {
  it("that has expired since is explained, and those of now stand below", async () => {
    const person = await ana(counter);
    await walks(person, [
      ["Negociar", "Escolha uma proposta"],
      ["À vista", "Resumo do acordo"],
    ]);
    day.today = date("2026-07-07");
    await walks(person, [["Li e aceito", "Esta proposta valia até 06/07/2026"]]);
    expect(person.screen()).toContain("Valem até 12/07/2026");
    expect(await agreements()).toEqual([]);
    await walks(person, [
      ["À vista", "Resumo do acordo"],
      ["Li e aceito", "Acordo 1 fechado"],
    ]);
  });

  it("whose amounts have changed since is refused, with the invoice that changed", async () => {
    const person = await ana(counter);
    await walks(person, [
      ["Negociar", "Escolha uma proposta"],
      ["À vista", "Resumo do acordo"],
    ]);
    must(await counter.pay("2026-04", { amount: "29.90" }));
    await walks(person, [["Li e aceito", "o valor da fatura 2026-04 mudou"]]);
    expect(await agreements()).toEqual([]);
    expect(person.screen()).toContain("Sua dívida hoje: R$ 344,35");
  });

  it("is taken once, however often and in how many chats it is pressed", async () => {
    const person = await ana(counter);
    const other = await ana(counter);
    await walks(person, [["Negociar", "Escolha uma proposta"]]);
    await walks(other, [["Negociar", "Escolha uma proposta"]]);
    for (const one of [person, other]) await walks(one, [["À vista", "Resumo do acordo"]]);
    const held = await person.holds("Li e aceito");
    const others = await other.holds("Li e aceito");
    for (const press of [held, held, held]) person.pressesHeld(press);
    other.pressesHeld(others);
    await person.sees("Acordo 1 fechado");
    await other.sees("Acordo 1 fechado");
    await counter.telegram.settled();
    expect(await agreements()).toEqual([{ number: 1 }]);
    expect(await rows(counter, "select offer_id from offer_acceptance")).toHaveLength(1);
  });

  it("is not another customer's to take, whatever a button says", async () => {
    const person = await ana(counter);
    await walks(person, [["Negociar", "Escolha uma proposta"]]);
    const stranger = counter.person("Bruno");
    stranger.opens(await counter.link("C2"));
    await stranger.holds("Negociar");
    for (const data of ["v1:offer:1", "v1:take:1", "v1:agreement:1", "v1:agreement-pdf:1"]) {
      stranger.pressesForged(data);
      await counter.telegram.settled();
      expect(stranger.screen()).not.toMatch(/Mensalidade|375,52|359,75/);
    }
    expect(await agreements()).toEqual([]);
  });
});

it("a restart in the middle of a proposal loses nothing of it", async () => {
  const person = await ana(counter);
  await walks(person, [
    ["Negociar", "Escolha uma proposta"],
    ["Fazer minha proposta", "Em quantas vezes"],
    [/^2x$/, "Quanto você pode pagar na primeira"],
  ]);
  await counter.restart();
  person.types("200");
  await person.sees("Em que dia");
  await counter.restart();
  await walks(person, [["Hoje", "Sua proposta pode ser aceita"]]);
  await counter.restart();
  await walks(person, [["Li e aceito", "Primeiro pagamento: R$ 200,00 até 01/07/2026"]]);
});

it("whoever owes 200 invoices reads them page by page, and agrees on all of them at once", async () => {
  await counter.database.sql`
    insert into invoice (id, customer_id, contract_id, ladder_id, number, description, amount_cents, due_date, payment_profile)
    select 'N' || n, 'C1', 'K-C1', 'standard', 'N' || n, 'Taxa ' || n, 5000, date '2026-03-24' + n % 30, 'Itaú 109'
    from generate_series(1, 197) n`;
  must(await counter.classify());
  const person = await ana(counter);
  await walks(person, [["O que eu devo", "em 200 faturas"]]);
  await walks(person, [["Próxima", "Página 2 de 25"]]);
  for (let page = 3; page <= 25; page += 1)
    await walks(person, [["Próxima", `Página ${page} de 25`]]);
  expect(person.buttons()).not.toContain("Próxima ›");
  await walks(person, [
    ["200", "Por que este valor"],
    ["‹ Faturas", "Página 1 de 25"],
    ["Pagar agora", "Qual fatura"],
    ["Voltar ao início", "Preferências"],
    ["Negociar", "em 200 faturas"],
    ["À vista", "e mais 190"],
    ["Li e aceito", "Acordo 1 fechado"],
  ]);
  expect(await rows(counter, "select count(*) from agreement_invoice where is_source")).toEqual([
    { count: 200 },
  ]);
});

describe("what there is not", () => {
  it("is said, with a way on", async () => {
    await counter.database.sql`delete from ledger_unit`;
    const person = await ana(counter);
    await walks(person, [
      ["Meu acordo", "Você não tem um acordo"],
      ["Negociar", "Uma pessoa da equipe faz isso com você"],
      ["Falar com uma pessoa", "Escreva sua mensagem"],
    ]);
  });

  it("a broken agreement is not renewed alone, and a person is a press away", async () => {
    const person = await ana(counter);
    await walks(person, [
      ["Negociar", "Escolha uma proposta"],
      ["2x de", "Resumo do acordo"],
      ["Li e aceito", "Acordo 1 fechado"],
    ]);
    day.today = date("2026-07-15");
    await walks(person, [
      ["Meu acordo", "não foi paga no prazo"],
      ["Negociar com uma pessoa", "Seu pedido foi para a equipe"],
    ]);
    expect(
      await rows(
        counter,
        "select handed->>'because' as because from negotiation order by id desc limit 1",
      ),
    ).toEqual([{ because: "broken agreement" }]);
  });

  it("a wrong kind of file is no receipt, and the question stands", async () => {
    const person = await ana(counter);
    await walks(person, [["Já paguei", "Envie aqui a foto"]]);
    person.sendsDocument({
      name: "oi.txt",
      mimeType: "text/plain",
      bytes: Buffer.from("paguei, confia"),
    });
    await person.sees("precisa ser uma foto ou um PDF");
    person.sendsDocument({
      name: "virus.exe",
      mimeType: "application/pdf",
      bytes: Buffer.from("MZ\u0000\u0001"),
    });
    await person.sees("Envie aqui a foto");
    expect(await rows(counter, "select id from receipt")).toEqual([]);
  });

  it("access that is not blocked is not opened", async () => {
    const person = await ana(counter);
    const input = { chat: person.id, now: NIGHT, promisedOn: date("2026-07-03"), reason: "x" };
    const asked = await askTrustUnblock(counter.ports, { input, today: day.today });
    expect(asked).toMatchObject({ ok: false, refusal: { reason: "not_blocked" } });
    await walks(person, [["O que eu devo", "Em atraso"]]);
    expect(person.buttons().join()).not.toContain("Liberar");
  });
});
