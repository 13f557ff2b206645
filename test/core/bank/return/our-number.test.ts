import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normaliseOurNumber } from "#core/bank/return/our-number.ts";
import {
  BANKS_240,
  BANKS_400,
  bankCode,
  cnab240,
  cnab400,
  numberWidth240,
  numberWidth400,
} from "#test/core/bank/support/cnab-writer.ts";
import { anEvent, digits } from "#test/core/bank/support/events.ts";
import { readReturn } from "#test/core/bank/support/read-return.ts";

describe("a title's number is matched without check digit, padding or wallet", () => {
  test.each([
    ["341", "109/00000011-4", "11"],
    ["341", "000000114", "11"],
    ["341", "11", "11"],
    ["237", "06/00000000525-P", "525"],
    ["237", "00000000525P", "525"],
    ["001", "32948600000000196", "32948600000000196"],
    ["001", "12345678901-X", "12345678901"],
    ["033", "000000000104-0", "104"],
    ["033", "0000000001040", "104"],
    ["104", "14000000073110483", "14000000073110483"],
    ["104", "14000000000000006-5", "14000000000000006"],
    ["748", "17/200059-5", "17200059"],
    ["748", "172000595", "17200059"],
    ["756", "0000008-3", "8"],
  ] as const)("%s %s", (bank, printed, key) => {
    expect(normaliseOurNumber(bank, printed)).toBe(key);
  });

  test("and comes out of CNAB 400 and CNAB 240 as the same key", () => {
    const someBank = fc.constantFrom(...BANKS_240);
    const someNumber = someBank.chain((bank) => {
      const width = Math.min(numberWidth400(bank), numberWidth240(bank));
      return fc.record({ bank: fc.constant(bank), number: digits(width) });
    });
    fc.assert(
      fc.property(someNumber, ({ bank, number }) => {
        const in400 = anEvent({ number: number.padStart(numberWidth400(bank), "0") });
        const in240 = anEvent({ number: number.padStart(numberWidth240(bank), "0") });
        const [one] = readReturn(cnab400(bank, "2026-11-13", [in400])).titles;
        const [other] = readReturn(cnab240(bank, "2026-11-13", [in240])).titles;
        expect(one?.ourNumberKey).toBe(number.replace(/^0+/, ""));
        expect(other?.ourNumberKey).toBe(one?.ourNumberKey);
      }),
    );
  });

  test("and a number kept with its hyphened check digit meets the file's", () => {
    const someNumber = fc
      .constantFrom(...BANKS_400)
      .chain((bank) =>
        fc.record({ bank: fc.constant(bank), number: digits(numberWidth400(bank)) }),
      );
    fc.assert(
      fc.property(someNumber, ({ bank, number }) => {
        const [title] = readReturn(cnab400(bank, "2026-11-13", [anEvent({ number })])).titles;
        const kept = normaliseOurNumber(title?.bank ?? "001", `${number}-7`);
        expect(title?.bank).toBe(bankCode(bank));
        expect(kept).toBe(title?.ourNumberKey);
      }),
    );
  });
});
