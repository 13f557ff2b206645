/** Nothing that a person typed is markup. */
export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const bold = (text: string): string => `<b>${escapeHtml(text)}</b>`;

/** A press on it copies it. */
export const code = (text: string): string => `<code>${escapeHtml(text)}</code>`;

/** Of a text without markup: at a word, with an ellipsis. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const whole = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "");
  const atWord = whole.replace(/\s+\S*$/, "");
  return `${atWord.length > most / 2 ? atWord : whole}…`;
}
