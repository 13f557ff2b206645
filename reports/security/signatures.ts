import { createHmac, timingSafeEqual } from "node:crypto";

/** What a signature is good for: one kind of thing, one thing of it, and what it is narrowed to. */
export type Claim = {
  readonly kind: "chart" | "dashboard" | "invoice" | "agreement" | "session";
  readonly subject: string;
  /** What else the address says; "" for nothing. */
  readonly scope: string;
  /** Seconds since 1970 from which on it is good no more. */
  readonly expires: number;
};

/** HMAC-SHA256 as base64url, 43 characters. JSON keeps the parts apart whatever they contain. */
export const signatureOf = (secret: Uint8Array, claim: Claim): string =>
  macOf(secret, claim).toString("base64url");

/** Takes as long for a wrong signature as for a right one. */
export function isSigned(secret: Uint8Array, claim: Claim, signature: string): boolean {
  const given = Buffer.from(signature, "base64url");
  const expected = macOf(secret, claim);
  // Other spellings of the same bytes are no signature of ours.
  return (
    given.length === expected.length &&
    timingSafeEqual(given, expected) &&
    given.toString("base64url") === signature
  );
}

const macOf = (secret: Uint8Array, { kind, subject, scope, expires }: Claim): Buffer =>
  createHmac("sha256", secret)
    .update(JSON.stringify(["acordo 1", kind, subject, scope, expires]))
    .digest();

/** Whole seconds, ten digits: until the year 2286. */
export const parseExpiry = (text: string): number | undefined =>
  /^[1-9]\d{9}$/.test(text) ? Number(text) : undefined;

export const secondsOf = (milliseconds: number): number => Math.floor(milliseconds / 1_000);
