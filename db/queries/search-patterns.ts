/**
 * How a typed text is looked for: as part of a customer's name, id or tax id, where a tax id may carry its punctuation, or
 * as the whole id or number of an invoice. Names are folded by the database.
 */
export function searchPatterns(term: string): {
  readonly whole: string;
  /** Without the punctuation of a tax id. */
  readonly bare: string;
  readonly parts: readonly [string, string];
} {
  const whole = term.replaceAll("\0", "").trim();
  const bare = TAX_ID.test(whole) ? whole.replace(/[./-]/g, "") : whole;
  return { whole, bare, parts: [contains(whole), contains(bare)] };
}

/** A CPF or CNPJ, or its beginning, as people write it. */
const TAX_ID = /^[0-9A-Z]{2,3}(\.[0-9A-Z]{1,3}){1,2}([/-][0-9A-Z]*){0,2}$/i;

const contains = (text: string): string => `%${escapeLike(text)}%`;

export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
