import { afterAll, beforeAll, expect, test } from "vitest";
import { CHART_NAMES } from "#core/charts.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { runBench } from "./bench.ts";
import { measurePictures } from "./charts.ts";
import { measureDocuments } from "./documents.ts";
import { measureImport } from "./import.ts";
import { asTable, isMet } from "./measurement.ts";
import { measureReturns } from "./returns.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("the bench measures every number of the contract on a small provider", async () => {
  const measurements = await runBench(database, { customers: 500, say: () => {} });
  expect(measurements.map(({ what }) => what)).toEqual([
    "classification that finds nothing new",
    "first page of classified",
    "first page of in-contact",
    "first page of awaiting",
    "first page of pending",
    "first page of settled",
    "first page of broken",
    "first page of spc",
    "first page of spc-critiques",
    "first page of spc-removed",
    "nine counts",
    "the next day's classification, each new invoice",
    "agreement with 12 instalments",
  ]);
  for (const { value } of measurements) expect(value).toBeGreaterThan(0);
});

test("the bench measures an import against COPY", async () => {
  const empty = await createTestDatabase();
  try {
    const { value, bound } = await measureImport(empty, 600);
    expect(value).toBeGreaterThan(0);
    expect(bound).toEqual({ atLeast: 0.25 });
  } finally {
    await empty.close();
  }
});

test("the bench measures documents against empty pages, and each", async () => {
  const measurements = await measureDocuments({ documents: 4, rounds: 1 });
  expect(measurements.map(({ what }) => what)).toEqual([
    "4 bills as PDFs, against empty pages",
    "a bill as PDF, 2 at a time",
    "a bill as PDF, 4 at a time",
  ]);
  expect(measurements[0]?.bound).toEqual({ atLeast: 0.6 });
  for (const { value } of measurements) expect(value).toBeGreaterThan(0);
});

test("the bench measures the reading of a return file, and its memory", async () => {
  const measurements = await measureReturns({ megabytes: 1 });
  expect(measurements.map(({ what, bound }) => [what, bound])).toEqual([
    ["titles of a return file, against its lines", { atLeast: 0.3 }],
    ["memory to read 1 MB of titles", { atMost: 300 }],
  ]);
  for (const { value } of measurements) expect(value).toBeGreaterThan(0);
});

test("a bound is met at its edge and missed beyond, and the table says so", () => {
  const line = { what: "x", measuredMs: 2, floorMs: 1, unit: "×" } as const;
  const met = { ...line, value: 10, bound: { atMost: 10 } };
  const missed = { ...line, value: 0.1999, bound: { atLeast: 0.2 } };
  expect([met, missed].map(isMet)).toEqual([true, false]);
  expect(asTable([met, missed]).split("\n")).toEqual([
    "what  measured ms  floor ms  ratio    bound  ok",
    "x     2.000        1.000     10.00 ×  ≤ 10   yes",
    "x     2.000        1.000     0.20 ×   ≥ 0.2  NO",
  ]);
});

test("the bench measures a warm picture of each chart", async () => {
  const measurements = await measurePictures();
  expect(measurements.map(({ what }) => what)).toEqual(CHART_NAMES.map((name) => `PNG of ${name}`));
  for (const { value, unit } of measurements) {
    expect(value).toBeGreaterThan(0);
    expect(unit).toBe("ms");
  }
});
