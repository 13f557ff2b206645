/** Markup that is safe to stand in a page. Only `html` makes it: text becomes one by being escaped. */
export type Html = { readonly markup: string };

type Inserted = Html | string | number | null | readonly Html[];

/** `<p>${text}</p>`: what is put in is text, in elements and in quoted attributes alike, unless it is Html itself. */
export function html(parts: TemplateStringsArray, ...inserted: readonly Inserted[]): Html {
  let markup = parts[0] ?? "";
  for (const [index, value] of inserted.entries()) {
    markup += markupOf(value) + (parts[index + 1] ?? "");
  }
  return { markup };
}

/** For markup of our own making: a style sheet, a drawing. Never for anything that a person typed. */
export const trusted = (markup: string): Html => ({ markup });

/** What a person typed, set apart: a name written from right to left, or with a mark that turns the order round, moves nothing beside it. */
export const typed = (text: string): Html =>
  RUNS_FORWARD.test(text) ? html`${text}` : html`<bdi>${text}</bdi>`;

/** Latin letters, punctuation and currencies: of them each element fewer is time saved. */
const RUNS_FORWARD = /^[\u0020-\u024f\u1e00-\u1eff\u2010-\u2027\u20a0-\u20bf]*$/;

function markupOf(value: Inserted): string {
  if (value === null) return "";
  if (typeof value === "object") {
    return "markup" in value ? value.markup : value.map(({ markup }) => markup).join("");
  }
  return escapeText(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: a page may not hold them
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** Half a pair of UTF-16 cannot travel to the browser. */
const escapeText = (text: string): string =>
  text
    .toWellFormed()
    .replace(CONTROL, "")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
