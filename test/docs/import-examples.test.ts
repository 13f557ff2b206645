import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { date } from "#core/calendar.ts";
import { importFile } from "#db/import/import-file.ts";
import { isRecordType, RECORD_TYPES } from "#db/import/records.ts";
import { readProject } from "#test/architecture/project-files.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

type Example = { readonly language: string; readonly note: string; readonly text: string };

const examples: Example[] = [
  ...readProject("docs/import.md").matchAll(/^```(ndjson|csv|json) ?(\w*)\n(.*?)^```$/gms),
].map(([, language = "", note = "", text = ""]) => ({ language, note, text }));

const [whole, ...spreadsheets] = examples.filter(({ note }) => note !== "rejected");
const bad = examples.find(({ note }) => note === "rejected");
const sheets = spreadsheets.filter(({ language }) => language === "csv");

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

describe("the examples of docs/import.md", () => {
  it("hold every type", () => {
    const types = (whole?.text ?? "")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).type);

    expect([...new Set(types)].sort()).toEqual([...RECORD_TYPES].sort());
  });

  it("land whole, and change nothing the second time", async () => {
    const lines = (whole?.text ?? "").trim().split("\n").length;

    expect(await take(whole)).toMatchObject({ read: lines, created: lines, rejected: [] });
    expect(await take(whole)).toMatchObject({ read: lines, unchanged: lines, rejected: [] });
  });

  it("land from CSV, with money and dates of both kinds", async () => {
    expect(sheets.length).toBeGreaterThan(0);
    for (const sheet of sheets) {
      expect(await take(sheet)).toMatchObject({ created: 2, rejected: [] });
    }
    const [invoice] = await database.sql`
      select amount_cents, due_date from invoice where id = 'f-3'`;
    expect(invoice).toEqual({ amount_cents: 123_456, due_date: "2026-11-05" });
  });

  it("that are wrong are rejected as the page shows", async () => {
    const shown = examples.filter(({ language }) => language === "json").map(({ text }) => text);
    const { read, created, updated, unchanged, rejected } = await take(bad);

    expect(shown.map((text) => JSON.parse(text))).toEqual([
      { read, created, updated, unchanged, rejected },
    ]);
  });
});

function take(example: Example | undefined) {
  if (example === undefined) throw new Error("docs/import.md has no such example");
  const { note, text } = example;
  return importFile(database.sql, Readable.from([Buffer.from(text)]), {
    format: "auto",
    today: date("2026-11-24"),
    type: isRecordType(note) ? note : undefined,
  });
}
