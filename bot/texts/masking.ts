import { parseTaxId } from "#core/tax-id.ts";

/** What a message may repeat of a text that a person typed: quoted, on one line, cut, and never a whole tax id or phone. */
export function quoted(text: string): string {
  const oneLine = text.slice(0, LOOKED_AT).replace(CONTROL, " ");
  const hidden = maskNumbers(oneLine);
  return `"${hidden.length > SHOWN || text.length > LOOKED_AT ? `${hidden.slice(0, SHOWN)}…` : hidden}"`;
}

/** Hides in a longer text whatever could be a tax id or a phone, all but its end. */
export const maskNumbers = (text: string): string =>
  text
    .replace(LONG_DIGITS, hideAllButEnd)
    .replace(CNPJ_SHAPE, (found) =>
      parseTaxId(found) === undefined ? found : hideAllButEnd(found),
    );

const LOOKED_AT = 300;
const SHOWN = 60;
const END_SHOWN = 2;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal obeys them
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** As many digits as a phone with its area code has, or more. */
const LONG_DIGITS = /\d(?:[ ()./-]{0,2}\d){9,}/g;
const CNPJ_SHAPE = /[0-9A-Z]{2}\.?[0-9A-Z]{3}\.?[0-9A-Z]{3}\/?[0-9A-Z]{4}-?\d{2}/gi;

const hideAllButEnd = (text: string): string =>
  text.slice(0, -END_SHOWN).replace(/[\p{L}\p{N}]/gu, "*") + text.slice(-END_SHOWN);
