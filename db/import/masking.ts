import { parseTaxId } from "#core/tax-id.ts";

/** What a message may show of a value that came: cut, one line, and never what could be a whole tax id. */
export function masked(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const oneLine = text
    .slice(0, LOOKED_AT)
    .replace(/\s+/g, " ")
    .trim()
    .replace(CONTROL, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const hidden = oneLine
    .replace(TAX_ID_SHAPE, hideAllButEnd)
    .replace(CNPJ_SHAPE, (found) =>
      parseTaxId(found) === undefined ? found : hideAllButEnd(found),
    );
  return hidden.length > SHOWN ? `${hidden.slice(0, SHOWN)}…` : hidden;
}

/** For fields that hold a tax id or a phone: everything but the end is hidden, however short or wrong it is. */
export const maskedWholly = (value: unknown): string => hideAllButEnd(masked(value));

const LOOKED_AT = 200;
const SHOWN = 40;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal obeys them
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** Exactly the 11 digits of a CPF or the 14 of a CNPJ, with or without their marks: an amount or a long id is neither. */
const TAX_ID_SHAPE =
  /(?<!\d)(?:\d{3}[ .]?\d{3}[ .]?\d{3}[ -]?\d{2}|\d{2}[ .]?\d{3}[ .]?\d{3}[ /]?\d{4}[ -]?\d{2})(?!\d)/g;
const CNPJ_SHAPE = /[0-9A-Z]{2}\.?[0-9A-Z]{3}\.?[0-9A-Z]{3}\/?[0-9A-Z]{4}-?\d{2}/gi;

function hideAllButEnd(text: string): string {
  const shown = Math.min(4, Math.floor(text.length / 3));
  const end = text.length - shown;
  return text.slice(0, end).replace(/[\p{L}\p{N}]/gu, "*") + text.slice(end);
}
