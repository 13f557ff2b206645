import fc from "fast-check";
import { isBoleto } from "validation-br";
import { describe, expect, test } from "vitest";
import {
  type Barcode,
  type BoletoContent,
  buildBarcode,
  formatDigitLine,
  parseBarcode,
  parseDigitLine,
  readBarcode,
  toBarcode,
  toDigitLine,
} from "#core/bank/boleto.ts";
import { addDays, date } from "#core/calendar.ts";
import { cents } from "#core/money.ts";
import { digits } from "#test/core/bank/support/events.ts";

/** Barcode, line, due date, cents. The second and third are test cases of BoletoNetCore. */
const PUBLISHED = [
  [
    "00193373700000001000500940144816060680935031",
    "00190.50095 40144.816069 06809.350314 3 37370000000100",
    "2007-12-31",
    100,
  ],
  [
    "03391693400002717169123456700000000045610101",
    "03399.12347 56700.000005 00456.101013 1 69340000271716",
    "2016-10-01",
    271_716,
  ],
  [
    "70794104200000645390001121193443600845801086",
    "70790.00118 21193.443609 08458.010868 4 10420000064539",
    "2025-04-05",
    64_539,
  ],
] as const;

const someBarcode: fc.Arbitrary<Barcode> = fc
  .record({
    bank: fc.constantFrom("001", "033", "104", "237", "341", "748", "756"),
    dueDate: fc.option(
      fc.integer({ min: 1, max: 20_000 }).map((days) => addDays(date("1997-10-07"), days)),
      { nil: null },
    ),
    amount: fc.integer({ min: 0, max: 9_999_999_999 }).map(cents),
    freeField: digits(25),
  })
  .map((content) => built(content));

function built(content: BoletoContent): Barcode {
  const barcode = buildBarcode(content);
  if (!barcode.ok) throw new Error(JSON.stringify(barcode.refusal));
  return barcode.value;
}

describe.each(PUBLISHED)("published boleto %s", (barcode, line, dueDate, amount) => {
  const near = addDays(date(dueDate), -20);

  test("has that line, both ways", () => {
    const parsed = parseBarcode(barcode);
    const typed = parseDigitLine(line);
    expect(parsed.ok && formatDigitLine(toDigitLine(parsed.value))).toBe(line);
    expect(typed.ok && toBarcode(typed.value)).toBe(barcode);
  });

  test("says its due date and amount, and is built from them", () => {
    const content = readBarcode(barcode as Barcode, near);
    expect(content).toMatchObject({ dueDate, amount, bank: barcode.slice(0, 3) });
    expect(built(content)).toBe(barcode);
  });

  test("is valid for another implementation", () => {
    expect(isBoleto(line.replace(/\D/g, ""))).toBe(true);
  });
});

describe("the due factor begins again in 2025", () => {
  const factor = (dueDate: string | null): string =>
    built({
      bank: "341",
      dueDate: dueDate === null ? null : date(dueDate),
      amount: cents(100),
      freeField: "0".repeat(25),
    }).slice(5, 9);

  test.each([
    ["2000-07-03", "1000"],
    ["2025-02-21", "9999"],
    ["2025-02-22", "1000"],
    ["2025-02-23", "1001"],
    ["2049-10-13", "9999"],
    ["2049-10-14", "1000"],
    [null, "0000"],
  ])("%s is %s", (dueDate, expected) => {
    expect(factor(dueDate)).toBe(expected);
  });

  test("a factor is read as the day of its cycle nearest to the day of issue", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 25_000 }),
        fc.integer({ min: -4_400, max: 4_400 }),
        (days, distance) => {
          const dueDate = addDays(date("1997-10-07"), days);
          const near = addDays(dueDate, distance);
          const content = { bank: "341", dueDate, amount: cents(0), freeField: "0".repeat(25) };
          expect(readBarcode(built(content), near).dueDate).toBe(dueDate);
        },
      ),
    );
  });
});

describe("every barcode", () => {
  test("becomes a line and comes back", () => {
    fc.assert(
      fc.property(someBarcode, (barcode) => {
        const line = toDigitLine(barcode);
        expect(toBarcode(line)).toBe(barcode);
        expect(parseDigitLine(formatDigitLine(line))).toEqual({ ok: true, value: line });
        expect(isBoleto(line)).toBe(true);
      }),
    );
  });

  /**
   * Modulo 11 tells any two digits apart, but remainders 0 and 1 both print 1: a change between those, and one of the
   * digit itself between what both mean, is what the algorithm cannot see.
   */
  test("with one digit changed is refused, unless its check digit is 1", () => {
    fc.assert(
      fc.property(someBarcode, fc.nat(43), fc.integer({ min: 1, max: 9 }), (barcode, at, by) => {
        fc.pre(barcode[4] !== "1");
        const changed = withDigit(barcode, at, by);
        expect(parseBarcode(changed).ok).toBe(false);
      }),
    );
  });

  /** Modulo 10 sees every single digit: 0 to 9 map to ten different sums at either weight. */
  test("in a line with one digit of its three fields changed is always refused", () => {
    fc.assert(
      fc.property(someBarcode, fc.nat(31), fc.integer({ min: 1, max: 9 }), (barcode, at, by) => {
        expect(parseDigitLine(withDigit(toDigitLine(barcode), at, by)).ok).toBe(false);
      }),
    );
  });
});

const withDigit = (text: string, at: number, by: number): string =>
  text.slice(0, at) + String((Number(text[at]) + by) % 10) + text.slice(at + 1);

describe("what is no boleto says why", () => {
  const [barcode, line] = PUBLISHED[0];

  test.each([
    [barcode.slice(1), { code: "wrong_length", found: 43, expected: 44 }],
    [barcode.replace("3", "x"), { code: "not_digits", column: 4 + 1, found: "x" }],
    [`8${barcode.slice(1)}`, { code: "not_a_boleto", found: "8" }],
    [`0018${barcode.slice(4)}`, { code: "wrong_currency", found: "8", expected: "9" }],
    [
      withDigit(barcode, 4, 1),
      { code: "wrong_check_digit", part: "barcode", found: "4", expected: "3" },
    ],
  ])("barcode %s", (text, refusal) => {
    expect(parseBarcode(text)).toEqual({ ok: false, refusal });
  });

  test.each([
    [line.slice(1), { code: "wrong_length", found: 46, expected: 47 }],
    [`8${"0".repeat(47)}`, { code: "not_a_boleto", found: "8" }],
    [
      "00190.50094 40144.816069 06809.350314 3 37370000000100",
      { part: "field 1", found: "4", expected: "5" },
    ],
    [
      "00190.50095 40144.816060 06809.350314 3 37370000000100",
      { part: "field 2", found: "0", expected: "9" },
    ],
    [
      "00190.50095 40144.816069 06809.350315 3 37370000000100",
      { part: "field 3", found: "5", expected: "4" },
    ],
    ["00190.50095 40144.816069 06809.350314 3 37370000000101", { part: "barcode" }],
  ])("line %s", (text, refusal) => {
    expect(parseDigitLine(text)).toMatchObject({ ok: false, refusal });
  });

  test("an amount or a day that no barcode holds", () => {
    const content = { bank: "341", dueDate: null, amount: cents(1), freeField: "0".repeat(25) };
    expect(buildBarcode({ ...content, amount: cents(10_000_000_000) })).toMatchObject({
      refusal: { code: "amount_out_of_range" },
    });
    expect(buildBarcode({ ...content, dueDate: date("1997-10-07") })).toMatchObject({
      refusal: { code: "due_date_out_of_range", expected: "1997-10-08" },
    });
  });
});
