import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseBarcode, readBarcode } from "#core/bank/boleto.ts";
import { parsePix } from "#core/bank/pix.ts";
import { date } from "#core/calendar.ts";
import type { InvoiceId } from "#core/ids.ts";
import { packFor } from "#core/law/rule-pack.ts";
import { cents } from "#core/money.ts";
import { type ChargeProfile, chargeOf } from "#core/payment/charge.ts";
import { type MeansFacts, NO_MEANS, paymentMeans } from "#core/payment/means.ts";
import { txidOf } from "#core/payment/txid.ts";

const TODAY = date("2026-11-24");
const PROFILE: ChargeProfile = {
  name: "Itaú",
  bank: "341",
  wallet: "109",
  agreementCode: "5",
  branch: "0810",
  account: "53678",
  unit: null,
  firstOurNumber: null,
};
const OWED: MeansFacts["invoice"] = {
  id: "AC1-1" as InvoiceId,
  amountCents: cents(15_000),
  paidCents: cents(0),
  dueDate: date("2026-12-01"),
  onTimeDiscountCents: cents(1_000),
  state: "open",
  place: "in agreement",
};
const issued = chargeOf(PROFILE, 11, TODAY);
const FACTS: MeansFacts = {
  invoice: OWED,
  charge: {
    bank: issued?.bank ?? "",
    ourNumber: issued?.ourNumber ?? "",
    freeField: issued?.freeField ?? "",
    digitLine: null,
    pixCode: null,
  },
  profile: {
    branch: "0810",
    account: "53678",
    agreementCode: "5",
    beneficiary: "Provedor São José",
    pixKey: "pix@provedor.example",
    city: null,
  },
  provider: "Provedor",
  localHolidays: new Set(),
  today: TODAY,
};
const LINE = "03399123475670000000500456101013169340000271716";

describe("an invoice that is owed", () => {
  test("is paid by a boleto of its balance and due date, and by a Pix of what settles it today", () => {
    const { boleto, pix } = paymentMeans({
      ...FACTS,
      invoice: { ...OWED, paidCents: cents(2_000) },
    });
    expect(boleto).toMatchObject({
      bank: "341",
      bankName: "Itaú",
      ourNumber: "00000011",
      agency: "0810/53678",
      beneficiary: "Provedor São José",
    });
    const barcode = parseBarcode(boleto?.barcode ?? "");
    expect(barcode.ok && readBarcode(barcode.value, TODAY)).toMatchObject({
      bank: "341",
      amount: 13_000,
      dueDate: "2026-12-01",
      freeField: issued?.freeField,
    });
    const code = parsePix(pix?.code ?? "");
    expect(code.ok && code.value).toEqual({
      account: { key: "pix@provedor.example" },
      amount: 12_000,
      txid: pix?.txid,
      merchantName: "Provedor Sao Jose",
      merchantCity: "BRASIL",
    });
  });

  test("is paid by what billing issued, as it came", () => {
    const pixCode =
      "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D";
    const { boleto, pix } = paymentMeans({
      ...FACTS,
      charge: { bank: "033", ourNumber: null, freeField: null, digitLine: LINE, pixCode },
    });
    expect(boleto).toMatchObject({
      bank: "033",
      bankName: "Santander",
      digitLine: LINE,
      barcode: "03391693400002717169123456700000000045610101",
    });
    expect(pix).toEqual({ code: pixCode, txid: "" });
  });

  test("has no boleto without a title at a bank, and no Pix without a key", () => {
    const pixless = FACTS.profile === null ? null : { ...FACTS.profile, pixKey: null };
    expect(paymentMeans({ ...FACTS, charge: null }).boleto).toBeNull();
    expect(paymentMeans({ ...FACTS, profile: pixless }).pix).toBeNull();
    expect(paymentMeans({ ...FACTS, charge: null, profile: null })).toEqual(NO_MEANS);
  });
});

test.each([
  { state: "paid" },
  { state: "deleted" },
  { state: "suspended" },
  { place: "replaced" },
  { paidCents: cents(15_000) },
] as const)("a debt that is gone has no live charge: %o", (fact) => {
  expect(paymentMeans({ ...FACTS, invoice: { ...OWED, ...fact } })).toEqual(NO_MEANS);
});

describe("a txid", () => {
  test("is the invoice's id where that fits, else a readable part of it with a hash", () => {
    expect(txidOf("FAT000881" as InvoiceId)).toBe("FAT000881");
    expect(txidOf("AC12-1" as InvoiceId)).toMatch(/^AC121X[0-9A-Z]{13}$/);
    expect(txidOf("AC12-1" as InvoiceId)).not.toBe(txidOf("AC1-21" as InvoiceId));
  });

  test("is letters and digits, 25 at most, and another one for another invoice", () => {
    const id = fc.string({ unit: "grapheme", minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 2, maxLength: 20 }), (ids) => {
        const txids = ids.map((one) => txidOf(one as InvoiceId));
        for (const txid of txids) expect(txid).toMatch(/^[A-Za-z0-9]{1,25}$/);
        expect(new Set(txids).size).toBe(ids.length);
      }),
    );
  });
});

describe("an invoice that is late where contracts ask for fine and interest", () => {
  const late = {
    charges: { fine: true, interest: true },
    pack: packFor(TODAY),
    fined: false,
    breaksAfter: undefined,
  };
  const invoice = { ...OWED, dueDate: date("2026-10-25"), place: "classified" as const };

  test("is paid today by a Pix and a boleto of what it is today", () => {
    const { boleto, pix } = paymentMeans({ ...FACTS, invoice, late });
    const code = parsePix(pix?.code ?? "");
    // Two per cent, and one for 30 days.
    expect(code.ok && code.value.amount).toBe(15_450);
    const barcode = parseBarcode(boleto?.barcode ?? "");
    expect(barcode.ok && readBarcode(barcode.value, TODAY)).toMatchObject({
      amount: 15_450,
      dueDate: TODAY,
    });
  });

  test("is its balance while its promise holds", () => {
    const promised = { ...late, breaksAfter: date("2026-11-30") };
    const { pix } = paymentMeans({ ...FACTS, invoice, late: promised });
    const code = parsePix(pix?.code ?? "");
    expect(code.ok && code.value.amount).toBe(15_000);
  });
});
