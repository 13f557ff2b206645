import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { normaliseAgreement } from "#core/bank/return/identity.ts";
import { normaliseOurNumber } from "#core/bank/return/our-number.ts";
import { BANK_CODES } from "#core/bank/return/title.ts";
import { agreementKeySql, ourNumberKeySql } from "#db/import/charge-sql.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import {
  counts,
  customer,
  empty,
  type Fields,
  importRecords,
  invoice,
  reasons,
} from "./fixture.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => empty(database.sql));

const take = (...records: Fields[]) => importRecords(database.sql, records);
const charges = () => database.sql`
  select invoice_id, bank, our_number_key, agreement_key, digit_line, pix_code from charge order by invoice_id`;

const PROFILE = {
  type: "paymentProfile",
  id: "1",
  name: "Itaú",
  bank: "341",
  wallet: "109",
  agreementCode: "0056-7",
};
const LINE = "03399.12347 56700.000005 00456.101013 1 69340000271716";
const PIX =
  "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D";

describe("an imported invoice's title at the bank", () => {
  test("is kept with its bank, its agreement and the number to match by", async () => {
    const records = [
      PROFILE,
      customer("C"),
      invoice("A", "C", { paymentProfile: "1", ourNumber: "109/00000011-4" }),
      invoice("B", "C", { digitLine: LINE, pixCode: PIX, ourNumber: "456" }),
      invoice("D", "C"),
    ];
    expect(reasons(await take(...records))).toEqual([]);
    expect(await charges()).toEqual([
      {
        invoice_id: "A",
        bank: "341",
        our_number_key: "11",
        agreement_key: "567",
        digit_line: null,
        pix_code: null,
      },
      {
        invoice_id: "B",
        bank: "033",
        our_number_key: "456",
        agreement_key: "",
        digit_line: LINE.replace(/[. ]/g, ""),
        pix_code: PIX,
      },
    ]);
    expect(counts(await take(...records))).toMatchObject({ created: 0, updated: 0, unchanged: 5 });
  });

  test("follows what billing says later, and goes when billing clears it", async () => {
    await take(PROFILE, customer("C"), invoice("A", "C", { paymentProfile: "1", ourNumber: "11" }));
    expect(counts(await take({ type: "invoice", id: "A", ourNumber: "12" }))).toMatchObject({
      updated: 1,
    });
    expect(await charges()).toMatchObject([{ our_number_key: "12" }]);
    await take({ type: "invoice", id: "A", ourNumber: null });
    expect(await charges()).toEqual([]);
  });

  test("is refused with the field and the reason when its digits do not prove", async () => {
    const report = await take(
      customer("C"),
      invoice("A", "C", { digitLine: LINE.replace("12347", "12346") }),
      invoice("B", "C", { pixCode: PIX.replace("1D3D", "1D3E") }),
      invoice("D", "C", { ourNumber: "doze" }),
      invoice("E", "C", { ourNumber: "12" }),
    );
    expect(report.rejected.map(({ line, field }) => [line, field])).toEqual([
      [2, "digitLine"],
      [3, "pixCode"],
      [4, "ourNumber"],
      [5, "ourNumber"],
    ]);
    const [line, pix, number, bankless] = reasons(report);
    expect(line).toContain("wrong check digit of field 1, expected 7");
    expect(pix).toContain("wrong checksum, expected 1D3D");
    expect(number).toContain("not a number at a bank");
    expect(bankless).toContain("needs a bank");
  });

  test("is one invoice's alone, in one file and over two", async () => {
    const one = (id: string, more: Fields = {}) =>
      invoice(id, "C", { paymentProfile: "1", ourNumber: "00000011", ...more });
    const report = await take(PROFILE, customer("C"), one("A"), one("B", { ourNumber: "11" }));
    expect(reasons(report)).toEqual([expect.stringContaining('used already by "A"')]);
    const later = await take(one("D", { ourNumber: "109/00000011-4" }));
    expect(reasons(later)).toEqual([expect.stringContaining('used already by "A"')]);
    const another = { ...PROFILE, id: "2", name: "Outro", agreementCode: "999" };
    expect(reasons(await take(another, one("D", { paymentProfile: "2" })))).toEqual([]);
  });
});

describe("the database's forms of core's keys", () => {
  const punctuated = fc.string({
    unit: fc.constantFrom(..."0123456789-/. P"),
    minLength: 1,
    maxLength: 20,
  });
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 20 });

  test("say of any number what core says", async () => {
    const cases = fc.sample(
      fc.tuple(fc.constantFrom(...BANK_CODES), fc.oneof(punctuated, digits)),
      {
        numRuns: 3_000,
        seed: 7,
      },
    );
    const rows = await database.sql.unsafe(
      `select bank, printed, ${ourNumberKeySql("bank", "printed")} as key
       from jsonb_to_recordset($1) as r(n int, bank text, printed text) order by n`,
      [cases.map(([bank, printed], n) => ({ n, bank, printed }))] as never,
    );
    expect(rows.map(({ bank, printed, key }) => [bank, printed, key])).toEqual(
      cases.map(([bank, printed]) => [bank, printed, normaliseOurNumber(bank, printed)]),
    );
  });

  test("say of any agreement code what core says", async () => {
    const codes = fc.sample(fc.string({ unit: fc.constantFrom(..."0123abZ-/. ") }), {
      numRuns: 500,
      seed: 7,
    });
    const rows = await database.sql.unsafe(
      `select ${agreementKeySql("code")} as key
       from jsonb_to_recordset($1) as r(n int, code text) order by n`,
      [codes.map((code, n) => ({ n, code }))] as never,
    );
    expect(rows.map(({ key }) => key)).toEqual(codes.map(normaliseAgreement));
  });
});
