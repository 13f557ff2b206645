import { describe, expect, it } from "vitest";
import type { CustomerId } from "#core/ids.ts";
import { readOwed } from "#db/queries/self-service/read-owed.ts";
import { atAccount } from "#test/bot/slack/account-support.ts";
import type { Person } from "#test/emulators/slack/person.ts";
import { must } from "#test/support/desk.ts";
import { TODAY } from "#test/support/provider.ts";
import { theOffice } from "#test/support/slack-office.ts";
import { creditorIsNamed, pagesOf } from "./printed-support.ts";

const office = theOffice();

const box = (invoice: string) => `tick:0:${invoice}`;
const chosen = (person: Person): string[] =>
  (JSON.parse(person.modal()?.private_metadata ?? "{}") as { chosen: string[] }).chosen.toSorted();

/** A00 is due first, then by the day. */
async function owingMany(count: number): Promise<void> {
  const owing = Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const [name, day] = [index, index + 1].map((number) => String(number).padStart(2, "0"));
      return [`A${name}`, ["10", `2026-05-${day}`] as const];
    }),
  );
  await office().customer("C1", { owing });
  await office().negotiate("C1");
}

describe("invoices that await an agreement", () => {
  it("say each whether an agreement may take them, and why not", async () => {
    await office().customer("C1", {
      owing: {
        A: ["129.90", "2026-05-04"],
        B: ["99.95", "2026-05-04", { fiscalDocument: true }],
        C: ["1.00", "2026-05-04", { remittance: true }],
      },
    });
    await office().negotiate("C1");

    const ana = await atAccount(office(), { customer: "C1" });

    const screen = ana.screen();
    expect(screen).toContain("*Fatura A* · R$ 129,90 · vencimento 04/05/2026 · 58 dias de atraso");
    expect(screen).toContain("ela tem nota fiscal");
    expect(screen).toContain("ela foi enviada ao banco em remessa");
  });

  it("say what a late one costs today, as the customer is told it, where contracts charge for paying late", async () => {
    await office().customer("C1", {
      owing: { A: ["129.90", "2026-05-04"], B: ["100.00", "2026-05-04", { fined: true }] },
    });
    await office().negotiate("C1");
    const before = (await atAccount(office(), { customer: "C1" })).screen();
    expect(before).not.toContain("Para pagar hoje");
    for (const charge of ["charge.lateFine", "charge.lateInterest"]) {
      must(await office().set(charge, "true"));
    }

    const ana = await atAccount(office(), { customer: "C1" });
    const screen = await ana.sees("Para pagar hoje");

    const told = await readOwed(office().database, "C1" as CustomerId, TODAY);
    const totals = told.invoices.map(({ invoice, due }) => `${invoice} ${due.totalCents}`);
    expect(totals).toEqual(["A 13500", "B 10193"]);
    expect(screen).toContain(
      "Para pagar hoje: *R$ 135,00* = R$ 129,90 + multa de R$ 2,59 + juros de R$ 2,51",
    );
    expect(screen).toContain("Para pagar hoje: *R$ 101,93* = R$ 100,00 + juros de R$ 1,93");
  });

  it("that no agreement may take are not carried into one, ticked or not", async () => {
    await office().customer("C1", {
      owing: {
        A: ["129.90", "2026-05-04"],
        B: ["99.95", "2026-05-04", { fiscalDocument: true }],
      },
    });
    await office().negotiate("C1");
    const ana = await atAccount(office(), { customer: "C1" });
    await ana.check(box("A"), ["ticked"]);
    await ana.check(box("B"), ["ticked"]);
    await ana.press("account:invoices:agree");

    const screen = await ana.sees("Passo 1 de");
    expect(screen).toContain("*1* fatura escolhida: *R$ 129,90*");
    expect(screen).toContain("B · vencimento 04/05/2026");
  });

  it("are printed as they were chosen, into the person's own conversation", async () => {
    await creditorIsNamed(office());
    await office().customer("C1", {
      owing: {
        A: ["129.90", "2026-05-04"],
        B: ["99.95", "2026-05-04", { fiscalDocument: true }],
        C: ["1.00", "2026-05-05"],
      },
    });
    await office().negotiate("C1");
    const ana = await atAccount(office(), { customer: "C1" });
    await ana.press("account:invoices:print");
    await ana.sees("Escolha ao menos uma fatura");
    await ana.check(box("A"), ["ticked"]);
    await ana.check(box("B"), ["ticked"]);
    await ana.press("account:invoices:print");
    await ana.sees("O PDF foi enviado à sua conversa com a Acordo.", { withinMs: 20_000 });

    const [file] = ana.files();
    expect(file?.name).toBe("2-faturas.pdf");
    expect(pagesOf(file)).toBe(2);
  });

  it("say why they are not printed", async () => {
    await office().customer("C1", { owing: { A: ["129.90", "2026-05-04"] } });
    await office().negotiate("C1");
    const ana = await atAccount(office(), { customer: "C1" });
    await ana.check(box("A"), ["ticked"]);
    await ana.press("account:invoices:print");

    await ana.sees("Falta o nome da empresa");
    expect(ana.files()).toEqual([]);
  });

  it("stay chosen from page to page", async () => {
    await owingMany(12);
    const ana = await atAccount(office(), { customer: "C1" });
    await ana.check(box("A00"), ["ticked"]);
    await ana.check(box("A03"), ["ticked"]);
    await ana.press("account:next");
    await ana.sees("Mais 2 faturas escolhidas em outras páginas.");
    await ana.check(box("A11"), ["ticked"]);
    await ana.press("account:previous");
    await ana.sees("Mais 1 fatura escolhida em outra página.");

    expect(ana.screen().match(/\[x\]/g)).toHaveLength(2);
    expect(chosen(ana)).toEqual(["A00", "A03", "A11"]);
  });

  it("are chosen all at once, and none", async () => {
    await owingMany(12);
    const ana = await atAccount(office(), { customer: "C1" });
    await ana.press("account:invoices:all");
    await ana.sees("Mais 2 faturas");
    expect(ana.screen().match(/\[x\]/g)).toHaveLength(10);

    await ana.press("account:invoices:none");
    await office().slack.settled();
    expect(ana.screen()).not.toContain("[x]");
    expect(chosen(ana)).toEqual([]);
  });

  it("go into an agreement as they were chosen", async () => {
    await owingMany(12);
    const ana = await atAccount(office(), { customer: "C1" });
    await ana.check(box("A01"), ["ticked"]);
    await ana.press("account:next");
    await ana.sees("Mais 1 fatura");
    await ana.check(box("A11"), ["ticked"]);

    await ana.press("account:invoices:agree");

    await ana.sees("*2* faturas escolhidas: *R$ 20,00*");
    expect(ana.modalStack()).toHaveLength(2);
    const [draft] = await office().database.sql<{ customer: string; invoices: string[] }[]>`
      select customer_id as customer, data #> '{form,invoices}' as invoices from draft`;
    expect({ ...draft }).toEqual({ customer: "C1", invoices: ["A01", "A11"] });
  });

  it("need one to be chosen before an agreement is made", async () => {
    await owingMany(1);
    const ana = await atAccount(office(), { customer: "C1" });
    await ana.press("account:invoices:agree");
    await ana.sees("Escolha ao menos uma fatura.");
  });
});
