import type { PrintRefusal } from "#core/documents/refusals.ts";
import { accept, type Result, refuse } from "#core/result.ts";
import type { BrowserChoice } from "../browser/open-browser.ts";
import type { Printable, PrintedPdf } from "../printable.ts";
import { openPress, type Press } from "./press.ts";

/** Prints what it is given, so many at a time, in a browser that is started by the first document and kept. */
export type Printer = {
  print(printable: Printable): Promise<Result<PrintedPdf, PrintRefusal>>;
  /** What still waits is refused; afterwards nothing of it runs. */
  close(): Promise<void>;
};

export type PrinterOptions = BrowserChoice & {
  /** Printed at the same time (default: 2). */
  readonly pages?: number;
  /** Waiting at the most; one more is refused (default: 200). */
  readonly queue?: number;
  /** For one document (default: 30). */
  readonly jobSeconds?: number;
  /** After which the browser is started anew: what it keeps of each never adds up (default: 1,000). */
  readonly documentsPerBrowser?: number;
  /** Without a document for so long, the browser is closed until the next one (default: 300). */
  readonly idleSeconds?: number;
};

type Job = {
  readonly printable: Printable;
  readonly done: (result: Result<PrintedPdf, PrintRefusal>) => void;
};

export function createPrinter(options: PrinterOptions = {}): Printer {
  const { pages = 2, queue: limit = 200, idleSeconds = 300 } = options;
  const presses = keepPress(options);
  const queue: Job[] = [];
  const running = new Set<Promise<void>>();
  let closed = false;
  let rest: NodeJS.Timeout | undefined;

  const carryOut = async ({ printable, done }: Job): Promise<void> => {
    done(await printOn(presses, printable, () => closed));
  };

  const pump = (): void => {
    clearTimeout(rest);
    while (running.size < pages) {
      const job = queue.shift();
      if (job === undefined) break;
      const work = carryOut(job).finally(() => {
        running.delete(work);
        pump();
      });
      running.add(work);
    }
    if (running.size > 0 || closed) return;
    rest = setTimeout(() => void presses.close(), idleSeconds * 1_000).unref();
  };

  return {
    print(printable) {
      if (closed) return Promise.resolve(refuse({ code: "printer_closed" }));
      if (running.size >= pages && queue.length >= limit) {
        return Promise.resolve(refuse({ code: "printer_busy", waiting: queue.length }));
      }
      return new Promise((done) => {
        queue.push({ printable, done });
        pump();
      });
    },
    async close() {
      closed = true;
      clearTimeout(rest);
      for (const { done } of queue.splice(0)) done(refuse({ code: "printer_closed" }));
      await presses.close();
      await Promise.all(running);
      await presses.close();
    },
  };
}

/** A browser that broke may have broken for another document's sake: one more try, on a new one. */
async function printOn(
  presses: Presses,
  printable: Printable,
  isClosed: () => boolean,
): Promise<Result<PrintedPdf, PrintRefusal>> {
  for (let attempt = 1; attempt <= ATTEMPTS && !isClosed(); attempt++) {
    const press = await presses.current();
    if (!press.ok) return press;
    const printed = await press.value.print(printable);
    if (printed.outcome === "done") return accept(printed.pdf);
    if (printed.outcome === "timed out") {
      return refuse({ code: "print_timed_out", seconds: presses.jobSeconds });
    }
  }
  return refuse({ code: isClosed() ? "printer_closed" : "print_failed" });
}

const ATTEMPTS = 2;

type Presses = {
  readonly jobSeconds: number;
  current(): Promise<Result<Press, PrintRefusal>>;
  close(): Promise<void>;
};

/** The press in use, opened when it is needed. A spent one closes itself with its last document. */
function keepPress(options: PrinterOptions): Presses {
  const { jobSeconds = 30, documentsPerBrowser: documents = 1_000, ...choice } = options;
  const open = new Set<Press>();
  let current: Promise<Result<Press, PrintRefusal>> | undefined;

  const renew = async (): Promise<Result<Press, PrintRefusal>> => {
    const opened = await openPress(choice, { jobSeconds, documents });
    if (!opened.ok) return opened;
    const press = opened.value;
    open.add(press);
    void press.closed.then(() => open.delete(press));
    return opened;
  };

  const take = async (): Promise<Result<Press, PrintRefusal>> => {
    current ??= renew();
    const mine = current;
    const press = await mine;
    if (press.ok && !press.value.isSpent()) return press;
    if (current === mine) current = undefined;
    return press.ok ? take() : press;
  };

  return {
    jobSeconds,
    current: take,
    async close() {
      await current;
      current = undefined;
      await Promise.all([...open].map((press) => press.close()));
    },
  };
}
