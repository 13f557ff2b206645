import { type CivilDate, parseDate } from "#core/calendar.ts";

/** First and last column, counted from 1, as the banks' manuals count. */
export type Field = readonly [from: number, to: number];
export type DateFormat = "DDMMYY" | "DDMMYYYY" | "YYYYMMDD";

/** Answers of `readNumber` and `readDay` that are no value. A line that ends before a field leaves it blank. */
export const BLANK = -1;
export const DAMAGED = -2;

const CODE_0 = 48;
const CODE_9 = 57;
const SPACE = 32;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;
/** Ctrl-Z, which DOS programs write at the end of a file. */
const END_OF_FILE = 26;

export const text = (line: string, field: Field): string => line.slice(field[0] - 1, field[1]);

/** One slice, where slicing and trimming would make two strings of every field. */
export function trimmed(line: string, field: Field): string {
  let start = field[0] - 1;
  let end = Math.min(field[1], line.length);
  while (start < end && line.charCodeAt(start) <= SPACE) start++;
  while (end > start && line.charCodeAt(end - 1) <= SPACE) end--;
  return line.slice(start, end);
}

/** Whole number of a field of digits; BLANK when all is blank, DAMAGED when it is neither. No allocation: it is hot. */
export function readNumber(line: string, field: Field): number {
  const width = field[1] - field[0] + 1;
  const end = Math.min(field[1], line.length);
  let value = 0;
  let digits = 0;
  for (let index = field[0] - 1; index < end; index++) {
    const code = line.charCodeAt(index);
    if (code >= CODE_0 && code <= CODE_9) {
      value = value * 10 + (code - CODE_0);
      digits++;
    } else if (code !== SPACE) {
      return DAMAGED;
    }
  }
  if (digits === width) return value;
  return digits === 0 ? BLANK : DAMAGED;
}

/** Column of the first character of the field that is no digit, for the refusal that names it. */
export function firstNonDigit(line: string, field: Field): number {
  for (let column = field[0]; column <= field[1]; column++) {
    const code = line.charCodeAt(column - 1);
    if (!(code >= CODE_0 && code <= CODE_9)) return column;
  }
  return field[0];
}

export type DayReader = (
  line: string,
  field: Field,
  format: DateFormat,
) => CivilDate | null | typeof DAMAGED;

/** Days repeat from line to line, so each text is understood once. Null: blank or zeros; DAMAGED: no day of the calendar. */
export function createDayReader(): DayReader {
  const known = new Map<string, CivilDate | null | typeof DAMAGED>();
  return (line, field, format) => {
    const raw = text(line, field);
    const remembered = known.get(raw);
    if (remembered !== undefined) return remembered;
    if (known.size >= 4_000) known.clear();
    const day = parseDay(raw, field, format);
    known.set(raw, day);
    return day;
  };
}

function parseDay(
  raw: string,
  field: Field,
  format: DateFormat,
): CivilDate | null | typeof DAMAGED {
  const number = readNumber(raw, [1, field[1] - field[0] + 1]);
  if (number === BLANK || number === 0) return null;
  if (number === DAMAGED) return DAMAGED;
  return parseDate(toIso(raw, format)) ?? DAMAGED;
}

/** Two-digit years are of this century: no collection file is older. */
function toIso(raw: string, format: DateFormat): string {
  switch (format) {
    case "DDMMYY":
      return `20${raw.slice(4, 6)}-${raw.slice(2, 4)}-${raw.slice(0, 2)}`;
    case "DDMMYYYY":
      return `${raw.slice(4, 8)}-${raw.slice(2, 4)}-${raw.slice(0, 2)}`;
    case "YYYYMMDD":
      return `${raw.slice(0, 4)}-${raw.slice(4, 6)}-${raw.slice(6, 8)}`;
  }
}

/** Without CR, LF and end-of-file marks. Blanks stay: they tell a full line from a trimmed one. */
export function withoutLineEnd(line: string): string {
  let end = line.length;
  while (end > 0) {
    const code = line.charCodeAt(end - 1);
    if (code !== CARRIAGE_RETURN && code !== LINE_FEED && code !== END_OF_FILE) break;
    end--;
  }
  return end === line.length ? line : line.slice(0, end);
}
