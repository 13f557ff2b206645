import { type Field, firstNonDigit, readNumber, text, trimmed } from "#core/bank/return/fields.ts";
import type {
  LineRefusal,
  ReturnHeader,
  ReturnRefusal,
  ReturnTitle,
  TitleKind,
} from "#core/bank/return/title.ts";
import { type Cents, ZERO } from "#core/money.ts";
import { accept, type Result, refuse } from "#core/result.ts";

export type LineOutcome = Result<ReturnTitle | null, ReturnRefusal>;

/** What reads the lines after a header of its layout. */
export type LayoutReader = {
  readonly header: ReturnHeader;
  push(line: string, lineNumber: number): LineOutcome;
  openTitle(): LineRefusal | null;
  hasTrailer(): boolean;
};

export const NO_TITLE: LineOutcome = accept(null);

/** Kinds for which a title or a paid amount must be there: on the others a blank amount is zero. */
export const movesMoney = (kind: TitleKind): boolean =>
  kind === "settled" || kind === "partial" || kind === "reversed";

/** Negative when the field is damaged, or blank where the amount is needed. */
export function readAmount(line: string, field: Field, needed: boolean): number {
  const value = readNumber(line, field);
  return value === -1 && !needed ? 0 : value;
}

export type AmountFields = Readonly<Record<string, Field>>;

/** Names the first amount of the line that cannot be read. Only for lines that are known to hold one. */
export function damagedAmount(
  at: { readonly line: string; readonly lineNumber: number },
  fields: AmountFields,
  needed: boolean,
): LineOutcome {
  for (const [name, field] of Object.entries(fields)) {
    if (readAmount(at.line, field, needed && isNeeded(name)) < 0) return notDigits(at, name, field);
  }
  throw new Error("every amount of the line can be read");
}

export const isNeeded = (name: string): boolean => name === "titleAmount" || name === "paidAmount";

/** A field that ends beyond the line was cut; one inside it holds something that is no digit. */
export function notDigits(
  at: { readonly line: string; readonly lineNumber: number },
  field: string,
  columns: Field,
): LineOutcome {
  const { line, lineNumber } = at;
  if (line.length < columns[1]) {
    return refuse({
      code: "line_too_short",
      line: lineNumber,
      column: line.length + 1,
      found: line.length,
      expected: columns[1],
    });
  }
  return refuse({
    code: "not_digits",
    line: lineNumber,
    column: firstNonDigit(line, columns),
    field,
    found: text(line, columns),
  });
}

/** Blank or zeros in every piece is no agreement. */
export function readAgreement(line: string, pieces: readonly Field[]): string | null {
  const code = pieces.map((piece) => trimmed(line, piece)).join("");
  return /^0*$/.test(code) ? null : code;
}

export function readFileNumber(line: string, field: Field | null): string | null {
  return field !== null && readNumber(line, field) > 0 ? text(line, field) : null;
}

export type Amounts = Pick<
  ReturnTitle,
  "titleAmount" | "paidAmount" | "fee" | "interest" | "discount" | "abatement"
>;

/**
 * What the customer paid. Where the bank prints what it credits after its fee, the row's own arithmetic shows whether
 * the fee was taken: with fees billed apart the printed amount is already the whole.
 */
export function grossPaid(kind: TitleKind, amounts: Amounts, paidIsNetOfFee: boolean): Cents {
  if (kind !== "settled" && kind !== "partial") return ZERO;
  if (!paidIsNetOfFee) return amounts.paidAmount;
  const whole = amounts.titleAmount + amounts.interest - amounts.discount - amounts.abatement;
  const withFee = amounts.paidAmount + amounts.fee;
  return withFee === whole ? (withFee as Cents) : amounts.paidAmount;
}
