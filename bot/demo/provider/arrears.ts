import { firstBusinessDayOnOrAfter, isBusinessDay, isEveOfHoliday } from "#core/business-days.ts";
import { addDays, addMonths, type CivilDate, weekday } from "#core/calendar.ts";
import { packFor } from "#core/law/rule-pack.ts";
import type { NoticeKind } from "#core/law/rules.ts";
import type { Random } from "./random.ts";

/** What a contract owes, and what the provider did about it until today. */
export type Arrears = {
  /** Due dates that nobody paid, oldest first. */
  readonly missed: readonly [CivilDate, ...CivilDate[]];
  readonly notices: readonly { readonly kind: NoticeKind; readonly deliveredAt: CivilDate }[];
  readonly blockedOn: CivilDate | undefined;
  readonly endedOn: CivilDate | undefined;
  /** From that day on invoices are issued again, and paid. Never, when undefined. */
  readonly resumesOn: CivilDate | undefined;
};

/** The contract's monthly due dates, both ends included; `anchor` is any one of them. */
export function dueDates(anchor: CivilDate, from: CivilDate, to: CivilDate): CivilDate[] {
  const dates: CivilDate[] = [];
  for (let month = -MOST_MONTHS; month <= MOST_MONTHS; month += 1) {
    const due = addMonths(anchor, month);
    if (due >= from && due <= to) dates.push(due);
  }
  return dates;
}

/** So many due dates in a row, the last one on or before `latest`. */
export function missedUntil(
  anchor: CivilDate,
  latest: CivilDate,
  count: number,
): readonly [CivilDate, ...CivilDate[]] {
  const [first, ...others] = dueDates(anchor, addMonths(latest, -count - 1), latest).slice(-count);
  return [first ?? latest, ...others];
}

/**
 * What follows unpaid invoices, each step at its legal distance and only if it is past today: debt notice, block, notice of
 * rescission, end of the contract, notice of the bureau. It starts at the newest debt, so that all of them are in the notice.
 */
export function falloutOf(
  missed: Arrears["missed"],
  { today, random }: { today: CivilDate; random: Random },
): Omit<Arrears, "missed" | "resumesOn"> {
  const newest = missed.at(-1) ?? missed[0];
  const noticed = businessDay(firstBusinessDayOnOrAfter(newest), 4);
  const blocked = quietDayOnOrAfter(addDays(noticed, packFor(noticed).rules.block.value.days));
  const ended = businessDay(blocked, packFor(today).rules.rescission.value.days + random.int(1, 6));
  const notices = [
    { kind: "debt", deliveredAt: noticed },
    { kind: "rescission", deliveredAt: businessDay(blocked, 40) },
    { kind: "bureau", deliveredAt: businessDay(ended, 3) },
  ] as const;
  const past = (day: CivilDate): CivilDate | undefined => (day <= today ? day : undefined);
  return {
    notices: notices.filter(({ deliveredAt }) => deliveredAt <= today),
    blockedOn: past(blocked),
    endedOn: past(ended),
  };
}

/** Two years around the anchor hold the history and what is issued ahead. */
const MOST_MONTHS = 24;

const businessDay = (from: CivilDate, days: number): CivilDate =>
  firstBusinessDayOnOrAfter(addDays(from, days));

/** Not before a day without support, whether or not the setting asks for it. */
function quietDayOnOrAfter(day: CivilDate): CivilDate {
  const { weekdays } = packFor(day).rules.noBlockBeforeDayOff.value;
  let quiet = day;
  while (!isBusinessDay(quiet) || isEveOfHoliday(quiet) || weekdays.includes(weekday(quiet))) {
    quiet = addDays(quiet, 1);
  }
  return quiet;
}
