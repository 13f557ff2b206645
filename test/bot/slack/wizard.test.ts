import { describe, expect, it } from "vitest";
import { must } from "#test/support/desk.ts";
import { events, stages } from "#test/support/look.ts";
import { unchanged } from "#test/support/proposals.ts";
import { theOffice } from "#test/support/slack-office.ts";
import {
  atWizard,
  chooses,
  fillTerms,
  goTo,
  metadataOf,
  owing,
  presses,
  toInstalments,
  toSplit,
} from "./wizard-support.ts";

const office = theOffice();

const EXAMPLE_TERMS = {
  increase: "3,5",
  fine: "2",
  discount: "10",
  discountAmount: "5,00",
  charges: "5.00",
};

describe("an agreement made in Slack", () => {
  it("is split as the worked example says, with the fees that a manager gives a reason for", async () => {
    await owing(office());
    const diego = await atWizard(office(), { as: "diego" });
    expect(diego.screen()).toContain("*3* faturas escolhidas: *R$ 359,75*");

    await goTo(diego, "terms");
    await fillTerms(diego, { ...EXAMPLE_TERMS, fees: "10" });
    await diego.type("feesReason", "Cobrança por escritório contratado");
    await presses(office(), diego, "wizard-recalculate");
    expect(diego.screen()).toContain("*Total do acordo: R$ 353,56*");
    expect(diego.screen()).toContain("− desconto: R$ 35,98");
    await diego.select("unit-increase", "3.1");
    await diego.select("unit-fine", "3.2");
    await diego.select("unit-discount", "4.1");
    await diego.select("unit-charges", "3.3");
    await diego.select("unit-fees", "3.4");
    await goTo(diego, "split");
    await toInstalments(office(), diego, { count: "3" });
    expect(diego.screen()).toContain("As parcelas somam R$ 353,56, igual ao total.");
    expect(diego.screen()).toContain("<132,66>");
    await goTo(diego, "summary");
    expect(diego.screen()).toContain("1ª: 10/07/2026 · R$ 132,66");
    expect(diego.screen()).toContain("Dentro da sua alçada");
    expect(diego.screen()).toContain("[Confirmar acordo]");
    await diego.submit();

    expect(diego.screen()).toContain("feito, no total de *R$ 353,56*, com 3 faturas a receber");
    const { sql } = office().database;
    const made = await sql`
      select i.due_date as due, i.amount_cents as cents from invoice i where agreement is not null order by due_date`;
    expect(made.map(({ due, cents }) => [due, cents])).toEqual([
      ["2026-07-10", 13266],
      ["2026-08-10", 11045],
      ["2026-09-10", 11045],
    ]);
    expect(await events(sql, "agreement_made")).toMatchObject([
      {
        actor: "diego",
        data: {
          totalCents: 35356,
          sources: ["A", "B", "C"],
          feesReason: "Cobrança por escritório contratado",
        },
      },
    ]);
    await diego.closeModal();
    await diego.sees(/# Conta de cobrança[\s\S]*em acordo: 3 faturas, R\$ 353,56/);
  });

  it("leaves amounts as they are in three steps", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await goTo(ana, "terms");
    await chooses(office(), ana, ["wizard-kind", "unchanged"]);
    expect(ana.screen()).not.toContain("Acréscimo");
    await ana.pickDate("tolerance", "2026-08-10");
    await goTo(ana, "summary");
    expect(ana.screen()).toContain("Passo 3 de 3");
    await ana.submit();

    expect(ana.screen()).toContain("com 3 faturas a receber");
    expect(await stages(office().database.sql, "C1")).toBe(
      "A: in agreement, B: in agreement, C: in agreement",
    );
  });

  it("is paid at once in one new invoice, with what the form says of it", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await toSplit(ana, { discount: "10" });
    await ana.pickDate("due", "2026-07-15");
    await ana.type("description", "Acordo de maio");
    await goTo(ana, "summary");
    expect(ana.screen()).toContain("As faturas de origem serão excluídas.");
    await ana.submit();

    expect(ana.screen()).toContain("com 1 fatura a receber");
    const { sql } = office().database;
    const [made] = await sql`
      select amount_cents as cents, description, due_date as due from invoice where agreement is not null`;
    expect(made).toEqual({ cents: 32377, description: "Acordo de maio", due: "2026-07-15" });
  });

  it("beyond the allowance goes for approval and holds the invoices until then", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await toSplit(ana, { discount: "20" });
    await ana.pickDate("due", "2026-07-15");
    await goTo(ana, "summary");
    expect(ana.screen()).toContain("desconto: 20 %, e a alçada vai até 10 %");
    expect(ana.screen()).toContain("[Enviar para aprovação]");
    await ana.submit();

    expect(ana.screen()).toContain("enviado para aprovação");
    const { sql } = office().database;
    expect(await sql`select status from agreement`).toEqual([{ status: "awaiting approval" }]);
    expect(await events(sql, "agreement_proposed")).toMatchObject([{ actor: "ana" }]);
    expect(await stages(sql, "C1")).toContain("A: awaiting negotiation");
  });

  it("takes the on-time discount along only where somebody asks for it", async () => {
    await office().customer("C1", { owing: { A: ["100.00", "2026-05-04"] }, onTimeDiscount: "10" });
    await office().negotiate("C1");
    const ana = await atWizard(office());
    await goTo(ana, "terms");
    await fillTerms(ana);
    await ana.check("keepDiscount", ["keep"]);
    await goTo(ana, "split");
    await ana.pickDate("due", "2026-07-15");
    await goTo(ana, "summary");
    expect(ana.screen()).toContain("O desconto para pagamento em dia será mantido");
    await ana.submit();

    const [made] = await office().database.sql`
      select on_time_discount_cents as cents from invoice where agreement is not null`;
    expect(made).toEqual({ cents: 1000 });
  });

  it("shows no choice about the on-time discount where the sources stay suspended", async () => {
    await office().set("agreement.sources", "suspended");
    await office().customer("C1", { owing: { A: ["100.00", "2026-05-04"] }, onTimeDiscount: "10" });
    await office().negotiate("C1");
    const ana = await atWizard(office());
    await goTo(ana, "terms");

    expect(ana.screen()).not.toContain("Desconto para pagamento em dia");
  });

  it("renegotiates a broken invoice, and says which agreement it leaves", async () => {
    await owing(office(), { owing: { A: ["100.00", "2026-05-04"], B: ["50.00", "2026-05-05"] } });
    const promise = unchanged({ tolerance: "2026-06-15" });
    const { agreement } = must(await office().agree("C1", ["A"], promise, { on: "2026-06-10" }));
    const ana = await atWizard(office());
    await presses(office(), ana, "wizard-tick-all");
    expect(JSON.stringify(ana.modal())).toContain(`sai do acordo ${agreement}, quebrado`);
    await goTo(ana, "terms");
    await chooses(office(), ana, ["wizard-kind", "unchanged"]);
    await ana.pickDate("tolerance", "2026-08-10");
    await goTo(ana, "summary");
    await ana.submit();

    expect(ana.screen()).toContain("com 2 faturas a receber");
    const [old] = await office().database.sql`
      select status from agreement where number = ${agreement}`;
    expect(old).toEqual({ status: "renegotiated" });
  });
});

describe("going back", () => {
  it("keeps what was filled in, and plans anew what followed from it", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await toSplit(ana);
    await toInstalments(office(), ana, { count: "2" });
    const before = metadataOf(ana);
    await presses(office(), ana, "wizard-back");
    expect(ana.screen()).toContain("Passo 3 de 5");
    expect(ana.screen()).toContain("<2026-07-10>");
    await ana.type("count", "3");
    await goTo(ana, "instalments");

    expect(ana.screen()).toContain("Parcela 3: vencimento");
    expect(ana.screen()).toContain("<119,92>");
    expect(metadataOf(ana).revision).toBeGreaterThan(before.revision);
  });

  it("closes half-way without anything locked: another goes on at once", async () => {
    await owing(office());
    const ana = await atWizard(office());
    await toSplit(ana);
    await ana.closeModal();
    const agreed = await office().agree("C1", ["A"], unchanged());

    expect(agreed.ok).toBe(true);
  });
});
