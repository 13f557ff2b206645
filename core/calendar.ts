import assert from "node:assert/strict";

/** A day on the calendar, "2026-11-24". As text it compares and sorts like the day it names. */
export type CivilDate = string & { readonly kind: "civil date" };

const MS_PER_DAY = 86_400_000;
const toUtc = (day: CivilDate): number => Date.parse(`${day}T00:00:00Z`);
const fromUtc = (ms: number): CivilDate => new Date(ms).toISOString().slice(0, 10) as CivilDate;

/** Undefined unless the text is YYYY-MM-DD and the day exists, so 31 February is refused. Years 1900 to 2199. */
export function parseDate(text: string): CivilDate | undefined {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || fromUtc(ms) !== text ? undefined : (text as CivilDate);
}

/** For literals in code and tests; input of people goes through `parseDate`. */
export function date(text: string): CivilDate {
  const parsed = parseDate(text);
  assert(parsed !== undefined, `not a day of the calendar: ${text}`);
  return parsed;
}

export const addDays = (day: CivilDate, days: number): CivilDate =>
  fromUtc(toUtc(day) + days * MS_PER_DAY);

/** `daysBetween("2026-11-01", "2026-11-11")` is 10; negative when `to` comes first. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  (toUtc(to) - toUtc(from)) / MS_PER_DAY;

/** The same day of the month so many months later, or that month's last day where it is missing. */
export function addMonths(day: CivilDate, months: number): CivilDate {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(
    Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0),
  ).getUTCDate();
  return fromUtc(first.getTime() + (Math.min(dayOfMonth, lastDay) - 1) * MS_PER_DAY);
}

export const laterOf = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);
export const earlierOf = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (day: CivilDate): number => new Date(toUtc(day)).getUTCDay();
