import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { addDays, type CivilDate, date } from "#core/calendar.ts";
import { cents, formatAmount } from "#core/money.ts";
import type { Sql } from "#db/client.ts";
import { importFile } from "#db/import/import-file.ts";

export type ImportTimes = { readonly importSeconds: number; readonly copySeconds: number };

const TODAY = date("2026-11-24");
const INVOICES_PER_CUSTOMER = 12;

/**
 * Seconds that a first import of so many invoices takes, and that a bare COPY of the same rows into an empty copy of the
 * table with the same indexes takes. Wants a migrated database without customers.
 */
export async function benchImport(sql: Sql, invoices: number): Promise<ImportTimes> {
  const folder = await mkdtemp(join(tmpdir(), "import-bench-"));
  try {
    await importFile(sql, Readable.from(parentLines(invoices)), { format: "ndjson", today: TODAY });
    const file = join(folder, "invoices.ndjson");
    await pipeline(Readable.from(invoiceLines(invoices)), createWriteStream(file));
    const importSeconds = await seconds(async () => {
      const report = await importFile(sql, createReadStream(file), {
        format: "ndjson",
        today: TODAY,
      });
      if (report.created !== invoices) throw new Error(`only ${report.created} were created`);
    });
    return { importSeconds, copySeconds: await copyAgain(sql, join(folder, "invoices.copy")) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function copyAgain(sql: Sql, file: string): Promise<number> {
  const columns = (
    await sql`
    select attname from pg_attribute
    where attrelid = 'invoice'::regclass and attnum > 0 and not attisdropped order by attnum`
  ).map(({ attname }) => String(attname));
  await pipeline(Readable.from(copyLines(sql, columns)), createWriteStream(file));
  await sql`create table invoice_copied (like invoice including all)`;
  try {
    return await seconds(async () => {
      const copy = `copy invoice_copied (${columns.join(", ")}) from stdin`;
      const target = await sql.unsafe(copy).writable();
      await pipeline(createReadStream(file, { highWaterMark: 524_288 }), target);
    });
  } finally {
    await sql`drop table invoice_copied`;
  }
}

/** By cursor: the driver's COPY TO now and then leaves its socket paused. Nothing in these rows needs escaping. */
async function* copyLines(sql: Sql, columns: readonly string[]): AsyncGenerator<string> {
  const texts = columns.map((column) => `${column}::text`).join(", ");
  const lines = `select array_to_string(array[${texts}], E'\\t', '\\N') as line from invoice`;
  for await (const rows of sql.unsafe(lines).cursor(5_000)) {
    yield `${rows.map(({ line }) => line).join("\n")}\n`;
  }
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const bytesOf = (records: object[]): Buffer =>
  Buffer.from(`${records.map((record) => JSON.stringify(record)).join("\n")}\n`);

function* parentLines(invoices: number): Generator<Buffer> {
  const steps = [{ day: 10, action: "forward_to_collections" }];
  yield bytesOf([{ type: "ladder", id: "L1", name: "Padrão", steps }]);
  for (let c = 0; c * INVOICES_PER_CUSTOMER < invoices; c += 1) {
    yield bytesOf([
      { type: "customer", id: `C${c}`, name: `Cliente número ${c}`, city: "Campinas", state: "SP" },
      { type: "contract", id: `K${c}`, customer: `C${c}`, ladder: "L1", plan: "Fibra 500" },
    ]);
  }
}

function* invoiceLines(invoices: number): Generator<Buffer> {
  for (let from = 0; from < invoices; from += LINES_AT_ONCE) {
    const count = Math.min(LINES_AT_ONCE, invoices - from);
    yield bytesOf(Array.from({ length: count }, (_, i) => invoiceLine(from + i)));
  }
}

const LINES_AT_ONCE = 1_000;

function invoiceLine(n: number): object {
  const customer = Math.floor(n / INVOICES_PER_CUSTOMER);
  const month = n % INVOICES_PER_CUSTOMER;
  const dueDate: CivilDate = addDays(TODAY, 30 - month * 30 - (customer % 28));
  return {
    type: "invoice",
    id: `F${n}`,
    customer: `C${customer}`,
    contract: `K${customer}`,
    number: `${100_000_000 + n}`,
    chargeNumber: `${500_000_000 + n}`,
    description: "Mensalidade de internet",
    amount: formatAmount(cents(7_990 + ((n * 37) % 20_000))),
    dueDate,
    state: (n * 7) % 100 < 90 ? "paid" : "open",
  };
}
