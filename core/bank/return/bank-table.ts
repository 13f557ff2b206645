import type { DateFormat, Field } from "#core/bank/return/fields.ts";
import type { BankCode, TitleKind } from "#core/bank/return/title.ts";

/**
 * Where a layout keeps the title's number at the bank. `digits` is the number alone; where the bank left-aligns it and
 * the check digit moves with its length, `widthsWithCheckDigit` says for which lengths the last character is one.
 */
export type OurNumberRule = {
  readonly printed: Field;
  readonly digits: Field;
  readonly widthsWithCheckDigit?: readonly number[];
};

export type Cnab400Detail = {
  readonly ourNumber: OurNumberRule;
  readonly control: Field | null;
  readonly fee: Field;
  readonly creditDate: Field;
  readonly creditDateFormat: DateFormat;
  readonly reasons: Field | null;
  /** On the line itself; else the header's `agreement` stands. */
  readonly agreement: Field | null;
};

export type Cnab400Table = {
  readonly fileDate: Field;
  readonly fileDateFormat: DateFormat;
  readonly fileNumber: Field | null;
  /** Printed in pieces that are put together. */
  readonly agreement: readonly Field[];
  /** By line type, column 1. */
  readonly details: Readonly<Record<string, Cnab400Detail>>;
  /** Line types that say more of the title before, such as its Pix data. */
  readonly skipped: readonly string[];
  /** The paid field holds what is credited after the fee. */
  readonly paidIsNetOfFee: boolean;
  readonly kinds: ReadonlyMap<string, TitleKind>;
};

export type Cnab240Table = {
  readonly agreement: readonly Field[];
  readonly ourNumber: OurNumberRule;
  readonly documentNumber: Field;
  readonly dueDate: Field;
  readonly titleAmount: Field;
  readonly control: Field;
  readonly fee: Field;
  readonly reasons: Field;
  readonly kinds: ReadonlyMap<string, TitleKind>;
};

export type BankTable = {
  readonly bank: BankCode;
  readonly cnab400: Cnab400Table;
  readonly cnab240: Cnab240Table;
  /**
   * Lengths of the whole number without its check digit: a number that people or a billing system hand us with one
   * character more carries the digit.
   */
  readonly ourNumberWidths: readonly number[];
};

/** Codes that no list names are `other`. */
export function occurrences(
  lists: Partial<Record<TitleKind, string>>,
): ReadonlyMap<string, TitleKind> {
  const kinds = new Map<string, TitleKind>();
  for (const [kind, codes] of Object.entries(lists)) {
    for (const code of codes.split(" ")) kinds.set(code, kind as TitleKind);
  }
  return kinds;
}

/** The codes of FEBRABAN's CNAB 240; banks add to them. */
export const FEBRABAN_CODES: Partial<Record<TitleKind, string>> = {
  entry: "02",
  settled: "06 17",
  "written-off": "09 25",
  rejected: "03 26 30",
};

/** Segment T as FEBRABAN places it; a bank's table says only what it does otherwise. */
export const FEBRABAN_SEGMENT_T = {
  documentNumber: [59, 73],
  dueDate: [74, 81],
  titleAmount: [82, 96],
  control: [106, 130],
  fee: [199, 213],
  reasons: [214, 223],
} as const;
