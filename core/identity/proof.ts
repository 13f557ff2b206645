import type { CustomerId } from "../ids.ts";
import { parsePhone } from "../phone.ts";

/** Somebody who has the tax id that was typed, and how they can be reached. */
export type Claimed = {
  readonly customer: CustomerId;
  readonly mobile: string | null;
  readonly email: string | null;
};

/** Of those with the tax id, whose phone it is; numbers may lack the ninth digit on either side. */
export function ownerOfPhone(claimed: readonly Claimed[], shared: string): CustomerId | undefined {
  const phone = parsePhone(shared.startsWith("+") ? shared : `+${shared}`);
  if (phone === undefined) return undefined;
  return claimed.find(({ mobile }) => mobile !== null && parsePhone(mobile) === phone)?.customer;
}

/** Where a code for one of them can go. */
export const reachedBy = (
  claimed: readonly Claimed[],
  channel: "email" | "sms",
): Claimed | undefined =>
  claimed.find(({ email, mobile }) => (channel === "email" ? email : mobile) !== null);
