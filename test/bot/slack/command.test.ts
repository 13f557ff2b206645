import { describe, expect, it } from "vitest";
import { must } from "#test/support/desk.ts";
import { theOffice } from "#test/support/slack-office.ts";

const office = theOffice();

describe("/cobranca", () => {
  it("opens the panels; the one that is pressed stands in the Home", async () => {
    await office().customer("C", { owing: { A: ["129.90", "2026-06-01"] } });
    must(await office().classify());
    const ana = office().person("ana");
    await ana.slash("/cobranca");
    await ana.sees("*Classificados para cobrança*\n1 · R$ 129,90 | [Abrir]");
    await ana.press("home.panel.open", { value: "classified" });
    await ana.sees("O painel Classificados para cobrança está aberto na aba Início da Acordo.");
    await ana.closeModal();

    await ana.sees("## Classificados para cobrança");
  });

  it.each([
    ["the id", "C"],
    ["the tax id", "529.982.247-25"],
    ["an invoice", "A"],
    ["the beginning of the name", "cliente"],
  ])("opens the account of a customer by %s", async (_, reference) => {
    await office().customer("C", { owing: { A: ["129.90", "2026-06-01"] } });
    const ana = office().person("ana");
    await ana.slash("/cobranca", `cliente ${reference}`);

    await ana.sees("## Cliente C");
  });

  it("lets choose when the words mean several, with tax ids masked", async () => {
    await office().customer("C1");
    await office().customer("C2", { taxId: "11222333000181", city: "Olinda" });
    const ana = office().person("ana");
    await ana.slash("/cobranca", "cliente cliente");
    const found = await ana.sees("# Qual cliente?");
    expect(found).toContain("Olinda");
    expect(found).not.toContain("52998224725");
    await ana.press("row.account", { value: "C2" });

    await ana.sees("## Cliente C2");
  });

  it("says that nobody is called that, and how to look", async () => {
    const ana = office().person("ana");
    await ana.slash("/cobranca", "cliente ninguém");
    await ana.sees("Nenhum cliente encontrado.");
    await ana.slash("/cobranca", "cliente");

    await ana.sees("Informe quem: /cobranca cliente NOME");
  });

  it("helps, asked or not understood", async () => {
    const ana = office().person("ana");
    await ana.slash("/cobranca", "ajuda");
    await ana.sees("/cobranca ajuda: mostra esta ajuda");
    await ana.slash("/cobranca", "dançar");

    await ana.sees("Não conheço esse comando.");
  });

  it("tells somebody who is no operator what to do", async () => {
    const fabio = office().person("fabio");
    await fabio.slash("/cobranca", "cliente C");

    await fabio.sees("Seu usuário do Slack ainda não está ligado a um operador.");
  });
});
