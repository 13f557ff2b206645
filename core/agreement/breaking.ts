import { type CivilDate, laterOf } from "../calendar.ts";

/** The calendar of bank days, passed in so that these rules hold for any list of holidays. */
export type FirstBusinessDayOnOrAfter = (day: CivilDate) => CivilDate;

/** The last day on which the promise of an invoice can still be kept; from the day after it is broken. */
export const breaksAfter = (
  toleranceDate: CivilDate,
  dueDate: CivilDate,
  firstBusinessDayOnOrAfter: FirstBusinessDayOnOrAfter,
): CivilDate => laterOf(toleranceDate, firstBusinessDayOnOrAfter(dueDate));

export type Awaited = { readonly paid: boolean; readonly breaksAfter: CivilDate };

/** `broken` is no stage: it is answered from the invoice and the day, so nothing has to run at midnight. */
export const isBroken = (invoice: Awaited, today: CivilDate): boolean =>
  !invoice.paid && today > invoice.breaksAfter;

/** Who cannot pay on a Sunday is not late on Monday, although days overdue count from the due date. */
export const isLate = (
  dueDate: CivilDate,
  today: CivilDate,
  firstBusinessDayOnOrAfter: FirstBusinessDayOnOrAfter,
): boolean => today > firstBusinessDayOnOrAfter(dueDate);
