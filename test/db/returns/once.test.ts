import { describe, expect, test } from "vitest";
import { readReturnFile } from "#db/queries/returns/read-return-files.ts";
import { dump } from "#test/support/dump.ts";
import { events, standing } from "#test/support/look.ts";
import { banking, file, paid } from "./support.ts";

const bank = banking();

async function owing(count = 3) {
  const b = bank();
  const names = Array.from({ length: count }, (_, n) => `F${n + 1}`);
  await b.customer("C1", {
    owing: Object.fromEntries(names.map((name) => [name, ["100.00", "2026-06-28"] as const])),
  });
  for (const [n, name] of names.entries()) await b.numbered(name, `${n + 1}`);
  return b;
}

const payments = async (sql: ReturnType<typeof bank>["sql"]) =>
  (await sql`select count(*)::int as n, sum(amount_cents)::int as cents from payment`)[0];

describe("happens once", () => {
  test("the same file again: nothing changes, and the answer is the same", async () => {
    const b = await owing();
    const text = file([paid("1", 10_000), paid("2", 4_000), paid("9", 700)]);
    const first = await b.taken(text);
    expect(first).toMatchObject({ titles: 3, settled: 2, ignored: 0, unmatched: 1 });
    const before = await dump(b.sql);
    const again = await b.taken(text);
    expect(again).toEqual({ ...first, seenBefore: true });
    expect(await dump(b.sql)).toEqual(before);
  });

  test("the same title in another file: told as a duplicate of the invoice", async () => {
    const b = await owing();
    await b.told(file([paid("1", 10_000)]));
    expect(await b.told(file([paid("2", 10_000), paid("1", 10_000)], "341", "2026-07-02"))).toEqual(
      ["F2: settled", "F1: duplicate"],
    );
    expect(await payments(b.sql)).toEqual({ n: 2, cents: 20_000 });
  });

  test("the same title twice in one file", async () => {
    const b = await owing();
    expect(await b.told(file([paid("1", 4_000), paid("1", 4_000)]))).toEqual([
      "F1: partial",
      "F1: duplicate",
    ]);
    expect(await standing(b.sql, "F1")).toMatchObject({ state: "open", paid: 4_000 });
  });

  test("two titles that the bank gives no number are not one", async () => {
    const b = await owing();
    const nameless = paid("00000000", 4_000);
    expect(await b.told(file([nameless, nameless]))).toEqual(["-: unmatched", "-: unmatched"]);
  });

  test("one file read by four at the same time", async () => {
    const b = await owing(40);
    const text = file([
      ...Array.from({ length: 40 }, (_, n) => paid(`${n + 1}`, 10_000)),
      paid("99", 10_000),
    ]);
    const reports = await Promise.all([1, 2, 3, 4].map(() => b.taken(text)));
    for (const report of reports) {
      expect(report).toMatchObject({ titles: 41, settled: 40, unmatched: 1 });
    }
    expect(await payments(b.sql)).toEqual({ n: 40, cents: 400_000 });
    expect(await events(b.sql, "return_read")).toHaveLength(1);
  });

  test("two files of the same titles in opposite order at the same time", async () => {
    const b = await owing(30);
    const titles = Array.from({ length: 30 }, (_, n) => paid(`${n + 1}`, 10_000));
    const reports = await Promise.all([
      b.taken(file(titles)),
      b.taken(file(titles.toReversed(), "341", "2026-07-02")),
    ]);
    expect(reports.map(({ settled, ignored }) => settled + ignored)).toEqual([30, 30]);
    expect(await payments(b.sql)).toEqual({ n: 30, cents: 300_000 });
  });

  test("a file whose reading was cut short is gone on with", async () => {
    const b = await owing();
    const text = file([paid("1", 10_000), paid("2", 10_000)]);
    await b.taken(text);
    await b.sql`update return_file set finished_at = null`;
    expect(await b.taken(text)).toMatchObject({ settled: 2, seenBefore: false });
    expect(await payments(b.sql)).toEqual({ n: 2, cents: 20_000 });
  });
});

describe("a dry run", () => {
  test("tells what would happen, title by title, and keeps nothing", async () => {
    const b = await owing();
    const text = file([paid("1", 10_000), paid("1", 10_000), paid("2", 4_000), paid("9", 700)]);
    const before = await dump(b.sql);
    const rehearsed = await b.taken(text, { dryRun: true });
    expect(await dump(b.sql)).toEqual(before);
    expect(rehearsed.file).toBeNull();
    expect({ ...(await b.taken(text)), file: null }).toEqual(rehearsed);
  });
});

describe("a file", () => {
  test("that is none of a bank's collection changes nothing", async () => {
    const b = await owing();
    const good = file([paid("1", 10_000)]);
    const before = await dump(b.sql);
    for (const [text, code] of [
      ["", "empty_file"],
      ["id;nome\n1;Ana", "unknown_layout"],
      [good.replace("02RETORNO", "01REMESSA"), "not_a_return_file"],
      [
        good.replace("PROVEDOR DE INTERNET LTDA     341", "PROVEDOR DE INTERNET LTDA     999"),
        "unknown_bank",
      ],
    ] as const) {
      expect(await b.read(text)).toMatchObject({
        ok: false,
        refusal: { because: "file", refusal: { code } },
      });
    }
    expect(await dump(b.sql)).toEqual(before);
  });

  test("with a damaged line is read but for that line, which is told with its place", async () => {
    const b = await owing();
    const lines = file([paid("1", 10_000), paid("2", 10_000), paid("3", 10_000)]).split("\r\n");
    lines[2] = lines[2]?.replace("0000000010000", "00000000X0000") ?? "";
    const report = await b.taken(lines.join("\n"));
    expect(report).toMatchObject({ titles: 2, settled: 2, refusedCount: 1 });
    expect(report.refused).toEqual([
      expect.objectContaining({ code: "not_digits", line: 3, field: "titleAmount" }),
    ]);
    expect(await standing(b.sql, "F2")).toMatchObject({ state: "open", paid: 0 });
  });

  test("may be read only by whom may read it", async () => {
    const b = await owing();
    expect(await b.read(file([paid("1", 10_000)]), { as: "ana" })).toMatchObject({
      refusal: { because: "command", refusal: { code: "not_permitted" } },
    });
    expect(await b.told(file([paid("1", 10_000)]), { as: "sonia" })).toEqual(["F1: settled"]);
  });

  test("adds up: what came is on invoices, charges, credit, left over or told before", async () => {
    const b = await owing();
    const { file: number } = await b.taken(
      file([
        paid("1", 10_000),
        paid("1", 10_000),
        paid("2", 11_000),
        paid("3", 4_000, { feeCents: 210 }),
        paid("9", 700),
      ]),
    );
    expect(await readReturnFile(b.sql, number ?? 0)).toMatchObject({
      settled: 3,
      ignored: 1,
      unmatched: 1,
      receivedCents: 35_700,
      onInvoicesCents: 24_000,
      // Two days late: 2 % fine and 3 days of 1 % a month.
      chargesCents: 210,
      creditCents: 790,
      leftOverCents: 700,
      repeatedCents: 10_000,
      feesCents: 210,
    });
  });
});
