import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReturnTitle } from "#core/bank/return/title.ts";
import {
  BANKS_240,
  BANKS_400,
  bankCode,
  cnab240,
  cnab400,
  numberWidth240,
  numberWidth400,
  PLACES_240,
  PLACES_400,
} from "#test/core/bank/support/cnab-writer.ts";
import { anyEvent } from "#test/core/bank/support/events.ts";
import {
  ALL_CODES,
  CODES_240,
  CODES_400,
  kindOf,
} from "#test/core/bank/support/occurrence-codes.ts";
import { readReturn } from "#test/core/bank/support/read-return.ts";

const CASES = Number(process.env.ACORDO_FUZZ_CASES ?? 5_000);
const PAYING = new Set(["settled", "partial", "reversed"]);

type Case = {
  readonly lines: string[];
  /** Whether the line, by a second and slower reading of the manual, is whole enough to pay a title. */
  readonly whole: (title: ReturnTitle, lines: readonly string[]) => boolean;
};

const isNumber = (line: string, from: number, to: number): boolean => {
  const field = line.slice(from - 1, to);
  return field.length === to - from + 1 && /^\d+$/.test(field);
};

const LINE_ENDS = new Set(["\r", "\n", "\x1a"]);

const withoutEnd = (line: string): string =>
  LINE_ENDS.has(line.at(-1) ?? "") ? withoutEnd(line.slice(0, -1)) : line;

const some400 = fc.constantFrom(...BANKS_400).chain((bank) =>
  fc.array(anyEvent(numberWidth400(bank), ALL_CODES), { minLength: 1, maxLength: 5 }).map(
    (events): Case => ({
      lines: cnab400(bank, "2026-11-13", events),
      whole: (title, lines) => {
        const line = withoutEnd(lines[title.line - 1] ?? "");
        const { number, width } = PLACES_400[bank];
        const type = bank.startsWith("001") ? /^[17]/ : /^1/;
        // A damaged header may name another bank: its own columns are checked in the tests of refusals.
        if (title.bank !== bankCode(bank)) return true;
        const columns = title.bank === "001" && line[0] === "7" ? [64, 17] : [63, 11];
        const [at = 0, long = 0] = title.bank === "001" ? columns : [number, width];
        return (
          type.test(line) &&
          line.length >= 400 &&
          line.slice(400).trim() === "" &&
          isNumber(line, 109, 110) &&
          isNumber(line, 153, 165) &&
          isNumber(line, 254, 266) &&
          isNumber(line, 395, 400) &&
          /^\d*$/.test(line.slice(at - 1, at - 1 + long).trim()) &&
          PAYING.has(kindOf(CODES_400[bank], line.slice(108, 110))) &&
          title.paidAmount === Number(line.slice(253, 266))
        );
      },
    }),
  ),
);

const some240 = fc.constantFrom(...BANKS_240).chain((bank) =>
  fc.array(anyEvent(numberWidth240(bank), ALL_CODES), { minLength: 1, maxLength: 5 }).map(
    (events): Case => ({
      lines: cnab240(bank, "2026-11-13", events),
      whole: (title, lines) => {
        const t = withoutEnd(lines[title.line - 1] ?? "");
        const after = lines.slice(title.line).map(withoutEnd);
        const u = after.find((line) => line.startsWith(bank) && line[13] === "U") ?? "";
        const { left } = PLACES_240[bank];
        return (
          t.startsWith(bank) &&
          t[7] === "3" &&
          u[7] === "3" &&
          t[13] === "T" &&
          isNumber(t, 16, 17) &&
          isNumber(t, 82 - left, 96 - left) &&
          isNumber(u, 78, 92) &&
          u.length >= 145 &&
          t.slice(3, 7) === u.slice(3, 7) &&
          t.slice(15, 17) === u.slice(15, 17) &&
          PAYING.has(kindOf(CODES_240[bank], t.slice(15, 17))) &&
          title.paidAmount === Number(u.slice(77, 92))
        );
      },
    }),
  ),
);

const someDamage = fc.oneof(
  fc.record({
    what: fc.constant("character" as const),
    line: fc.nat(),
    column: fc.nat(),
    to: fc.integer({ min: 0, max: 255 }),
  }),
  fc.record({
    what: fc.constant("digit" as const),
    line: fc.nat(),
    column: fc.nat(),
    to: fc.nat(9),
  }),
  fc.record({ what: fc.constant("cut" as const), line: fc.nat(), column: fc.nat() }),
  fc.record({ what: fc.constant("lose" as const), line: fc.nat(), column: fc.nat() }),
  fc.record({ what: fc.constant("gain" as const), line: fc.nat(), column: fc.nat() }),
  fc.record({ what: fc.constant("drop" as const), line: fc.nat() }),
  fc.record({ what: fc.constant("repeat" as const), line: fc.nat() }),
  fc.record({ what: fc.constant("swap" as const), line: fc.nat() }),
  fc.record({ what: fc.constant("stop" as const), line: fc.nat(), column: fc.nat() }),
  fc.record({ what: fc.constant("trim" as const) }),
);
type Damage = typeof someDamage extends fc.Arbitrary<infer Value> ? Value : never;

function damaged(lines: readonly string[], damage: Damage): string[] {
  if (damage.what === "trim") return lines.map((line) => line.trimEnd());
  const index = damage.line % Math.max(1, lines.length);
  const line = lines[index] ?? "";
  const at = "column" in damage ? damage.column % (line.length + 1) : 0;
  const put = (text: string) => lines.map((old, i) => (i === index ? text : old));
  switch (damage.what) {
    case "character":
      return put(line.slice(0, at) + String.fromCharCode(damage.to) + line.slice(at + 1));
    case "digit":
      return put(line.slice(0, at) + String(damage.to) + line.slice(at + 1));
    case "cut":
      return put(line.slice(0, at));
    case "lose":
      return put(line.slice(0, at) + line.slice(at + 1));
    case "gain":
      return put(`${line.slice(0, at)}0${line.slice(at)}`);
    case "drop":
      return lines.filter((_, i) => i !== index);
    case "repeat":
      return lines.flatMap((old, i) => (i === index ? [old, old] : [old]));
    case "swap":
      return [...lines.slice(0, index), ...lines.slice(index).reverse()];
    case "stop":
      return [...lines.slice(0, index), line.slice(0, at)];
  }
}

test("no damage to a file crashes the reader or pays a title from a damaged line", () => {
  fc.assert(
    fc.property(
      fc.oneof(some400, some240),
      fc.array(someDamage, { minLength: 1, maxLength: 3 }),
      ({ lines, whole }, damages) => {
        const wreck = damages.reduce<string[]>(damaged, lines);
        const { titles } = readReturn(wreck);
        for (const title of titles.filter(({ kind }) => PAYING.has(kind))) {
          expect(whole(title, wreck), wreck[title.line - 1]).toBe(true);
        }
      },
    ),
    { numRuns: CASES },
  );
});

test("one character lost or gained never changes what a title is paid", () => {
  const oneShift = fc.record({
    what: fc.constantFrom("lose" as const, "gain" as const),
    line: fc.nat(),
    column: fc.nat(),
  });
  const full = fc.oneof(some400, some240);
  fc.assert(
    fc.property(full, fc.boolean(), oneShift, ({ lines }, trim, shift) => {
      const before = trim ? lines.map((line) => line.trimEnd()) : lines;
      const known = new Set(readReturn(before).titles.map(asPaid));
      for (const title of readReturn(damaged(before, shift)).titles) {
        if (PAYING.has(title.kind)) expect(known).toContain(asPaid(title));
      }
    }),
    { numRuns: CASES },
  );
});

test("bytes that are no file are refused and pay nothing", () => {
  const bytes = fc.string({
    unit: fc.integer({ min: 0, max: 255 }).map((n) => String.fromCharCode(n)),
  });
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 8 }), (lines) => {
      const { titles, summary } = readReturn(lines);
      expect(titles).toEqual([]);
      expect(summary).toBeUndefined();
    }),
    { numRuns: CASES },
  );
});

const asPaid = (title: ReturnTitle): string =>
  [title.ourNumberKey, title.code, title.titleAmount, title.paidAmount].join(" ");
