import type { OurNumberRule } from "#core/bank/return/bank-table.ts";
import { BANK_TABLES } from "#core/bank/return/bank-tables.ts";
import { trimmed } from "#core/bank/return/fields.ts";
import type { BankCode } from "#core/bank/return/title.ts";

/**
 * The key that a title's number at the bank is matched by, from the form in which it is kept or typed: "109/00000011-4",
 * "14000000073110483". A check digit is dropped when a hyphen shows it or when the number is one character longer than
 * the bank's whole number; a shorter one without a hyphen is taken to have none, since nothing tells.
 */
export function normaliseOurNumber(bank: BankCode, printed: string): string {
  const compact = withoutWallet(bank, printed).replace(/[\s./]/g, "");
  const hyphen = compact.lastIndexOf("-");
  if (hyphen > 0 && compact.length - hyphen === 2) {
    return withoutPadding(compact.slice(0, hyphen).replaceAll("-", ""));
  }
  const number = compact.replaceAll("-", "");
  const carriesDigit = BANK_TABLES[bank].ourNumberWidths.includes(number.length - 1);
  return withoutPadding(carriesDigit && number.length > 1 ? number.slice(0, -1) : number);
}

/** The same key from a line of a return file, where the position tells the check digit. Null: something else stands there. */
export function readOurNumberKey(line: string, rule: OurNumberRule): string | null {
  const found = trimmed(line, rule.digits);
  const carriesDigit = rule.widthsWithCheckDigit?.includes(found.length) === true;
  const number = carriesDigit ? found.slice(0, -1) : found;
  return isDigits(number) ? withoutPadding(number) : null;
}

function isDigits(number: string): boolean {
  for (let index = 0; index < number.length; index++) {
    const code = number.charCodeAt(index);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

function withoutPadding(number: string): string {
  let start = 0;
  while (number.charCodeAt(start) === 48) start++;
  return number.slice(start);
}

/** "109/00000011-4" names the wallet first; Sicredi's "17/200059-5" begins with the year, which is part of it. */
const withoutWallet = (bank: BankCode, printed: string): string =>
  bank === "748" ? printed : printed.slice(printed.lastIndexOf("/") + 1);
