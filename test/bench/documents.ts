import { strict as assert } from "node:assert";
import type { Browser, Page } from "puppeteer-core";
import type { InvoiceId } from "#core/ids.ts";
import { cents } from "#core/money.ts";
import { openBrowser } from "#reports/printables/browser/open-browser.ts";
import { createPrinter, type Printer } from "#reports/printables/printer/printer.ts";
import { renderDocument } from "#reports/printables/render-document.ts";
import { aBill, aDocument } from "../reports/printables/bills.ts";
import { type Measurement, speedOf } from "./measurement.ts";
import { mediansOf, millisecondsOf } from "./stopwatch.ts";

const DOCUMENTS = 200;
/** What a service that is used for this publishes, Gotenberg, is 21 to 23 a second: five times that. */
const MAX_MS_EACH = 1_000 / (5 * 22);

/** The whole batch is handed over at once. */
const MAX_WAITING = 1_000;

type Options = { readonly documents?: number; readonly rounds?: number };

/**
 * Different bills with bars and QR code, each a tagged PDF of its own, drawn and printed; against the same browser that is
 * handed empty pages, one after the other, by its library's own call.
 */
export async function measureDocuments({
  documents = DOCUMENTS,
  rounds = 3,
}: Options = {}): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  const browser = await openedBrowser();
  const printer = createPrinter({ pages: 2, queue: MAX_WAITING });
  try {
    const page = await browser.newPage();
    const times = await mediansOf(
      (round) => printBills(printer, { documents, round }),
      () => printEmpty(page, documents),
      { rounds, warmUp: 1 },
    );
    measurements.push(
      speedOf(`${documents} bills as PDFs, against empty pages`, { ...times, atLeast: 0.6 }),
    );
  } finally {
    await Promise.all([browser.close(), printer.close()]);
  }
  for (const pages of [2, 4]) measurements.push(await measureEach(pages, documents));
  return measurements;
}

async function measureEach(pages: number, documents: number): Promise<Measurement> {
  const printer = createPrinter({ pages, queue: MAX_WAITING });
  try {
    await printBills(printer, { documents: 5 * pages, round: 0 });
    const measuredMs = await millisecondsOf(() => printBills(printer, { documents, round: 1 }));
    return {
      what: `a bill as PDF, ${pages} at a time`,
      measuredMs,
      floorMs: null,
      value: measuredMs / documents,
      unit: "ms",
      bound: { atMost: MAX_MS_EACH },
    };
  } finally {
    await printer.close();
  }
}

async function openedBrowser(): Promise<Browser> {
  const opened = await openBrowser();
  assert(opened.ok, "there is no browser to measure");
  return opened.value;
}

type Batch = { readonly documents: number; readonly round: number };

/** No two of all rounds are alike. */
async function printBills(printer: Printer, { documents, round }: Batch): Promise<void> {
  const printed = await Promise.all(
    Array.from({ length: documents }, async (_, index) => {
      const id = `R${round}N${index}`;
      const bill = aBill({
        invoice: id as InvoiceId,
        amountCents: cents(10_000 + round * 1_000 + index),
      });
      return printer.print(renderDocument(aDocument([{ ...bill, number: id }])));
    }),
  );
  assert(
    printed.every(({ ok }) => ok),
    "a bill was not printed",
  );
}

async function printEmpty(page: Page, documents: number): Promise<void> {
  for (let index = 0; index < documents; index++) {
    await page.setContent("<!doctype html><html lang=pt-BR><title>Fatura</title></html>");
    await page.pdf({ format: "A4", tagged: true });
  }
}
