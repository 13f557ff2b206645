import { describe, expect, it } from "vitest";
import { wordsOf } from "#bot/slack/shortcuts/mentioned.ts";
import { theOffice } from "#test/support/slack-office.ts";

const office = theOffice();

const OPEN = "acordo_abrir";
const OF_MESSAGE = "acordo_cliente";

describe("the shortcut to a customer", () => {
  it.each([
    ["the beginning of the name", "cliente"],
    ["the tax id", "529.982.247-25"],
    ["an invoice", "F77"],
  ])("searches by %s and opens the account that is chosen", async (_, words) => {
    await office().customer("C7", { owing: { F77: ["129.90", "2026-06-01"] } });
    const ana = office().person("ana");
    await ana.shortcut(OPEN);
    await ana.sees("# Qual cliente?");
    const found = await ana.search("shortcut.customer", words);
    expect(found.map(({ value }) => value)).toEqual(["C7"]);
    expect(found[0]?.text.text).toContain("***.982.247-**");
    await ana.select("shortcut.customer", "C7");

    await ana.sees("## Cliente C7");
    expect(ana.modalStack()).toHaveLength(1);
  });

  it("tells somebody who is no operator what to do", async () => {
    const fabio = office().person("fabio");
    await fabio.shortcut(OPEN);

    await fabio.sees("Seu usuário do Slack ainda não está ligado a um operador.");
  });
});

describe("the shortcut of a message", () => {
  it.each([
    ["a customer's id", "Pode ver o cliente C7, por favor?"],
    ["a tax id", "CPF 529.982.247-25 quer pagar R$ 77,00 em 01/07/2026 às 14:30"],
    ["an invoice", "A fatura F77 venceu"],
  ])("opens the account by %s", async (_, words) => {
    await office().customer("C7", { owing: { F77: ["129.90", "2026-06-01"] } });
    const ana = office().person("ana");
    await ana.messageShortcut(OF_MESSAGE, await ana.say(words, { channel: "C1" }));

    await ana.sees("## Cliente C7");
  });

  it("takes the first that is named", async () => {
    await office().customer("C7");
    await office().customer("C8", { taxId: "11222333000181" });
    const ana = office().person("ana");
    const message = await ana.say("C8 é vizinho de C7", { channel: "C1" });
    await ana.messageShortcut(OF_MESSAGE, message);

    await ana.sees("## Cliente C8");
  });

  it("offers the search where the message names nobody", async () => {
    await office().customer("C7");
    const ana = office().person("ana");
    await ana.messageShortcut(OF_MESSAGE, await ana.say("Bom dia, tudo bem?", { channel: "C1" }));
    await ana.sees("Não encontrei cliente, CPF, CNPJ ou fatura na mensagem.");
    await ana.search("shortcut.customer", "cliente");
    await ana.select("shortcut.customer", "C7");

    await ana.sees("## Cliente C7");
  });

  it("knows the customer of our own notices, and takes no amount, date or person for one", () => {
    const button = { action_id: "approval-open-account", value: "cliente-9" };
    const text = "Acordo de R$ 1.234,56 em 24/11/2026 às 14h30, <@U123>, <tel:81999|81999>";

    expect(wordsOf({ text, blocks: [{ type: "actions", elements: [button] }] })).toEqual([
      "cliente-9",
      "81999",
    ]);
  });
});

describe("the help", () => {
  it("names the shortcuts and the administration", async () => {
    const ana = office().person("ana");
    await ana.slash("/cobranca", "ajuda");
    const help = await ana.sees("acordo_abrir");

    expect(help).toContain("acordo_cliente");
    expect(help).toContain("/cobranca admin");
  });
});

describe("the Home", () => {
  it("leads those who may administer there, and nobody else", async () => {
    const elisa = office().person("elisa");
    await elisa.openHome();
    await elisa.sees("[Administrar]");
    await elisa.press("home.administration");
    await elisa.sees("# Administração");
    const ana = office().person("ana");
    await ana.openHome();
    const home = await ana.sees("## Olá");

    expect(home).not.toContain("[Administrar]");
  });
});
