import { describe, expect, it } from "vitest";
import { must } from "#test/support/desk.ts";
import { agreementStatus, bureauRecords, events, stages } from "#test/support/look.ts";
import { single, unchanged } from "#test/support/proposals.ts";
import { type Office, theOffice } from "#test/support/slack-office.ts";

const office = theOffice();

/** At the screen of somebody who has the panel open in the Home. */
async function atPanel(panel: string, who: Parameters<Office["person"]>[0] = "ana") {
  const person = office().person(who);
  await person.openHome();
  await person.sees("## Painéis");
  await person.press("home.panel.open", { value: panel, in: "home" });
  await person.sees("‹ Início");
  return person;
}

/** A promise of July's first days that was made and not kept: broken on `TODAY`. */
async function aBrokenPromise(customer: string): Promise<number> {
  await office().customer(customer, {
    owing: { [`I-${customer}`]: ["300.00", "2026-03-01"] },
  });
  await office().negotiate(customer, "2026-05-01");
  const { agreement } = must(
    await office().agree(
      customer,
      [`I-${customer}`],
      single("2026-06-10", { tolerance: "2026-06-12" }),
      { on: "2026-05-01", as: "ana" },
    ),
  );
  if (agreement === null) throw new Error("no agreement was made");
  return agreement;
}

const mayBeRegistered = async (customer: string) => {
  await office().endContract(customer, "2026-06-01");
  await office().notice(customer, "bureau", "2026-06-20");
};

describe("panel 1, classified", () => {
  it("runs the classifier and answers with what changed", async () => {
    await office().customer("C", {
      owing: { A: ["129.90", "2026-06-01"], B: ["99.95", "2026-05-01"] },
    });
    const ana = await atPanel("classified");
    expect(ana.screen()).toContain("Nenhuma fatura classificada.");
    await ana.press("panel.classify");
    const said = await ana.sees("O classificador incluiu 2 faturas e liberou 0.");
    expect(said).toContain("Agora há 1 cliente com 2 faturas classificadas.");
    await ana.closeModal();

    await ana.sees(
      "*Cliente C*\nR$ 229,85 · 2 faturas · mais antiga de 01/05/2026, 61 dias de atraso\nRecife",
    );
    expect(await events(office().database.sql, "classifier_ran")).toMatchObject([{ actor: "ana" }]);
  });

  it("opens a customer's invoices and starts the chosen ones, after naming them", async () => {
    await office().customer("C", {
      owing: { A: ["129.90", "2026-06-01"], B: ["99.95", "2026-05-01"] },
    });
    must(await office().classify());
    const ana = await atPanel("classified");
    await ana.press("row.invoices");
    await ana.sees("2 de 2 escolhidas, R$ 229,85");
    await ana.check("invoices-0", ["A"]);
    expect(await ana.submit()).toBe("updated");
    expect(ana.screen()).toContain(
      "Iniciar a cobrança de 1 fatura de Cliente C, no total de R$ 129,90?",
    );
    expect(await ana.submit()).toBe("updated");
    await ana.sees("1 fatura de Cliente C está em contato.");

    const { sql } = office().database;
    expect(await stages(sql, "C")).toBe("A: in contact, B: classified");
    expect(await events(sql, "collection_started")).toMatchObject([{ actor: "ana", invoice: "A" }]);
    await ana.closeModal();
    await ana.sees("R$ 99,95 · 1 fatura");
  });

  it("asks for at least one invoice, at the field", async () => {
    await office().customer("C", { owing: { A: ["129.90", "2026-06-01"] } });
    must(await office().classify());
    const ana = await atPanel("classified");
    await ana.press("row.invoices");
    await ana.sees("1 de 1 escolhidas");
    await ana.check("invoices-0", []);

    await expect(ana.submit()).rejects.toThrow("invoices-0: is required");
  });

  it("asks for at least one invoice of all pages, at the field", async () => {
    const names = Array.from({ length: 11 }, (_, i) => `F${String(i + 10)}`);
    await office().customer("C", {
      owing: Object.fromEntries(names.map((name) => [name, ["10.00", "2026-05-01"]])),
    });
    must(await office().classify());
    const ana = await atPanel("classified");
    await ana.press("row.invoices");
    await ana.sees("11 de 11 escolhidas");
    await ana.check("invoices-0", []);
    await ana.press("start.turn.next");
    await ana.sees(/\n1 de 11 escolhidas/);
    await ana.check("invoices-1", []);

    expect(await ana.submit()).toBe("errors");
    expect(ana.fieldErrors()).toEqual({
      "invoices-1": "Nenhuma fatura foi escolhida. Escolha pelo menos uma.",
    });
  });

  it("keeps the ticks of each page of ten", async () => {
    const names = Array.from({ length: 23 }, (_, i) => `F${String(i + 10)}`);
    await office().customer("C", {
      owing: Object.fromEntries(names.map((name) => [name, ["10.00", "2026-05-01"]])),
    });
    must(await office().classify());
    const ana = await atPanel("classified");
    await ana.press("row.invoices");
    await ana.sees("23 de 23 escolhidas");
    await ana.check("invoices-0", ["F10"]);
    await ana.press("start.turn.next");
    await ana.sees("14 de 23 escolhidas, R$ 140,00");
    await ana.check("invoices-1", ["F20", "F21"]);
    await ana.press("start.turn.next");
    await ana.sees("6 de 23 escolhidas, R$ 60,00");
    await ana.press("start.turn.previous");
    await ana.sees("[x] R$ 10,00 · 01/05/2026 · 61 dias · nº F20");
    expect(await ana.submit()).toBe("updated");
    expect(await ana.submit()).toBe("updated");
    await ana.sees("6 faturas de Cliente C estão em contato.");

    const started = (await stages(office().database.sql, "C"))
      .split(", ")
      .filter((line) => line.endsWith("in contact"))
      .map((line) => line.split(":")[0]);
    expect(started).toEqual(["F10", "F20", "F21", "F30", "F31", "F32"]);
  });

  it("says when somebody else was faster", async () => {
    await office().customer("C", { owing: { A: ["129.90", "2026-06-01"] } });
    must(await office().classify());
    const ana = await atPanel("classified");
    await ana.press("row.invoices");
    await ana.sees("1 de 1 escolhidas");
    await ana.submit();
    must(await office().start("C", undefined, { as: "bruno" }));
    await ana.submit();

    await ana.sees("A fatura A está em contato, e para isto precisa estar classificada.");
  });

  it("opens the account", async () => {
    await office().customer("C", { owing: { A: ["129.90", "2026-06-01"] } });
    must(await office().classify());
    const ana = await atPanel("classified");
    await ana.press("row.account");

    await ana.sees("## Cliente C");
  });
});

describe("panel 2, in contact", () => {
  it("confirms the start after a dialog that names the customer, the invoices and the amount", async () => {
    await office().customer("C", {
      owing: { A: ["129.90", "2026-06-01"], B: ["99.95", "2026-05-01"] },
    });
    must(await office().classify());
    must(await office().start("C", undefined, { as: "ana" }));
    const ana = await atPanel("in-contact");
    await expect(ana.press("row.confirm")).rejects.toThrow(
      "Cliente C: 2 faturas passam a aguardar negociação, no total de R$ 229,85.",
    );
    await ana.press("row.confirm", { confirm: false });
    await office().slack.settled();
    expect(await stages(office().database.sql, "C")).toBe("A: in contact, B: in contact");
    await ana.press("row.confirm", { confirm: true });
    await ana.sees("2 faturas de Cliente C aguardam negociação na conta 1.");

    const { sql } = office().database;
    expect(await stages(sql, "C")).toBe("A: awaiting negotiation, B: awaiting negotiation");
    expect(await events(sql, "account_opened")).toMatchObject([{ actor: "ana" }]);
    await ana.press("row.account", { in: "modal" });
    await ana.sees("## Cliente C");
    await ana.closeModal();
    await ana.sees("Ninguém em contato.");
  });
});

describe("panels 3, 5 and 9", () => {
  it("open the account", async () => {
    await office().customer("C", { owing: { A: ["129.90", "2026-06-01"] } });
    await office().negotiate("C");
    const ana = await atPanel("awaiting");
    await ana.press("row.account");
    await ana.sees("## Cliente C");
  });

  it("show what was paid, and when", async () => {
    await office().customer("C", { owing: { A: ["129.90", "2026-06-01"] } });
    await office().negotiate("C");
    must(await office().agree("C", ["A"], unchanged()));
    must(await office().pay("A"));
    const ana = await atPanel("settled");

    expect(ana.screen()).toContain("*Cliente C*\nR$ 129,90 · fatura A · vencimento 01/06/2026");
    expect(ana.screen()).toContain("Paga em 01/07/2026");
    await ana.press("row.account");
    await ana.sees("## Cliente C");
  });

  it("show what was removed from the bureau, with the reason that was given", async () => {
    await aBrokenPromise("C");
    await mayBeRegistered("C");
    must(await office().register("AC1-1", "enviado"));
    must(await office().pay("AC1-1"));
    must(await office().unregister("AC1-1", "pago em dia"));
    const ana = await atPanel("spc-removed");

    expect(ana.screen()).toContain("Removida do SPC em 01/07/2026: pago em dia");
    expect(ana.screen()).toContain("registro interno");
    await ana.press("row.account");
    await ana.sees("## Cliente C");
  });
});

describe("panels 4 and 6, the promises", () => {
  it("register in SPC, with the checklist and the warning that it is internal", async () => {
    await aBrokenPromise("C");
    await mayBeRegistered("C");
    const ana = await atPanel("pending");
    await ana.press("row.register");
    const form = await ana.sees("A lei permite o registro hoje.");
    expect(form).toContain("Este é um registro interno: faça o mesmo no sistema do próprio SPC.");
    await ana.type("details", "protocolo 77");
    expect(await ana.submit()).toBe("updated");
    await ana.sees("foi anotado.");

    const { sql } = office().database;
    expect(await bureauRecords(sql, "AC1-1")).toMatchObject([{ removedOn: null }]);
    expect(await events(sql, "spc_registered")).toMatchObject([
      { actor: "ana", data: { details: "protocolo 77" } },
    ]);
  });

  it("say with the article why an invoice may not be registered today, and let nothing be sent", async () => {
    await aBrokenPromise("C");
    const { sql } = office().database;
    const ana = await atPanel("broken");
    await ana.press("row.register");
    const form = await ana.sees("O registro não é possível hoje:");

    expect(form).toMatch(/o contrato não foi encerrado; encerre-o antes \(.+\)/);
    expect(form).toContain("registro interno");
    expect(form).not.toContain("Registrar]");
    expect(await bureauRecords(sql, "AC1-1")).toEqual([]);
    expect(await events(sql, "spc_registered")).toEqual([]);
  });

  it("say from which day a promise may be registered that can still be kept", async () => {
    await office().customer("C", { owing: { A: ["300.00", "2026-03-01"] } });
    await office().negotiate("C");
    must(await office().agree("C", ["A"], single("2026-07-10", { tolerance: "2026-07-20" })));
    await mayBeRegistered("C");
    const ana = await atPanel("pending");
    await ana.press("row.register");

    await ana.sees("possível a partir de 21/07/2026");
  });

  it("rescind after a preview of what comes back and what is deleted, with a reason", async () => {
    const agreement = await aBrokenPromise("C");
    const ana = await atPanel("broken");
    expect(ana.screen()).toContain("Acordo quebrado há 19 dias");
    await ana.press("row.rescind", { value: "1" });
    const form = await ana.sees("Desfazer o acordo 1 de Cliente C, no total de R$ 300,00.");
    expect(form).toContain("Voltam para a negociação:\n• fatura I-C, R$ 300,00");
    expect(form).toContain("1 fatura do acordo ainda não paga será excluída: R$ 300,00");
    const { sql } = office().database;
    expect(await agreementStatus(sql, agreement)).toBe("live");

    await ana.type("reason", "   ");
    expect(await ana.submit()).toBe("errors");
    expect(ana.fieldErrors().reason).toContain("O motivo está vazio.");
    await ana.type("reason", "cliente sumiu");
    expect(await ana.submit()).toBe("updated");
    await ana.sees("O acordo 1 foi desfeito.");

    expect(await agreementStatus(sql, agreement)).toBe("rescinded");
    expect(await stages(sql, "C")).toContain("I-C: awaiting negotiation");
    expect(await events(sql, "agreement_rescinded")).toMatchObject([
      { actor: "ana", data: { reason: "cliente sumiu" } },
    ]);
    await ana.closeModal();
    await ana.sees("Nenhum acordo quebrado.");
  });

  it("preview what was paid as credited", async () => {
    await aBrokenPromise("C");
    must(await office().pay("AC1-1", { amount: "100.00" }));
    const ana = await atPanel("broken");
    await ana.press("row.rescind", { value: "1" });
    const form = await ana.sees("Pagamentos creditados: R$ 100,00");

    expect(form).toContain("• fatura I-C, R$ 300,00, com R$ 100,00 já creditados");
    expect(await events(office().database.sql, "agreement_rescinded")).toEqual([]);
  });

  it("open the account", async () => {
    await aBrokenPromise("C");
    const ana = await atPanel("pending");
    await ana.press("row.account");
    await ana.sees("## Cliente C");
    await ana.closeModal();
    await ana.press("panel.home");
    await ana.sees("## Painéis");
    await ana.press("home.panel.open", { value: "broken" });
    await ana.sees("## Acordos quebrados");
    await ana.press("row.account");

    await ana.sees("## Cliente C");
  });

  it("renegotiate: the wizard opens over the broken invoice", async () => {
    await aBrokenPromise("C");
    const ana = await atPanel("broken");
    await ana.press("row.renegotiate");

    const wizard = await ana.sees("# Novo acordo");
    expect(wizard).toMatch(/\[x\][^\n]*AC1-1/);
  });
});

describe("panels 7 and 8, the bureau", () => {
  it("remove a live record", async () => {
    await aBrokenPromise("C");
    await mayBeRegistered("C");
    must(await office().register("AC1-1", "enviado"));
    const ana = await atPanel("spc");
    expect(ana.screen()).toContain("Registrada no SPC em 01/07/2026: enviado");
    await ana.press("row.remove");
    expect(await ana.sees("# Remover do SPC")).toContain("Este é um registro interno");
    await ana.type("details", "engano");
    expect(await ana.submit()).toBe("updated");
    await ana.sees("A remoção do registro 1 foi anotada.");

    const { sql } = office().database;
    expect(await bureauRecords(sql, "AC1-1")).toMatchObject([{ removedOn: "2026-07-01" }]);
    expect(await events(sql, "spc_removed")).toMatchObject([{ actor: "ana" }]);
  });

  it("open the account", async () => {
    await aBrokenPromise("C");
    await mayBeRegistered("C");
    must(await office().register("AC1-1", "enviado"));
    const ana = await atPanel("spc");
    await ana.press("row.account");
    await ana.sees("## Cliente C");
  });

  it("show a critique with the legal deadline, in the row and in the form", async () => {
    await aBrokenPromise("C");
    await mayBeRegistered("C");
    must(await office().register("AC1-1", "enviado"));
    must(await office().pay("AC1-1"));
    const ana = await atPanel("spc-critiques");
    // Five business days after the 1st, a Wednesday.
    const deadline = "Prazo legal para remover: 08/07/2026 (faltam 7 dias)";
    expect(ana.screen()).toContain(deadline);
    await ana.press("row.remove");
    expect(await ana.sees("# Remover do SPC")).toContain(deadline);
    await ana.type("details", "pago");
    await ana.submit();
    await ana.sees("A remoção do registro 1 foi anotada.");
    await ana.closeModal();

    await ana.sees("Nenhuma crítica");
    expect(await bureauRecords(office().database.sql, "AC1-1")).toMatchObject([
      { removedOn: "2026-07-01" },
    ]);
  });
});
