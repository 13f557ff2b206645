import { describe, expect, it } from "vitest";
import { atAccount, expectOffers } from "#test/bot/slack/account-support.ts";
import { events } from "#test/support/look.ts";
import { theOffice } from "#test/support/slack-office.ts";

const office = theOffice();

async function atForm() {
  await office().customer("C1", { owing: { A: ["129.90", "2026-05-04"] } });
  const ana = await atAccount(office(), { customer: "C1", tab: 4 });
  await ana.press("account:comments:add");
  await ana.sees("Quem atendeu");
  return ana;
}

describe("comments and contacts", () => {
  it("are recorded with all that was said of them, and listed as they were typed", async () => {
    const ana = await atForm();
    await ana.select("direction", "reactive");
    await ana.select("medium", "whatsapp");
    await ana.type("answeredBy", "Dona Maria");
    await ana.type("category", "Promessa");
    await ana.select("outcome", "promised");
    await ana.type("subject", "Paga sexta <!channel>");
    await ana.type("body", "Disse que recebe na quinta.");
    await ana.submit();

    await ana.sees("O contato foi registrado.");
    expect(ana.modalStack()).toHaveLength(1);
    expect(ana.screen()).toContain("Paga sexta &lt;!channel&gt;");
    const rows = await office().database.sql`
      select customer_id, direction, medium, answered_by, category, subject, body, recorded_by from contact`;
    expect(rows.map((row) => ({ ...row }))).toEqual([
      {
        customer_id: "C1",
        direction: "reactive",
        medium: "whatsapp",
        answered_by: "Dona Maria",
        category: "Promessa",
        subject: "Paga sexta <!channel>",
        body: "Disse que recebe na quinta.",
        recorded_by: "ana",
      },
    ]);
    expect(await events(office().database.sql, "contact_recorded")).toMatchObject([
      { actor: "ana", data: { direction: "reactive", medium: "whatsapp", outcome: "promised" } },
    ]);
  });

  it("are refused at the field that is wrong, and go through once it is right", async () => {
    const ana = await atForm();
    await ana.type("subject", "x".repeat(201));
    await ana.type("body", "Fica");
    await ana.submit();
    expect(Object.keys(ana.fieldErrors())).toEqual(["subject"]);

    await ana.type("subject", "Curto");
    await ana.submit();
    await ana.sees("O contato foi registrado.");
    expect(await office().database.sql`select id from contact`).toHaveLength(1);
  });

  it("open to be read whole, however long", async () => {
    const ana = await atForm();
    await ana.type("subject", "Longo");
    await ana.type("body", `${"palavra ".repeat(370)}fim`);
    await ana.submit();
    await ana.sees("O contato foi registrado.");

    await ana.press("account:comments:view");
    const screen = await ana.sees("palavra fim");
    expect(screen.match(/palavra/g)).toHaveLength(370);
  });

  it("go on from page to page and back", async () => {
    await office().customer("C1");
    for (let number = 1; number <= 12; number++) {
      await office().database.sql`
        insert into contact (customer_id, direction, medium, subject, body, recorded_by)
        values ('C1', 'active', 'phone', ${`Assunto ${number}.`}, 'texto', 'ana')`;
    }
    const ana = await atAccount(office(), { customer: "C1", tab: 4 });
    expectOffers(ana.modal(), ["account:previous"], false);

    await ana.press("account:next");
    await ana.sees("Assunto 2.");
    expect(ana.screen()).not.toContain("Assunto 3.");
    await ana.press("account:previous");
    await ana.sees("Assunto 12.");
  });
});
