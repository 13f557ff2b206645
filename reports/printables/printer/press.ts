import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "puppeteer-core";
import type { PrintRefusal } from "#core/documents/refusals.ts";
import { accept, type Result } from "#core/result.ts";
import { type BrowserChoice, openBrowser } from "../browser/open-browser.ts";
import type { Printable, PrintedPdf } from "../printable.ts";
import { openSheet, type Sheet } from "./sheet.ts";

/** One browser with its pages, for so many documents. It is closed when the last one is done. */
export type Press = {
  /** Takes no more documents: it has printed its share, a page of it would not let go, or its browser is dead. */
  isSpent(): boolean;
  print(printable: Printable): Promise<Printed>;
  close(): Promise<void>;
  /** Once nothing of it runs. */
  readonly closed: Promise<void>;
};

/** `broken`: the page or the browser went away, which says nothing about the document. */
export type Printed =
  | { readonly outcome: "done"; readonly pdf: PrintedPdf }
  | { readonly outcome: "timed out" | "broken" };

export type PressLimits = { readonly jobSeconds: number; readonly documents: number };

export async function openPress(
  choice: BrowserChoice,
  limits: PressLimits,
): Promise<Result<Press, PrintRefusal>> {
  const opened = await openBrowser(choice);
  return opened.ok ? accept(createPress(opened.value, limits)) : opened;
}

function createPress(browser: Browser, { jobSeconds, documents }: PressLimits): Press {
  const idle: Sheet[] = [];
  let [started, running, spent] = [0, 0, false];
  const { promise: closed, resolve: done } = Promise.withResolvers<void>();
  let closing: Promise<void> | undefined;
  // A call to a browser that has gone is never answered.
  const { promise: gone, reject: leave } = Promise.withResolvers<never>();
  gone.catch(() => undefined);
  browser.once("disconnected", () => {
    spent = true;
    leave(new Error("the browser is gone"));
  });

  const close = (): Promise<void> => {
    spent = true;
    closing ??= closeBrowser(browser).then(() => {
      leave(new Error("the browser was closed"));
      done();
    });
    return closing;
  };

  const giveUp = async (sheet: Sheet | undefined): Promise<void> => {
    const closed = sheet === undefined ? false : await within(CLOSE_SECONDS, sheet.close());
    // A page that cannot even be closed is left to its browser, which goes when the others are done.
    if (!closed) spent = true;
  };

  const attempt = async (printable: Printable): Promise<Printed> => {
    let sheet: Sheet | undefined;
    const work = async (): Promise<PrintedPdf> => {
      sheet = idle.pop() ?? (await openSheet(browser));
      return await sheet.print(printable);
    };
    try {
      const pdf = await beforeDeadline(jobSeconds, Promise.race([work(), gone]));
      if (pdf !== undefined && sheet !== undefined) {
        idle.push(sheet);
        return { outcome: "done", pdf };
      }
      await giveUp(sheet);
      return { outcome: "timed out" };
    } catch {
      await giveUp(sheet);
      return { outcome: "broken" };
    }
  };

  return {
    isSpent: () => spent,
    async print(printable) {
      started++;
      running++;
      if (started >= documents) spent = true;
      const printed = await attempt(printable);
      running--;
      if (spent && running === 0) await close();
      return printed;
    },
    close,
    closed,
  };
}

const CLOSE_SECONDS = 2;

/** Undefined when it took longer. */
async function beforeDeadline<Value>(
  seconds: number,
  work: Promise<Value>,
): Promise<Value | undefined> {
  const alarm = new AbortController();
  // Whatever comes of work that was given up is nobody's concern any more.
  work.catch(() => undefined);
  try {
    return await Promise.race([
      work,
      sleep(seconds * 1_000, undefined, { signal: alarm.signal }).catch(() => undefined),
    ]);
  } finally {
    alarm.abort();
  }
}

const within = async (seconds: number, work: Promise<unknown>): Promise<boolean> =>
  (await beforeDeadline(
    seconds,
    work.then(
      () => true,
      () => false,
    ),
  )) === true;

async function closeBrowser(browser: Browser): Promise<void> {
  const process = browser.process();
  const closed = await within(CLOSE_SECONDS, browser.close());
  if (!closed) process?.kill("SIGKILL");
}
