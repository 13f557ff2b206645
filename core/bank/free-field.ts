import { modulo10, modulo11 } from "#core/bank/check-digits.ts";
import { accept, type Result, refuse } from "#core/result.ts";

/** Digits, without check digits; shorter ones are padded to the bank's width. */
export type FreeFieldInput = {
  readonly bank: string;
  readonly wallet: string;
  /** The title's whole number at the bank, without its check digit. */
  readonly ourNumber: string;
  /** The beneficiary's code, with its check digit where the bank counts it as part of it: Sicoob. */
  readonly agreementCode?: string;
  readonly branch?: string;
  readonly account?: string;
  /** Sicredi's posto. */
  readonly unit?: string;
};

export type FreeFieldRefusal =
  /**
   * No published boleto of this bank and wallet was found to prove the digits by. The line that the bank or the billing
   * system issued is printed instead.
   */
  | { readonly code: "unsupported"; readonly bank: string; readonly wallet: string }
  | { readonly code: "missing_field"; readonly field: string }
  | {
      readonly code: "wrong_field";
      readonly field: string;
      readonly found: string;
      readonly expected: string;
    };

/** The 25 digits of a boleto's barcode that each bank defines. */
export function buildFreeField(input: FreeFieldInput): Result<string, FreeFieldRefusal> {
  const recipe = RECIPES.find(
    ({ bank, wallets, ourNumber }) =>
      bank === input.bank && wallets.includes(input.wallet) && ourNumber.test(input.ourNumber),
  );
  if (recipe === undefined) return explainMissing(input);
  const pieces: Pieces = { wallet: input.wallet };
  for (const [field, width] of Object.entries(recipe.fields)) {
    const given = input[field as keyof FreeFieldInput];
    if (given === undefined || given === "") return refuse({ code: "missing_field", field });
    if (!/^\d+$/.test(given) || given.length > width) {
      return refuse({ code: "wrong_field", field, found: given, expected: `${width} digits` });
    }
    pieces[field as Piece] = given.padStart(width, "0");
  }
  return accept(recipe.build(pieces as Required<Pieces>));
}

function explainMissing({ bank, wallet, ourNumber }: FreeFieldInput) {
  const known = RECIPES.filter((r) => r.bank === bank && r.wallets.includes(wallet));
  if (known.length === 0) return refuse({ code: "unsupported" as const, bank, wallet });
  const expected = known.map((recipe) => recipe.numberIs).join(", ");
  const found = { field: "ourNumber", found: ourNumber, expected };
  return refuse({ code: "wrong_field" as const, ...found });
}

type Piece = "wallet" | "ourNumber" | "agreementCode" | "branch" | "account" | "unit";
type Pieces = { [piece in Piece]?: string };

type Recipe = {
  readonly bank: string;
  /** Those that a published boleto proves. */
  readonly wallets: readonly string[];
  readonly ourNumber: RegExp;
  readonly numberIs: string;
  /** Widths of what the recipe takes. */
  readonly fields: { readonly [piece in Piece]?: number };
  readonly build: (pieces: Required<Pieces>) => string;
};

/**
 * Each proved by boletos that others published, which stand in the tests: Itaú's manual, the specs of brcobranca, and
 * the test cases of BoletoNetCore for Banco do Brasil, Bradesco, Caixa, Santander, Sicoob and Sicredi.
 */
const RECIPES: readonly Recipe[] = [
  {
    bank: "001",
    wallets: ["17", "18"],
    ourNumber: /^\d{17}$/,
    numberIs: "17 digits, the first the convênio",
    fields: { ourNumber: 17 },
    build: (p) => `000000${p.ourNumber}${p.wallet}`,
  },
  {
    bank: "001",
    wallets: ["18"],
    ourNumber: /^\d{11}$/,
    numberIs: "11 digits, the first the convênio",
    fields: { ourNumber: 11, branch: 4, account: 8 },
    build: (p) => p.ourNumber + p.branch + p.account + p.wallet,
  },
  {
    bank: "033",
    wallets: ["101", "102"],
    ourNumber: /^\d{1,12}$/,
    numberIs: "at most 12 digits",
    fields: { agreementCode: 7, ourNumber: 12 },
    build: (p) => `9${p.agreementCode}${p.ourNumber}${tenOrMoreAsZero(p.ourNumber)}0${p.wallet}`,
  },
  {
    bank: "104",
    wallets: ["14"],
    ourNumber: /^14\d{15}$/,
    numberIs: "17 digits, the first 14",
    fields: { agreementCode: 6, ourNumber: 17 },
    build: caixa,
  },
  {
    bank: "237",
    wallets: ["03", "06", "09"],
    ourNumber: /^\d{1,11}$/,
    numberIs: "at most 11 digits",
    fields: { branch: 4, ourNumber: 11, account: 7 },
    build: (p) => `${p.branch}${p.wallet}${p.ourNumber}${p.account}0`,
  },
  {
    bank: "341",
    wallets: ["109", "110", "175"],
    ourNumber: /^\d{1,8}$/,
    numberIs: "at most 8 digits",
    fields: { branch: 4, account: 5, ourNumber: 8 },
    build: itau,
  },
  {
    bank: "748",
    wallets: ["1"],
    ourNumber: /^\d{8}$/,
    numberIs: "8 digits: year, byte and sequence",
    fields: { branch: 4, unit: 2, agreementCode: 5, ourNumber: 8 },
    build: sicredi,
  },
  {
    bank: "756",
    wallets: ["1"],
    ourNumber: /^\d{1,7}$/,
    numberIs: "at most 7 digits",
    fields: { branch: 4, agreementCode: 7, ourNumber: 7 },
    build: sicoob,
  },
];

/** Santander, Caixa and Sicredi print 0 for a digit that would be 10 or 11. */
function tenOrMoreAsZero(digits: string): string {
  const digit = modulo11(digits);
  return String(digit > 9 ? 0 : digit);
}

function caixa({ agreementCode, ourNumber }: Required<Pieces>): string {
  const beneficiary = agreementCode + tenOrMoreAsZero(agreementCode);
  const [one, four] = [ourNumber.slice(0, 1), ourNumber.slice(1, 2)];
  const [first, second, rest] = [
    ourNumber.slice(2, 5),
    ourNumber.slice(5, 8),
    ourNumber.slice(8, 17),
  ];
  const field = beneficiary + first + one + second + four + rest;
  return field + tenOrMoreAsZero(field);
}

function itau({ branch, account, wallet, ourNumber }: Required<Pieces>): string {
  const numberDigit = modulo10(branch + account + wallet + ourNumber);
  return `${wallet}${ourNumber}${numberDigit}${branch}${account}${modulo10(branch + account)}000`;
}

function sicredi({ branch, unit, agreementCode, wallet, ourNumber }: Required<Pieces>): string {
  const digit = tenOrMoreAsZero(branch + unit + agreementCode + ourNumber);
  const field = `${wallet}1${ourNumber}${digit}${branch}${unit}${agreementCode}10`;
  return field + tenOrMoreAsZero(field);
}

/** The digit of Sicoob's number: weights 3, 1, 9, 7 from the left over cooperative, client in ten digits and number. */
function sicoob({ branch, agreementCode, wallet, ourNumber }: Required<Pieces>): string {
  const weights = [3, 1, 9, 7];
  const digits = branch + agreementCode.padStart(10, "0") + ourNumber;
  const sum = [...digits].reduce((total, d, i) => total + Number(d) * (weights[i % 4] ?? 0), 0);
  const digit = sum % 11 <= 1 ? 0 : 11 - (sum % 11);
  return `${wallet}${branch}01${agreementCode}${ourNumber}${digit}001`;
}
