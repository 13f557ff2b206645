/** What is asked of somebody who has not proved who they are. */
export const TAX_ID = "identity-tax-id";
export const PROOF = "identity-proof";
export const CODE = "identity-code";
/** Begins again. */
export const AGAIN = "identify";
export const NOT_ME_SURE = "not-me-sure";
/** Under the note that another chat came in; the row is that chat. */
export const NOT_MINE = "not-mine";
