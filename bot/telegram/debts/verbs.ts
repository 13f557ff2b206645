/** Row: the page, from 0. */
export const DEBTS = "debts";
/** Row: an invoice (./invoice-row.ts). */
export const WHY = "why";
