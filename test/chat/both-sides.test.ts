import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { temporaryDataFolder } from "#test/support/data-folder.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { aDesk, type Desk, must } from "#test/support/desk.ts";
import { agreementStatus, stages } from "#test/support/look.ts";
import { UNITS } from "#test/support/proposals.ts";
import { aProvider, type Provider, TODAY } from "#test/support/provider.ts";
import { OFFICE_NOW } from "#test/support/slack-office.ts";
import { openBothSides } from "./both-sides.ts";
import { findBrowser, openBrowser } from "./browser.ts";
import { configFor } from "./open-demo.ts";
import type { Chat } from "./server.ts";
import { type Visitor, visitor } from "./visitor.ts";

const found = await findBrowser();
const isMissing = "missing" in found;
if (isMissing) {
  process.stderr.write(
    `\nNOT TESTED: both sides of the local page, for want of a browser: ${found.missing}\n`,
  );
}

/** Where everything is checked, a machine without a browser is a failure. */
describe.skipIf(isMissing && process.env.CI !== "true")("both sides of the local page", () => {
  let database: TestDatabase;
  let provider: Provider;
  let desk: Desk;
  let browser: Browser;
  let page: Page;
  let chat: Chat;
  let ana: Visitor;
  beforeAll(async () => {
    if (isMissing) throw new Error(found.missing);
    browser = await openBrowser(found.path);
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await browser?.close();
    await database?.close();
  });

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: OFFICE_NOW });
    provider = await aProvider(database);
    desk = aDesk(provider);
    await mariaOwes();
    const folder = temporaryDataFolder();
    const opened = { ...database, kind: "server", migrated: 0 } as const;
    chat = await openBothSides(configFor(folder.path), opened, { today: () => TODAY });
    page = await browser.newPage();
    await page.setViewport({ width: 1_400, height: 900 });
    ana = visitor(page, chat.address);
    await ana.become("U-ana");
    return async () => {
      await page.close();
      await chat.close();
      folder.remove();
      vi.useRealTimers();
    };
  });

  it("take a case from the first panel in Slack to instalments accepted on Telegram, and paid", async () => {
    await ana.press("home.panel.open", "classified");
    await ana.press("row.invoices");
    await ana.submit();
    await ana.sees("Iniciar a cobrança de 2 faturas de Maria Souza");
    await ana.submit();
    await ana.sees("estão em contato");
    await ana.close();
    await ana.press("panel.home");
    await ana.press("home.panel.open", "in-contact");
    await ana.press("row.confirm");
    await ana.confirm();
    await ana.sees("aguardam negociação");
    await ana.close();

    await ana.takePhoneOf("C1");
    await ana.touch("Abrir com um link de uso único");
    await ana.seesOnPhone("Olá, Maria!");
    await ana.touch("Negociar");
    await ana.seesOnPhone("Escolha uma proposta");
    await ana.touch("2x de");
    await ana.seesOnPhone("Resumo do acordo");
    await ana.touch("Li e aceito");
    await ana.seesOnPhone("Acordo 1 fechado");
    expect(await stages(database.sql, "C1")).toBe(
      "A: replaced, AC1-1: in agreement, AC1-2: in agreement, B: replaced",
    );
    await ana.seesOnPhone("acordo-1.pdf");

    await ana.press("panel.home");
    await ana.press("home.panel.open", "pending");
    await ana.sees("Maria Souza");
    for (const { id } of await instalments()) must(await desk.pay(id));
    await ana.seesOnPhone("Recebemos");
    await ana.press("panel.home");
    await ana.press("home.panel.open", "settled");
    await ana.sees("Maria Souza");
    expect(await agreementStatus(database.sql, 1)).toBe("fulfilled");
  });

  it("shows in Slack what a customer writes, as it was written", async () => {
    await ana.takePhoneOf("C1");
    await ana.touch("Abrir com um link de uso único");
    await ana.seesOnPhone("Olá, Maria!");
    await ana.touch("Falar com uma pessoa");
    await ana.writeOnPhone(`<b onclick="x">Posso</b> pagar na <i>sexta</i>?`);
    await ana.goTo("C1");
    await ana.sees("Maria Souza");
    expect(await page.$$eval("#phone [onclick]", (some) => some.length)).toBe(0);
    await page.waitForFunction(() =>
      document.getElementById("main")?.innerText.includes("pagar na <i>sexta</i>?"),
    );
  });

  it("lets a customer block the bot and take it back", async () => {
    await ana.takePhoneOf("C1");
    await ana.touch("Abrir com um link de uso único");
    await ana.seesOnPhone("Olá, Maria!");
    await page.locator("#phone .phone-menu summary").click();
    await ana.touch("Bloquear o bot");
    await ana.seesOnPhone("Desbloquear o bot");
    await vi.waitFor(async () => expect(await blockedChats()).toBe(1), { timeout: 10_000 });
    await page.locator("#phone-instead button").click();
    await vi.waitFor(async () => expect(await blockedChats()).toBe(0), { timeout: 10_000 });
  });

  async function mariaOwes(): Promise<void> {
    for (const [key, value] of Object.entries(SETTINGS)) must(await desk.set(key, value));
    await provider.customer("C1", {
      owing: { A: ["129.90", "2026-03-23"], B: ["99.95", "2026-04-23"] },
    });
    await database.sql`update customer set name = 'Maria Souza' where id = 'C1'`;
    await database.sql`update invoice set payment_profile = 'Itaú 109'`;
    await database.sql`update payment_profile set pix_key = 'pix@example.com', beneficiary = 'Rede Ipe Ficticia'`;
    must(await desk.classify());
  }

  const instalments = () => database.sql<{ id: string }[]>`
    select id from invoice where agreement = 1 order by instalment`;

  async function blockedChats(): Promise<number> {
    const [row] = await database.sql<{ count: number }[]>`
      select count(*)::int as count from telegram_chat where blocked_at is not null`;
    return row?.count ?? 0;
  }
});

const SETTINGS = {
  "provider.name": "Rede Ipê Fictícia Ltda",
  "provider.taxId": "11.222.333/0001-81",
  "provider.address": "Rua das Acácias, 100, Recife",
  "selfService.unitDiscount": UNITS.discount,
  "selfService.unitFine": UNITS.fine,
  "selfService.unitIncrease": UNITS.increase,
};
