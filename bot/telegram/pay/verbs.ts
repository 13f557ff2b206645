/** Row: the page, from 0. */
export const PAY = "pay";
/** Rows of these: an invoice (../debts/invoice-row.ts). */
export const PAY_ONE = "pay-one";
export const PIX = "pix";
export const BOLETO = "boleto";
