import { type CivilDate, daysBetween } from "../calendar.ts";
import type { InvoiceState } from "../collection/invoice.ts";
import { mayBeCollected } from "../law/deadlines.ts";

export type Candidate = {
  readonly state: InvoiceState;
  readonly dueDate: CivilDate;
  /** Of the contract's ladder; undefined without a ladder, or without the step. */
  readonly forwardDay: number | undefined;
  readonly disputed: boolean;
};

/** Does the invoice belong to the first panel? The rule; the classifier's SQL says the same for many at once. */
export const qualifiesForCollection = (
  { state, dueDate, forwardDay, disputed }: Candidate,
  today: CivilDate,
): boolean =>
  state === "open" &&
  forwardDay !== undefined &&
  daysBetween(dueDate, today) >= forwardDay &&
  !disputed &&
  mayBeCollected(dueDate, today);
