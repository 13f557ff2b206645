import { describe, expect, it } from "vitest";
import { theOffice } from "#test/support/slack-office.ts";
import {
  atWizard,
  chooses,
  fillTerms,
  goTo,
  owing,
  presses,
  toInstalments,
  toSplit,
} from "./wizard-support.ts";

const office = theOffice();

const _submissions = () =>
  office()
    .slack.deliveries()
    .filter(({ payload }) => payload.type === "view_submission");

const _agreements = async (): Promise<number> => {
  const [row] = await office().database.sql<[{ count: number }]>`
    select count(*)::int as count from agreement`;
  return row.count;
};

describe("choosing invoices", () => {
  it("shows what may not enter with its reason, and lets nobody tick it", async () => {
    await owing(office(), {
      owing: {
        A: ["129.90", "2026-05-04"],
        B: ["99.95", "2026-05-04", { fiscalDocument: true }],
        C: ["1.00", "2026-05-05", { remittance: true }],
        D: ["2.00", "2026-05-06"],
      },
    });
    await office().dispute("D", "2026-06-20");
    const ana = await atWizard(office());

    expect(ana.screen()).toContain("ela tem nota fiscal");
    expect(ana.screen()).toContain("ela foi enviada ao banco em remessa");
    expect(ana.screen()).toContain("o cliente contestou o valor em 20/06/2026");
    expect(ana.screen()).toContain("*1* fatura escolhida: *R$ 129,90*");
    await expect(ana.check("invoices-0-0", ["B"])).rejects.toThrow("no option");
  });

  it("asks at the field for at least one", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await ana.check("invoices-0-0", []);

    await expect(ana.submit()).rejects.toThrow("invoices-0-0: is required");
  });

  it("asks at the field for at least one of all pages", async () => {
    const many = Array.from({ length: 11 }, (_, index) => [
      `F${String(index).padStart(2, "0")}`,
      ["10.00", "2026-05-04"] as const,
    ]);
    await owing(office(), { owing: Object.fromEntries(many) });
    const ana = await atWizard(office());
    await presses(office(), ana, "wizard-tick-none");
    await ana.submit();

    expect(Object.values(ana.fieldErrors())).toEqual([
      "Nenhuma fatura foi escolhida. Escolha pelo menos uma.",
    ]);
  });

  it("keeps the ticks of each page of ten", async () => {
    const many = Array.from({ length: 23 }, (_, index) => [
      `F${String(index).padStart(2, "0")}`,
      ["10.00", "2026-05-04"] as const,
    ]);
    await owing(office(), { owing: Object.fromEntries(many) });
    const ana = await atWizard(office());
    await ana.check("invoices-0-0", ["F00", "F01"]);
    await presses(office(), ana, "wizard-page-on");
    expect(ana.screen()).toContain("Página 2 de 3");
    await ana.check("invoices-1-0", ["F12"]);
    await presses(office(), ana, "wizard-page-on");
    await ana.check("invoices-2-0", []);
    await presses(office(), ana, "wizard-page-back");
    expect(ana.screen()).toContain("[x] F12");
    await goTo(ana, "terms");

    expect(ana.screen()).toContain("Soma das faturas: R$ 30,00");
  });

  it("is told of a debt that was paid since it was ticked", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await office().pay("B");
    await ana.submit();
    expect(ana.fieldErrors()["invoices-0-0"]).toBe(
      "A fatura B não pode entrar em acordo: ela está paga; deixe-a de fora.",
    );
    await ana.check("invoices-0-0", ["A", "C"]);
    await goTo(ana, "terms");

    expect(ana.screen()).toContain("Soma das faturas: R$ 229,85");
  });
});

describe("the terms", () => {
  it.each([
    ["increase", "4", "aqui a lei permite"],
    ["increase", "quatro", "percentual de 0 a 100"],
    ["fine", "2,5", "aqui a lei permite no máximo R$ 7,20"],
    ["charges", "1.234.56", "como 1.234,56 ou 1234.56"],
    ["charges", "-5", "como 1.234,56 ou 1234.56"],
    ["discountAmount", "359,76", "podem chegar no máximo à soma das faturas"],
    ["discount", "100", "precisa ser maior que zero"],
  ])("refuse %s %s at its field", async (term, words, sentence) => {
    await office().set("agreement.maxInstalments", "2");
    await owing(office(), { owing: { A: ["359.75", "2026-06-01"] } });
    const ana = await atWizard(office());
    await goTo(ana, "terms");
    await fillTerms(ana, { [term]: words });
    await ana.submit();

    expect(ana.fieldErrors()[`term-${term}`]).toContain(sentence);
  });

  it("read 1.234,56 and 1234.56 as the same amount", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await goTo(ana, "terms");
    await fillTerms(ana, { charges: "1.234,56" });
    await presses(office(), ana, "wizard-recalculate");
    expect(ana.screen()).toContain("+ encargos: R$ 1.234,56");
    await ana.type("term-charges", "1234.56");
    await presses(office(), ana, "wizard-recalculate");

    expect(ana.screen()).toContain("*Total do acordo: R$ 1.594,31*");
  });

  it("keep what is mistyped in front of the person who recalculates, and say what is expected", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await goTo(ana, "terms");
    await fillTerms(ana, { charges: "dez" });
    await presses(office(), ana, "wizard-recalculate");

    expect(ana.screen()).toContain("como 1.234,56 ou 1234.56");
    expect(ana.screen()).toContain("<dez>");
  });

  it("show units only for terms that are not zero, and ask for each before they go on", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await goTo(ana, "terms");
    expect(ana.screen()).not.toContain("Plano de contas");
    await fillTerms(ana, { discount: "5" });
    await goTo(ana, "terms");
    expect(ana.screen()).toContain("Confira o plano de contas");
    expect(ana.screen()).toContain("Plano de contas: desconto");
    expect(ana.screen()).not.toContain("Plano de contas: multa");
    await expect(ana.submit()).rejects.toThrow("unit-discount: is required");
    await ana.select("unit-discount", "4.1");
    await goTo(ana, "split");
  });

  it("refuse a tolerance that is not after today at its field", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await goTo(ana, "terms");
    await ana.pickDate("tolerance", "2026-07-01");
    await ana.submit();

    expect(ana.fieldErrors().tolerance).toContain("precisa ser depois de hoje");
  });

  it("ask a consumer for fees only with a reason, and show them to nobody who may not give one", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await goTo(ana, "terms");
    expect(ana.screen()).not.toContain("Honorários");
    const diego = await atWizard(office(), { as: "diego" });
    await goTo(diego, "terms");
    await fillTerms(diego, { fees: "10" });
    await diego.submit();
    expect(diego.fieldErrors()["term-fees"]).toContain("aqui a lei permite no máximo R$ 0,00");
    await diego.type("feesReason", "escritório contratado");
    await goTo(diego, "terms");
    await diego.select("unit-fees", "3.4");
    await goTo(diego, "split");
  });

  it("let an increase pass that more instalments make lawful, and say how many it takes", async () => {
    await owing(office(), { owing: { A: ["100.00", "2026-06-01"] } });
    const ana = await atWizard(office());
    await toSplit(ana, { increase: "4" });
    expect(ana.screen()).toContain("De 4 a 60.");
    await ana.pickDate("due", "2026-07-15");
    await ana.type("count", "3");
    await ana.submit();
    expect(ana.fieldErrors().count).toContain("aqui a lei permite no máximo 3 %");
    await ana.type("count", "4");
    await goTo(ana, "instalments");
  });
});

describe("the payment", () => {
  it("refuses a due date of the past and a count out of bounds at their fields", async () => {
    await office().set("agreement.maxInstalments", "12");
    await owing(office());
    const ana = await atWizard(office());
    await toSplit(ana);
    await ana.pickDate("due", "2026-06-30");
    await ana.submit();
    expect(ana.fieldErrors().due).toContain("precisa ser hoje");
    await chooses(office(), ana, ["wizard-split", "instalments"]);
    await ana.pickDate("due", "2026-07-10");
    await ana.type("count", "13");
    await ana.submit();

    expect(ana.fieldErrors().count).toContain("de 2 a 12");
  });
});

describe("the instalments", () => {
  it("show what is missing or too much, and are refused with it at a field", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await toSplit(ana);
    await toInstalments(office(), ana, { count: "3" });
    const { 0: amount = "" } = /amount-3-r\d+/.exec(JSON.stringify(ana.modal())) ?? [];
    await ana.type(amount, "100,00");
    await presses(office(), ana, "wizard-recalculate");
    expect(ana.screen()).toContain("*faltam R$ 19,91*");
    await ana.submit();
    expect(ana.fieldErrors()[amount]).toContain("As parcelas somam R$ 339,84");
    await ana.type(amount.replace("3", "1"), "139,83");
    await goTo(ana, "summary");

    expect(ana.screen()).toContain("1ª: 10/07/2026 · R$ 139,83");
  });

  it("refuse dates that do not ascend and amounts of nothing, each at its field", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await toSplit(ana);
    await toInstalments(office(), ana, { count: "2" });
    const round = /amount-1-r(\d+)/.exec(JSON.stringify(ana.modal()))?.[1];
    await ana.pickDate(`date-2-r${round}`, "2026-07-09");
    await ana.submit();
    expect(ana.fieldErrors()[`date-2-r${round}`]).toContain("precisa vencer depois da anterior");
    await ana.pickDate(`date-2-r${round}`, "2026-08-09");
    await ana.type(`amount-1-r${round}`, "0");
    await ana.submit();

    expect(ana.fieldErrors()[`amount-1-r${round}`]).toContain("precisa ser maior que zero");
  });

  it("are planned anew on request, whatever was typed", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await toSplit(ana);
    await toInstalments(office(), ana, { count: "2" });
    const round = /amount-1-r(\d+)/.exec(JSON.stringify(ana.modal()))?.[1];
    await ana.type(`amount-1-r${round}`, "1,00");
    await presses(office(), ana, "wizard-replan");

    expect(ana.screen()).toContain("igual ao total");
    expect(ana.screen()).not.toContain("<1,00>");
  });

  it("stand twelve on a page; what is refused on another page is shown there", async () => {
    await owing(office());
    const elisa = await atWizard(office(), { as: "elisa" });
    await toSplit(elisa);
    await toInstalments(office(), elisa, { count: "30" });
    expect(elisa.screen()).toContain("Página 1 de 3");
    expect(elisa.screen()).not.toContain("Parcela 13:");
    await presses(office(), elisa, "wizard-page-on");
    const round = /amount-13-r(\d+)/.exec(JSON.stringify(elisa.modal()))?.[1];
    await elisa.type(`amount-13-r${round}`, "0");
    await presses(office(), elisa, "wizard-page-on");
    expect(elisa.screen()).toContain("*faltam");
    await elisa.submit();
    expect(elisa.screen()).toContain("Página 2 de 3");
    expect(elisa.screen()).toContain("A parcela 13 é de R$ 0,00");
    await presses(office(), elisa, "wizard-replan");
    await goTo(elisa, "summary");
    await elisa.submit();

    expect(elisa.screen()).toContain("com 30 faturas a receber");
  });
});
