import { modulo10, modulo11 } from "#core/bank/check-digits.ts";
import { addDays, type CivilDate, date, daysBetween } from "#core/calendar.ts";
import { type Cents, cents } from "#core/money.ts";
import { accept, type Result, refuse } from "#core/result.ts";

/** The 44 digits of a boleto's bars, check digit proved. Payment slips of utilities, which begin with 8, are not ones. */
export type Barcode = string & { readonly kind: "boleto barcode" };

/** The 47 digits that a person types: the same content in another order, with a check digit to each of three fields. */
export type DigitLine = string & { readonly kind: "boleto digit line" };

export type BoletoRefusal =
  | { readonly code: "not_digits"; readonly column: number; readonly found: string }
  | { readonly code: "wrong_length"; readonly found: number; readonly expected: number }
  /** A tax or utility slip: another barcode, which no bank of ours issues. */
  | { readonly code: "not_a_boleto"; readonly found: string }
  | { readonly code: "wrong_currency"; readonly found: string; readonly expected: "9" }
  | {
      readonly code: "wrong_check_digit";
      readonly part: "field 1" | "field 2" | "field 3" | "barcode";
      readonly found: string;
      readonly expected: string;
    }
  | { readonly code: "amount_out_of_range"; readonly found: Cents; readonly expected: Cents }
  | {
      readonly code: "due_date_out_of_range";
      readonly found: CivilDate;
      readonly expected: CivilDate;
    };

export type BoletoContent = {
  /** Three digits. */
  readonly bank: string;
  /** Null: no due date, factor 0000. */
  readonly dueDate: CivilDate | null;
  /** Zero: the amount is not in the bars. */
  readonly amount: Cents;
  /** 25 digits whose meaning is each bank's own. */
  readonly freeField: string;
};

const REAL = "9";
/** FEBRABAN counts the due date in days from here. */
const FACTOR_BASE = date("1997-10-07");
/** After 9999, which was 2025-02-21, the factor begins again at 1000. */
const FIRST_OF_CYCLE = 1_000;
const CYCLE = 9_000;
const MAX_AMOUNT = cents(9_999_999_999);

export function buildBarcode(content: BoletoContent): Result<Barcode, BoletoRefusal> {
  const { bank, dueDate, amount, freeField } = content;
  if (amount < 0 || amount > MAX_AMOUNT) {
    return refuse({ code: "amount_out_of_range", found: amount, expected: MAX_AMOUNT });
  }
  if (dueDate !== null && dueDate <= FACTOR_BASE) {
    const first = addDays(FACTOR_BASE, 1);
    return refuse({ code: "due_date_out_of_range", found: dueDate, expected: first });
  }
  const tail = dueFactor(dueDate) + String(amount).padStart(10, "0") + freeField;
  const head = bank + REAL;
  return parseBarcode(head + generalDigit(head + tail) + tail);
}

/** `near` decides between the cycles of the due factor: the day of issue, or today. */
export function readBarcode(barcode: Barcode, near: CivilDate): BoletoContent {
  return {
    bank: barcode.slice(0, 3),
    dueDate: dueDateOf(Number(barcode.slice(5, 9)), near),
    amount: cents(Number(barcode.slice(9, 19))),
    freeField: barcode.slice(19),
  };
}

export function parseBarcode(text: string): Result<Barcode, BoletoRefusal> {
  const digits = text.replace(/\s/g, "");
  const shape = refusedShape(digits, 44);
  if (shape !== undefined) return refuse(shape);
  if (digits.startsWith("8")) return refuse({ code: "not_a_boleto", found: digits[0] ?? "" });
  const currency = digits[3] ?? "";
  if (currency !== REAL) return refuse({ code: "wrong_currency", found: currency, expected: REAL });
  const found = digits[4] ?? "";
  const expected = generalDigit(digits.slice(0, 4) + digits.slice(5));
  if (found !== expected) {
    return refuse({ code: "wrong_check_digit", part: "barcode", found, expected });
  }
  return accept(digits as Barcode);
}

/** Dots and blanks as they are printed do not matter. */
export function parseDigitLine(text: string): Result<DigitLine, BoletoRefusal> {
  const digits = text.replace(/[\s.-]/g, "");
  if (/^8\d{47}$/.test(digits)) return refuse({ code: "not_a_boleto", found: "8" });
  const shape = refusedShape(digits, 47);
  if (shape !== undefined) return refuse(shape);
  for (const [part, from, to] of LINE_FIELDS) {
    const found = digits[to] ?? "";
    const expected = String(modulo10(digits.slice(from, to)));
    if (found !== expected) return refuse({ code: "wrong_check_digit", part, found, expected });
  }
  const barcode = parseBarcode(asBarcode(digits));
  return barcode.ok ? accept(digits as DigitLine) : barcode;
}

/** Where each field's digits begin and where its check digit stands, from 0. */
const LINE_FIELDS = [
  ["field 1", 0, 9],
  ["field 2", 10, 20],
  ["field 3", 21, 31],
] as const;

export function toDigitLine(barcode: Barcode): DigitLine {
  const fields = [
    barcode.slice(0, 4) + barcode.slice(19, 24),
    barcode.slice(24, 34),
    barcode.slice(34, 44),
  ];
  const checked = fields.map((field) => field + String(modulo10(field)));
  return (checked.join("") + barcode.slice(4, 19)) as DigitLine;
}

export const toBarcode = (line: DigitLine): Barcode => asBarcode(line) as Barcode;

/** "00190.50095 40144.816069 06809.350314 3 37370000000100", as it stands at the top of a boleto. */
export const formatDigitLine = (line: DigitLine): string =>
  line.replace(/^(.{5})(.{5})(.{5})(.{6})(.{5})(.{6})(.)(.{14})$/, "$1.$2 $3.$4 $5.$6 $7 $8");

const asBarcode = (line: string): string =>
  line.slice(0, 4) + line.slice(32) + line.slice(4, 9) + line.slice(10, 20) + line.slice(21, 31);

function generalDigit(others: string): string {
  const digit = modulo11(others);
  return String(digit > 9 ? 1 : digit);
}

function refusedShape(digits: string, expected: number): BoletoRefusal | undefined {
  const other = digits.search(/\D/);
  if (other >= 0) return { code: "not_digits", column: other + 1, found: digits[other] ?? "" };
  if (digits.length === expected) return undefined;
  return { code: "wrong_length", found: digits.length, expected };
}

function dueFactor(dueDate: CivilDate | null): string {
  if (dueDate === null) return "0000";
  const days = daysBetween(FACTOR_BASE, dueDate);
  const factor = days < FIRST_OF_CYCLE ? days : ((days - FIRST_OF_CYCLE) % CYCLE) + FIRST_OF_CYCLE;
  return String(factor).padStart(4, "0");
}

/** A factor below 1000 is of the first years only. */
function dueDateOf(factor: number, near: CivilDate): CivilDate | null {
  if (factor === 0) return null;
  if (factor < FIRST_OF_CYCLE) return addDays(FACTOR_BASE, factor);
  const cycles = Math.round((daysBetween(FACTOR_BASE, near) - factor) / CYCLE);
  return addDays(FACTOR_BASE, factor + Math.max(0, cycles) * CYCLE);
}
