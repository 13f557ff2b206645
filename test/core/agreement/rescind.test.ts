import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planRescission, type RescindedSource } from "#core/agreement/rescind.ts";
import { addDays, date } from "#core/calendar.ts";
import type { InvoiceId } from "#core/ids.ts";
import { cents, sumCents } from "#core/money.ts";
import { reais, TODAY } from "./support.ts";

const source = (
  id: string,
  dueDate: string,
  amount: string,
  more: Partial<RescindedSource> = {},
): RescindedSource => ({
  invoice: id as InvoiceId,
  number: id,
  dueDate: date(dueDate),
  amount: reais(amount),
  alreadyPaid: cents(0),
  ...more,
});

describe("rescinding an agreement", () => {
  test("one paid instalment is credited to the oldest invoices, to the cent", () => {
    const sources = [
      source("3", "2026-09-10", "99.95"),
      source("1", "2026-07-10", "129.90"),
      source("2", "2026-08-10", "129.90"),
    ];
    expect(planRescission(sources, reais("132.66"))).toEqual({
      restored: [
        { invoice: "1", amount: 129_90, credited: 129_90, settled: true },
        { invoice: "2", amount: 129_90, credited: 2_76, settled: false },
        { invoice: "3", amount: 99_95, credited: 0, settled: false },
      ],
      left: 0,
    });
  });

  test("what the sources cannot take is left as the customer's credit", () => {
    const plan = planRescission([source("1", "2026-07-10", "100")], reais("110.45"));
    expect(plan.restored).toEqual([
      { invoice: "1", amount: 100_00, credited: 100_00, settled: true },
    ]);
    expect(plan.left).toBe(10_45);
  });

  test("a source that had a credit before takes only what was open on it", () => {
    const plan = planRescission(
      [
        source("1", "2026-07-10", "100", { alreadyPaid: reais("30") }),
        source("2", "2026-08-10", "100"),
      ],
      reais("80"),
    );
    expect(plan.restored.map((restored) => restored.credited)).toEqual([70_00, 10_00]);
    expect(plan.restored[0]).toMatchObject({ amount: 100_00, settled: true });
  });

  test("due on one day, number 9 comes before number 10, digits before letters, then the id", () => {
    const due = "2026-07-10";
    const sources = [
      source("e", due, "1", { number: "A-1" }),
      source("d", due, "1", { number: "10" }),
      source("c", due, "1", { number: "9" }),
      source("b", due, "1", { number: "10" }),
      source("a", due, "1", { number: "0009" }),
    ];
    const order = planRescission(sources, cents(0)).restored.map((restored) => restored.invoice);
    expect(order).toEqual(["a", "c", "b", "d", "e"]);
  });

  test("nothing paid restores every source as it was", () => {
    expect(planRescission([source("1", "2026-07-10", "50")], cents(0))).toEqual({
      restored: [{ invoice: "1", amount: 50_00, credited: 0, settled: false }],
      left: 0,
    });
  });

  test("money paid below zero is a mistake of ours", () => {
    expect(() => planRescission([], cents(-1))).toThrow();
  });
});

const someSources = fc
  .array(
    fc.record({
      day: fc.nat(20),
      number: fc.oneof(fc.nat(30).map(String), fc.constantFrom("A1", "B")),
      amount: fc.integer({ min: 1, max: 300_00 }),
      paidShare: fc.integer({ min: 0, max: 100 }),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map(
      ({ day, number, amount, paidShare }, i): RescindedSource => ({
        invoice: `F${i}` as InvoiceId,
        number,
        dueDate: addDays(TODAY, -day),
        amount: cents(amount),
        alreadyPaid: cents(Math.floor((amount * paidShare) / 100)),
      }),
    ),
  );
const paid = fc.nat(2_000_00).map(cents);

describe("over all sources and payments", () => {
  test("money is conserved: credited and left add up to what was paid", () => {
    fc.assert(
      fc.property(someSources, paid, (sources, paidTotal) => {
        const { restored, left } = planRescission(sources, paidTotal);
        expect(sumCents(restored.map((r) => r.credited)) + left).toBe(paidTotal);
        expect(left).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("no source is credited more than was open on it, and it is settled exactly when that is all", () => {
    fc.assert(
      fc.property(someSources, paid, (sources, paidTotal) => {
        for (const { invoice, amount, credited, settled } of planRescission(sources, paidTotal)
          .restored) {
          const before = sources.find((s) => s.invoice === invoice)!;
          expect(amount).toBe(before.amount);
          expect(credited).toBeGreaterThanOrEqual(0);
          expect(credited).toBeLessThanOrEqual(before.amount - before.alreadyPaid);
          expect(settled).toBe(before.alreadyPaid + credited === before.amount);
        }
      }),
    );
  });

  test("the oldest come first: a later source gets money only when all before it are settled", () => {
    fc.assert(
      fc.property(someSources, paid, (sources, paidTotal) => {
        const { restored, left } = planRescission(sources, paidTotal);
        const due = restored.map((r) => sources.find((s) => s.invoice === r.invoice)!.dueDate);
        expect([...due].sort()).toEqual(due);
        restored.forEach((r, i) => {
          if (r.credited > 0) expect(restored.slice(0, i).every((b) => b.settled)).toBe(true);
        });
        if (left > 0) expect(restored.every((r) => r.settled)).toBe(true);
      }),
    );
  });

  test("the order in which the sources are named changes nothing", () => {
    const shuffled = someSources.chain((sources) =>
      fc.tuple(fc.constant(sources), fc.shuffledSubarray(sources, { minLength: sources.length })),
    );
    fc.assert(
      fc.property(shuffled, paid, ([sources, again], paidTotal) => {
        expect(planRescission(again, paidTotal)).toEqual(planRescission(sources, paidTotal));
      }),
    );
  });
});
