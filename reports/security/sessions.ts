import type { OperatorId } from "#core/ids.ts";
import { isSigned, parseExpiry, secondsOf, signatureOf } from "./signatures.ts";

export type SessionOptions = {
  readonly secret: Uint8Array;
  readonly publicUrl: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** A working day. What the operator may do is asked for again at each request. */
export const SESSION_SECONDS = 8 * 3_600;

export type Sessions = {
  /** The value of Set-Cookie that begins one. */
  readonly begin: (operator: OperatorId) => string;
  /** The value of Set-Cookie that ends it in this browser. */
  readonly end: () => string;
  /** Whose it is, from the Cookie header; undefined when there is none that is good. */
  readonly operatorOf: (cookies: string | undefined) => OperatorId | undefined;
};

/**
 * The cookie holds the operator and an end, signed: nothing is kept here. No script reads it, no other site's page sends it, and
 * behind https it never leaves by http.
 */
export function createSessions({ secret, publicUrl, now }: SessionOptions): Sessions {
  const isSecure = publicUrl.startsWith("https:");
  // The prefix makes the browser refuse one that another host or a plain page has set.
  const name = isSecure ? "__Host-acordo" : "acordo";
  const lasting = (seconds: number) =>
    `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${isSecure ? "; Secure" : ""}`;
  const claimOf = (subject: string, expires: number) =>
    ({ kind: "session", subject, scope: "", expires }) as const;
  return {
    begin(operator) {
      const expires = secondsOf(now()) + SESSION_SECONDS;
      const signature = signatureOf(secret, claimOf(operator, expires));
      const subject = Buffer.from(operator).toString("base64url");
      return `${name}=${subject}.${expires}.${signature}; ${lasting(SESSION_SECONDS)}`;
    },
    end: () => `${name}=; ${lasting(0)}`,
    operatorOf(cookies) {
      const [encoded = "", until = "", signature = ""] = cookieOf(cookies, name).split(".");
      const expires = parseExpiry(until);
      if (expires === undefined || secondsOf(now()) >= expires) return undefined;
      const operator = Buffer.from(encoded, "base64url").toString();
      return isSigned(secret, claimOf(operator, expires), signature)
        ? (operator as OperatorId)
        : undefined;
    },
  };
}

function cookieOf(cookies: string | undefined, name: string): string {
  const found = cookies
    ?.split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1) ?? "";
}
