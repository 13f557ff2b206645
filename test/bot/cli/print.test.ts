import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { commandLine, ndjson, type Outcome, PROVIDER } from "./support.ts";

let database: TestDatabase;
let folder: string;
let acordo: (words: string | readonly string[]) => Promise<Outcome>;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "acordo-test-print-"));
  acordo = commandLine({ env: { DATABASE_URL: database.url } });
  const records = [
    ...PROVIDER,
    { type: "customer", id: "C1", name: "Ana Souza", taxId: "529.982.247-25" },
    { type: "contract", id: "T1", customer: "C1" },
    ...["F1", "F2", "F3"].map((id) => ({
      type: "invoice",
      id,
      customer: "C1",
      contract: "T1",
      amount: "129.90",
      dueDate: "2026-12-10",
    })),
    { type: "payment", id: "P1", invoice: "F3", amount: "129.90", paidAt: "2026-11-20" },
  ];
  await commandLine({ env: { DATABASE_URL: database.url }, input: ndjson(records) })("import -");
  await acordo(["setting", "set", "provider.name", "Vento Norte Ltda."]);
  await acordo(["setting", "set", "provider.address", "Rua das Palmeiras, 120, Recife/PE"]);
  await acordo(["setting", "set", "provider.taxId", "11.222.333/0001-81"]);
});

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

test("prints the chosen invoices into a file and says what is in it", async () => {
  const out = join(folder, "two.pdf");
  const printed = await acordo(["print", "--invoice", "F2,F1", "--out", out, "--json"]);
  expect(printed.stderr).toBe("");
  const bytes = await readFile(out);
  expect(printed.json).toEqual({
    file: out,
    pages: 2,
    invoices: ["F2", "F1"],
    bytes: bytes.length,
  });
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
});

test("refuses in one line, and writes no file", async () => {
  const out = join(folder, "never.pdf");
  for (const [words, told] of [
    [["--invoice", "F3"], "Invoice F3 is paid, and only an open one can be printed."],
    [["--invoice", "F9"], 'There is no invoice "F9".'],
    [["--agreement", "5"], "There is no agreement 5."],
    [["--agreement", "5", "--invoice", "F1"], "both came; expected one of the two."],
    [[], "neither came; expected one of the two."],
  ] as const) {
    const refused = await acordo(["print", ...words, "--out", out]);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain(told);
  }
  await expect(readFile(out)).rejects.toThrow("ENOENT");
});

test("asks for the permission to print", async () => {
  await database.sql`
    update role set permissions = array_remove(permissions, 'invoice.print') where name = 'operator'`;
  await database.sql`
    insert into operator (id, name, role) values ('zoe', 'Zoe', 'operator') on conflict do nothing`;
  const refused = await acordo(`print --invoice F1 --out ${join(folder, "x.pdf")} --operator zoe`);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("invoice.print");
});

test("says what to do where there is no browser", async () => {
  const env = { DATABASE_URL: database.url, PUPPETEER_EXECUTABLE_PATH: "/nowhere/chrome" };
  const refused = await commandLine({ env })(`print --invoice F1 --out ${join(folder, "x.pdf")}`);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("/nowhere/chrome");
  expect(refused.stderr).toContain("libnss3");
});

test("says that the file cannot be written", async () => {
  const refused = await acordo("print --invoice F1 --out /nowhere/x.pdf");
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("--out: /nowhere/x.pdf cannot be written (ENOENT)");
});
