import { describe, expect, test } from "vitest";
import { type Barcode, parseBarcode, readBarcode } from "#core/bank/boleto.ts";
import { buildFreeField } from "#core/bank/free-field.ts";
import { date } from "#core/calendar.ts";

const BB = { bank: "001", wallet: "17" };
const SANTANDER = { bank: "033", wallet: "101", agreementCode: "1234567" };
const CAIXA = { bank: "104", wallet: "14", agreementCode: "123456" };
const BRADESCO = { bank: "237", wallet: "09", branch: "1234", account: "123456" };
const ITAU = { bank: "341", wallet: "109", branch: "1234", account: "56789" };
const SICREDI = { bank: "748", wallet: "1", branch: "0156", unit: "05", agreementCode: "85305" };
const SICOOB = { bank: "756", wallet: "1", branch: "4277", agreementCode: "172278" };

/** Whole barcodes: the example of Itaú's manual, and test cases of BoletoNetCore. */
const WHOLE_BARCODES = [
  [
    { bank: "341", wallet: "110", branch: "0057", account: "12345", ourNumber: "12345678" },
    "34196166700000123451101234567880057123457000",
  ],
  [{ ...BB, ourNumber: "12345670000000005" }, "00191699100000400000000001234567000000000517"],
  [{ ...BB, ourNumber: "12345670000000009" }, "00195710300000800000000001234567000000000917"],
  [{ ...SANTANDER, ourNumber: "456" }, "03391693400002717169123456700000000045610101"],
  [{ ...SANTANDER, ourNumber: "443" }, "03396690500000297219123456700000000044300101"],
  [{ ...SANTANDER, ourNumber: "16278" }, "03399690500000297459123456700000001627870101"],
  [{ ...SANTANDER, ourNumber: "13724" }, "03394690500000297469123456700000001372430101"],
  [{ ...CAIXA, ourNumber: "14000000000000006" }, "10491703000000500001234560000100040000000064"],
  [{ ...CAIXA, ourNumber: "14000000000000008" }, "10495709500000700001234560000100040000000080"],
  [{ ...CAIXA, ourNumber: "14000000000000009" }, "10497711500000800001234560000100040000000099"],
  [{ ...BRADESCO, ourNumber: "453" }, "23791690400000141501234090000000045301234560"],
  [{ ...BRADESCO, ourNumber: "562" }, "23799702600000830001234090000000056201234560"],
  [{ ...SICREDI, ourNumber: "19200004" }, "74894629800000500001119200004801560585305103"],
  [{ ...SICREDI, ourNumber: "19200003" }, "74894740700000400001119200003001560585305101"],
  [{ ...SICREDI, ourNumber: "19200009" }, "74896787700000900001119200009901560585305100"],
  [{ ...SICREDI, ourNumber: "19200008" }, "74894817000000200001119200008001560585305105"],
  [{ ...SICOOB, ourNumber: "4" }, "75691697400000300001427701017227800000040001"],
  [{ ...SICOOB, ourNumber: "3" }, "75692711100000300001427701017227800000033001"],
  [{ ...SICOOB, ourNumber: "12349" }, "75697702200004011241427701017227800123492001"],
] as const;

/** Free fields from the specs of brcobranca. */
const BRCOBRANCA = [
  [{ bank: "001", wallet: "18", ourNumber: "12387987777700168" }, "0000001238798777770016818"],
  [
    { bank: "001", wallet: "18", ourNumber: "12387901234", branch: "4042", account: "61900" },
    "1238790123440420006190018",
  ],
  [
    { bank: "001", wallet: "18", ourNumber: "12380123456", branch: "4042", account: "61900" },
    "1238012345640420006190018",
  ],
  [
    { bank: "033", wallet: "102", agreementCode: "1899775", ourNumber: "90000267" },
    "9189977500009000026700102",
  ],
  [
    { bank: "104", wallet: "14", agreementCode: "245274", ourNumber: "14000000000000001" },
    "2452740000100040000000017",
  ],
  [
    { bank: "237", wallet: "06", branch: "1172", account: "0403005", ourNumber: "75896452" },
    "1172060007589645204030050",
  ],
  [
    { bank: "237", wallet: "03", branch: "4042", account: "61900", ourNumber: "777700168" },
    "4042030077770016800619000",
  ],
  [
    { bank: "341", wallet: "175", branch: "0810", account: "53678", ourNumber: "258281" },
    "1750025828170810536789000",
  ],
  [
    { bank: "341", wallet: "109", branch: "1248", account: "02124", ourNumber: "00010152" },
    "1090001015271248021246000",
  ],
] as const;

describe("a bank's free field is what others published", () => {
  test.each(WHOLE_BARCODES)("%o", (input, barcode) => {
    expect(parseBarcode(barcode).ok).toBe(true);
    const { bank, freeField } = readBarcode(barcode as Barcode, date("2017-01-01"));
    expect(bank).toBe(input.bank);
    expect(buildFreeField(input)).toEqual({ ok: true, value: freeField });
  });

  test.each(BRCOBRANCA)("%o", (input, freeField) => {
    expect(buildFreeField(input)).toEqual({ ok: true, value: freeField });
  });
});

describe("what cannot be proved is not made up", () => {
  test.each([
    [
      { ...ITAU, wallet: "198", ourNumber: "1" },
      { code: "unsupported", bank: "341", wallet: "198" },
    ],
    [
      { bank: "707", wallet: "121", ourNumber: "1" },
      { code: "unsupported", bank: "707", wallet: "121" },
    ],
    [
      { bank: "341", wallet: "109", branch: "1", ourNumber: "1" },
      { code: "missing_field", field: "account" },
    ],
    [
      { ...ITAU, branch: "12345", ourNumber: "1" },
      { code: "wrong_field", field: "branch", found: "12345", expected: "4 digits" },
    ],
    [
      { ...CAIXA, ourNumber: "24000000000000001" },
      { code: "wrong_field", field: "ourNumber", found: "24000000000000001" },
    ],
  ])("%o", (input, refusal) => {
    expect(buildFreeField(input)).toMatchObject({ ok: false, refusal });
  });
});
