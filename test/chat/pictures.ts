import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeProvider } from "#bot/demo/load-provider.ts";
import { PROFILES } from "#bot/demo/provider/catalogue.ts";
import { walkSteps } from "#bot/demo/walk.ts";
import { addDays } from "#core/calendar.ts";
import type { CustomerId, InvoiceId } from "#core/ids.ts";
import { createPorts } from "#db/repositories/ports.ts";
import { temporaryDataFolder } from "#test/support/data-folder.ts";
import { findBrowser, openBrowser } from "./browser.ts";
import { type Demo, openDemo } from "./open-demo.ts";
import { smallerPng } from "./smaller-png.ts";
import { type Visitor, visitor } from "./visitor.ts";

/** `npm run pictures`, or `npm run pictures telegram` for those alone: what docs show of Slack and Telegram, taken from the product as it is. */
async function main(): Promise<void> {
  const found = await findBrowser();
  if ("missing" in found) throw new Error(`no browser to take pictures with: ${found.missing}`);
  mkdirSync(FOLDER, { recursive: true });
  const folder = temporaryDataFolder();
  const demo = await openDemo({ dataFolder: folder.path, port: 0, print: say });
  const browser = await openBrowser(found.path);
  try {
    const page = await browser.newPage();
    await page.setViewport(SIZE);
    const isOnlyTelegram = process.argv.includes("telegram");
    if (!isOnlyTelegram) await takeAll(visitor(page, demo.address), demo);
    await onTelegram(visitor(page, demo.address), demo);
  } finally {
    await browser.close();
    await demo.close();
    folder.remove();
  }
}

const FOLDER = join(import.meta.dirname, "..", "..", "docs", "pictures");
const SIZE = { width: 1_200, height: 800, deviceScaleFactor: 2 };
const MAX_HEIGHT = 1_750;
const MAX_BYTES = 300_000;
const MANAGER = "U0DEMODIEGO";

async function takeAll(diego: Visitor, demo: Demo): Promise<void> {
  const { customer, invoices } = await kept(demo);
  await diego.become(MANAGER, { only: true });
  await diego.sees("Painéis");
  await take(diego, "home");
  await diego.press("home.panel.open", "broken");
  await diego.sees("‹ Início");
  await take(diego, "panel", 1_000);
  await diego.say(`/cobranca cliente ${customer}`);
  await diego.press("account:invoices:all");
  await diego.page.waitForFunction(
    (count) => document.querySelectorAll("#modal input:checked").length === count,
    {},
    invoices.length,
  );
  await take(diego, "account");
  await throughWizard(diego, demo);
}

/** One who may be offered instalments, from the first screen to the Pix, and both sides at once. */
async function onTelegram(maria: Visitor, demo: Demo): Promise<void> {
  const customer = await debtor(demo);
  await maria.page.setViewport(PHONE);
  await maria.onlyPhones();
  await maria.takePhoneOf(customer);
  await maria.touch("Abrir com um link de uso único");
  await maria.seesOnPhone("O que você quer fazer");
  await maria.touch("O que eu devo");
  await maria.seesOnPhone("Em atraso hoje");
  await takePhone(maria, "telegram-debts");
  await maria.touch("Negociar");
  await maria.seesOnPhone("Escolha uma proposta");
  await maria.touch("2x de");
  await maria.seesOnPhone("Resumo do acordo");
  await takePhone(maria, "telegram-offer");
  await maria.page.setViewport({ ...SIZE, width: 1_300, height: 840 });
  await maria.become(MANAGER);
  await maria.takePhoneOf(customer);
  await maria.sees("Painéis");
  await takePhone(maria, "both-sides");
  await maria.page.setViewport(PHONE);
  await maria.onlyPhones();
  await maria.takePhoneOf(customer);
  await maria.touch("Voltar ao início");
  await maria.seesOnPhone("O que você quer fazer");
  await maria.touch("Pagar agora");
  await maria.seesOnPhone("pagar");
  await maria.touch("1");
  await maria.seesOnPhone("Como você quer pagar");
  await maria.touch("Pix");
  await maria.seesOnPhone("logo abaixo");
  await maria.page.waitForSelector("#phone-chat img");
  await takePhone(maria, "telegram-pix");
}

const PHONE = { width: 390, height: 780, deviceScaleFactor: 2 };

/** Pays by Pix, and owes three invoices, the oldest a few months. */
async function debtor({ database, today }: Demo): Promise<string> {
  const [found] = await database.sql<{ customer: string }[]>`
    select i.customer_id as customer from invoice i join customer c on c.id = i.customer_id
    where i.state = 'open' and i.due_date < ${today} and i.payment_profile = ${PROFILES.pix}
      and i.agreement is null and length(c.tax_id) = 11
      and not exists (select 1 from collection k where k.customer_id = c.id and k.stage <> 'classified')
      and exists (select 1 from collection k where k.customer_id = c.id and k.stage = 'classified')
    group by i.customer_id having count(*) = 3 order by min(i.due_date), i.customer_id limit 1`;
  if (found === undefined) throw new Error("nobody of the made-up provider owes three by Pix");
  return found.customer;
}

async function takePhone({ page }: Visitor, name: string): Promise<void> {
  await page.waitForFunction(() => !document.body.classList.contains("busy"));
  await page.waitForNetworkIdle({ idleTime: 500, concurrency: 1 });
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    const chat = document.getElementById("phone-chat");
    if (chat !== null) chat.scrollTop = chat.scrollHeight;
  });
  await keep(page, name);
}

/** The worked example of the README, on this day. */
async function throughWizard(diego: Visitor, { today }: Demo): Promise<void> {
  await diego.press("account:invoices:agree");
  await diego.sees("Passo 1 de");
  await take(diego, "wizard-1");
  await diego.submit();
  await diego.sees("Passo 2 de");
  await diego.type("tolerance", addDays(today, 90));
  await diego.choose("category", "Renegociação");
  for (const [term, amount] of Object.entries(TERMS)) await diego.type(`term-${term}`, amount);
  await diego.press("wizard-recalculate");
  await diego.sees("R$ 353,56");
  for (const [term, code] of Object.entries(UNITS)) await diego.choose(`unit-${term}`, code);
  await take(diego, "wizard-2");
  await diego.submit();
  await diego.sees("Passo 3 de");
  await diego.choose("wizard-split", "instalments");
  await diego.type("count", "3");
  await diego.type("due", addDays(today, 7));
  await diego.choose("profile", PROFILES.pix);
  await take(diego, "wizard-3");
  await diego.submit();
  await diego.sees("Passo 4 de");
  await take(diego, "wizard-4");
  await diego.submit();
  await diego.sees("Passo 5 de");
  await take(diego, "wizard-5");
}

const TERMS = {
  increase: "3,5",
  fine: "2",
  discount: "10",
  discountAmount: "5,00",
  charges: "5,00",
  fees: "10,00",
};
const UNITS = {
  increase: "4.1.01",
  fine: "4.1.02",
  charges: "4.1.03",
  fees: "4.1.04",
  discount: "5.1.01",
};

/** The customer whom the made-up provider keeps for this, up to the negotiation. */
async function kept({ database, today }: Demo) {
  const found = makeProvider(today).plannedCases.find(({ group }) => group === "walkThrough");
  if (found === undefined) throw new Error("the made-up provider keeps nobody for the walk");
  const customer = found.customer as CustomerId;
  const invoices = found.invoices as readonly InvoiceId[];
  const ports = createPorts(database.db);
  const [start, confirm] = walkSteps({ customer, invoices, today });
  for (const step of [start, confirm]) {
    const done = await step?.run(ports);
    if (done?.ok !== true) throw new Error(`the walk stopped: ${JSON.stringify(done)}`);
  }
  return { customer, invoices };
}

/** As high as what is shown, within reason, when everything that was asked for has come. */
async function take({ page }: Visitor, name: string, most = MAX_HEIGHT): Promise<void> {
  await page.waitForFunction(() => !document.body.classList.contains("busy"));
  await page.waitForNetworkIdle({ idleTime: 300, concurrency: 1 });
  await page.evaluate(() => document.fonts.ready);
  const wanted = await page.evaluate(() => {
    const modal = document.querySelector("#modal .content");
    if (modal) return modal.scrollHeight + 64 + 180;
    const main = document.getElementById("main");
    return (main?.scrollHeight ?? 0) + 110;
  });
  const height = Math.min(most, Math.max(500, wanted));
  await page.setViewport({ ...SIZE, height });
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    for (const one of document.querySelectorAll("#main, #modal .content")) one.scrollTop = 0;
  });
  await keep(page, name);
}

async function keep(page: Visitor["page"], name: string): Promise<void> {
  const path = join(FOLDER, `${name}.png`);
  const picture = smallerPng(Buffer.from(await page.screenshot()));
  writeFileSync(path, picture);
  say(`${name}.png: ${Math.round(picture.length / 1_000)} kB`);
  if (picture.length > MAX_BYTES) {
    throw new Error(`${name}.png has ${picture.length} bytes, at most ${MAX_BYTES}`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
