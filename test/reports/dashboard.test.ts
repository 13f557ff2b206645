import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CHART_NAMES } from "#core/charts.ts";
import type { Ports } from "#core/ports.ts";
import { runDailyClassifier } from "#core/use-cases/run-classifier.ts";
import { startCollection } from "#core/use-cases/start-collection.ts";
import { foldDailyTotals } from "#db/daily-totals.ts";
import { findBrowser, openBrowser } from "#test/chat/browser.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { aProvider, customerId, invoiceId, operatorId, TODAY } from "#test/support/provider.ts";
import { contrasts, problemsOf } from "./page-checks.ts";
import { type Served, served, sessionOf } from "./support.ts";

const EVIL = `<img src=x onerror="alert(1)">`;

let database: TestDatabase;
let http: Served;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let elsewhere: Server;

beforeAll(async () => {
  database = await createTestDatabase();
  http = await served(database);
  const found = await findBrowser();
  if ("missing" in found) throw new Error(found.missing);
  browser = await openBrowser(found.path);
  elsewhere = createServer((_request, answer) => {
    answer.setHeader("content-type", "text/html");
    answer.end(`<a href="${http.here(http.links.dashboard(operatorId("gil")))}">painel</a>`);
  }).listen(0);
  const provider = await aProvider(database);
  await provider.customer("C1", { city: EVIL, owing: { F1: ["129.90", "2026-06-01"] } });
  await database.sql`update operator set name = ${EVIL} where id = 'bruno'`;
  await database.sql`update customer set operator_id = 'bruno'`;
  await classify(provider.ports, provider.database);
});
afterAll(async () => {
  await browser.close();
  elsewhere.close();
  await http.close();
  await database.close();
});

beforeEach(async () => {
  context = await browser.createBrowserContext();
  page = await context.newPage();
  complaints = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
});
afterEach(() => context.close());

/** Something happened, so that there are figures, and by somebody with an evil name. */
async function classify(ports: Ports, { sql }: TestDatabase): Promise<void> {
  await runDailyClassifier(ports, { today: TODAY });
  const asked = { customer: customerId("C1"), invoices: [invoiceId("F1")] };
  const started = await startCollection(ports, {
    actor: operatorId("bruno"),
    today: TODAY,
    input: asked,
  });
  expect(started.ok).toBe(true);
  await foldDailyTotals(sql);
}

/** By the link, as from Slack: another site. */
async function enter(): Promise<void> {
  const { port } = elsewhere.address() as AddressInfo;
  await page.goto(`http://localhost:${port}/`);
  await page.click("a");
  await page.waitForSelector(".filters");
}

const shown = (selector: string): Promise<string[]> =>
  page.$$eval(selector, (found) => found.map((element) => element.textContent ?? ""));

describe("the dashboard", () => {
  it("opens from a link on another site, at an address that gives nothing away", async () => {
    await enter();
    expect(page.url()).toBe(`${http.address}/dashboard`);
    expect(await page.title()).toBe("Painel de cobrança");
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict" });
    expect(await page.evaluate(() => document.cookie)).toBe("");
    await page.reload();
    expect(await shown("h1")).toEqual(["Painel de cobrança"]);
    expect(complaints).toEqual([]);
  });

  it("shows every chart with a description, its numbers, and its CSV", async () => {
    await enter();
    const pictures = await page.$$eval("img", async (images) => {
      for (const image of images) image.loading = "eager";
      await Promise.all(images.map((image) => image.decode()));
      return images.map(({ naturalWidth, alt }) => ({ naturalWidth, described: alt.length > 10 }));
    });
    expect(pictures).toEqual(CHART_NAMES.map(() => ({ naturalWidth: 1_200, described: true })));
    expect(await shown("h2")).toEqual(["Filtros", "Cobrança", "Gestão"]);
    expect(await page.$$eval("article h3", (found) => found.length)).toBe(CHART_NAMES.length);
    expect(await page.$$eval("article summary", (found) => found.length)).toBe(CHART_NAMES.length);
    const links = await page.$$eval("a[download]", (found) => found.map(({ href }) => href));
    expect(links).toEqual(CHART_NAMES.map((name) => `${http.address}/charts/${name}.csv`));
    expect(complaints).toEqual([]);
  });

  it("is read and worked with the keyboard, by those who do not see it too", async () => {
    await enter();
    expect(await page.evaluate(problemsOf)).toEqual([]);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      "Ir para os gráficos",
    );
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("graficos");
    const tree = JSON.stringify(await page.accessibility.snapshot());
    for (const name of ["De", "Até", "Operador", "Cidade", "Aplicar"]) {
      expect(tree).toContain(`"name":"${name}"`);
    }
    const names = await page.$$eval("img", (found) => found.map(({ alt }) => JSON.stringify(alt)));
    for (const name of names) expect(tree).toContain(`"name":${name}`);
  });

  it("is legible by day and by night", async () => {
    for (const value of ["light", "dark"]) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
      await enter();
      const low = (await page.evaluate(contrasts)).filter(({ ratio }) => ratio < 4.5);
      expect({ value, low }).toEqual({ value, low: [] });
      const source = await page.$eval("img", (image) => image.currentSrc);
      expect(source.includes("theme=dark")).toBe(value === "dark");
    }
  });

  it("fits a phone, and its pictures are drawn for it", async () => {
    await page.setViewport({ width: 360, height: 740, isMobile: true, hasTouch: true });
    await enter();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await page.$eval("img", (image) => image.currentSrc)).toContain("width=narrow");
    const small = await page.$$eval("button, select, input", (found) =>
      found
        .map((element) => element.getBoundingClientRect().height)
        .filter((height) => height < 44),
    );
    expect(small).toEqual([]);
  });

  it("narrows everything to a period and an operator, and says which charts do not follow", async () => {
    await enter();
    await page.$eval("#from", (field) => {
      (field as HTMLInputElement).value = "2026-05-01";
    });
    await page.select("#operator", "ana");
    await Promise.all([page.waitForNavigation(), page.click(".actions button")]);
    const { search } = new URL(page.url());
    expect(search).toContain("from=2026-05-01");
    expect(await page.$eval("#operator", (field) => (field as HTMLSelectElement).value)).toBe(
      "ana",
    );
    const sources = await page.$$eval("img", (found) => found.map(({ src }) => src));
    for (const source of sources) expect(source).toMatch(/from=2026-05-01&operator=ana$/);
    const remarks = await shown("figcaption > p");
    expect(remarks).toContain("Mostra tudo: este gráfico não segue o filtro escolhido.");
    expect(remarks).toContain("Não segue o período escolhido.");
    expect(await page.$$eval("a[download]", (found) => found[0]?.href)).toContain("operator=ana");
  });

  it("tells what is wrong with a filter, and shows the rest", async () => {
    await enter();
    const notice = async (query: string) => {
      await page.goto(`${http.address}/dashboard?${query}`);
      return (await shown("[role=alert]"))[0];
    };
    expect(await notice("operator=ana&city=Recife")).toContain("não os dois");
    expect(await notice("from=2026-07-01&to=2026-06-01")).toContain("O período não é válido");
    expect(await notice("from=x")).toContain("O período não é válido");
    expect(await notice("city=%00")).toContain("não pode ser lido");
    expect(await notice(`operator=${"x".repeat(400)}`)).toContain("não pode ser lido");
    expect(await notice("from=&to=&operator=&city=")).toBeUndefined();
    expect(complaints).toEqual([]);
  });

  it("runs nothing that somebody typed as a name", async () => {
    await enter();
    await page.goto(`${http.address}/dashboard?city=${encodeURIComponent(EVIL)}`);
    expect(
      await page.$$eval("#operator option", (found) => found.map(({ text }) => text)),
    ).toContain(EVIL);
    await page.$$eval("details", (found) => {
      for (const details of found) details.open = true;
    });
    expect(await shown("tbody th")).toContain(EVIL);
    expect(await page.$$eval("img[onerror], script", (found) => found.length)).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("is left by a button, and then it takes a new link", async () => {
    await enter();
    await Promise.all([page.waitForNavigation(), page.click("header button")]);
    expect(await shown("p")).toEqual([
      "Você saiu do painel. Para voltar, peça um novo link no Slack.",
    ]);
    expect((await page.goto(`${http.address}/dashboard`))?.status()).toBe(403);
  });
});

describe("what the page and its style say of keeping", () => {
  it("is that the page is kept nowhere, and the style as long as it is the same", async () => {
    const cookie = await sessionOf(http, "gil");
    const answer = await fetch(`${http.address}/dashboard`, { headers: { cookie } });
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    const style = await fetch(`${http.address}/assets/dashboard.css`);
    const etag = style.headers.get("etag") ?? "";
    const again = await fetch(`${http.address}/assets/dashboard.css`, {
      headers: { "if-none-match": etag },
    });
    expect([style.status, again.status]).toEqual([200, 304]);
  });
});

describe("the API's page", () => {
  it("is shown whole under its policy, with nothing from elsewhere", async () => {
    const outside: string[] = [];
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(http.address) && !url.startsWith("data:")) outside.push(url);
    });
    await page.goto(`${http.address}/docs`, { waitUntil: "networkidle0" });
    await page.waitForSelector(".opblock-summary-path");
    const paths = await shown(".opblock-summary-path");
    expect(paths.map((path) => path.replaceAll("\u200b", ""))).toEqual([
      "/api/v1/payments",
      "/api/v1/returns",
      "/api/v1/imports",
    ]);
    expect(outside).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
