/** What a person typed, as it is kept: a database keeps neither NUL nor half a character, and no reader wants the rest. */
export const manyLines = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, "\n").replace(CONTROL_BUT_LINES, "").trim();

/** The same on one line: names and subjects, where a line break could become a header of its own. */
export const oneLine = (text: string): string =>
  text.toWellFormed().replace(CONTROL_OR_SPACE, " ").trim();

/** Nothing written is nothing, not an empty text. */
export const orNull = (text: string | null | undefined, clean = oneLine): string | null =>
  clean(text ?? "") || null;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it takes away
const CONTROL_BUT_LINES = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it takes away
const CONTROL_OR_SPACE = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
