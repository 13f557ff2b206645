import { describe, expect, test } from "vitest";
import { createReturnReader } from "#core/bank/return/reader.ts";
import {
  cnab240,
  cnab400,
  header240,
  header400,
  lot240,
  segmentT,
  segmentU,
} from "#test/core/bank/support/cnab-writer.ts";
import { anEvent } from "#test/core/bank/support/events.ts";
import { readReturn } from "#test/core/bank/support/read-return.ts";

const itauEvents = ["00000011", "00000012", "00000013"].map((number) => anEvent({ number }));
const itau = cnab400("341", "2026-11-13", itauEvents);
const caixaEvents = ["14000000000000011", "14000000000000012"].map((number) => anEvent({ number }));
const caixa = cnab240("104", "2026-11-13", caixaEvents);

const replaced = (lines: readonly string[], line: number, column: number, text: string): string[] =>
  lines.map((content, index) =>
    index + 1 === line
      ? content.slice(0, column - 1) + text + content.slice(column - 1 + text.length)
      : content,
  );

describe("a file that is none is refused whole, with line and column", () => {
  test.each([
    ["nothing", [], { code: "empty_file", line: 1, column: 1 }],
    ["blank lines", ["", "   ", "\x1a"], { code: "empty_file", line: 1, column: 1 }],
    ["a spreadsheet", ["id;valor", "1;2"], { code: "unknown_layout", line: 1, column: 1 }],
    [
      "a CNAB 400 remittance",
      ["01REMESSA01COBRANCA".padEnd(400)],
      { code: "not_a_return_file", line: 1, column: 2, found: "1", expected: "2" },
    ],
    [
      "a CNAB 240 remittance",
      replaced(caixa, 1, 143, "1"),
      { code: "not_a_return_file", line: 1, column: 143, found: "1", expected: "2" },
    ],
    [
      "a CNAB 240 remittance with a shortened header",
      replaced(replaced(caixa, 1, 143, "0"), 2, 9, "R"),
      { code: "not_a_return_file", line: 2, column: 9, found: "R", expected: "T" },
    ],
    [
      "payments",
      replaced(caixa, 2, 9, "C20"),
      { code: "not_collection", line: 2, column: 10, found: "20", expected: "01" },
    ],
    [
      "a bank that is not read, CNAB 400",
      replaced(itau, 1, 77, "399"),
      { code: "unknown_bank", line: 1, column: 77, found: "399" },
    ],
    [
      "a bank that is not read, CNAB 240",
      replaced(caixa, 1, 1, "399"),
      { code: "unknown_bank", line: 1, column: 1, found: "399" },
    ],
    [
      "a header that is cut, CNAB 400",
      [header400("341", "2026-11-13").slice(0, 78)],
      { code: "header_too_short", line: 1, column: 79, found: 78, expected: 100 },
    ],
    [
      "a header that is cut, CNAB 240",
      [header240("104", "2026-11-13").slice(0, 100)],
      { code: "header_too_short", line: 1, column: 101, found: 100, expected: 143 },
    ],
  ])("%s", (_, lines, refusal) => {
    const reader = createReturnReader();
    for (const [index, line] of lines.entries()) reader.push(line, index + 1);
    expect(reader.end()).toMatchObject({ ok: false, refusal });
  });

  test("and keeps refusing whatever follows", () => {
    const { titles, refusals } = readReturn(["01REMESSA01COBRANCA".padEnd(400), ...itau]);
    expect(titles).toEqual([]);
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(["not_a_return_file"]));
  });
});

describe("a damaged line gives no title and leaves the others theirs", () => {
  test.each([
    [
      "a letter in the paid amount",
      260,
      "O",
      { code: "not_digits", field: "paidAmount", column: 260 },
    ],
    ["a blank paid amount", 254, " ".repeat(13), { code: "not_digits", field: "paidAmount" }],
    ["a letter in the title's amount", 153, "x", { code: "not_digits", field: "titleAmount" }],
    ["a letter in the fee", 180, "x", { code: "not_digits", field: "fee", column: 180 }],
    ["a letter in the code", 109, "O6", { code: "not_digits", field: "code", column: 109 }],
    ["a letter in the title's number", 86, "x", { code: "not_digits", field: "ourNumber" }],
    ["a letter in the sequence", 399, "x", { code: "not_digits", field: "sequence", column: 399 }],
    ["a line type that is none", 1, "8", { code: "wrong_line_type", column: 1, found: "8" }],
    ["a second header", 1, "0", { code: "wrong_line_type", column: 1, found: "0" }],
  ])("CNAB 400: %s", (_, column, text, refusal) => {
    const { titles, refusals, summary } = readReturn(replaced(itau, 3, column, text));
    expect(refusals).toMatchObject([{ line: 3, ...refusal }]);
    expect(titles.map(({ line }) => line)).toEqual([2, 4]);
    expect(summary?.damagedLines).toBe(1);
  });

  test.each([
    ["cut inside the paid amount", (line: string) => line.slice(0, 260), "line_too_short"],
    ["a character lost", (line: string) => line.slice(0, 50) + line.slice(51), "line_too_short"],
    ["a character gained", (line: string) => `${line.slice(0, 50)}0${line.slice(50)}`, undefined],
  ])("CNAB 400: %s", (_, damage, code) => {
    const lines = itau.map((line, index) => (index === 2 ? damage(line) : line));
    const { titles, refusals } = readReturn(lines);
    expect(titles.map(({ line }) => line)).toEqual([2, 4]);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatchObject({ line: 3, code: code ?? "line_too_long" });
  });

  test.each([
    [
      "a letter in the paid amount",
      4,
      80,
      "O",
      { code: "not_digits", field: "paidAmount", line: 4 },
    ],
    ["a letter in the title's amount", 3, 90, "O", { code: "not_digits", field: "titleAmount" }],
    ["a letter in the title's number", 3, 45, "O", { code: "not_digits", field: "ourNumber" }],
    ["a U of another code", 4, 16, "17", { code: "unpaired_segment", line: 4, column: 14 }],
    ["a U of another lot", 4, 4, "0002", { code: "unpaired_segment", line: 4 }],
    ["a record of another bank", 4, 1, "341", { code: "another_bank", line: 4, column: 1 }],
    ["a segment that is none", 4, 14, "A", { code: "wrong_line_type", line: 4, column: 14 }],
  ])("CNAB 240: %s", (_, line, column, text, refusal) => {
    const { titles, refusals } = readReturn(replaced(caixa, line, column, text));
    expect(refusals[0]).toMatchObject({ line, ...refusal });
    expect(titles.map((title) => title.line)).toEqual([5]);
  });

  test("CNAB 240: with lines lost between, a U does not pay the title before it", () => {
    const { titles, refusals } = readReturn(caixa.filter((_, index) => index !== 3 && index !== 4));
    expect(titles).toEqual([]);
    expect(refusals).toMatchObject([{ code: "unpaired_segment", line: 4, found: "U" }]);
  });

  test("CNAB 240: a character lost in a trimmed line moves its days out of the calendar", () => {
    const lines = caixa.map((line) => line.trimEnd());
    const short = lines.map((line, index) =>
      index === 3 ? line.slice(0, 30) + line.slice(31) : line,
    );
    expect(readReturn(lines).titles).toHaveLength(2);
    const { titles, refusals } = readReturn(short);
    expect(titles.map(({ line }) => line)).toEqual([5]);
    expect(refusals).toMatchObject([{ code: "not_a_date", line: 4, field: "occurrenceDate" }]);
  });

  test("CNAB 240: a file cut after a segment T says which title is open", () => {
    const { summary } = readReturn(caixa.slice(0, 5));
    expect(summary).toMatchObject({
      titles: 1,
      hasTrailer: false,
      openTitle: { code: "unpaired_segment", line: 5, found: "T", expected: "U" },
    });
  });
});

describe("what banks and programs do to a file does not matter", () => {
  const base = { itau: readReturn(itau).titles, caixa: readReturn(caixa).titles };

  test.each([
    ["CRLF", (lines: readonly string[]) => lines.map((line) => `${line}\r`)],
    ["one blank more", (lines: readonly string[]) => lines.map((line) => `${line} `)],
    ["an end-of-file mark", (lines: readonly string[]) => [...lines, "\x1a"]],
    ["blank lines", (lines: readonly string[]) => [...lines, "", "   "]],
    ["no trailer", (lines: readonly string[]) => lines.slice(0, -1)],
    ["blanks trimmed", (lines: readonly string[]) => lines.map((line) => line.trimEnd())],
  ])("%s", (_, change) => {
    expect(readReturn(change(itau)).titles).toEqual(base.itau);
    expect(readReturn(change(caixa)).titles).toEqual(base.caixa);
    expect(readReturn(change(itau)).refusals).toEqual([]);
    expect(readReturn(change(caixa)).refusals).toEqual([]);
  });

  test("a day that is none is no day, and the payment stands", () => {
    const garbage = replaced(replaced(itau, 3, 296, "993999"), 1, 95, "8500-1");
    const { titles, refusals, summary } = readReturn(garbage);
    expect(refusals).toEqual([]);
    expect(titles[1]).toMatchObject({ kind: "settled", creditDate: null, paidAmount: 12_990 });
    expect(summary?.fileDate).toBeNull();
  });

  test("Pix lines and segments Y say more of a title and are none", () => {
    const [head = "", first = "", ...rest] = itau;
    expect(readReturn([head, first, `3${first.slice(1)}`, ...rest]).titles).toHaveLength(3);
    const event = anEvent({ number: "14000000000000011" });
    const withY = [
      header240("104", "2026-11-13"),
      lot240("104"),
      segmentT("104", event, 1),
      segmentU("104", event, 2).replace("00002U", "00002Y"),
      segmentU("104", event, 3),
    ];
    expect(readReturn(withY).titles).toMatchObject([{ line: 3, kind: "settled" }]);
  });
});
