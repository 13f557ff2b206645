export const OFFERS = "offers";
/** Rows: an offer. */
export const OFFER = "offer";
export const TAKE = "take";
/** The customer's own proposal: how many, how much of it first, from which day. */
export const OWN = "own";
export const OWN_COUNT = "own-count";
export const OWN_ENTRY = "own-entry";
export const OWN_DAY = "own-day";
/** A person finds a way. Row: why. */
export const HAND = "hand";
