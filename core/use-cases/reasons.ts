import type { Refusal } from "../refusals.ts";

export const MAX_REASON = 500;

/** A reason that a person gives: not empty, and short enough to be read. */
export function checkReason(reason: string): Refusal | undefined {
  if (reason.trim() === "") return { code: "reason_empty" };
  return reason.length > MAX_REASON
    ? { code: "reason_too_long", length: reason.length, max: MAX_REASON }
    : undefined;
}
