import type { CustomerId } from "../ids.ts";

/** By what a chat showed whose it is: a one-time link, the owner's phone, or a code sent to an address on record. */
export type ProvedBy = "link" | "contact" | "code";

/** A chat that proved to be a customer's. */
export type LinkedChat = {
  readonly chat: number;
  readonly customer: CustomerId;
  readonly linkedAtMs: number;
  readonly by: ProvedBy;
  readonly optedOut: boolean;
  readonly blocked: boolean;
};

/** An older chat may throw out a newer one, never the other way round: whoever stole a link came last. */
export const mayThrowOut = (by: LinkedChat, other: LinkedChat): boolean =>
  by.customer === other.customer &&
  by.chat !== other.chat &&
  (by.linkedAtMs < other.linkedAtMs ||
    (by.linkedAtMs === other.linkedAtMs && by.chat < other.chat));
