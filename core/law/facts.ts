import type { CivilDate } from "../calendar.ts";
import type { NoticeKind } from "./rules.ts";

/** A customer's objection to an amount. */
export type Dispute = {
  readonly openedOn: CivilDate;
  /** When the customer was told, and whether the customer was right. */
  readonly answer: { readonly on: CivilDate; readonly upheld: boolean } | null;
};

/** Proof of delivery is what counts, so that notices merely sent are never in a list of these. */
export type Notice = { readonly kind: NoticeKind; readonly deliveredOn: CivilDate };

export type DebtFacts = {
  readonly dueDate: CivilDate;
  /** Last day to pay in time: the first business day on or after the due date, or an agreement's later tolerance date. */
  readonly lateAfter: CivilDate;
  readonly paid: boolean;
  /** A subscription is; equipment and a loyalty fine are not. */
  readonly arisesFromUse: boolean;
  readonly disputes: readonly Dispute[];
};
