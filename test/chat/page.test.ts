import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { must } from "#test/support/desk.ts";
import { events, stages } from "#test/support/look.ts";
import { type Name, type Office, slackId, theOffice } from "#test/support/slack-office.ts";
import { findBrowser, openBrowser } from "./browser.ts";
import { type Chat, openChat } from "./server.ts";
import { type Visitor, visitor } from "./visitor.ts";

const found = await findBrowser();
const isMissing = "missing" in found;
if (isMissing) {
  process.stderr.write(
    `\nNOT TESTED: the local chat page, for want of a browser: ${found.missing}\n`,
  );
}

/** Where everything is checked, a machine without a browser is a failure. */
describe.skipIf(isMissing && process.env.CI !== "true")("the local chat page in a browser", () => {
  const office = theOffice();
  let browser: Browser;
  let page: Page;
  let chat: Chat;
  let ana: Visitor;
  beforeAll(async () => {
    if (isMissing) throw new Error(found.missing);
    browser = await openBrowser(found.path);
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    page = await browser.newPage();
    chat = await openChat(workplaceOf(office()));
    ana = visitor(page, chat.address);
    return async () => {
      await page.close();
      await chat.close();
    };
  });

  it("takes a case from the first panel to an agreement", async () => {
    await owing("A", "B");
    await ana.become(slackId("ana"));
    await ana.press("home.panel.open", "classified");
    await ana.press("row.invoices");
    await ana.sees("2 de 2 escolhidas, R$ 229,85");
    await ana.submit();
    await ana.sees("Iniciar a cobrança de 2 faturas de Cliente C1");
    await ana.submit();
    await ana.sees("2 faturas de Cliente C1 estão em contato.");
    await ana.close();

    await ana.press("panel.home");
    await ana.press("home.panel.open", "in-contact");
    await ana.press("row.confirm");
    await ana.confirm();
    await ana.sees("2 faturas de Cliente C1 aguardam negociação");
    const { sql } = office().database;
    expect(await stages(sql, "C1")).toBe("A: awaiting negotiation, B: awaiting negotiation");

    await ana.press("row.account", "C1");
    await ana.press("account:invoices:all");
    await ticked(2);
    await ana.press("account:invoices:agree");
    await ana.sees("Passo 1 de");
    await ana.submit();
    await ana.sees("Passo 2 de");
    await ana.choose("wizard-kind", "unchanged");
    await ana.sees("Passo 2 de 3");
    await ana.type("tolerance", "2026-08-10");
    await ana.submit();
    await ana.sees("Passo 3 de 3");
    await ana.submit();
    await ana.sees("com 2 faturas a receber");

    expect(await stages(sql, "C1")).toBe("A: in agreement, B: in agreement");
    expect(await sql`select kind, tolerance_date from agreement`).toMatchObject([
      { kind: "unchanged", tolerance_date: "2026-08-10" },
    ]);
    expect(await events(sql, "agreement_made")).toMatchObject([{ actor: "ana" }]);
  });

  it("says at its field what Slack itself misses in a form, and what the app refuses", async () => {
    await owing("A");
    must(await office().start("C1"));
    must(await office().confirm("C1"));
    await ana.become(slackId("ana"));
    await ana.say("/cobranca cliente C1");
    await ana.press("account:invoices:all");
    await ticked(1);
    await ana.press("account:invoices:agree");
    await ana.sees("Passo 1 de");
    await ana.submit();
    await ana.sees("Passo 2 de");
    await ana.submit();
    expect(await errorAt("tolerance")).toBe("Este campo é obrigatório.");
    await ana.type("tolerance", "2026-06-01");
    await ana.submit();
    await page.waitForFunction(
      () => !document.body.innerText.includes("Este campo é obrigatório."),
    );
    expect(await errorAt("tolerance")).toContain("precisa ser depois de hoje, 01/07/2026");
  });

  it("shows what anybody typed as it was typed, never as markup", async () => {
    await owing("A");
    const name = `<img src=x onerror="document.title='run'"> *b* <!channel>`;
    await office().database.sql`update customer set name = ${name} where id = 'C1'`;
    await ana.become(slackId("ana"));
    await ana.press("home.panel.open", "classified");
    // In bold, where marks of the name are letters that look like them.
    await ana.sees(name.replaceAll("*", "∗"));
    await ana.say(`/cobranca cliente C1`);
    await ana.sees("CPF/CNPJ");

    expect(await page.title()).toBe("Acordo, local");
    expect(await page.$$eval("#main img, #modal img", (images) => images.length)).toBe(0);
  });

  it("shows each person their own Slack", async () => {
    await ana.become(slackId("carla"));
    await ana.goTo("C2");
    await ana.become(slackId("ana"));
    expect(await page.$$eval("#side [data-place='C2']", (places) => places.length)).toBe(0);
    await ana.become(slackId("fabio"));
    await ana.say("/cobranca");
    await ana.goTo("C1");
    await ana.sees("Visível somente para você");
  });

  const owing = async (...invoices: readonly string[]): Promise<void> => {
    const debts = { A: ["129.90", "2026-06-01"], B: ["99.95", "2026-05-01"] } as const;
    const chosen = Object.entries(debts).filter(([invoice]) => invoices.includes(invoice));
    await office().customer("C1", { owing: Object.fromEntries(chosen) });
    must(await office().classify());
  };

  const ticked = (count: number) =>
    page.waitForFunction(
      (wanted) => document.querySelectorAll("#modal input:checked").length === wanted,
      {},
      count,
    );

  async function errorAt(block: string): Promise<string> {
    const error = await page.waitForSelector(`[data-block="${block}"] .error`);
    return (await error?.evaluate(({ textContent }) => textContent)) ?? "";
  }
});

const NAMES: readonly Name[] = ["ana", "carla", "fabio"];

function workplaceOf({ slack }: Office) {
  const people = NAMES.map((name) => ({
    id: slackId(name),
    name,
    realName: name,
    email: "",
    label: name,
  }));
  const channels = [
    { id: "C1", name: "cobranca", members: people.map(({ id }) => id) },
    { id: "C2", name: "aprovacoes", members: [slackId("carla")] },
  ];
  return { slack, people, channels };
}
