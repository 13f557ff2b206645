import fc from "fast-check";
import { createStaticPix, hasError, isStaticPix, parsePix as parseWithPixUtils } from "pix-utils";
import { isPixCopyPaste } from "validation-br";
import { describe, expect, test } from "vitest";
import { buildStaticPix, foldToAscii, parsePix, type StaticPix } from "#core/bank/pix.ts";
import { checksum } from "#core/bank/pix-checksum.ts";
import { cents, formatAmount } from "#core/money.ts";

/** The Central Bank's examples. */
const STATIC =
  "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D";
const DYNAMIC =
  "00020101021226770014BR.GOV.BCB.PIX2555pix.example.com/qr/93598be0-1bd0-4997-8318-81776a1d8a995204000053039865802BR5907EMPRESA6009SAO PAULO62070503***6304EEAB";

const fulano: StaticPix = {
  key: "123e4567-e12b-12d1-a456-426655440000",
  amount: null,
  txid: null,
  merchantName: "Fulano de Tal",
  merchantCity: "BRASILIA",
};

const withChecksum = (body: string): string => body + checksum(body);

const characters = (allowed: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...allowed), minLength, maxLength });
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const DIGITS = "0123456789";

const someKey = fc.oneof(
  fc.uuid(),
  characters(DIGITS, 11, 11),
  characters(DIGITS, 14, 14),
  characters(DIGITS, 13, 13).map((phone) => `+${phone}`),
  characters(LETTERS + DIGITS, 1, 60).map((name) => `${name}@provedor.net.br`),
);

const somePix: fc.Arbitrary<StaticPix> = fc.record({
  key: someKey,
  amount: fc.option(fc.integer({ min: 1, max: 999_999_999_999 }).map(cents), { nil: null }),
  txid: fc.option(characters(LETTERS + DIGITS, 1, 25), { nil: null }),
  merchantName: characters(`${LETTERS} ãéçÁº&`, 1, 40).map((name) => `Provedor ${name}`),
  merchantCity: characters(`${LETTERS} ãéç`, 1, 30).map((city) => `São ${city}`),
});

function built(pix: StaticPix): string {
  const code = buildStaticPix(pix);
  if (!code.ok) throw new Error(JSON.stringify(code.refusal));
  return code.value;
}

test("the checksum is CRC-16/CCITT-FALSE", () => {
  expect(checksum("123456789")).toBe("29B1");
});

describe("published codes", () => {
  test("the static one is built to the letter", () => {
    expect(built(fulano)).toBe(STATIC);
  });

  test("the static one is read", () => {
    const { key, ...rest } = fulano;
    expect(parsePix(STATIC)).toEqual({ ok: true, value: { account: { key }, ...rest } });
  });

  test("the dynamic one is read", () => {
    const url = "pix.example.com/qr/93598be0-1bd0-4997-8318-81776a1d8a99";
    expect(parsePix(DYNAMIC)).toMatchObject({
      ok: true,
      value: { account: { url }, merchantName: "EMPRESA", merchantCity: "SAO PAULO", txid: null },
    });
  });

  test("one with a right checksum and a wrong length inside is refused", () => {
    const wrong = withChecksum(STATIC.slice(0, -4).replace("62070503", "62080503"));
    expect(wrong).toMatch(/62080503\*\*\*6304[0-9A-F]{4}$/);
    expect(parsePix(wrong)).toMatchObject({ ok: false, refusal: { code: "wrong_element_length" } });
  });
});

describe("every code that is built", () => {
  test("comes back with its key, amount and txid", () => {
    fc.assert(
      fc.property(somePix, (pix) => {
        const parsed = parsePix(built(pix));
        expect(parsed).toEqual({
          ok: true,
          value: {
            account: { key: pix.key },
            amount: pix.amount,
            txid: pix.txid,
            merchantName: foldToAscii(pix.merchantName, 25),
            merchantCity: foldToAscii(pix.merchantCity, 15),
          },
        });
      }),
    );
  });

  test("is the same to implementations of others", () => {
    fc.assert(
      fc.property(somePix, (pix) => {
        const code = built(pix);
        const theirs = parseWithPixUtils(code);
        if (hasError(theirs) || !isStaticPix(theirs)) throw new Error(`not read: ${code}`);
        expect(theirs.pixKey).toBe(pix.key);
        expect(theirs.merchantName).toBe(foldToAscii(pix.merchantName, 25));
        expect(theirs.merchantCity).toBe(foldToAscii(pix.merchantCity, 15));
        expect(theirs.transactionAmount ?? 0).toBe(
          pix.amount === null ? 0 : Number(formatAmount(pix.amount)),
        );
        expect(isPixCopyPaste(code)).toBe(true);
      }),
    );
  });

  test("is printable ASCII, whatever the names", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "grapheme" }),
        (name, city) => {
          const pix = { ...fulano, merchantName: `A${name}`, merchantCity: `B${city}` };
          expect(built(pix)).toMatch(/^[\x20-\x7e]+$/);
          expect(parsePix(built(pix)).ok).toBe(true);
        },
      ),
    );
  });

  test("with one character changed is refused", () => {
    fc.assert(
      fc.property(somePix, fc.nat(), fc.integer({ min: 0x20, max: 0x7e }), (pix, place, to) => {
        const code = built(pix);
        const at = place % code.length;
        const changed = code.slice(0, at) + String.fromCharCode(to) + code.slice(at + 1);
        // The checksum's own letters may be written small.
        fc.pre(changed.toUpperCase() !== code.toUpperCase());
        expect(parsePix(changed).ok).toBe(false);
      }),
    );
  });
});

test("a code that others built is read", () => {
  fc.assert(
    fc.property(somePix, (pix) => {
      const theirs = createStaticPix({
        pixKey: pix.key,
        merchantName: "Provedor",
        merchantCity: "Recife",
        transactionAmount: pix.amount === null ? 0 : Number(formatAmount(pix.amount)),
        ...(pix.txid === null ? {} : { txid: pix.txid }),
      });
      if (hasError(theirs)) throw new Error(theirs.message);
      expect(parsePix(theirs.toBRCode())).toMatchObject({
        ok: true,
        value: { account: { key: pix.key }, amount: pix.amount, txid: pix.txid },
      });
    }),
  );
});

test("text that is no code is refused and never crashes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(STATIC.length), (noise, cut) => {
      expect(parsePix(noise).ok).toBe(false);
      expect(parsePix(STATIC.slice(0, cut) + noise).ok).toBe(
        noise.trim() === "" && cut === STATIC.length,
      );
    }),
  );
});

describe("what cannot be a code says why", () => {
  test.each([
    [{ key: "" }, { code: "missing_field", field: "key" }],
    [{ key: "chave com espaço" }, { code: "wrong_field", field: "key" }],
    [{ key: "x".repeat(78) }, { code: "wrong_field", field: "key" }],
    [{ amount: cents(0) }, { code: "wrong_field", field: "amount", found: "0.00" }],
    [{ txid: "FAT-1042" }, { code: "wrong_field", field: "txid", found: "FAT-1042" }],
    [{ txid: "x".repeat(26) }, { code: "wrong_field", field: "txid" }],
    [{ merchantName: "東京" }, { code: "missing_field", field: "merchantName" }],
    [{ merchantCity: "  " }, { code: "missing_field", field: "merchantCity" }],
  ])("building with %o", (changes, refusal) => {
    expect(buildStaticPix({ ...fulano, ...changes })).toMatchObject({ ok: false, refusal });
  });

  const body = STATIC.slice(0, -4);
  test.each([
    [
      "another checksum",
      `${body}0000`,
      { code: "wrong_checksum", found: "0000", expected: "1D3D" },
    ],
    ["another currency", withChecksum(body.replace("5303986", "5303840")), { field: "currency" }],
    ["another country", withChecksum(body.replace("5802BR", "5802AR")), { field: "country" }],
    ["no city", withChecksum(body.replace("6008BRASILIA", "")), { field: "merchantCity" }],
    [
      "another scheme",
      withChecksum(body.replace("br.gov.bcb", "br.gov.xxx")),
      { field: "account" },
    ],
    ["a field twice", withChecksum(body.replace("5802BR", "5802BR5802BR")), { element: "58" }],
    ["a cut", STATIC.slice(0, 60), { code: "wrong_element_length", element: "26" }],
  ])("reading %s", (_, code, refusal) => {
    expect(parsePix(code)).toMatchObject({ ok: false, refusal });
  });
});
