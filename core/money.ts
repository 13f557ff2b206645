import assert from "node:assert/strict";

/** Whole centavos of a real. Never a float, never reais: the name of every field ends in `Cents`. */
export type Cents = number & { readonly unit: "cents" };

/** Percent in ten-thousandths of one percent: 3.5 % is 35_000. Exact for the four decimals people may type. */
export type Percent = number & { readonly unit: "ten-thousandths of a percent" };

/** R$ 10 trillion: above any debt, and a hundred such amounts still add up exactly in a double. */
export const MAX_CENTS = 1_000_000_000_000_000 as Cents;
const PERCENT_SCALE = 10_000;

export function cents(amount: number): Cents {
  assert(Number.isSafeInteger(amount), `not a whole number of cents: ${amount}`);
  return amount as Cents;
}

export const ZERO = cents(0);

export const sumCents = (amounts: Iterable<Cents>): Cents => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
};

/** Reads "129.90", "5" or "0.5": no sign, at most two decimals. Undefined when it is anything else or too large. */
export function parseAmount(text: string): Cents | undefined {
  const match = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text);
  if (match === null) return undefined;
  const value = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return value <= MAX_CENTS ? cents(value) : undefined;
}

/** "129.90": the form of money in JSON, CSV and on the command line. */
export function formatAmount(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Reads "3.5" or "0.0333": no sign, at most four decimals, at most 100. Undefined when it is anything else. */
export function parsePercent(text: string): Percent | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(text);
  if (match === null) return undefined;
  const value = Number(match[1]) * PERCENT_SCALE + Number((match[2] ?? "").padEnd(4, "0"));
  return value <= 100 * PERCENT_SCALE ? (value as Percent) : undefined;
}

export function formatPercent(rate: Percent): string {
  const whole = Math.trunc(rate / PERCENT_SCALE);
  const decimals = String(rate % PERCENT_SCALE).padStart(4, "0");
  return `${whole}.${decimals}`.replace(/\.?0+$/, "");
}

/** Percent of a whole number, for rules that count in whole percents: `percent(2)` is 2 %. */
export function percent(value: number): Percent {
  const scaled = Math.round(value * PERCENT_SCALE);
  assert(Math.abs(scaled - value * PERCENT_SCALE) < 1e-6, `more than four decimals: ${value}`);
  return scaled as Percent;
}

/** Percent of an amount, exact, rounded once, half away from zero. */
export function percentOf(rate: Percent, amount: Cents): Cents {
  const scale = BigInt(PERCENT_SCALE) * 100n;
  const product = BigInt(rate) * BigInt(amount);
  const half = product < 0n ? -scale / 2n : scale / 2n;
  return cents(Number((product + half) / scale));
}

/** Splits without losing a centavo: parts differ by one cent at the most, the larger ones first. */
export function splitEvenly(total: Cents, parts: number): Cents[] {
  assert(Number.isSafeInteger(parts) && parts > 0, `not a number of parts: ${parts}`);
  const floor = Math.floor(total / parts);
  const remainder = total - floor * parts;
  return Array.from({ length: parts }, (_, i) => cents(floor + (i < remainder ? 1 : 0)));
}
