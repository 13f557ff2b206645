import assert from "node:assert/strict";
import { addDays, type CivilDate, date, weekday } from "./calendar.ts";

/** Holidays of a city or state, known to the provider, on top of the national ones. */
export type LocalHolidays = ReadonlySet<CivilDate>;

export const NO_LOCAL_HOLIDAYS: LocalHolidays = new Set();

/**
 * Days on which no bank of the country works (Resolução CMN 4.880/2020): the national holidays, and those that move with
 * Easter. A holiday on a weekend is not moved.
 */
export function bankHolidays(year: number): ReadonlySet<CivilDate> {
  const known = holidaysByYear.get(year);
  if (known !== undefined) return known;
  const holidays = new Set([...fixedHolidays(year), ...movingHolidays(year)]);
  holidaysByYear.set(year, holidays);
  return holidays;
}

export const isHoliday = (day: CivilDate, local: LocalHolidays = NO_LOCAL_HOLIDAYS): boolean =>
  bankHolidays(Number(day.slice(0, 4))).has(day) || local.has(day);

export const isEveOfHoliday = (day: CivilDate, local: LocalHolidays = NO_LOCAL_HOLIDAYS): boolean =>
  isHoliday(addDays(day, 1), local);

export const isBusinessDay = (day: CivilDate, local: LocalHolidays = NO_LOCAL_HOLIDAYS): boolean =>
  !isWeekend(day) && !isHoliday(day, local);

/** The last day on which a debt due that day is paid in time. */
export function firstBusinessDayOnOrAfter(
  day: CivilDate,
  local: LocalHolidays = NO_LOCAL_HOLIDAYS,
): CivilDate {
  let candidate = day;
  while (!isBusinessDay(candidate, local)) candidate = addDays(candidate, 1);
  return candidate;
}

/** Strictly after. */
export const nextBusinessDay = (
  day: CivilDate,
  local: LocalHolidays = NO_LOCAL_HOLIDAYS,
): CivilDate => firstBusinessDayOnOrAfter(addDays(day, 1), local);

/** The n-th business day strictly after the day; with 0 the day itself, whatever it is. */
export function addBusinessDays(
  day: CivilDate,
  count: number,
  local: LocalHolidays = NO_LOCAL_HOLIDAYS,
): CivilDate {
  assert(Number.isSafeInteger(count) && count >= 0, `not a number of business days: ${count}`);
  let reached = day;
  for (let i = 0; i < count; i += 1) reached = nextBusinessDay(reached, local);
  return reached;
}

const holidaysByYear = new Map<number, ReadonlySet<CivilDate>>();

const FIXED = ["01-01", "04-21", "05-01", "09-07", "10-12", "11-02", "11-15", "12-25"];
/** Dia da Consciência Negra: national since Lei 14.759/2023. */
const BLACK_AWARENESS = { day: "11-20", firstYear: 2024 };
/** Days from Easter: carnival Monday and Tuesday, Good Friday, Corpus Christi. */
const FROM_EASTER = [-48, -47, -2, 60];

function fixedHolidays(year: number): CivilDate[] {
  const days = year >= BLACK_AWARENESS.firstYear ? [...FIXED, BLACK_AWARENESS.day] : FIXED;
  return days.map((day) => date(`${year}-${day}`));
}

function movingHolidays(year: number): CivilDate[] {
  const sunday = easter(year);
  return FROM_EASTER.map((days) => addDays(sunday, days));
}

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8). */
function easter(year: number): CivilDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return date(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}

function isWeekend(day: CivilDate): boolean {
  const number = weekday(day);
  return number === 0 || number === 6;
}
