import { beforeEach, describe, expect, it } from "vitest";
import { recordContact } from "#core/use-cases/record-contact.ts";
import { saveTemplate } from "#core/use-cases/save-template.ts";
import { telegramChat } from "#db/schema/record.ts";
import { atAccount, expectOffers } from "#test/bot/slack/account-support.ts";
import { must } from "#test/support/desk.ts";
import { events, outbox } from "#test/support/look.ts";
import { customerId } from "#test/support/provider.ts";
import { OFFICE_NOW, theOffice } from "#test/support/slack-office.ts";

const office = theOffice();
const MOBILE = "+5581987654321";

beforeEach(async () => {
  await office().customer("C1", { owing: { A: ["129.90", "2026-05-04"] } });
  await office().database.sql`update customer set mobile = ${MOBILE} where id = 'C1'`;
});

async function atSms() {
  const ana = await atAccount(office(), { customer: "C1", tab: 7 });
  await ana.press("account:messages:sms");
  await ana.sees("Enviar o SMS agora");
  return ana;
}

const messages = async () => {
  const rows = await office().database.sql`
    select channel, recipients, body, note, segments, invoices, status, sent_by from message order by id`;
  return rows.map((row) => ({ ...row }));
};

describe("SMS", () => {
  it("go to the number of the record, as the count and the preview said", async () => {
    await office().negotiate("C1");
    const ana = await atSms();
    expect(ana.screen()).toContain("(81) 98765-4321");
    await ana.type("body:0", `Olá, não esqueça: ${"ã".repeat(150)}`);
    await ana.sees("2 segmentos · 168 caracteres (GSM-7)");
    await ana.sees("O cliente vai receber assim:\nOla, nao esqueca");
    await ana.type("body:0", "Olá, não esqueça");
    await ana.sees("1 segmento · 16 caracteres (GSM-7) · cabem mais 144");
    await ana.type("note", "Pediu por telefone");
    await ana.select("invoices", ["A"]);
    await ana.check("confirm", ["yes"]);
    await ana.submit();

    await ana.sees("A mensagem está na fila de envio.");
    expect(ana.modalStack()).toHaveLength(1);
    expect(ana.screen()).toContain("*SMS* · na fila de envio · 1 segmento");
    expect(ana.screen()).toContain("-4321");
    expect(ana.screen()).not.toContain("98765");
    expect(await messages()).toEqual([
      {
        channel: "sms",
        recipients: [MOBILE],
        body: "Ola, nao esqueca",
        note: "Pediu por telefone",
        segments: 1,
        invoices: ["A"],
        status: "queued",
        sent_by: "ana",
      },
    ]);
    expect(await events(office().database.sql, "message_queued")).toMatchObject([
      { actor: "ana", data: { channel: "sms", recipients: 1, invoices: ["A"] } },
    ]);
    expect(await outbox(office().database.sql)).toHaveLength(1);

    await ana.press("account:messages:view");
    await ana.sees("Observação interna: Pediu por telefone");
  });

  it("keep their accents when the person wants it, and the count says what that costs", async () => {
    const ana = await atSms();
    await ana.type("body:0", "Não é aviso");
    await ana.sees("11 caracteres (GSM-7)");
    await ana.check("accents", ["yes"]);
    await ana.sees("11 caracteres (UCS-2)");
    await ana.sees("Não é aviso");
    await ana.check("confirm", ["yes"]);
    await ana.submit();

    await ana.sees("A mensagem está na fila de envio.");
    expect(await messages()).toMatchObject([{ body: "Não é aviso", segments: 1 }]);
  });

  it("take their text from a template, and count it", async () => {
    const template = { channel: "sms", name: "Curto", subject: null, body: "Ligue-nos." } as const;
    must(await office().ask(saveTemplate, template));
    const ana = await atSms();
    await ana.select("account:message:template", "Curto");
    await ana.sees("1 segmento · 10 caracteres");
    await ana.check("confirm", ["yes"]);
    await ana.submit();

    await ana.sees("A mensagem está na fila de envio.");
    expect(await messages()).toMatchObject([{ body: "Ligue-nos." }]);
  });

  it("are refused at the number or the text that is wrong, and to foreign numbers nobody vouches for", async () => {
    const ana = await atSms();
    await ana.type("to", "(81) 98765-4321, 12");
    await ana.type("body:0", "x".repeat(2_000));
    await ana.check("confirm", ["yes"]);
    await ana.submit();
    expect(Object.keys(ana.fieldErrors())).toEqual(["body:0"]);
    await ana.type("body:0", "Olá");
    await ana.submit();
    expect(Object.keys(ana.fieldErrors())).toEqual(["to"]);
    await ana.type("to", "(81) 98765-4321, 81 91234-5678");
    await ana.submit();
    expect(ana.fieldErrors().confirm).toMatch(/art\. \d+/);
    expect(await messages()).toEqual([]);

    await ana.check("theirs", ["yes"]);
    await ana.submit();
    await ana.sees("A mensagem está na fila de envio.");
    expect(await messages()).toMatchObject([{ recipients: [MOBILE, "+5581912345678"] }]);
  });

  it("are not written to who asked for none: said before and at sending", async () => {
    must(
      await office().ask(recordContact, {
        customer: customerId("C1"),
        direction: "reactive",
        medium: "phone",
        outcome: "opted out",
        subject: "Pediu",
        body: "Sem mensagens",
        now: OFFICE_NOW,
      }),
    );
    const ana = await atSms();
    expect(ana.screen()).toContain(":scales: Não se pode escrever agora a este cliente");
    await ana.type("body:0", "Olá");
    await ana.check("confirm", ["yes"]);
    await ana.submit();
    expect(ana.fieldErrors().confirm).toContain("Não se pode escrever agora a este cliente");
    expect(await messages()).toEqual([]);
  });
});

describe("messages in the app", () => {
  it("go to the chats that the customer linked", async () => {
    await office()
      .database.db.insert(telegramChat)
      .values({ chatId: 7001, customerId: customerId("C1") });
    const ana = await atAccount(office(), { customer: "C1", tab: 7 });
    await ana.press("account:messages:app");
    await ana.sees("(1 conversa ligada)");
    await ana.type("body:0", "Olá, Maria");
    await ana.check("confirm", ["yes"]);
    await ana.submit();

    await ana.sees("A mensagem está na fila de envio.");
    expect(ana.screen()).toContain("*Telegram* · na fila de envio");
    expect(ana.screen()).toContain("Para 1 conversa no Telegram");
    expect(await messages()).toMatchObject([
      { channel: "app", recipients: ["7001"], body: "Olá, Maria", segments: null },
    ]);
    expect(await events(office().database.sql, "message_queued")).toMatchObject([
      { actor: "ana", data: { channel: "app", recipients: 1 } },
    ]);
  });

  it("have nowhere to go without a linked chat, and that is said at once", async () => {
    const ana = await atAccount(office(), { customer: "C1", tab: 7 });
    await ana.press("account:messages:app");
    await ana.sees("Este cliente não tem conversa ligada no Telegram.");
    expect(await messages()).toEqual([]);
  });

  it("are not offered to whoever may not send them", async () => {
    await office().database.sql`
      update role set permissions = array_remove(permissions, 'message.send') where name = 'operator'`;
    const ana = await atAccount(office(), { customer: "C1", tab: 7 });
    expectOffers(ana.modal(), ["account:messages:sms", "account:messages:app"], false);
  });
});
