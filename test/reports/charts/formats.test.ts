import fc from "fast-check";
import { expect, test } from "vitest";
import { date } from "#core/calendar.ts";
import type { Cents } from "#core/money.ts";
import { formatsOf } from "#reports/charts/formats.ts";

const plain = (text: string) => text.replaceAll("\u00A0", " ");
const pt = formatsOf("pt-BR");
const en = formatsOf("en");

test.each([
  [0, "R$ 0"],
  [95_000, "R$ 950"],
  [123_400, "R$ 1.234"],
  [999_949, "R$ 9.999"],
  [1_234_500, "R$ 12,3 mil"],
  [9_999_900, "R$ 100 mil"],
  [99_996_000, "R$ 1 mi"],
  [123_456_789, "R$ 1,2 mi"],
  [1_000_000_000_000, "R$ 10 bi"],
  [100_000_000_000_000_000, "R$ 1.000 tri"],
])("%d cents are short in reais as %s", (amount, expected) => {
  expect(plain(pt.shortMoney(amount))).toBe(expected);
});

test("a short figure is never further from the truth than its last digit", () => {
  const steps = { mil: 1e3, mi: 1e6, bi: 1e9, tri: 1e12 } as const;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e15 }), (value) => {
      const [number = "", unit] = plain(pt.shortCount(value)).split(" ");
      const read =
        Number(number.replaceAll(".", "").replace(",", ".")) * (steps[unit as "mil"] ?? 1);
      expect(Math.abs(read - value)).toBeLessThanOrEqual(Math.max(value * 0.051, 0.5));
    }),
  );
});

test("money, days and months are written as people of the language write them", () => {
  expect(pt.money(123_456_789 as Cents)).toBe("R$ 1.234.567,89");
  expect(en.money(123_456_789 as Cents)).toBe("R$ 1,234,567.89");
  expect([pt.date(date("2026-03-09")), pt.shortDay("2026-03-09")]).toEqual(["09/03/2026", "09/03"]);
  expect([pt.month("2026-02"), en.month("2026-02")]).toEqual(["fev", "Feb"]);
  expect([pt.longMonth("2026-03"), en.longMonth("2026-03")]).toEqual([
    "março de 2026",
    "March 2026",
  ]);
  expect([plain(pt.share(0.384)), en.share(0.384)]).toEqual(["38%", "38%"]);
  expect(plain(en.shortMoney(1_234_500))).toBe("R$ 12.3k".replace("12.3k", "12.3 k"));
});
