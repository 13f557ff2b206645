import type { Links } from "#core/links.ts";
import {
  type Claim,
  isSigned,
  parseExpiry,
  secondsOf,
  signatureOf,
} from "./security/signatures.ts";

export type LinkOptions = {
  /** 32 random bytes that all processes share. */
  readonly secret: Uint8Array;
  /** The address under which people reach the server; one that takes any free port knows it only once it listens. */
  readonly publicUrl: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** A bill has to open until it is paid; what lets somebody in has to be used at once. */
export const LINK_SECONDS: Readonly<Record<LinkKind, number>> = {
  invoice: 45 * DAY,
  agreement: 45 * DAY,
  chart: 7 * DAY,
  dashboard: HOUR / 4,
};

export type LinkKind = Exclude<Claim["kind"], "session">;

/** Addresses of single documents, signed and with an end. */
export function createLinks({ secret, publicUrl, now }: LinkOptions): Links {
  function link(kind: LinkKind, subject: string, { path, options = {} }: Address): string {
    const expires = secondsOf(now()) + LINK_SECONDS[kind];
    const scope = scopeOf(options);
    const signature = signatureOf(secret, { kind, subject, scope, expires });
    const query = new URLSearchParams({ ...options, expires: `${expires}`, signature });
    return `${publicUrl().replace(/\/+$/, "")}${path}?${query}`;
  }

  return {
    invoice: (id) => link("invoice", id, { path: `/invoices/${encodeURIComponent(id)}.pdf` }),
    agreement: (number) =>
      link("agreement", `${number}`, { path: `/agreements/${encodeURIComponent(number)}.pdf` }),
    chart: (name, format, options) => {
      const subject = `${name}.${format}`;
      return link("chart", subject, { path: `/charts/${encodeURIComponent(subject)}`, options });
    },
    dashboard: (operator) =>
      link("dashboard", operator, { path: `/dashboard/open/${encodeURIComponent(operator)}` }),
  };
}

type Address = {
  readonly path: string;
  readonly options?: Readonly<Record<string, string>> | undefined;
};

/** What a request's address claims to open. */
export type Asked = {
  readonly kind: LinkKind;
  readonly subject: string;
  /** As it was parsed: a parameter that came twice is a list. */
  readonly query: Readonly<Record<string, unknown>>;
};

/** Whether an address is one of ours, for this document, unchanged and in time. Nobody is told which of it is not so. */
export function isGoodLink(
  { secret, now }: Pick<LinkOptions, "secret" | "now">,
  { kind, subject, query }: Asked,
): boolean {
  const { expires: until, signature, ...options } = query;
  if (typeof until !== "string" || typeof signature !== "string") return false;
  const expires = parseExpiry(until);
  if (expires === undefined || !Object.values(options).every(isText)) return false;
  const scope = scopeOf(options as Record<string, string>);
  const signed = isSigned(secret, { kind, subject, scope, expires }, signature);
  return signed && secondsOf(now()) < expires;
}

const isText = (value: unknown): value is string => typeof value === "string";

/** The other parameters in one order, so that none can be added, changed or taken away. */
const scopeOf = (options: Readonly<Record<string, string>>): string => {
  const entries = Object.entries(options).sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.length === 0 ? "" : JSON.stringify(entries);
};
