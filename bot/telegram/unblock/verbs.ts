export const UNBLOCK = "unblock";
/** Row: the promised day. */
export const UNBLOCK_ON = "unblock-on";
export const UNBLOCK_YES = "unblock-yes";
