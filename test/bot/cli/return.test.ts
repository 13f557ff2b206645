import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cnab240, cnab400 } from "#test/core/bank/support/cnab-writer.ts";
import { anEvent } from "#test/core/bank/support/events.ts";
import { readReturn } from "#test/core/bank/support/read-return.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { aCustomer, commandLine, ndjson, PROVIDER } from "./support.ts";

let database: TestDatabase;
let acordo: ReturnType<typeof commandLine>;
const folder = mkdtempSync(join(tmpdir(), "acordo-return-"));

beforeAll(async () => {
  database = await createTestDatabase();
  acordo = commandLine({ env: { DATABASE_URL: database.url, ACORDO_DATA: folder } });
  const records = [
    ...PROVIDER,
    ...aCustomer("C1", [
      ["F1", "129.90", "2026-11-10"],
      ["F2", "129.90", "2026-11-10"],
    ]),
    { type: "invoice", id: "F1", chargeNumber: "00000001" },
    { type: "invoice", id: "F2", number: "FAT-2" },
  ];
  await acordo("import - --date 2026-11-24", { input: ndjson(records) });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const written = (name: string, lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\r\n")}\r\n`, "latin1");
  return path;
};
const itau = (number: string, changes = {}) =>
  anEvent({ number: number.padStart(8, "0"), document: "", ...changes });

describe("return", () => {
  const events = [
    itau("1"),
    itau("2", { code: "02" }),
    itau("3", { document: "FAT-2" }),
    itau("9"),
  ];
  const lines = cnab400("341", "2026-11-13", events);

  test("answers with what the file came to, after a rehearsal that changes nothing", async () => {
    const path = written("CB1311.RET", lines);
    const counts = {
      bank: "341",
      layout: "CNAB400",
      titles: 4,
      settled: 2,
      ignored: 1,
      unmatched: 1,
      spcCritiques: 0,
    };
    const rehearsed = await acordo(["return", path, "--dry-run", "--json"]);
    expect(rehearsed).toMatchObject({ code: 0, stderr: "" });
    expect(rehearsed.json).toEqual(counts);
    expect(await database.sql`select id from payment`).toEqual([]);
    expect((await acordo(["return", path, "--json"])).json).toEqual(counts);
    expect((await acordo(["return", path, "--json"])).json).toEqual(counts);
    expect(await database.sql`select invoice_id from payment order by 1`).toEqual([
      { invoice_id: "F1" },
      { invoice_id: "F2" },
    ]);
  });

  test("tells of each title with --details", async () => {
    const path = written("CB1311.RET", lines);
    const { json } = await acordo(["return", path, "--details", "--json"]);
    expect(json.details).toHaveLength(4);
    expect(json.details[0]).toEqual({
      line: 2,
      ourNumber: "000000014",
      documentNumber: "",
      code: "06",
      kind: "settled",
      titleAmount: "129.90",
      paidAmount: "129.90",
      creditDate: "2026-11-13",
      invoice: "F1",
      outcome: "settled",
    });
    expect(
      json.details.map(({ kind, outcome }: Record<string, string>) => [kind, outcome]),
    ).toEqual([
      ["settled", "settled"],
      ["entry", "ignored"],
      ["settled", "settled"],
      ["settled", "unmatched"],
    ]);
    const text = await acordo(["return", path, "--details"]);
    expect(text.stdout).toContain("It was read before, nothing changed.");
    expect(text.stdout).toMatch(/F1\s+settled/);
  });

  test("is done in part when lines are damaged, and names the first", async () => {
    const damaged = cnab400("341", "2026-11-14", [itau("21"), itau("22")]);
    damaged[1] = damaged[1]?.replace("0000000012990", "00000000O2990") ?? "";
    const { code, stderr, json } = await acordo([
      "return",
      written("damaged.ret", damaged),
      "--json",
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain("line 2, column 161");
    expect(json).toMatchObject({ titles: 1, unmatched: 1 });
  });

  test("refuses a file that is no return in one line, and changes nothing", async () => {
    const payments = cnab240("341", "2026-11-13", [itau("1")]);
    payments[1] = payments[1]?.replace("T01", "C20") ?? "";
    for (const [name, content, said] of [
      ["payments.ret", payments, "payments is no return of collection"],
      ["remittance.rem", ["01REMESSA01COBRANCA".padEnd(400)], "it is no return file"],
      ["list.csv", ["id;nome"], "is not how a CNAB 400 or CNAB 240 file begins"],
    ] as const) {
      const { code, stdout, stderr } = await acordo(["return", written(name, content)]);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toContain(said);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    }
    const missing = await acordo(["return", join(folder, "nothing.ret")]);
    expect(missing.stderr).toContain("there is no such file");
  });

  test("shows the files, one file, and what is left over, which can be assigned and put aside", async () => {
    const [newest, first] = (await acordo("return list --json")).json.rows;
    expect(newest).toMatchObject({ name: "damaged.ret", damagedLines: 1 });
    expect(first).toMatchObject({
      name: "CB1311.RET",
      titles: 4,
      settled: 2,
      unmatched: 1,
      received: "389.70",
      onInvoices: "259.80",
      leftOver: "129.90",
    });
    const shown = (await acordo(`return show ${first.file} --json`)).json;
    expect(shown.rows.map(({ line }: { line: number }) => line)).toEqual([2, 3, 4, 5]);
    const [waiting, other] = (await acordo("return unmatched --json")).json.rows;
    await acordo("import - --date 2026-11-24", {
      input: ndjson([
        { type: "invoice", id: "F3", customer: "C1", amount: "129.90", dueDate: "2026-11-10" },
      ]),
    });
    expect(
      (await acordo(`return assign --title ${waiting.title} --invoice F3 --json`)).json,
    ).toEqual({
      title: waiting.title,
      invoice: "F3",
      amount: "129.90",
      outcome: "settled",
    });
    const aside = ["return", "dismiss", "--title", `${other.title}`, "--reason", "devolvido"];
    expect(await acordo(aside)).toMatchObject({ code: 0 });
    expect((await acordo("return unmatched --json")).json.rows).toEqual([]);
  });

  test("takes a file from standard input", async () => {
    const input = cnab400("237", "2026-11-15", [anEvent({ number: "00000000077" })]).join("\n");
    expect((await acordo("return - --json", { input })).json).toMatchObject({ bank: "237" });
  });
});

/** A folder of banks' files with their expectations can be named. */
const samples = process.env.ACORDO_CNAB_SAMPLES;
const sampleFiles =
  samples === undefined ? [] : readdirSync(samples).filter((name) => name.endsWith(".ret"));

describe.runIf(sampleFiles.length > 0)("a bank's own file", () => {
  test.each(sampleFiles)("%s settles what it says, and nothing else", async (name) => {
    const path = join(samples as string, name);
    const { titles } = readReturn(readFileSync(path, "latin1").split("\n"));
    const keys = [...new Set(titles.map((title) => title.ourNumberKey))].filter(
      (key) => key !== "",
    );
    const [first] = titles;
    const records = keys.map((key) => {
      const title = titles.find((one) => one.ourNumberKey === key && one.kind === "settled");
      const reais = ((title ?? first)?.titleAmount ?? 100) / 100;
      return {
        type: "invoice",
        id: `${name}-${key}`,
        customer: "C1",
        amount: Math.max(0.01, reais).toFixed(2),
        dueDate: title?.dueDate ?? "2010-01-01",
      };
    });
    await acordo("import - --date 2026-11-24", { input: ndjson(records) });
    for (const key of keys) {
      await database.sql`insert into charge (invoice_id, bank, our_number, our_number_key)
        values (${`${name}-${key}`}, ${first?.bank ?? ""}, ${key}, ${key}) on conflict do nothing`;
    }
    const { json } = await acordo(["return", path, "--details", "--json"]);
    const expected = JSON.parse(readFileSync(path.replace(/\.ret$/, ".expected.json"), "utf8"));
    expect(json).toMatchObject({
      bank: expected.bank,
      layout: expected.format,
      titles: expected.details.length,
    });
    for (const [index, detail] of expected.details.entries()) {
      const told = json.details[index];
      expect(told).toMatchObject({
        line: detail.line,
        code: detail.occurrence,
        titleAmount: (detail.titleCents / 100).toFixed(2),
        paidAmount: (detail.paidCents / 100).toFixed(2),
        creditDate: detail.creditDate,
      });
      const isMoney = detail.kind === "settled" || detail.kind === "partial";
      if (!isMoney) expect(told.outcome).toBe("ignored");
      else if (titles[index]?.ourNumberKey !== "") {
        expect(["settled", "partial", "already-paid", "duplicate"]).toContain(told.outcome);
      }
    }
    const money = json.details.filter((d: { outcome: string }) => d.outcome === "settled");
    expect(money.length > 0).toBe(expected.settledCount > 0 && keys.length > 0);
  });
});
