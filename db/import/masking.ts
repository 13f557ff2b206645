/** What a message may show of a value that came: cut, one line, and never a whole tax id or phone. */
export function masked(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const oneLine = text.slice(0, LOOKED_AT).replace(/\s+/g, " ").trim();
  const hidden = oneLine.replace(LONG_DIGITS, hideAllButEnd);
  return hidden.length > SHOWN ? `${hidden.slice(0, SHOWN)}…` : hidden;
}

/** For fields that hold a tax id or a phone: everything but the end is hidden, however short or wrong it is. */
export const maskedWholly = (value: unknown): string => hideAllButEnd(masked(value));

const LOOKED_AT = 200;
const SHOWN = 40;
/** As many digits as a phone with its area code has, or more. */
const LONG_DIGITS = /\d(?:[\s()./-]{0,2}\d){9,}/g;

function hideAllButEnd(text: string): string {
  const shown = Math.min(4, Math.floor(text.length / 3));
  const end = text.length - shown;
  return text.slice(0, end).replace(/[\p{L}\p{N}]/gu, "*") + text.slice(end);
}
