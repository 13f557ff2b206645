import type { LocalHolidays } from "../business-days.ts";
import { type CivilDate, earlierOf } from "../calendar.ts";
import { removalDeadline } from "../law/deadlines.ts";

/** A record in the internal register, and whether its invoice is paid. */
export type RecordStanding = {
  readonly removed: boolean;
  readonly invoicePaid: boolean;
  /** A later record of the same invoice stands for it. */
  readonly superseded: boolean;
};

/** Panel 7. */
export const isLive = (record: RecordStanding): boolean => !record.removed;

/** Panel 8, within panel 7: paid, and should no longer stand. */
export const isCritique = (record: RecordStanding): boolean => isLive(record) && record.invoicePaid;

/** Panel 9. */
export const isRemovedAfterPayment = (record: RecordStanding): boolean =>
  record.removed && record.invoicePaid && !record.superseded;

/** What ends a record's right to stand; days that have not come are null. */
export type RecordEnds = {
  /** Its age: the day on which the debt is five years old. */
  readonly expiresOn: CivilDate;
  readonly settledOn: CivilDate | null;
  /** First instalment of a later agreement that replaced the debt. */
  readonly replacedOn: CivilDate | null;
};

/** The day by which the record must be gone: after the money, or after a first instalment, or by age. */
export const removeBy = (ends: RecordEnds, local: LocalHolidays): CivilDate =>
  [ends.settledOn, ends.replacedOn]
    .flatMap((day) => (day === null ? [] : [removalDeadline(day, local)]))
    .reduce(earlierOf, ends.expiresOn);
