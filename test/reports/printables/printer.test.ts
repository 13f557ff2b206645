import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { launch } from "puppeteer-core";
import { afterEach, describe, expect, test } from "vitest";
import { date } from "#core/calendar.ts";
import { openBrowser } from "#reports/printables/browser/open-browser.ts";
import { html, trusted } from "#reports/printables/html.ts";
import type { Printable } from "#reports/printables/printable.ts";
import {
  createPrinter,
  type Printer,
  type PrinterOptions,
} from "#reports/printables/printer/printer.ts";
import { browsers, mainBrowser, renderers } from "./processes.ts";
import { reading } from "./reading.ts";

const opened: Printer[] = [];
const aPrinter = (options: PrinterOptions = {}): Printer => {
  const printer = createPrinter(options);
  opened.push(printer);
  return printer;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((printer) => printer.close()));
});

const aNote = (text: string, body = html`<p>${text}</p>`): Printable => ({
  title: text,
  style: trusted("p { font: 12pt Inter }"),
  body,
  day: date("2026-07-01"),
});

/** What became of a document: its text, or why it was refused. */
async function outcome(printed: ReturnType<Printer["print"]>): Promise<string> {
  const result = await printed;
  if (!result.ok) return result.refusal.code;
  return (await reading(result.value.bytes, (pdf) => pdf.text())).trim();
}

const several = (printer: Printer, count: number): Promise<string>[] =>
  Array.from({ length: count }, (_, index) => outcome(printer.print(aNote(`note ${index}`))));

const notes = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `note ${index}`);

describe("a printer", () => {
  test("starts its browser with the first document and keeps it for the next", async () => {
    const printer = aPrinter();
    expect(browsers()).toEqual([]);
    expect(await outcome(printer.print(aNote("one")))).toBe("one");
    const kept = mainBrowser();
    expect(await outcome(printer.print(aNote("two")))).toBe("two");
    expect(mainBrowser()).toEqual(kept);
  });

  test("prints each its own, with nothing of the document before it", async () => {
    expect(await Promise.all(several(aPrinter({ pages: 2 }), 20))).toEqual(notes(20));
  });

  test("refuses one more than may wait, and does what was let in", async () => {
    const printer = aPrinter({ pages: 1, queue: 2 });
    const outcomes = await Promise.all(several(printer, 5));
    expect(outcomes).toEqual([...notes(3), "printer_busy", "printer_busy"]);
    expect(await outcome(printer.print(aNote("later")))).toBe("later");
  });

  test("leaves nothing running when it is closed, and refuses what comes afterwards", async () => {
    const printer = aPrinter();
    await outcome(printer.print(aNote("one")));
    await printer.close();
    expect(browsers()).toEqual([]);
    expect(await outcome(printer.print(aNote("late")))).toBe("printer_closed");
    expect(browsers()).toEqual([]);
  });

  test("that is closed in the middle answers everybody", async () => {
    const printer = aPrinter({ pages: 1 });
    const waiting = several(printer, 5);
    await printer.close();
    const outcomes = await Promise.all(waiting);
    expect(outcomes.slice(1)).toEqual(Array(4).fill("printer_closed"));
    expect(["note 0", "printer_closed"]).toContain(outcomes[0]);
    expect(browsers()).toEqual([]);
  });

  test("says that there is no browser, and where it looked", async () => {
    const printed = await aPrinter({ executablePath: "/nowhere/chrome" }).print(aNote("one"));
    expect(printed).toEqual({
      ok: false,
      refusal: { code: "browser_missing", tried: ["/nowhere/chrome"] },
    });
  });

  test("without work lets its browser go, and starts it for the next document", async () => {
    const printer = aPrinter({ idleSeconds: 0.05 });
    await outcome(printer.print(aNote("one")));
    await until(() => browsers().length === 0);
    expect(await outcome(printer.print(aNote("two")))).toBe("two");
  });
});

describe("a browser that gets into trouble", () => {
  test("is replaced when it dies between two documents", async () => {
    const printer = aPrinter();
    await outcome(printer.print(aNote("one")));
    const first = mainBrowser();
    process.kill(first!.pid, "SIGKILL");
    expect(await outcome(printer.print(aNote("two")))).toBe("two");
    expect(mainBrowser()!.pid).not.toBe(first!.pid);
  });

  test("is replaced when it dies under its documents, and they are all printed", async () => {
    const printer = aPrinter({ pages: 2 });
    await outcome(printer.print(aNote("one")));
    const printed = several(printer, 30);
    process.kill(mainBrowser()!.pid, "SIGKILL");
    expect(await Promise.all(printed)).toEqual(notes(30));
  });

  test("has its page replaced when that one crashes", async () => {
    const printer = aPrinter({ pages: 1 });
    await outcome(printer.print(aNote("one")));
    for (const { pid } of renderers()) process.kill(pid, "SIGKILL");
    expect(await Promise.all(several(printer, 3))).toEqual(notes(3));
  });

  test("loses a page that is stuck: its document is given up, the next ones are printed", async () => {
    const printer = aPrinter({ pages: 1, jobSeconds: 1 });
    await outcome(printer.print(aNote("one")));
    for (const { pid } of renderers()) process.kill(pid, "SIGSTOP");
    expect(await outcome(printer.print(aNote("two")))).toBe("print_timed_out");
    expect(await Promise.all(several(printer, 3))).toEqual(notes(3));
    await printer.close();
    expect(browsers()).toEqual([]);
  });

  test("is started anew after its share of documents, one at a time", async () => {
    const printer = aPrinter({ pages: 2, documentsPerBrowser: 5 });
    const seen = new Set<number>();
    for (let round = 0; round < 6; round++) {
      await Promise.all(several(printer, 4));
      const main = mainBrowser();
      if (main !== undefined) seen.add(main.pid);
    }
    expect(seen.size).toBeGreaterThanOrEqual(3);
    await printer.close();
    expect(browsers()).toEqual([]);
  });
});

describe("a page", () => {
  /** Everything that a page can be made to fetch, by markup that no text of a person could become. */
  const greedy = (address: string) =>
    trusted(`<style>@import url("${address}/import.css");
      @font-face { font-family: Far; src: url("${address}/font.woff2"); }
      p { font: 12pt Far, Inter; background: url("${address}/back.png"); }</style>
      <link rel="stylesheet" href="${address}/sheet.css"><link rel="preconnect" href="${address}">
      <img src="${address}/image.png"><svg><image href="${address}/drawn.png"/></svg>
      <iframe src="${address}/frame"></iframe><object data="${address}/object"></object>
      <video src="${address}/film"></video><script src="${address}/code.js"></script>
      <script>fetch("${address}/fetched")</script><p>greedy</p>`);

  test("fetches nothing, whatever is in it", async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections++;
      socket.destroy();
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const greed = greedy(`http://127.0.0.1:${port}`);
    try {
      const printed = aPrinter().print(aNote("greedy", greed));
      expect(await outcome(printed)).toMatch(/^greedy/);
      await sleep(300);
      expect(connections).toBe(0);
      // An ordinary page of the same browser, with the same in it, does come.
      await openPlainly(greed.markup);
      expect(connections).toBeGreaterThan(0);
    } finally {
      server.close();
    }
  });

  test("runs no script of its own", async () => {
    const body = trusted(
      `<p id="told">as it was</p><img src="data:," onerror="document.getElementById('told').textContent='changed'">
       <script>document.getElementById("told").textContent = "changed"</script>`,
    );
    const printer = aPrinter({ pages: 1 });
    expect(await outcome(printer.print(aNote("script", body)))).toBe("as it was");
    expect(await outcome(printer.print(aNote("next")))).toBe("next");
  });
});

async function openPlainly(markup: string): Promise<void> {
  const found = await openBrowser();
  if (!found.ok) throw new Error(found.refusal.code);
  const executablePath = found.value.process()!.spawnfile;
  await found.value.close();
  const browser = await launch({ executablePath, headless: "shell", args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.setContent(markup, { waitUntil: "load" });
  } finally {
    await browser.close();
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (holds()) return;
    await sleep(50);
  }
  throw new Error("it never came to hold");
}
