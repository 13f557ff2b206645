import type { AgreementProposal } from "#core/agreement/agreement.ts";
import type { CivilDate } from "#core/calendar.ts";

/** How many customers of each group a provider of 2,000 has. Smaller ones keep three of each, the walk-through one. */
export const GROUP_SIZES = {
  started: 10,
  confirmed: 8,
  unchanged: 8,
  split: 9,
  broken: 10,
  fulfilled: 14,
  rescinded: 5,
  renegotiatedAgain: 4,
  spcRegistered: 7,
  spcCritique: 4,
  spcRemoved: 5,
  awaitingApproval: 3,
  walkThrough: 1,
} as const;

export type Group = keyof typeof GROUP_SIZES;

/** Run the classifier on `classified` before `started` (the same day). */
export type Started = { readonly classified: CivilDate; readonly started: CivilDate };
export type Confirmed = Started & { readonly confirmed: CivilDate };
export type Agreed = Confirmed & { readonly agreed: CivilDate };
/** One day for each paid instalment, in their order; an unchanged agreement's invoices are all paid on the one day. */
type Paid = { readonly paid: readonly CivilDate[] };
type Registered = { readonly registered: CivilDate };

/** The course of a case: which command of the core is due on which day. Tolerance and due dates are in the proposals. */
export type Course =
  | { readonly group: "walkThrough"; readonly days: Record<never, never> }
  | { readonly group: "started"; readonly days: Started }
  | { readonly group: "confirmed"; readonly days: Confirmed }
  | WithAgreement<"unchanged" | "broken" | "awaitingApproval", Agreed>
  | WithAgreement<"split" | "fulfilled", Agreed & Paid>
  | WithAgreement<"rescinded", Agreed & Paid & { readonly rescinded: CivilDate }>
  | (WithAgreement<"renegotiatedAgain", Agreed & { readonly agreedAgain: CivilDate }> & {
      /** Over the broken invoices of the first agreement. */
      readonly proposalAgain: AgreementProposal;
    })
  | WithAgreement<"spcRegistered", Agreed & Registered>
  | WithAgreement<"spcCritique", Agreed & Registered & Paid>
  | WithAgreement<"spcRemoved", Agreed & Registered & Paid & { readonly removed: CivilDate }>;

/** A customer kept for one course of events, with the open overdue invoices that it is about, oldest first. */
export type PlannedCase = Course & {
  readonly customer: string;
  readonly operator: string;
  readonly invoices: readonly string[];
};

/** One member of the union for each group. */
type WithAgreement<G extends Group, Days> = G extends Group
  ? { readonly group: G; readonly days: Days; readonly proposal: AgreementProposal }
  : never;
