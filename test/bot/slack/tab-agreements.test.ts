import { describe, expect, it } from "vitest";
import { atAccount, expectOffers } from "#test/bot/slack/account-support.ts";
import type { Person } from "#test/emulators/slack/person.ts";
import { must } from "#test/support/desk.ts";
import { agreementStatus, bureauRecords, events, stages } from "#test/support/look.ts";
import { single, split, unchanged } from "#test/support/proposals.ts";
import { type Name, theOffice } from "#test/support/slack-office.ts";
import { creditorIsNamed, pagesOf } from "./printed-support.ts";

const office = theOffice();

const MADE = "2026-05-20";
/** Past on the day of the office. */
const PAST = "2026-06-10";

async function negotiating(): Promise<void> {
  await office().customer("C1", {
    owing: { A: ["129.90", "2026-05-04"], B: ["99.95", "2026-05-05"] },
  });
  await office().negotiate("C1", MADE);
}

async function atList(list: string, as: Name = "carla"): Promise<Person> {
  const person = await atAccount(office(), { customer: "C1", tab: 9, as });
  await choose(person, list);
  return person;
}

async function choose(person: Person, list: string): Promise<void> {
  await person.select("account:agreements:list", list);
  const isThere = () => person.modal()?.private_metadata.includes(`"list":"${list}"`);
  await office().slack.until(isThere, () => `not at ${list}`);
}

/** One broken, one to be paid, one paid. */
async function threePromises(): Promise<void> {
  await office().customer("C1", {
    owing: {
      A: ["129.90", "2026-05-04"],
      B: ["99.95", "2026-05-05"],
      C: ["10", "2026-05-06"],
    },
  });
  await office().negotiate("C1", MADE);
  must(await office().agree("C1", ["A"], unchanged({ tolerance: PAST }), { on: MADE }));
  must(await office().agree("C1", ["B"], single("2026-07-15"), { on: MADE }));
  must(await office().agree("C1", ["C"], unchanged(), { on: MADE }));
  must(await office().pay("C"));
}

describe("the agreements of an account", () => {
  it("stand in five lists", async () => {
    await threePromises();
    const carla = await atAccount(office(), { customer: "C1", tab: 9, as: "carla" });
    expect(carla.screen().match(/\*Acordo \d+\*/g)).toHaveLength(3);
    expect(carla.screen()).toContain("sem alteração de valores");

    const lists = { invoices: ["A", "B", "C"], pastTolerance: ["A"], paid: ["C"] };
    for (const [list, invoices] of Object.entries(lists)) {
      await choose(carla, list);
      for (const invoice of invoices) expect(carla.screen()).toContain(`*Fatura ${invoice}*`);
    }
    await choose(carla, "awaiting");
    expect(carla.screen()).toMatch(/\*Fatura AC\d+-1\* · parcela 1 · R\$ 99,95/);
    expect(carla.screen()).not.toContain("*Fatura A*");
  });

  it("open whole, each instalment with the lines that it is made of", async () => {
    await negotiating();
    const proposal = split(2, "2026-07-15", { fine: "2", charges: "5.00" });
    must(await office().agree("C1", ["A", "B"], proposal));

    const carla = await atAccount(office(), { customer: "C1", tab: 9, as: "carla" });
    await carla.press("account:agreements:view");

    const screen = await carla.sees("O que é esperado");
    expect(screen).toContain("Base R$ 229,85 · *total R$ 239,45*");
    expect(screen).toContain("valor base R$ 114,93  ·  multa R$ 4,60  ·  encargos R$ 5,00");
    expect(screen).toContain("vencimento 15/08/2026");
    expect(screen).toContain("Fatura A · R$ 129,90 · vencimento 04/05/2026 · excluída");
  });

  it("let an unpaid invoice of theirs have another due date", async () => {
    await threePromises();
    const carla = await atList("awaiting");
    await carla.press("account:agreements:edit");
    await carla.sees("Novo vencimento");

    await carla.pickDate("due", "2026-06-30");
    await carla.submit();
    expect(Object.keys(carla.fieldErrors())).toEqual(["due"]);

    await carla.pickDate("due", "2026-07-20");
    await carla.type("description", "Internet de maio");
    await carla.submit();
    await carla.sees("vence em 20/07/2026");
    const [invoice] = await office().database.sql`
      select i.due_date as due, i.description, c.due_date as "inCollection"
      from invoice i join collection c on c.invoice_id = i.id where i.id like 'AC%'`;
    expect({ ...invoice }).toEqual({
      due: "2026-07-20",
      description: "Internet de maio",
      inCollection: "2026-07-20",
    });
    expect(await events(office().database.sql, "invoice_edited")).toMatchObject([
      { actor: "carla", data: { dueDate: "2026-07-20", previousDueDate: "2026-07-15" } },
    ]);
  });

  it("let a broken invoice be registered in SPC", async () => {
    await threePromises();
    await office().notice("C1", "bureau", "2026-06-12");
    await office().endContract("C1", "2026-06-20");
    const carla = await atList("pastTolerance");

    await carla.press("account:agreements:spc");
    await carla.sees(/registro interno/i);
    await carla.type("details", "Enviado ao SPC, protocolo 12");
    await carla.submit();

    await office().slack.settled();
    expect(await bureauRecords(office().database.sql, "A")).toHaveLength(1);
    expect(await events(office().database.sql, "spc_registered")).toMatchObject([
      { actor: "carla", invoice: "A", data: { details: "Enviado ao SPC, protocolo 12" } },
    ]);
  });

  it("lead what is broken straight into a new agreement, one invoice or all of them", async () => {
    await negotiating();
    must(await office().agree("C1", ["A", "B"], unchanged({ tolerance: PAST }), { on: MADE }));
    const carla = await atList("pastTolerance");
    await carla.press("account:agreements:renegotiate", { value: "B" });
    await carla.sees("*1* fatura escolhida: *R$ 99,95*");
    await carla.closeModal();

    await choose(carla, "agreements");
    await carla.press("account:agreements:view");
    await carla.sees("O que é esperado");
    await carla.press("account:agreement:renegotiate");
    await carla.sees("*2* faturas escolhidas: *R$ 229,85*");
    expect(carla.modalStack()).toHaveLength(3);
    const drafts = await office().database.sql<{ invoices: string[] }[]>`
      select data #> '{form,invoices}' as invoices from draft order by jsonb_array_length(data #> '{form,invoices}')`;
    expect(drafts.map(({ invoices }) => invoices)).toEqual([["B"], ["A", "B"]]);
  });

  it("that were renegotiated away are rescinded once what moved on is back, after the same preview", async () => {
    await negotiating();
    const first = must(
      await office().agree("C1", ["A", "B"], single("2026-06-01", { tolerance: PAST }), {
        on: MADE,
      }),
    );
    const [moved] = first.invoices;
    const second = must(await office().agree("C1", [String(moved)], single("2026-07-20")));
    const number = Number(first.agreement);
    const carla = await atAccount(office(), { customer: "C1", tab: 9, as: "carla" });
    await carla.press("account:agreements:view", { value: `${number}` });
    await carla.sees("O que é esperado");
    await carla.press("account:agreement:rescind");
    await carla.sees(`já seguiu para o acordo ${second.agreement}`);
    await carla.closeModal();
    await carla.closeModal();
    must(await office().rescind(Number(second.agreement)));
    await carla.press("account:agreements:view", { value: `${number}` });
    await carla.sees("O que é esperado");
    await carla.press("account:agreement:rescind");
    await carla.sees("Voltam para a negociação");
    await carla.type("reason", "desistência do cliente");
    await carla.submit();

    const { sql } = office().database;
    expect(await agreementStatus(sql, number)).toBe("rescinded");
    expect(await stages(sql, "C1")).toContain("A: awaiting negotiation");
    expect(await events(sql, "agreement_rescinded")).toMatchObject([
      { actor: "system" },
      { actor: "carla", agreement: number },
    ]);
  });

  it("are rescinded from their own view, once what comes back was seen", async () => {
    await negotiating();
    const { agreement } = must(await office().agree("C1", ["A", "B"], single("2026-07-15")));
    const carla = await atAccount(office(), { customer: "C1", tab: 9, as: "carla" });
    await carla.press("account:agreements:view");
    await carla.sees("O que é esperado");

    await carla.press("account:agreement:rescind");
    expect(await carla.sees("# Desfazer acordo")).toContain("R$ 129,90");
    await carla.type("reason", "O cliente desistiu");
    await carla.submit();

    await office().slack.settled();
    const { sql } = office().database;
    expect(await agreementStatus(sql, Number(agreement))).toBe("rescinded");
    expect(await stages(sql, "C1")).toContain("A: awaiting negotiation");
    expect(await events(sql, "agreement_rescinded")).toMatchObject([
      { actor: "carla", data: { reason: "O cliente desistiu" } },
    ]);
    await carla.closeModal();
    await carla.closeModal();
    await carla.sees(/# Conta de cobrança[\s\S]*aguardando negociação: 2 faturas/);
  });

  it("are printed by the invoice, or as a booklet of what is still to be paid", async () => {
    await creditorIsNamed(office());
    await negotiating();
    const made = must(await office().agree("C1", ["A", "B"], split(4, "2026-07-15")));
    must(await office().pay(String(made.invoices[0])));
    const carla = await atList("awaiting");
    await carla.press("account:agreements:print", { value: String(made.invoices[1]) });
    await carla.sees("O PDF foi enviado à sua conversa com a Acordo.", { withinMs: 20_000 });
    await carla.closeModal();
    await choose(carla, "agreements");
    await carla.press("account:agreements:view");
    await carla.sees("O que é esperado");
    await carla.press("account:agreement:print");
    await carla.sees("O PDF foi enviado à sua conversa com a Acordo.", { withinMs: 20_000 });

    const files = carla.files();
    expect(files.map(({ name }) => name)).toEqual([
      `fatura-${made.invoices[1]}.pdf`,
      `carne-acordo-${made.agreement}.pdf`,
    ]);
    expect(files.map(pagesOf)).toEqual([1, 1]);
  });

  it("offer nobody what the role does not permit", async () => {
    await threePromises();
    const { sql } = office().database;
    await sql`
      insert into role (name, permissions, max_discount, max_instalments)
      values ('reader', ${["tab.agreements"]}, 0, 1)`;
    await sql`update operator set role = 'reader' where id = 'ana'`;

    const ana = await atList("pastTolerance", "ana");
    const tools = ["spc", "renegotiate", "print"].map((tool) => `account:agreements:${tool}`);
    expectOffers(ana.modal(), tools, false);
    await choose(ana, "awaiting");
    expectOffers(ana.modal(), ["account:agreements:edit"], false);
    await ana.press("account:agreements:view");
    await ana.sees("O que é esperado");
    expectOffers(ana.modal(), ["account:agreement:rescind", "account:agreement:print"], false);
  });
});
