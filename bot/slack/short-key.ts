import { createHash } from "node:crypto";

/** A name that is too long for an option's value, in so many characters that two are never mistaken. */
export const shortKey = (name: string): string =>
  createHash("sha256").update(name).digest("base64url").slice(0, 22);
