import { checksum } from "#core/bank/pix-checksum.ts";
import { readElements, type TlvRefusal, writeElement } from "#core/bank/tlv.ts";
import { type Cents, cents, formatAmount, parseAmount } from "#core/money.ts";
import { accept, type Result, refuse } from "#core/result.ts";

/** The text of a Pix QR code, which people also copy and paste. Printable ASCII. */
export type PixCode = string & { readonly kind: "pix code" };

export type PixRefusal =
  | TlvRefusal
  | { readonly code: "missing_field"; readonly field: PixField }
  | {
      readonly code: "wrong_field";
      readonly field: PixField;
      readonly found: string;
      readonly expected: string;
    }
  | { readonly code: "wrong_checksum"; readonly found: string; readonly expected: string };

export type PixField =
  | "version"
  | "account"
  | "key"
  | "category"
  | "currency"
  | "amount"
  | "country"
  | "merchantName"
  | "merchantCity"
  | "txid"
  | "checksum";

export type StaticPix = {
  readonly key: string;
  /** Null: the payer types it. */
  readonly amount: Cents | null;
  /** Comes back with the payment: letters and digits, 25 at most. Null: none. */
  readonly txid: string | null;
  /** Accents are folded and what is too long is cut: the code is ASCII with 25 and 15 characters for these two. */
  readonly merchantName: string;
  readonly merchantCity: string;
};

/** `account` is a key of the receiver, or for a dynamic code the address of its charge. */
export type PixContent = Omit<StaticPix, "key"> & {
  readonly account: { readonly key: string } | { readonly url: string };
};

const TAG = {
  version: "00",
  account: "26",
  category: "52",
  currency: "53",
  amount: "54",
  country: "58",
  merchantName: "59",
  merchantCity: "60",
  additional: "62",
  checksum: "63",
} as const;
const ACCOUNT_TAG = { scheme: "00", key: "01", url: "25" } as const;
const TXID_TAG = "05";
const PIX_SCHEME = "br.gov.bcb.pix";
const NO_TXID = "***";
const BRAZILIAN_REAL = "986";
const CHECKSUM_HEAD = `${TAG.checksum}04`;
const NAME_WIDTH = 25;
const CITY_WIDTH = 15;
const KEY_WIDTH = 77;
const MAX_AMOUNT = cents(999_999_999_999);

export function buildStaticPix(pix: StaticPix): Result<PixCode, PixRefusal> {
  const merchantName = foldToAscii(pix.merchantName, NAME_WIDTH);
  const merchantCity = foldToAscii(pix.merchantCity, CITY_WIDTH);
  const refusal = refusedInput({ ...pix, merchantName, merchantCity });
  if (refusal !== undefined) return refuse(refusal);
  const account =
    writeElement(ACCOUNT_TAG.scheme, PIX_SCHEME) + writeElement(ACCOUNT_TAG.key, pix.key);
  const body = [
    writeElement(TAG.version, "01"),
    writeElement(TAG.account, account),
    writeElement(TAG.category, "0000"),
    writeElement(TAG.currency, BRAZILIAN_REAL),
    pix.amount === null ? "" : writeElement(TAG.amount, formatAmount(pix.amount)),
    writeElement(TAG.country, "BR"),
    writeElement(TAG.merchantName, merchantName),
    writeElement(TAG.merchantCity, merchantCity),
    writeElement(TAG.additional, writeElement(TXID_TAG, pix.txid ?? NO_TXID)),
    CHECKSUM_HEAD,
  ].join("");
  return accept((body + checksum(body)) as PixCode);
}

/** Proves structure before checksum: codes go round whose checksum is right and whose lengths are not. */
export function parsePix(text: string): Result<PixContent, PixRefusal> {
  const code = text.trim();
  const elements = readElements(code);
  if (!elements.ok) return elements;
  const fixed = refusedConstant(code, elements.value);
  if (fixed !== undefined) return refuse(fixed);
  const account = readAccount(elements.value);
  if (!account.ok) return account;
  const txid = readTxid(elements.value.get(TAG.additional));
  if (!txid.ok) return txid;
  const amount = readPixAmount(elements.value.get(TAG.amount));
  if (!amount.ok) return amount;
  return accept({
    account: account.value,
    amount: amount.value,
    txid: txid.value,
    merchantName: elements.value.get(TAG.merchantName) ?? "",
    merchantCity: elements.value.get(TAG.merchantCity) ?? "",
  });
}

export function foldToAscii(text: string, width: number): string {
  const ascii = text.normalize("NFKD").replace(/[^\x20-\x7e]/g, "");
  return ascii.replace(/ +/g, " ").trim().slice(0, width).trimEnd();
}

function refusedInput(pix: StaticPix): PixRefusal | undefined {
  const { key, amount, txid, merchantName, merchantCity } = pix;
  if (key === "") return { code: "missing_field", field: "key" };
  if (!/^[\x21-\x7e]+$/.test(key) || key.length > KEY_WIDTH) {
    return wrong("key", key, `${KEY_WIDTH} ASCII characters at most, no blank`);
  }
  if (amount !== null && (amount <= 0 || amount > MAX_AMOUNT)) {
    return wrong("amount", formatAmount(amount), `0.01 to ${formatAmount(MAX_AMOUNT)}`);
  }
  if (txid !== null && !isTxid(txid)) return wrong("txid", txid, "1 to 25 letters and digits");
  if (merchantName === "") return { code: "missing_field", field: "merchantName" };
  if (merchantCity === "") return { code: "missing_field", field: "merchantCity" };
  return undefined;
}

const isTxid = (text: string): boolean => /^[A-Za-z0-9]{1,25}$/.test(text);

const wrong = (field: PixField, found: string, expected: string) => ({
  code: "wrong_field" as const,
  field,
  found,
  expected,
});

type Elements = ReadonlyMap<string, string>;

function refusedConstant(code: string, elements: Elements): PixRefusal | undefined {
  const constants: readonly [PixField, string, RegExp, string][] = [
    ["version", TAG.version, /^01$/, "01"],
    ["category", TAG.category, /^\d{4}$/, "4 digits"],
    ["currency", TAG.currency, /^986$/, BRAZILIAN_REAL],
    ["country", TAG.country, /^BR$/, "BR"],
    ["merchantName", TAG.merchantName, /^.{1,25}$/, `${NAME_WIDTH} characters at most`],
    ["merchantCity", TAG.merchantCity, /^.{1,15}$/, `${CITY_WIDTH} characters at most`],
    ["checksum", TAG.checksum, /^[0-9A-Fa-f]{4}$/, "4 hexadecimal digits"],
  ];
  for (const [field, tag, pattern, expected] of constants) {
    const found = elements.get(tag);
    if (found === undefined) return { code: "missing_field", field };
    if (!pattern.test(found)) return wrong(field, found, expected);
  }
  if (!code.startsWith(`${TAG.version}02`)) return wrong("version", code.slice(0, 4), "000201");
  const found = code.slice(-4).toUpperCase();
  if (code.slice(-8, -4) !== CHECKSUM_HEAD) return wrong("checksum", code.slice(-8, -4), "last");
  const expected = checksum(code.slice(0, -4));
  return found === expected ? undefined : { code: "wrong_checksum", found, expected };
}

/** Tags 26 to 51 are accounts of payment schemes; the one that names Pix counts. */
function readAccount(elements: Elements): Result<PixContent["account"], PixRefusal> {
  for (const [tag, value] of elements) {
    if (tag < "26" || tag > "51") continue;
    const inner = readElements(value);
    if (!inner.ok) return inner;
    if (inner.value.get(ACCOUNT_TAG.scheme)?.toLowerCase() !== PIX_SCHEME) continue;
    const key = inner.value.get(ACCOUNT_TAG.key);
    if (key !== undefined && key !== "") return accept({ key });
    const url = inner.value.get(ACCOUNT_TAG.url);
    if (url !== undefined && url !== "") return accept({ url });
    return refuse({ code: "missing_field", field: "key" });
  }
  return refuse({ code: "missing_field", field: "account" });
}

function readTxid(additional: string | undefined): Result<string | null, PixRefusal> {
  if (additional === undefined) return refuse({ code: "missing_field", field: "txid" });
  const inner = readElements(additional);
  if (!inner.ok) return inner;
  const txid = inner.value.get(TXID_TAG);
  if (txid === undefined) return refuse({ code: "missing_field", field: "txid" });
  if (txid === NO_TXID) return accept(null);
  return isTxid(txid) ? accept(txid) : refuse(wrong("txid", txid, "1 to 25 letters and digits"));
}

function readPixAmount(text: string | undefined): Result<Cents | null, PixRefusal> {
  if (text === undefined) return accept(null);
  const amount = parseAmount(text);
  return amount === undefined ? refuse(wrong("amount", text, "129.90")) : accept(amount);
}
