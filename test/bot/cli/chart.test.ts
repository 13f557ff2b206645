import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { aCustomer, commandLine, ndjson, PROVIDER, TODAY } from "./support.ts";

let database: TestDatabase;
let acordo: ReturnType<typeof commandLine>;
const folder = mkdtempSync(join(tmpdir(), "acordo-chart-"));
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  database = await createTestDatabase();
  acordo = commandLine({ env: { DATABASE_URL: database.url } });
  const input = ndjson([...PROVIDER, ...aCustomer("C1", [["F1", "100.00", "2026-10-01"]])]);
  expect((await acordo(`import - --date ${TODAY}`, { input })).code).toBe(0);
  for (const step of [
    "classify",
    "start --customer C1",
    "confirm --customer C1",
    "agree --customer C1 --invoices F1 --kind unchanged --tolerance 2026-12-10 --category Atraso --operator bia",
  ]) {
    expect((await acordo(`${step} --date ${TODAY}`)).stderr).toBe("");
  }
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

test("the ending of the file says what is made of a chart", async () => {
  for (const [ending, start] of [
    ["png", "\u0089PNG"],
    ["svg", "<svg"],
    ["csv", "city,name,series,count,amount\r\nCampinas,,agreements,1,100.00\r\n"],
  ] as const) {
    const out = at(`cities.${ending}`);
    const { code, json } = await acordo(
      `chart agreements-by-city --out ${out} --json --date ${TODAY}`,
    );
    expect({ code, json }).toEqual({
      code: 0,
      json: {
        chart: "agreements-by-city",
        file: out,
        rows: 1,
        from: "2026-08-27",
        to: TODAY,
        filter: null,
        alt: "Acordos por cidade (27/08/2026 a 24/11/2026 · total 1): Campinas 1.",
      },
    });
    expect(readFileSync(out).toString("latin1").startsWith(start)).toBe(true);
  }
});

test("theme, language, width, period and filter are taken", async () => {
  const out = at("outcome.svg");
  const asked = `chart outcome --out ${out} --theme dark --language en --width narrow --from 2026-10-01`;
  const { json } = await acordo(`${asked} --operator-filter bia --date ${TODAY} --json`);
  expect(json).toMatchObject({ rows: 6, from: "2026-10-01", filter: "Bia" });
  const svg = readFileSync(out, "utf8");
  expect(svg).toContain("Outcome of collections");
  expect(svg).toContain("Operator: Bia");
});

test.each([
  ["chart pie --out x.png", /NAME: "pie" came; expected one of interactions, /],
  ["chart spc", /--out is missing/],
  ["chart spc --out x.gif", /--out: "x.gif" came; expected a file that ends in .png, .svg, .csv/],
  ["chart spc --out /nowhere/x.csv", /\/nowhere\/x.csv cannot be written \(ENOENT\)/],
  ["chart spc --out x.csv --from 2027-01-01", /--from: 2027-01-01 came; expected a day/],
  ["chart spc --out x.csv --city Natal --operator-filter bia", /expected one of them/],
  ["chart spc --out x.csv --operator ana", /panel\.charts/],
])("%s is refused in one line, and nothing is written", async (words, reason) => {
  const { code, stdout, stderr } = await acordo(`${words} --date ${TODAY}`);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(reason);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});
