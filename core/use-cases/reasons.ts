import type { Refusal } from "../refusals.ts";

const MAX_REASON = 500;

/** A reason that a person gives: not empty, and short enough to be read. */
export function checkReason(reason: string): Refusal | undefined {
  return reason.trim() === "" ? { code: "reason_empty" } : checkReasonLength(reason);
}

/** For a reason that may be left out. */
export const checkReasonLength = (reason: string): Refusal | undefined =>
  reason.length > MAX_REASON
    ? { code: "reason_too_long", length: reason.length, max: MAX_REASON }
    : undefined;
