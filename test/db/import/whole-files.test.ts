import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { importFile } from "#db/import/import-file.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import {
  contents,
  contract,
  counts,
  customer,
  empty,
  type Fields,
  importRecords,
  invoice,
  ladder,
  payment,
  TODAY,
} from "./fixture.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => empty(database.sql));

/** So many customers, each with a contract, two invoices and a payment. */
const provider = (customers: number): Fields[] => [
  ladder("L1", 10),
  ladder("L2", 30),
  { type: "category", id: "1", name: "Promise" },
  ...Array.from({ length: customers }, (_, i) => [
    customer(`C${i}`, { city: i % 2 === 0 ? "Olinda" : "Recife" }),
    contract(`K${i}`, `C${i}`, { ladder: i % 3 === 0 ? "L1" : "L2" }),
    invoice(`F${i}-1`, `C${i}`, { contract: `K${i}`, number: `${i}-1`, chargeNumber: `${i}` }),
    invoice(`F${i}-2`, `C${i}`, { contract: `K${i}`, number: `${i}-2`, state: "suspended" }),
    payment(`P${i}`, { chargeNumber: `${i}`, amount: i % 2 === 0 ? "129.90" : "5" }),
  ]).flat(),
];

test("any order of the lines of a file gives the same database", async () => {
  const records = provider(4);
  await importRecords(database.sql, records);
  const expected = await contents(database.sql);
  const anyOrder = fc.shuffledSubarray(records, { minLength: records.length });
  await fc.assert(
    fc.asyncProperty(anyOrder, async (shuffled) => {
      await empty(database.sql);
      expect(counts(await importRecords(database.sql, shuffled))).toMatchObject({
        created: records.length,
      });
      expect(await contents(database.sql)).toEqual(expected);
    }),
    { numRuns: 12 },
  );
});

test("every line that is read is created, updated, unchanged or rejected, and a second run only finds the same", async () => {
  const name = fc.constantFrom("Ana", "Bia", "", null, "x".repeat(400), 7);
  const id = fc.constantFrom("1", "2", "3", "");
  const record = fc.oneof(
    fc.record({ type: fc.constant("customer"), id, name }, { requiredKeys: ["type", "id"] }),
    fc.record({ type: fc.constant("category"), id, name }),
    fc.record({
      type: fc.constant("invoice"),
      id,
      customer: id,
      amount: fc.constantFrom("10", "20", "0"),
      dueDate: fc.constantFrom("2026-11-01", "2026-02-30"),
      number: fc.constantFrom("1", "2"),
    }),
    fc.record({
      type: fc.constant("payment"),
      id,
      invoice: id,
      amount: fc.constant(5),
      paidAt: fc.constant("2026-11-01"),
    }),
    fc.record({ type: fc.constant("nothing"), id }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(record, { maxLength: 12 }), async (records) => {
      await empty(database.sql);
      for (let run = 1; run <= 2; run += 1) {
        const report = await importRecords(database.sql, records);
        expect(report.created + report.updated + report.unchanged + report.rejectedCount).toBe(
          records.length,
        );
        expect(report.read).toBe(records.length);
        expect(report.rejected).toHaveLength(report.rejectedCount);
      }
    }),
    { numRuns: 20 },
  );
});

test("a file of 300,000 lines is taken in bounded memory", async () => {
  const lines = 300_000;
  async function* file() {
    for (let from = 0; from < lines; from += 1_000) {
      const records = Array.from({ length: 1_000 }, (_, i) => customer(`C${from + i}`));
      yield Buffer.from(`${records.map((record) => JSON.stringify(record)).join("\n")}\n`);
    }
  }
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  try {
    const report = await importFile(database.sql, file(), { format: "auto", today: TODAY });
    expect(counts(report)).toMatchObject({ read: lines, created: lines });
  } finally {
    clearInterval(watch);
  }
  expect(most - before).toBeLessThan(200_000_000);
});

test("a run that is killed anywhere is made good by running it again", async () => {
  const records = provider(200);
  await importRecords(database.sql, records);
  const expected = await contents(database.sql);
  const folder = mkdtempSync(join(tmpdir(), "import-"));
  try {
    const file = join(folder, "provider.ndjson");
    writeFileSync(file, records.map((record) => JSON.stringify(record)).join("\n"));
    for (const table of ["ladder", "customer", "invoice", "payment"]) {
      await empty(database.sql);
      await killWhenItWrites(table, file);
      await importRecords(database.sql, records);
      expect(await contents(database.sql)).toEqual(expected);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Holds the table so that the import stops where it first wants to write to it, and kills the process there. */
async function killWhenItWrites(table: string, file: string): Promise<void> {
  const script = new URL("import-process.ts", import.meta.url).pathname;
  await database.sql.begin(async (tx) => {
    await tx.unsafe(`lock table ${table} in share row exclusive mode`);
    const child = spawn(process.execPath, [script, database.url, file], { stdio: "ignore" });
    const gone = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
    for (;;) {
      const [found] = await database.sql`
        select count(*)::int as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      if (Number(found?.waiting) > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    child.kill("SIGKILL");
    expect(await gone).toBe("SIGKILL");
  });
}
