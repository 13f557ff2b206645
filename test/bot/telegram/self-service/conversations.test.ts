import { beforeEach, describe, expect, it } from "vitest";
import { date } from "#core/calendar.ts";
import { cents } from "#core/money.ts";
import { answerHandedOffer } from "#core/use-cases/answer-handed-offer.ts";
import { answerReceipt } from "#core/use-cases/answer-receipt.ts";
import { closeConversation, writeToCustomer } from "#core/use-cases/converse.ts";
import { aConnection, rows } from "#test/db/work/support.ts";
import { must } from "#test/support/desk.ts";
import { agreementStatus, events, standing } from "#test/support/look.ts";
import { type Counter, NIGHT } from "#test/support/telegram-office.ts";
import { aCounter, aDebtor, ana, answersArrive, isTold, walks } from "./support.ts";

const open = aCounter();
let counter: Counter;
beforeEach(async () => {
  counter = open();
  await aDebtor(counter);
});

/** A JPEG as small as there is. */
const PHOTO = Buffer.from(
  "ffd8ffe000104a46494600010100000100010000ffdb004300080606070605080707070909080a0c140d0c0b0b0c1912130f141d1a1f1e1d1a1c1c20242e2720222c231c1c2837292c30313434341f27393d38323c2e333432ffc0000b080001000101011100ffc4001f0000010501010101010100000000000000000102030405060708090a0bffc400b5100002010303020403050504040000017d01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9faffda0008010100003f00fbd3ffd9",
  "hex",
);

describe("a customer at night", () => {
  it("sees what is owed and why, and pays one invoice by Pix", async () => {
    const person = await ana(counter);
    await walks(person, [
      ["O que eu devo", "Em atraso hoje, 01/07/2026: R$ 375,52"],
      ["1", "Juros de 1 % ao mês, por 100 dias: R$ 4,33"],
      ["Pagar esta", "Como você quer pagar"],
      ["Pix", "logo abaixo"],
    ]);
    await person.sees("5406136.82");
    expect(counter.telegram.calls("sendPhoto")).toHaveLength(1);
    person.remembers();
    await isTold(person, {
      name: "pay-by-pix",
      title: "Seeing what is owed, and paying by Pix",
      told: "Ana opens her link at ten at night. She asks why an invoice costs more than it says, and pays it.",
    });
  });

  it("takes an offer: nothing is agreed before the summary is accepted, and the document follows", async () => {
    const person = await ana(counter);
    await walks(person, [
      ["Negociar", "Escolha uma proposta"],
      ["2x de", "Resumo do acordo"],
    ]);
    expect(await rows(counter, "select * from agreement")).toEqual([]);
    await walks(person, [["Li e aceito", "Acordo 1 fechado"]]);
    await person.sees("acordo-1.pdf");
    person.remembers();
    await walks(person, [["Meu acordo", "Tudo em dia"]]);
    expect(await agreementStatus(counter.database.sql, 1)).toBe("live");
    const [proof] = await rows(counter, "select text, chat_id from offer_acceptance");
    expect(proof).toMatchObject({ chat_id: person.id });
    expect(String(proof?.text)).toContain("Total do acordo: R$ 337,97");
    expect(String(proof?.text)).toContain("2ª em 06/08/2026: R$ 168,98");
    await isTold(person, {
      name: "take-an-offer",
      title: "Taking an offer",
      told: "Ana chooses one of the policy's offers. The text of the summary is kept with the agreement as the proof of what she accepted.",
    });
  });

  it("proposes something else: what is inside the policy is accepted, what is not is countered with its best", async () => {
    const person = await ana(counter);
    await walks(person, [
      ["Negociar", "Escolha uma proposta"],
      ["Fazer minha proposta", "Em quantas vezes"],
    ]);
    person.types("umas 20 vezes, pode ser?");
    await person.sees("Quanto você pode pagar na primeira");
    person.remembers();
    person.types("cinquenta");
    await person.sees("Não entendi o valor");
    person.remembers();
    person.types("R$ 20,00");
    await person.sees("Em que dia você paga a primeira");
    person.remembers();
    person.types("dia 25");
    await person.sees("o máximo é 8");
    person.remembers();
    await walks(person, [
      ["Fazer outra", "Em quantas vezes"],
      ["3x", "Quanto você pode pagar na primeira"],
    ]);
    person.types("150");
    await person.sees("Em que dia");
    person.remembers();
    await walks(person, [
      ["04/07", "Sua proposta pode ser aceita"],
      ["Li e aceito", "Acordo 1 fechado"],
    ]);
    expect(
      await rows(
        counter,
        "select instalment, amount_cents, due_date::text as due from agreement_invoice where is_awaited order by 1",
      ),
    ).toEqual([
      { instalment: 1, amount_cents: 150_00, due: "2026-07-04" },
      { instalment: 2, amount_cents: 93_99, due: "2026-08-04" },
      { instalment: 3, amount_cents: 93_98, due: "2026-09-04" },
    ]);
    await isTold(person, {
      name: "own-proposal",
      title: "A proposal of the customer's own",
      told: "Ana asks for more than the policy gives, is told why not and what can be, and agrees on another proposal of hers.",
    });
  });

  it("negotiates with a person, whose answer comes into the chat and is confirmed there", async () => {
    const person = await ana(counter);
    await walks(person, [
      ["Negociar", "Escolha uma proposta"],
      ["Negociar com uma pessoa", "Uma pessoa olha seu caso"],
    ]);
    const asked = {
      negotiation: 1,
      answer: {
        kind: "counter",
        count: 10,
        firstDue: date("2026-07-10"),
        totalCents: cents(320_00),
      },
      note: "Dividi em dez, como conversamos.",
    } as const;
    must(await counter.ask(answerHandedOffer, asked, { as: "sonia" }));
    await answersArrive(counter, person, "A equipe respondeu");
    await walks(person, [
      ["Ver e confirmar", "Total do acordo: R$ 320,00"],
      ["Li e aceito", "Acordo 1 fechado"],
    ]);
    expect(
      await rows(
        counter,
        "select distinct operator_id from collection where stage = 'in agreement'",
      ),
    ).toEqual([{ operator_id: "sonia" }]);
    await isTold(person, {
      name: "with-an-operator",
      title: "Negotiating with a person",
      told: "What cannot be agreed alone goes to an operator, who answers from Slack; Ana confirms in the same chat.",
    });
  });

  it("sends a receipt, and is told what came of it", async () => {
    const person = await ana(counter);
    await walks(person, [["Já paguei", "Envie aqui a foto"]]);
    person.types("já paguei ontem");
    await person.sees("Preciso da foto");
    person.remembers();
    person.sendsPhoto(PHOTO, "paguei no caixa");
    await person.sees("Comprovante recebido");
    person.remembers();
    expect(await rows(counter, "select title, body from task")).toEqual([
      { title: "Conferir comprovante de Ana Souza", body: "paguei no caixa" },
    ]);
    must(
      await counter.ask(answerReceipt, { receipt: 1, confirmed: true, now: NIGHT }, { as: "ana" }),
    );
    await answersArrive(counter, person, "Pagamento confirmado");
    await isTold(person, {
      name: "receipt",
      title: "Already paid",
      told: "A photo of the receipt makes a task for an operator, and nothing is asked of Ana until somebody has looked at it.",
    });
  });

  it("contests an amount, which is not asked for from then on", async () => {
    const person = await ana(counter);
    await walks(person, [
      ["O que eu devo", "Em atraso hoje"],
      ["3", "Fatura 1003"],
      ["Contestar", "O que está errado"],
      ["O valor não é o combinado", "Motivo: O valor não é o combinado"],
      ["Sim, contestar", "Contestação 1 registrada"],
      ["‹ Faturas", "contestada: não é cobrada"],
    ]);
    expect(person.screen()).toContain("R$ 272,29 em 2 faturas");
    expect(await events(counter.database.sql, "dispute_opened")).toMatchObject([
      { invoice: "2026-05", actor: "customer" },
    ]);
    await isTold(person, {
      name: "contest",
      title: "Contesting an amount",
      told: "The contested amount leaves what Ana owes, and the law's clocks stand still until it is answered.",
    });
  });

  it("has the access opened on its word, once", async () => {
    await aConnection(counter, "C1", { status: "blocked", blockedOn: date("2026-06-20") });
    const person = await ana(counter);
    await walks(person, [
      ["O que eu devo", "Liberar meu acesso"],
      ["Liberar meu acesso", "Em que dia você paga"],
      ["03/07", "Prometo pagar até 03/07/2026"],
      ["Prometo e libero", "Pedido de liberação enviado"],
    ]);
    expect(await rows(counter, "select wanted_status from connection")).toEqual([
      { wanted_status: "normal" },
    ]);
    await walks(person, [
      ["Voltar ao início", "Preferências"],
      ["O que eu devo", "Em atraso"],
    ]);
    expect(person.buttons()).not.toContain("🔓 Liberar meu acesso");
  });

  it("talks to a person until one of them ends it", async () => {
    const person = await ana(counter);
    await walks(person, [["Falar com uma pessoa", "Escreva sua mensagem"]]);
    person.types("Boa noite, mudei de endereço <rua B>");
    await person.sees("Enviado");
    must(
      await counter.ask(
        writeToCustomer,
        { conversation: 1, body: "Boa noite! Qual o novo & completo?", now: NIGHT },
        { as: "ana" },
      ),
    );
    await answersArrive(counter, person, "Boa noite! Qual o novo & completo?");
    await walks(person, [["Voltar ao início", "Preferências"]]);
    person.types("Rua B, 10");
    await person.sees("Enviado");
    expect(
      await rows(counter, "select body, written_by from conversation_message order by id"),
    ).toEqual([
      { body: "Boa noite, mudei de endereço <rua B>", written_by: "customer" },
      { body: "Boa noite! Qual o novo & completo?", written_by: "ana" },
      { body: "Rua B, 10", written_by: "customer" },
    ]);
    must(await counter.ask(closeConversation, { conversation: 1, now: NIGHT }, { as: "ana" }));
    await answersArrive(counter, person, "A equipe encerrou");
    await walks(person, [["Voltar ao início", "Preferências"]]);
    person.types("oi");
    await person.sees("O que você quer fazer");
    expect(await rows(counter, "select id from conversation_message")).toHaveLength(3);
  });

  it("does all of it in English", async () => {
    const person = await ana(counter, "en");
    await walks(person, [
      ["What I owe", "Overdue today, 2026-07-01: R$ 375.52"],
      ["1", "Why this amount?"],
      ["Contest", "What is wrong?"],
      ["‹ Back", "Why this amount?"],
      ["‹ Invoices", "Overdue today"],
      ["Negotiate", "Choose an offer"],
      ["Make my own proposal", "In how many payments"],
      [/^2x$/, "How much can you pay first"],
      ["Even parts", "On which day"],
      ["07-04", "Your proposal can be accepted"],
      ["I have read it and accept", "Agreement 1 is made"],
      ["My agreement", "All is well"],
      ["Pay the next one", "How do you want to pay"],
    ]);
    expect(await standing(counter.database.sql, "AC1-1")).toMatchObject({
      state: "open",
      stage: "in agreement",
    });
  });
});
