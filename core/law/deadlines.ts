import { addBusinessDays, type LocalHolidays, NO_LOCAL_HOLIDAYS } from "../business-days.ts";
import { addDays, type CivilDate } from "../calendar.ts";
import { yearsAfter } from "./debt.ts";
import { packFor } from "./rule-pack.ts";

/**
 * The last day on which a record may still stand: five business days, of which the first business day after the money
 * is there is the first. (Excluding that day as procedure law does would give one more; this is never a day late.)
 * After an agreement that replaced the debt, the money is its first instalment.
 */
export const removalDeadline = (
  settledOn: CivilDate,
  local: LocalHolidays = NO_LOCAL_HOLIDAYS,
): CivilDate =>
  addBusinessDays(settledOn, packFor(settledOn).rules.removalBusinessDays.value, local);

/** From that day on no record of the debt may stand. */
export const spcExpiresOn = (dueDate: CivilDate, pack = packFor(dueDate)): CivilDate =>
  yearsAfter(dueDate, pack.rules.recordYears.value);

/** Debts of less than five years. */
export const mayBeCollected = (
  dueDate: CivilDate,
  today: CivilDate,
  pack = packFor(today),
): boolean => today < yearsAfter(dueDate, pack.rules.collectionYears.value);

/** The last day on which a connection may still be blocked once it is known that all, or a first instalment, was paid. */
export const unblockBy = (knownPaidOn: CivilDate): CivilDate =>
  addDays(knownPaidOn, packFor(knownPaidOn).rules.reconnectionDays.value);

/** The last day to answer a dispute: after it the amount is cancelled. */
export const disputeAnswerBy = (openedOn: CivilDate): CivilDate =>
  addDays(openedOn, packFor(openedOn).rules.dispute.value.answerDays);

/** A charge can be disputed until the day before this one. */
export const disputableUntil = (dueDate: CivilDate, today: CivilDate): CivilDate =>
  yearsAfter(dueDate, packFor(today).rules.dispute.value.openYears);
