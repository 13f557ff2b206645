/** A code is read from another screen and typed: short, and worth little to guess. */
export const CODE_DIGITS = 6;
export const CODE_MINUTES = 10;
export const CODE_TRIES = 5;
/** To one customer. */
export const CODES_A_DAY = 5;
