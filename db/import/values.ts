import { parseDigitLine } from "#core/bank/boleto.ts";
import { parsePix } from "#core/bank/pix.ts";
import { type CivilDate, parseDate } from "#core/calendar.ts";
import { parseAmount } from "#core/money.ts";
import { parsePhone } from "#core/phone.ts";
import { parseTaxId } from "#core/tax-id.ts";
import type { ImportRefusalCode } from "./refusal.ts";

/** CSV may write money and dates the Brazilian way: 1.234,56 and 31/12/2026. */
export type Dialect = "json" | "csv";

export type Misfit = { readonly code: ImportRefusalCode; readonly expected?: string };

/** A value as it came to the text that is staged for it; empty text clears the field. */
export type Reader = (value: unknown) => string | Misfit;

export type Circumstances = { readonly dialect: Dialect; readonly today: CivilDate };

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === "string" && value.trim() === "");

/** Null and blank text clear; a misfit when the reader wants a value. */
export const clearable =
  (read: Reader): Reader =>
  (value) =>
    isEmpty(value) ? "" : read(value);

export const required =
  (read: Reader): Reader =>
  (value) =>
    isEmpty(value) ? { code: "required" } : read(value);

/** Text; numbers are taken for what they look like, since many systems number their things. */
export const text =
  (maxLength: number): Reader =>
  (value) => {
    if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
    if (typeof value !== "string") return { code: "not_text", expected: "text" };
    // PostgreSQL keeps no NUL in text; the others are refused as what a broken export leaves behind.
    if (CONTROL.test(value))
      return {
        code: "not_text",
        expected: "text without control characters (tab and line break may stand in it)",
      };
    const trimmed = value.trim();
    return trimmed.length > maxLength ? { code: "too_long", expected: String(maxLength) } : trimmed;
  };

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

export const amount =
  ({ dialect }: Circumstances): Reader =>
  (value) => {
    const decimal = decimalText(value, dialect);
    const read = decimal === undefined ? undefined : parseAmount(decimal);
    return read === undefined ? { code: "not_an_amount" } : String(read);
  };

export const positiveAmount = (circumstances: Circumstances): Reader => {
  const read = amount(circumstances);
  return (value) => {
    const cents = read(value);
    return cents === "0" ? { code: "not_positive" } : cents;
  };
};

function decimalText(value: unknown, dialect: Dialect): string | undefined {
  if (typeof value === "string") {
    const bare = value.trim();
    return dialect === "csv" && BRAZILIAN.test(bare)
      ? bare.replaceAll(".", "").replace(",", ".")
      : bare;
  }
  if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
  const decimal = value.toFixed(2);
  return Number(decimal) === value ? decimal : undefined;
}

const BRAZILIAN = /^(\d{1,3}(\.\d{3})+|\d+),\d{1,2}$/;

export const day =
  ({ dialect }: Circumstances): Reader =>
  (value) =>
    readDay(value, dialect) ?? { code: "not_a_date", expected: expectedDay(dialect) };

export const pastDay =
  ({ dialect, today }: Circumstances): Reader =>
  (value) => {
    const read = readDay(value, dialect);
    if (read === undefined) return { code: "not_a_date", expected: expectedDay(dialect) };
    return read > today ? { code: "in_the_future", expected: today } : read;
  };

/** The civil date of a day or of a timestamp as it was written: the day on the sender's own calendar. */
export const dayOfInstant = (circumstances: Circumstances): Reader => {
  const read = pastDay(circumstances);
  return (value) => {
    const instant = typeof value === "string" ? INSTANT.exec(value.trim()) : null;
    return read(instant === null ? value : instant[1]);
  };
};

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** A file has few days and many lines: each is read once. */
const readDays = { json: new Map<string, CivilDate>(), csv: new Map<string, CivilDate>() };
const DAYS_KEPT = 5_000;

function readDay(value: unknown, dialect: Dialect): CivilDate | undefined {
  if (typeof value !== "string") return undefined;
  const known = readDays[dialect].get(value);
  if (known !== undefined) return known;
  const read = parseDay(value.trim(), dialect);
  if (read !== undefined && readDays[dialect].size < DAYS_KEPT) readDays[dialect].set(value, read);
  return read;
}

function parseDay(bare: string, dialect: Dialect): CivilDate | undefined {
  const local = dialect === "csv" ? /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(bare) : null;
  return parseDate(local === null ? bare : `${local[3]}-${local[2]}-${local[1]}`);
}

const expectedDay = (dialect: Dialect): string =>
  dialect === "csv" ? "YYYY-MM-DD or DD/MM/YYYY" : "YYYY-MM-DD";

const FALSE = new Set(["false", "0", "não", "nao", "n", "no"]);

/** The mark of a thing that the billing system may name by its number: any other text means that there is one. */
export const mark: Reader = (value) => {
  if (value === true || value === 1) return "t";
  if (value === false || value === 0) return "f";
  if (typeof value === "number" && Number.isSafeInteger(value)) return "t";
  if (typeof value !== "string") return { code: "not_a_boolean" };
  const word = value.trim().toLowerCase();
  return FALSE.has(word) ? "f" : "t";
};

export const oneOf =
  (...known: readonly string[]): Reader =>
  (value) => {
    const word = typeof value === "string" ? value.trim() : "";
    return known.includes(word) ? word : { code: "not_one_of", expected: known.join(", ") };
  };

export const taxId: Reader = (value) => {
  const read = typeof value === "string" ? parseTaxId(value) : undefined;
  return read ?? { code: "not_a_tax_id" };
};

export const phone: Reader = (value) => {
  const read = typeof value === "string" ? parsePhone(value) : undefined;
  return read ?? { code: "not_a_phone" };
};

const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/;
const MAX_EMAIL = 254;

export const email: Reader = (value) => {
  const bare = typeof value === "string" ? value.trim() : "";
  return bare.length <= MAX_EMAIL && EMAIL.test(bare) && !CONTROL.test(bare)
    ? bare
    : { code: "not_an_email" };
};

const FEDERAL_UNITS =
  "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO".split(" ");

export const federalUnit: Reader = (value) => {
  const code = typeof value === "string" ? value.trim().toUpperCase() : "";
  return FEDERAL_UNITS.includes(code)
    ? code
    : { code: "not_one_of", expected: FEDERAL_UNITS.join(", ") };
};

export const digits =
  (maxLength: number): Reader =>
  (value) => {
    const bare = bareText(value);
    return /^\d+$/.test(bare) && bare.length <= maxLength
      ? bare
      : { code: "not_digits", expected: String(maxLength) };
  };

/** Nosso número as it is printed: "109/00000011-4", "14000000073110483", "1234567-P". */
export const bankNumber: Reader = (value) => {
  const bare = bareText(value).toUpperCase();
  return BANK_NUMBER.test(bare) ? bare : { code: "not_a_bank_number" };
};

const BANK_NUMBER = /^(\d{1,4}\/)*\d[\d.]{0,24}(-?[0-9PX])?$/;

/** With or without its dots and blanks; kept as its 47 digits. */
export const digitLine: Reader = (value) => {
  const line = parseDigitLine(bareText(value));
  if (line.ok) return line.value;
  return { code: "not_a_digit_line", expected: whyNot(line.refusal) };
};

export const pixCode: Reader = (value) => {
  const bare = bareText(value);
  const code = parsePix(bare);
  return code.ok ? bare : { code: "not_a_pix_code", expected: whyNot(code.refusal) };
};

/** "wrong check digit of field 1, expected 5": a code of core/bank in words, without what came, which is a secret maybe. */
function whyNot(refusal: { readonly code: string }): string {
  const { part, field, expected } = refusal as {
    readonly part?: string;
    readonly field?: string;
    readonly expected?: string | number;
  };
  const where = part ?? field;
  const what = refusal.code.replaceAll("_", " ") + (where === undefined ? "" : ` of ${where}`);
  return expected === undefined ? what : `${what}, expected ${expected}`;
}

const bareText = (value: unknown): string =>
  typeof value === "number" && Number.isSafeInteger(value)
    ? String(value)
    : typeof value === "string"
      ? value.trim()
      : "";
