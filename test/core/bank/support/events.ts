import fc from "fast-check";
import type { Event } from "#test/core/bank/support/cnab-writer.ts";

export const anEvent = (changes: Partial<Event> & { number: string }): Event => ({
  code: "06",
  document: "FAT-1042",
  titleCents: 12_990,
  paidCents: 12_990,
  feeCents: 0,
  interestCents: 0,
  discountCents: 0,
  abatementCents: 0,
  due: "2026-11-10",
  occurred: "2026-11-12",
  credited: "2026-11-13",
  ...changes,
});

const anIsoDay = fc
  .date({ min: new Date("2001-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));

export const digits = (width: number): fc.Arbitrary<string> =>
  fc.bigInt({ min: 1n, max: 10n ** BigInt(width) - 1n }).map((n) => String(n).padStart(width, "0"));

export const anyEvent = (width: number, codes: readonly string[]): fc.Arbitrary<Event> =>
  fc.record({
    code: fc.constantFrom(...codes),
    number: digits(width),
    document: fc.integer({ min: 0, max: 999_999 }).map(String),
    titleCents: fc.nat({ max: 99_999_999 }),
    paidCents: fc.nat({ max: 99_999_999 }),
    feeCents: fc.nat({ max: 99_999 }),
    interestCents: fc.nat({ max: 999_999 }),
    discountCents: fc.nat({ max: 999_999 }),
    abatementCents: fc.nat({ max: 999_999 }),
    due: anIsoDay,
    occurred: anIsoDay,
    credited: fc.option(anIsoDay, { nil: null }),
  });
