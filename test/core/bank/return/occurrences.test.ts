import { describe, expect, test } from "vitest";
import {
  BANKS_240,
  BANKS_400,
  cnab240,
  cnab400,
  numberWidth240,
  numberWidth400,
} from "#test/core/bank/support/cnab-writer.ts";
import { anEvent } from "#test/core/bank/support/events.ts";
import {
  ALL_CODES,
  CODES_240,
  CODES_400,
  kindOf,
} from "#test/core/bank/support/occurrence-codes.ts";
import { readReturn } from "#test/core/bank/support/read-return.ts";

const everyCode = (width: number) =>
  ALL_CODES.map((code) => anEvent({ code, number: "7".padStart(width, "0") }));

describe("the kind of a title comes from bank, layout and code", () => {
  test.each(BANKS_400)("CNAB 400 of %s", (bank) => {
    const lines = cnab400(bank, "2026-11-13", everyCode(numberWidth400(bank)));
    const kinds = readReturn(lines).titles.map(({ code, kind }) => [code, kind]);
    expect(kinds).toEqual(ALL_CODES.map((code) => [code, kindOf(CODES_400[bank], code)]));
  });

  test.each(BANKS_240)("CNAB 240 of %s", (bank) => {
    const lines = cnab240(bank, "2026-11-13", everyCode(numberWidth240(bank)));
    const kinds = readReturn(lines).titles.map(({ code, kind }) => [code, kind]);
    expect(kinds).toEqual(ALL_CODES.map((code) => [code, kindOf(CODES_240[bank], code)]));
  });
});

describe("an amount above zero settles nothing", () => {
  test.each([
    ["748", "07"],
    ["748", "28"],
    ["033", "16"],
    ["104", "06"],
    ["341", "17"],
    ["001", "46"],
  ] as const)("%s code %s", (bank, code) => {
    const event = anEvent({ code, number: "7".padStart(numberWidth400(bank), "0") });
    const { titles, summary } = readReturn(cnab400(bank, "2026-11-13", [event]));
    expect(titles[0]?.paidAmount).toBe(12_990);
    expect(titles[0]?.grossPaidAmount).toBe(0);
    expect(summary?.kinds.settled).toBe(0);
  });
});

describe("Itaú prints what it credits", () => {
  const itau = (changes: { paidCents: number; feeCents: number; interestCents?: number }) => {
    const event = anEvent({ number: "00000011", ...changes });
    return readReturn(cnab400("341", "2026-11-13", [event])).titles[0];
  };

  test("with the fee taken, the customer paid the credit and the fee", () => {
    expect(itau({ paidCents: 12_780, feeCents: 210 })?.grossPaidAmount).toBe(12_990);
  });

  test("with interest, the arithmetic still shows the fee", () => {
    const title = itau({ paidCents: 13_083, feeCents: 210, interestCents: 303 });
    expect(title?.grossPaidAmount).toBe(13_293);
  });

  test("with fees billed apart, the printed amount is the whole", () => {
    expect(itau({ paidCents: 12_990, feeCents: 210 })?.grossPaidAmount).toBe(12_990);
  });
});
