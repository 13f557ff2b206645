/** Row: an agreement's number; empty: the one that matters most. */
export const AGREEMENT = "agreement";
export const AGREEMENT_PDF = "agreement-pdf";
