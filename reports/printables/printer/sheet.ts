import type { Browser, CDPSession, Page } from "puppeteer-core";
import { fontFaces } from "../fonts.ts";
import { html } from "../html.ts";
import type { Printable, PrintedPdf } from "../printable.ts";
import { stablePdf } from "./stable-pdf.ts";

/** A page of the browser that stays open with the fonts in it, and prints one document after the other. */
export type Sheet = {
  /** Rejects when the page or the browser is gone. */
  print(printable: Printable): Promise<PrintedPdf>;
  close(): Promise<void>;
};

export async function openSheet(browser: Browser): Promise<Sheet> {
  const page = await browser.newPage();
  const client = await page.createCDPSession();
  await forbidEverything(page);
  await page.setContent(SHELL().markup);
  await evaluate(client, "Promise.all([...document.fonts].map((font) => font.load()))");
  const crashed = new Promise<never>((_, reject) => {
    page.once("error", reject);
    page.once("close", () => reject(new Error("the page was closed")));
  });
  crashed.catch(() => undefined);
  return {
    print: (printable) => Promise.race([print(client, printable), crashed]),
    close: () => page.close(),
  };
}

/** Scripts of a page, and whatever it would load. Fonts and drawings are in it. */
async function forbidEverything(page: Page): Promise<void> {
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const isInside = request.url().startsWith("data:");
    // A page that closes meanwhile takes its requests with it.
    void (isInside ? request.continue() : request.abort()).catch(() => undefined);
  });
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

const SHELL = () => html`<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title></title>
<style>${fontFaces()}
/* Nobody looks at the screen: it is not even laid out. */
@media screen { body { display: none } }</style>
<style id="style"></style>
</head>
<body></body>
</html>`;

async function print(
  client: CDPSession,
  { title, style, body, day }: Printable,
): Promise<PrintedPdf> {
  await evaluate(
    client,
    `document.title = ${JSON.stringify(title)};
     document.getElementById("style").textContent = ${JSON.stringify(style.markup)};
     document.body.innerHTML = ${JSON.stringify(body.markup)};
     document.fonts.ready.then(() => undefined)`,
  );
  const { data } = await client.send("Page.printToPDF", {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    transferMode: "ReturnAsBase64",
    ...A4_INCHES,
    ...NO_MARGINS,
  });
  return stablePdf(Buffer.from(data, "base64"), day);
}

/** For a style sheet that says no size; margins are those of the style sheet. */
const A4_INCHES = { paperWidth: 8.27, paperHeight: 11.69 };
const NO_MARGINS = { marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0 };

/** Ours runs also where scripts of the page may not. */
async function evaluate(client: CDPSession, expression: string): Promise<void> {
  const { exceptionDetails } = await client.send("Runtime.evaluate", {
    expression,
    awaitPromise: true,
  });
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
}
