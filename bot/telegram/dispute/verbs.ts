/** Row: an invoice (../debts/invoice-row.ts). */
export const CONTEST = "contest";
/** Row: one of the reasons that are offered. */
export const CONTEST_REASON = "contest-reason";
export const CONTEST_YES = "contest-yes";
