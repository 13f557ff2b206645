import { cnpj, cpf } from "cpf-cnpj-validator";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatTaxId, maskTaxId, parseTaxId, type TaxId, taxIdKind } from "#core/tax-id.ts";

const ALPHABET = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const text = (alphabet: string[], length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });

/** Modulo 11 as the Receita writes it down, apart from the library: a letter is worth its ASCII code less 48. */
function checkDigit(body: string, highest: number): string {
  let weight = 2;
  let sum = 0;
  for (const char of [...body].reverse()) {
    sum += (char.charCodeAt(0) - 48) * weight;
    weight = weight === highest ? 2 : weight + 1;
  }
  return String(sum % 11 < 2 ? 0 : 11 - (sum % 11));
}
const complete = (body: string, highest: number) => {
  const first = checkDigit(body, highest);
  return `${body}${first}${checkDigit(body + first, highest)}`;
};
const notAllSame = (body: string) => new Set(body).size > 1;
const anyCpf = text(ALPHABET.slice(0, 10), 9)
  .filter(notAllSame)
  .map((body) => complete(body, 12));
const anyCnpj = text(ALPHABET, 12)
  .filter(notAllSame)
  .map((body) => complete(body, 9));
const oldCnpj = text(ALPHABET.slice(0, 10), 12)
  .filter(notAllSame)
  .map((body) => complete(body, 9));

const known = (raw: string) => parseTaxId(raw) as TaxId;

describe("a tax id", () => {
  test("is read with or without its punctuation, in either case", () => {
    expect(parseTaxId("295.379.955-93")).toBe("29537995593");
    expect(parseTaxId(" 29537995593 ")).toBe("29537995593");
    expect(parseTaxId("54.550.752/0001-55")).toBe("54550752000155");
    expect(parseTaxId("12.abc.345/01de-35")).toBe("12ABC34501DE35");
  });

  test.each([
    ["a wrong digit", "295.379.955-94"],
    ["all digits alike", "111.111.111-11"],
    ["only zeros", "00000000000000"],
    ["a wrong CNPJ digit", "12.ABC.345/01DE-36"],
    ["letters as check digits", "12ABC34501DEAB"],
    ["punctuation in the wrong place", "2953.79.955-93"],
    ["one digit short", "2953799559"],
    ["text around it", "CPF 295.379.955-93"],
    ["nothing", ""],
    ["digits of another script", "２９５３７９９５５９３"],
  ])("is refused with %s", (_, raw) => {
    expect(parseTaxId(raw)).toBeUndefined();
  });

  test("has the check digits that the Receita's arithmetic gives", () => {
    fc.assert(
      fc.property(anyCpf, (raw) => parseTaxId(raw) === raw && taxIdKind(known(raw)) === "cpf"),
    );
    fc.assert(
      fc.property(fc.oneof(anyCnpj, oldCnpj), (raw) => {
        expect(parseTaxId(raw)).toBe(raw);
        expect(taxIdKind(known(raw))).toBe("cnpj");
      }),
    );
  });

  // Of the other digits a few changes pass: the remainders 0 and 1 give the same check digit.
  test("with another check digit is none", () => {
    fc.assert(
      fc.property(anyCpf, fc.constantFrom(9, 10), fc.nat(8), (raw, at, by) => {
        const digit = (Number(raw[at]) + by + 1) % 10;
        const changed = raw.slice(0, at) + digit + raw.slice(at + 1);
        expect(parseTaxId(changed)).toBeUndefined();
      }),
    );
  });

  test("comes back whole from how it is printed", () => {
    fc.assert(
      fc.property(fc.oneof(anyCpf, anyCnpj), (raw) => parseTaxId(formatTaxId(known(raw))) === raw),
    );
    expect(formatTaxId(known("29537995593"))).toBe(cpf.format("29537995593"));
    expect(formatTaxId(known("12ABC34501DE35"))).toBe(cnpj.format("12ABC34501DE35"));
  });

  test("masked shows its middle six characters and no more", () => {
    expect(maskTaxId(known("29537995593"))).toBe("***.379.955-**");
    expect(maskTaxId(known("12ABC34501DE35"))).toBe("**.ABC.345/****-**");
    fc.assert(
      fc.property(fc.oneof(anyCpf, anyCnpj), (raw) => {
        expect(maskTaxId(known(raw)).replace(/[^0-9A-Z]/g, "")).toHaveLength(6);
      }),
    );
  });
});
