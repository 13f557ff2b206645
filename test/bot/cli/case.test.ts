import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { aCustomer, commandLine, ndjson, PROVIDER, TODAY } from "./support.ts";

let database: TestDatabase;
let acordo: ReturnType<typeof commandLine>;

beforeAll(async () => {
  database = await createTestDatabase();
  acordo = commandLine({ env: { DATABASE_URL: database.url } });
});
afterAll(() => database.close());

const on = (day: string, words: string) => acordo(`${words} --json --date ${day}`);
const today = (words: string) => on(TODAY, words);

/** [count, amount] of the panels 1 to 9. */
async function counts(day = TODAY) {
  const { json } = await on(day, "panels");
  return Object.fromEntries(
    Object.entries(json as Record<string, { total: number; amount: string }>).map(
      ([name, { total, amount }]) => [name, [total, amount]],
    ),
  );
}

const EMPTY = [0, "0.00"];
const NONE = {
  classified: EMPTY,
  "in-contact": EMPTY,
  awaiting: EMPTY,
  pending: EMPTY,
  settled: EMPTY,
  broken: EMPTY,
  spc: EMPTY,
  "spc-critiques": EMPTY,
  "spc-removed": EMPTY,
};

/** The worked example: 129.90, 129.90 and 99.95, the oldest 100 days late. */
const EXAMPLE = [
  ["F1", "129.90", "2026-08-16"],
  ["F2", "129.90", "2026-09-16"],
  ["F3", "99.95", "2026-10-16"],
] as const;

const UNITS = ["increase", "fine", "discount", "charges", "fees"]
  .map((term) => `--unit-${term} 4.1.1`)
  .join(" ");
const TERMS =
  "--increase 3.5 --fine 2 --discount 10 --discount-amount 5.00 --charges 5.00 --fees 10.00 --fees-reason clausula";
const NEW = "--tolerance 2027-03-15 --category Atraso --description Acordo --profile Principal";
const SPLIT = "--instalments 3 --first-due 2026-12-10";
const AGREE = `agree --customer C1 --invoices F1,F2,F3 --kind renegotiated ${NEW} ${SPLIT} ${TERMS} ${UNITS}`;

describe("a case, from data in a file to an agreement and back", () => {
  it("begins with empty panels and an import", async () => {
    expect(await counts()).toEqual(NONE);
    const input = ndjson([...PROVIDER, ...aCustomer("C1", EXAMPLE)]);
    const first = await acordo("import - --json --date 2026-11-24", { input });
    expect(first.stderr).toBe("");
    expect(first.code).toBe(0);
    expect(first.json).toEqual({ read: 11, created: 11, updated: 0, unchanged: 0, rejected: [] });
    const again = await acordo("import - --json --date 2026-11-24", { input });
    expect(again.json).toEqual({ read: 11, created: 0, updated: 0, unchanged: 11, rejected: [] });
  });

  it("classifies what is late enough, once", async () => {
    expect((await today("classify")).json).toEqual({
      date: TODAY,
      customers: 1,
      invoices: 3,
      classified: 3,
      released: 0,
    });
    expect((await today("classify")).json).toMatchObject({ classified: 0, released: 0 });
    const { json } = await today("panel classified");
    expect(json).toMatchObject({ panel: "classified", total: 1, amount: "359.75", next: null });
    expect(json.rows).toHaveLength(1);
    expect(json.rows[0]).toMatchObject({
      customer: "C1",
      name: "Cliente C1",
      invoices: 3,
      amount: "359.75",
      oldestDue: "2026-08-16",
      daysOverdue: 100,
    });
  });

  it("starts and confirms", async () => {
    const started = await today("start --customer C1 --invoices F1,F2,F3");
    expect(started.json).toEqual({
      customer: "C1",
      invoices: ["F1", "F2", "F3"],
      stage: "in contact",
    });
    expect(await counts()).toEqual({ ...NONE, "in-contact": [1, "359.75"] });
    const confirmed = await today("confirm --customer C1");
    expect(confirmed.json).toMatchObject({
      customer: "C1",
      stage: "awaiting negotiation",
      account: expect.any(Number),
    });
    expect(confirmed.json.invoices.toSorted()).toEqual(["F1", "F2", "F3"]);
    expect(await counts()).toEqual({ ...NONE, awaiting: [1, "359.75"] });
  });

  it("shows the worked example to the cent, and changes nothing", async () => {
    const { code, json, stderr } = await today(`${AGREE} --dry-run`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(json).toMatchObject({
      agreement: null,
      base: "359.75",
      terms: {
        increase: "12.59",
        fine: "7.20",
        discount: "35.98",
        discountAmount: "5.00",
        charges: "5.00",
        fees: "10.00",
      },
      total: "353.56",
      sources: ["F1", "F2", "F3"],
      invoices: [],
      status: "live",
    });
    expect(Object.keys(json)).toEqual([
      "agreement",
      "base",
      "terms",
      "total",
      "instalments",
      "sources",
      "invoices",
      "status",
    ]);
    const shown = json.instalments.map(({ number, dueDate, amount }: Record<string, unknown>) => [
      number,
      dueDate,
      amount,
    ]);
    expect(shown).toEqual([
      [1, "2026-12-10", "132.66"],
      [2, "2027-01-10", "110.45"],
      [3, "2027-02-10", "110.45"],
    ]);
    expect(json.instalments[0].lines).toContainEqual({ term: "fine", amount: "7.20" });
    expect(json.instalments[1].lines).toContainEqual({ term: "discount", amount: "-11.99" });
    expect(await counts()).toEqual({ ...NONE, awaiting: [1, "359.75"] });
  });

  it("makes the agreement once under one key", async () => {
    const first = await today(`${AGREE} --key k1`);
    expect(first.stderr).toBe("");
    expect(first.json.invoices).toHaveLength(3);
    const again = await today(`${AGREE} --key k1`);
    expect(again.json).toEqual(first.json);
    expect(await counts()).toEqual({ ...NONE, pending: [3, "353.56"] });
    const other = await today(`${AGREE} --key k1`.replace("--fine 2", "--fine 1"));
    expect(other).toMatchObject({ code: 1, stdout: "" });
    expect(other.stderr).toContain('The key "k1" was used before');
  });

  it("takes a payment, in part and whole", async () => {
    const { json } = await today("panel pending");
    const [first, second] = json.rows.map((row: { invoice: string }) => row.invoice);
    expect((await today(`pay --invoice ${first}`)).json).toEqual({
      invoice: first,
      amount: "132.66",
      applied: "132.66",
      balance: "0.00",
      credit: "0.00",
      settled: true,
      voided: null,
    });
    const part = await today(`pay --invoice ${second} --amount 50 --paid-at 2026-11-23`);
    expect(part.json).toMatchObject({ balance: "60.45", settled: false });
    expect(await counts()).toEqual({
      ...NONE,
      pending: [2, "170.90"],
      settled: [1, "132.66"],
    });
    const twice = await today(`pay --invoice ${first}`);
    expect(twice).toMatchObject({ code: 1, stdout: "" });
    expect(twice.stderr).toBe(`acordo: Invoice ${first} is paid already. Nothing was recorded.\n`);
  });

  it("sees the promise broken a day after the last on which it could be kept", async () => {
    expect((await counts("2027-03-15")).broken).toEqual(EMPTY);
    expect((await counts("2027-03-16")).broken).toEqual([2, "170.90"]);
  });

  it("rescinds, and gives back what was paid, oldest first", async () => {
    const { json } = await today("panel pending");
    const { agreement } = json.rows[0];
    const rescinded = await acordo([
      "rescind",
      "--agreement",
      `${agreement}`,
      "--reason",
      "outros termos",
      "--json",
      "--date",
      TODAY,
    ]);
    expect(rescinded.stderr).toBe("");
    expect(rescinded.json).toEqual({
      agreement,
      restored: [
        { invoice: "F1", amount: "129.90", credited: "129.90" },
        { invoice: "F2", amount: "129.90", credited: "52.76" },
        { invoice: "F3", amount: "99.95", credited: "0.00" },
      ],
    });
    expect(await counts()).toMatchObject({ awaiting: [1, "177.09"], pending: EMPTY });
  });

  it("awaits invoices as they are in an unchanged agreement", async () => {
    const line =
      "agree --customer C1 --invoices F2,F3 --kind unchanged --tolerance 2026-11-30 --category Atraso";
    const instalments = [
      {
        number: 1,
        dueDate: "2026-09-16",
        amount: "77.14",
        lines: [{ term: "base", amount: "77.14" }],
      },
      {
        number: 2,
        dueDate: "2026-10-16",
        amount: "99.95",
        lines: [{ term: "base", amount: "99.95" }],
      },
    ];
    const dry = await today(`${line} --dry-run`);
    expect(dry.json).toMatchObject({ agreement: null, total: "177.09", instalments });
    const made = await today(line);
    expect(made.json).toMatchObject({ instalments, invoices: ["F2", "F3"], status: "live" });
    expect(made.json.agreement).toBeGreaterThan(0);
  });

  it("registers in SPC only where the law allows it, and removes", async () => {
    const add = (day: string) =>
      acordo([
        ...["spc", "add", "--invoice", "F2", "--json"],
        ...["--details", "protocolo 991", "--date", day],
      ]);
    const early = await add(TODAY);
    expect(early).toMatchObject({ code: 1, stdout: "" });
    expect(early.stderr).toMatch(/^acordo: Invoice F2 may not be registered in SPC: .*contract/);
    const input = ndjson([
      { type: "contract", id: "C1-K", status: "ended", endedAt: "2026-11-20" },
      {
        type: "notice",
        id: "N1",
        customer: "C1",
        contract: "C1-K",
        kind: "bureau",
        deliveredAt: "2026-11-21",
      },
    ]);
    expect((await acordo(`import - --date ${TODAY}`, { input })).code).toBe(0);
    const added = await add("2026-12-15");
    expect(added.stderr).toBe("");
    expect(added.json).toEqual({ record: expect.any(Number), invoice: "F2", status: "live" });
    expect(await counts("2026-12-15")).toMatchObject({ spc: [1, "77.14"] });
    await on("2026-12-15", "pay --invoice F2");
    expect(await counts("2026-12-15")).toMatchObject({ "spc-critiques": [1, "77.14"] });
    const removed = await acordo("spc remove --invoice F2 --details pago --date 2026-12-16");
    expect(removed.stdout).toContain("This is an internal register");
    expect(await counts("2026-12-16")).toMatchObject({ spc: EMPTY, "spc-removed": [1, "77.14"] });
  });
});

describe("an agreement beyond the allowance of its author", () => {
  it("waits for somebody else, who approves or refuses it", async () => {
    const input = ndjson(aCustomer("C2", [["G1", "100.00", "2026-10-01"]], "11144477735"));
    await acordo(`import - --date ${TODAY}`, { input });
    for (const words of ["classify", "start --customer C2", "confirm --customer C2"]) {
      expect((await today(words)).code).toBe(0);
    }
    const line = `agree --customer C2 --invoices G1 --kind renegotiated ${NEW} --due 2026-12-10 --discount 30 --unit-discount 4.1.1 --operator ana`;
    const proposed = await today(line);
    expect(proposed.json).toMatchObject({ invoices: [], status: "awaiting approval" });
    const { agreement } = proposed.json;
    const own = await today(`approve --agreement ${agreement} --operator ana`);
    expect(own.stderr).toMatch(/agreement\.approve|made by you/);
    const refused = await today(`refuse --agreement ${agreement} --reason alto --operator bia`);
    expect(refused.json).toEqual({ agreement, status: "refused", invoices: [] });
    const second = (await today(line)).json.agreement;
    const approved = await today(`approve --agreement ${second} --operator bia`);
    expect(approved.json).toMatchObject({ agreement: second, status: "live" });
    expect(approved.json.invoices).toHaveLength(1);
  });
});
