import { isBusinessDay, type LocalHolidays } from "../business-days.ts";
import { addDays, type CivilDate } from "../calendar.ts";
import type { Settings } from "../settings.ts";

/** The days that a digest tells of, both ends included; the last one is the day before the digest. */
export type DigestPeriod = { readonly from: CivilDate; readonly to: CivilDate };

/** When the provider is told of its day, and which local holidays it keeps. */
export type DigestCalendar = {
  /** Weekends and holidays too. */
  readonly everyDay: boolean;
  readonly holidays: LocalHolidays;
};

export const digestCalendar = (settings: Settings): DigestCalendar => ({
  everyDay: settings["digest.onNonBusinessDays"],
  holidays: new Set(settings["calendar.extraHolidays"]),
});

export const isDigestDay = (day: CivilDate, { everyDay, holidays }: DigestCalendar): boolean =>
  everyDay || isBusinessDay(day, holidays);

/**
 * All days since the digest before, so that a weekend is not lost: on a Monday from Friday to Sunday. A digest asked for by
 * hand on a day that has none tells of the same days as the next one would so far.
 */
export function digestPeriod(day: CivilDate, calendar: DigestCalendar): DigestPeriod {
  const to = addDays(day, -1);
  let from = to;
  while (!isDigestDay(from, calendar)) from = addDays(from, -1);
  return { from, to };
}

/** The same days, so many days earlier. */
export const earlierPeriod = ({ from, to }: DigestPeriod, days: number): DigestPeriod => ({
  from: addDays(from, -days),
  to: addDays(to, -days),
});

export const isOneDay = ({ from, to }: DigestPeriod): boolean => from === to;
