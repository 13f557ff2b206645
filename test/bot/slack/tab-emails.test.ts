import { beforeEach, describe, expect, it, vi } from "vitest";
import { saveTemplate } from "#core/use-cases/save-template.ts";
import { atAccount, expectOffers } from "#test/bot/slack/account-support.ts";
import { must } from "#test/support/desk.ts";
import { events, outbox } from "#test/support/look.ts";
import { OFFICE_NOW, theOffice } from "#test/support/slack-office.ts";

const office = theOffice();
const OWN = "maria@exemplo.com.br";
const FORM = "Tenho certeza de que desejo enviar agora";

beforeEach(async () => {
  await office().customer("C1", { owing: { A: ["129.90", "2026-05-04"] } });
  await office().database.sql`update customer set email = ${OWN} where id = 'C1'`;
});

async function atForm(as: "ana" | "carla" = "ana") {
  const person = await atAccount(office(), { customer: "C1", tab: 6, as });
  await person.press("account:emails:add");
  await person.sees(FORM);
  return person;
}

const emails = async () => {
  const rows = await office().database.sql`
    select recipients, copies, subject, body, invoices, status, sent_by from message order by id`;
  return rows.map((row) => ({ ...row }));
};

describe("e-mails", () => {
  it("go to the address of the record, about chosen invoices, and are listed and read whole", async () => {
    await office().negotiate("C1");
    const ana = await atForm();
    expect(ana.screen()).toContain(OWN);
    expect(ana.screen()).toContain("As faturas vão anexadas em PDF");
    await ana.type("subject:0", "Sua fatura <!channel>");
    await ana.type("body:0", "Olá, Maria.\nSegue o combinado.");
    await ana.select("invoices", ["A"]);
    await ana.check("confirm", ["yes"]);
    await ana.submit();

    await ana.sees("O e-mail está na fila de envio.");
    expect(ana.modalStack()).toHaveLength(1);
    expect(ana.screen()).toContain("*Sua fatura &lt;!channel&gt;* · na fila de envio");
    expect(ana.screen()).toContain(`Para ${OWN}\n01/07/2026 14:00 · ana`);
    expect(await emails()).toEqual([
      {
        recipients: [OWN],
        copies: [],
        subject: "Sua fatura <!channel>",
        body: "Olá, Maria.\nSegue o combinado.",
        invoices: ["A"],
        status: "queued",
        sent_by: "ana",
      },
    ]);
    expect(await events(office().database.sql, "message_queued")).toMatchObject([
      { actor: "ana", data: { channel: "email", recipients: 1, vouched: false, invoices: ["A"] } },
    ]);
    expect(await outbox(office().database.sql)).toHaveLength(1);

    await ana.press("account:emails:view");
    await ana.sees("Olá, Maria.\nSegue o combinado.");
    expect(ana.screen()).toContain("Sobre as faturas: A");
  });

  it("go nowhere until the person says so", async () => {
    const ana = await atForm();
    await ana.type("subject:0", "Sua fatura");
    await ana.type("body:0", "Olá");
    await expect(ana.submit()).rejects.toThrow("confirm: is required");
    expect(await emails()).toEqual([]);
  });

  it("go to foreign addresses and copies only when these are the customer's own", async () => {
    const ana = await atForm();
    await ana.type("to", `${OWN}, maria.trabalho@exemplo.com`);
    await ana.type("cc", "maria.casa@exemplo.com; nem endereço");
    await ana.type("subject:0", "Sua fatura");
    await ana.type("body:0", "Olá");
    await ana.check("confirm", ["yes"]);
    await ana.submit();
    expect(Object.keys(ana.fieldErrors())).toEqual(["cc"]);
    await ana.type("cc", "maria.casa@exemplo.com");
    await ana.submit();
    expect(ana.fieldErrors().confirm).toMatch(/art\. \d+/);
    expect(await emails()).toEqual([]);

    await ana.check("theirs", ["yes"]);
    await ana.submit();
    await ana.sees("O e-mail está na fila de envio.");
    expect(await emails()).toMatchObject([
      { recipients: [OWN, "maria.trabalho@exemplo.com"], copies: ["maria.casa@exemplo.com"] },
    ]);
    expect(await events(office().database.sql, "message_queued")).toMatchObject([
      { data: { recipients: 3, vouched: true } },
    ]);
  });

  it("take subject and body from a template, and keep what else was typed", async () => {
    const template = {
      channel: "email",
      name: "Lembrete",
      subject: "Lembrete",
      body: "Olá!",
    } as const;
    must(await office().ask(saveTemplate, template));
    const ana = await atForm();
    await ana.type("cc", "maria.casa@exemplo.com");
    await ana.check("theirs", ["yes"]);
    await ana.type("subject:0", "Meu assunto");
    await ana.select("account:email:template", "Lembrete");
    await ana.sees("<Olá!>");
    expect(ana.screen()).not.toContain("Meu assunto");
    await ana.check("confirm", ["yes"]);
    await ana.submit();

    await ana.sees("O e-mail está na fila de envio.");
    expect(await emails()).toMatchObject([
      { subject: "Lembrete", body: "Olá!", copies: ["maria.casa@exemplo.com"] },
    ]);
  });

  it("become a template of a name, by whoever may keep templates", async () => {
    const carla = await atForm("carla");
    await carla.type("subject:0", "Segunda via");
    await carla.type("body:0", "Segue a segunda via.");
    await carla.type("name", "Segunda via");
    await carla.check("confirm", ["yes"]);
    await carla.submit();

    await carla.sees("O e-mail está na fila de envio.");
    const kept = await office().database.sql`
      select channel, name, subject, body, saved_by from template`;
    expect(kept.map((row) => ({ ...row }))).toEqual([
      {
        channel: "email",
        name: "Segunda via",
        subject: "Segunda via",
        body: "Segue a segunda via.",
        saved_by: "carla",
      },
    ]);
    expect(await events(office().database.sql, "template_saved")).toMatchObject([
      { actor: "carla", data: { channel: "email", name: "Segunda via" } },
    ]);
    expect(await emails()).toHaveLength(1);
  });

  it("offer no template to be kept to whoever may not", async () => {
    const ana = await atForm();
    expect(ana.screen()).not.toContain("Salvar como modelo");
  });

  it("are refused once the day's contact was made: said before and at sending, with article and day", async () => {
    const ana = await atForm();
    await ana.type("subject:0", "Um");
    await ana.type("body:0", "Olá");
    await ana.check("confirm", ["yes"]);
    await ana.submit();
    await ana.sees("O e-mail está na fila de envio.");

    await ana.press("account:emails:add");
    const said = await ana.sees(FORM);
    expect(said).toMatch(/já foi contatado 1 vez[\s\S]*possível a partir de 02\/07\/2026/);
    await ana.type("subject:0", "Dois");
    await ana.type("body:0", "Olá");
    await ana.check("confirm", ["yes"]);
    await ana.submit();
    expect(ana.fieldErrors().confirm).toMatch(/possível a partir de 02\/07\/2026/);
    expect(await emails()).toHaveLength(1);
  });

  it("are refused outside of the hours where the customer lives", async () => {
    vi.setSystemTime(OFFICE_NOW + 8 * 3_600_000);
    const ana = await atForm();
    await ana.sees(
      /fora do horário de contato onde o cliente mora \(PE\)[\s\S]*02\/07\/2026 às 08:00/,
    );
    await ana.type("subject:0", "Tarde");
    await ana.type("body:0", "Olá");
    await ana.check("confirm", ["yes"]);
    await ana.submit();
    expect(ana.fieldErrors().confirm).toContain("02/07/2026 às 08:00");
    expect(await emails()).toEqual([]);
  });

  it("are not offered to whoever may not send them", async () => {
    await office().database.sql`
      update role set permissions = array_remove(permissions, 'email.send') where name = 'operator'`;
    const ana = await atAccount(office(), { customer: "C1", tab: 6 });
    expectOffers(ana.modal(), ["account:emails:add"], false);
  });
});
