import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editInstalments } from "#core/agreement/edit-instalments.ts";
import { type Instalment, monthlyDueDates, planInstalments } from "#core/agreement/instalments.ts";
import { checkTerms, computeTerms, NO_TERMS, TERM_NAMES } from "#core/agreement/terms.ts";
import { addDays, date } from "#core/calendar.ts";
import { type Cents, cents, sumCents } from "#core/money.ts";
import { aDay, anAmount, reais, someTerms, TODAY } from "./support.ts";

const computed = fc
  .record({ base: anAmount(), terms: someTerms })
  .map(({ base, terms }) => ({ terms, computed: computeTerms(base, terms) }))
  .filter(({ terms, computed }) => checkTerms(terms, computed) === undefined)
  .map(({ computed }) => computed);
const count = fc.integer({ min: 1, max: 60 });

const amountsOf = (plan: readonly Instalment[]) => plan.map((instalment) => instalment.amount);
const linesOf = (plan: readonly Instalment[], term: string) =>
  plan.flatMap((instalment) => instalment.lines.filter((line) => line.term === term));
const expectLinesToAddUp = (plan: readonly Instalment[]) => {
  for (const { lines, amount } of plan) {
    expect(sumCents(lines.map((line) => line.amount))).toBe(amount);
  }
};

describe("monthly due dates", () => {
  test.each([
    ["2027-01-31", ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]],
    ["2027-11-30", ["2027-11-30", "2027-12-30", "2028-01-30", "2028-02-29"]],
    ["2026-12-10", ["2026-12-10", "2027-01-10", "2027-02-10", "2027-03-10"]],
  ])("from %s keep the day, or the month's last where it is missing", (first, days) => {
    expect(monthlyDueDates({ firstDue: date(first), count: 4 })).toEqual(days);
  });

  test("one a month, on the first date's day or on a month's last day before it", () => {
    fc.assert(
      fc.property(aDay, count, (firstDue, n) => {
        const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
        monthlyDueDates({ firstDue, count: n }).forEach((due, i) => {
          expect(month(due)).toBe(month(firstDue) + i);
          if (due.slice(8) !== firstDue.slice(8)) {
            expect(due.slice(8) < firstDue.slice(8)).toBe(true);
            expect(addDays(due, 1).slice(8)).toBe("01");
          }
        });
      }),
    );
  });
});

describe("a plan of instalments", () => {
  test("adds up to the total, each instalment's lines to it, each term's lines to the term", () => {
    fc.assert(
      fc.property(computed, count, (terms, n) => {
        const plan = planInstalments(terms, { firstDue: TODAY, count: n });
        expect(plan.map((instalment) => instalment.number)).toEqual(plan.map((_, i) => i + 1));
        expect(plan).toHaveLength(n);
        expect(sumCents(amountsOf(plan))).toBe(terms.total);
        expectLinesToAddUp(plan);
        for (const term of [...TERM_NAMES, "base"] as const) {
          const sign = term.startsWith("discount") ? -1 : 1;
          const sum = sumCents(linesOf(plan, term).map((line) => line.amount));
          expect(sum).toBe(sign * terms[term] + 0);
        }
      }),
    );
  });

  test("the spread part differs by one cent at the most, larger first, and is never below zero", () => {
    fc.assert(
      fc.property(computed, count, (terms, n) => {
        const amounts = amountsOf(planInstalments(terms, { firstDue: TODAY, count: n }));
        const spread = amounts.map((amount, i) => amount - (i === 0 ? terms.single : 0));
        expect([...spread].sort((a, b) => b - a)).toEqual(spread);
        expect(spread[0]! - spread.at(-1)!).toBeLessThanOrEqual(1);
        expect(spread.at(-1)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("increase and discounts are spread as evenly; fine, charges and fees stand whole on the first", () => {
    fc.assert(
      fc.property(computed, count, (terms, n) => {
        const plan = planInstalments(terms, { firstDue: TODAY, count: n });
        for (const term of ["fine", "charges", "fees"] as const) {
          const lines = linesOf(plan, term);
          expect(lines).toEqual(terms[term] === 0 ? [] : [{ term, amount: terms[term] }]);
          expect(linesOf(plan.slice(1), term)).toEqual([]);
        }
        for (const term of ["increase", "discount", "discountAmount"] as const) {
          const sizes = plan.map((i) => Math.abs(linesOf([i], term)[0]?.amount ?? 0));
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("no line is zero but the base's, which is always there", () => {
    fc.assert(
      fc.property(computed, count, (terms, n) => {
        for (const { lines } of planInstalments(terms, { firstDue: TODAY, count: n })) {
          expect(lines[0]?.term).toBe("base");
          expect(lines.slice(1).every((line) => line.amount !== 0)).toBe(true);
        }
      }),
    );
  });

  test("not split, it is one instalment of the total", () => {
    const terms = computeTerms(reais("100"), { ...NO_TERMS, charges: reais("5") });
    expect(planInstalments(terms, { firstDue: date("2026-12-01"), count: 1 })).toEqual([
      {
        number: 1,
        dueDate: "2026-12-01",
        amount: 105_00,
        lines: [
          { term: "base", amount: 100_00 },
          { term: "charges", amount: 5_00 },
        ],
      },
    ]);
  });
});

describe("a person changes instalments", () => {
  const terms = computeTerms(reais("300"), {
    ...NO_TERMS,
    charges: reais("6"),
    discountAmount: reais("30"),
  });
  const plan = planInstalments(terms, { firstDue: date("2026-12-10"), count: 3 });
  const edit = (edits: Parameters<typeof editInstalments>[1]) =>
    editInstalments(plan, edits, TODAY);
  const amounts = (...texts: string[]) => texts.map(reais);
  const dates = (...texts: string[]) => texts.map(date);

  test("no change leaves the plan as it was", () => {
    expect(edit({})).toEqual({ ok: true, value: plan });
  });

  test("the base line takes up the difference, every other line stays", () => {
    const edited = edit({ amounts: amounts("150", "80", "46") });
    expect(edited).toMatchObject({ ok: true, value: [{ amount: 150_00 }, {}, { amount: 46_00 }] });
    if (!edited.ok) return;
    expect(edited.value[0]?.lines).toEqual([
      { term: "base", amount: 154_00 },
      { term: "discountAmount", amount: -10_00 },
      { term: "charges", amount: 6_00 },
    ]);
    expectLinesToAddUp(edited.value);
  });

  test("dates may move, the first to today at the earliest", () => {
    const moved = dates("2026-11-24", "2026-11-25", "2027-06-01");
    expect(edit({ dates: moved })).toMatchObject({
      ok: true,
      value: moved.map((dueDate) => ({ dueDate })),
    });
  });

  test.each([
    [
      "too few dates",
      { dates: dates("2026-12-10") },
      { code: "dates_do_not_match", given: 1, expected: 3 },
    ],
    [
      "a first date of yesterday",
      { dates: dates("2026-11-23", "2026-12-10", "2027-01-10") },
      { code: "first_date_in_the_past", asked: "2026-11-23", today: "2026-11-24" },
    ],
    [
      "two instalments on one day",
      { dates: dates("2026-12-10", "2027-01-10", "2027-01-10") },
      { code: "dates_do_not_ascend", number: 3, asked: "2027-01-10", previous: "2027-01-10" },
    ],
    [
      "too many amounts",
      { amounts: amounts("69", "69", "69", "69") },
      { code: "amounts_do_not_match", given: 4, expected: 3 },
    ],
    [
      "an instalment of nothing",
      { amounts: amounts("276", "0", "0") },
      { code: "instalment_not_positive", number: 2, amount: 0 },
    ],
    [
      "an instalment below zero that would make the sum right",
      { amounts: amounts("277", "-2", "1") },
      { code: "instalment_not_positive", number: 2, amount: -2_00 },
    ],
    [
      "a cent too much",
      { amounts: amounts("150", "80", "46.01") },
      { code: "amounts_do_not_sum", sum: 276_01, total: 276_00, difference: 1 },
    ],
    [
      "a cent too little",
      { amounts: amounts("150", "80", "45.99") },
      { code: "amounts_do_not_sum", sum: 275_99, total: 276_00, difference: -1 },
    ],
  ])("refused: %s", (_, edits, refusal) => {
    expect(edit(edits)).toEqual({ ok: false, refusal });
  });

  test("dates are told before amounts", () => {
    expect(edit({ dates: [], amounts: [] })).toMatchObject({
      refusal: { code: "dates_do_not_match" },
    });
  });

  test("amounts are accepted exactly when all are above zero and they add up", () => {
    const three = fc
      .tuple(fc.nat(300_00), fc.nat(300_00))
      .chain(([a, b]) =>
        fc.constantFrom(0, 0, 1, -1).map((off) => [a, b, terms.total - a - b + off].map(cents)),
      );
    fc.assert(
      fc.property(three, (asked) => {
        const edited = edit({ amounts: asked });
        const sound = asked.every((a) => a > 0) && sumCents(asked) === terms.total;
        expect(edited.ok).toBe(sound);
        if (!edited.ok) return;
        expect(amountsOf(edited.value)).toEqual(asked);
        expectLinesToAddUp(edited.value);
        const bases = linesOf(edited.value, "base").map((line) => line.amount as Cents);
        expect(sumCents(bases)).toBe(terms.base);
      }),
    );
  });
});
