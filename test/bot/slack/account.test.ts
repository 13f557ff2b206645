import { describe, expect, it } from "vitest";
import { atAccount, expectOffers, turnTo } from "#test/bot/slack/account-support.ts";
import { unchanged } from "#test/support/proposals.ts";
import { theOffice } from "#test/support/slack-office.ts";

const office = theOffice();

/** C1 owes A and B, and negotiates both. */
async function negotiating(): Promise<void> {
  await office().customer("C1", {
    owing: { A: ["129.90", "2026-05-04"], B: ["99.95", "2026-06-01"] },
  });
  await office().negotiate("C1");
}

describe("the account of a customer", () => {
  it("tells who the customer is, with the tax id masked, and how much stands where", async () => {
    await negotiating();
    await office().agree("C1", ["A"], unchanged());
    await office().dispute("B", "2026-06-25");
    await office().notice("C1", "debt", "2026-06-10");

    const screen = (await atAccount(office(), { customer: "C1" })).screen();

    expect(screen.replaceAll("\u200b", "")).toContain("***.982.247-**");
    expect(screen).not.toContain("52998224725");
    expect(screen).toContain("Recife / PE");
    expect(screen).toMatch(/\*Conta\*\n\d+/);
    expect(screen).toContain("aguardando negociação: 1 fatura, R$ 99,95");
    expect(screen).toContain("em acordo: 1 fatura, R$ 129,90");
    expect(screen).toContain("A fatura B foi contestada em 25/06/2026: responda até 25/07/2026.");
    expect(screen).toContain("Última notificação do débito recebida em 10/06/2026.");
  });

  it("turns from tab to tab in the one modal", async () => {
    await negotiating();
    const ana = await atAccount(office(), { customer: "C1" });
    const opened = ana.modal()?.id;

    for (const tab of [2, 3, 4, 5, 9, 1]) await turnTo(office(), ana, tab);

    expect(ana.modalStack().map(({ id }) => id)).toEqual([opened]);
  });

  it("shows what has changed when it is refreshed", async () => {
    await negotiating();
    const ana = await atAccount(office(), { customer: "C1" });
    expect(ana.screen()).toContain("Fatura A");

    await office().pay("A");
    await office().pay("B");
    await ana.press("account:refresh");

    await ana.sees("Nenhuma fatura aguarda negociação.");
  });

  it("has neither the tabs nor the tools that the role does not permit", async () => {
    await negotiating();
    const { sql } = office().database;
    await sql`
      insert into role (name, permissions, max_discount, max_instalments)
      values ('reader', ${["tab.invoices", "tab.comments"]}, 0, 1)`;
    await sql`update operator set role = 'reader' where id = 'ana'`;

    const ana = await atAccount(office(), { customer: "C1" });
    expectOffers(ana.modal(), ["account:tab", "account:refresh"], true);
    expectOffers(ana.modal(), ["account:invoices:agree", "account:tick"], false);
    await expect(ana.select("account:tab", "5")).rejects.toThrow();

    await turnTo(office(), ana, 4);
    expectOffers(ana.modal(), ["account:comments:add"], false);
  });
});
