/** What people may write and send; lengths in characters as people count them. */
export const MAX_NAME = 150;
export const MAX_SUBJECT = 200;
export const MAX_BODY = 10_000;
export const MAX_NOTE = 1_000;

export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;
export const MAX_RECIPIENTS = 20;
/** A longer text is no text message any more: some networks deliver no more than this in one piece. */
export const MAX_SMS_SEGMENTS = 10;

/** A customer who is not to be blocked for longer has another problem than a late payment. */
export const MAX_EXCEPTION_DAYS = 90;
/** Whoever keeps a customer from others for longer has forgotten it. */
export const MAX_LOCK_MINUTES = 120;
/** A form of all steps with 60 instalments stays far below. */
export const MAX_DRAFT_CHARACTERS = 200_000;
