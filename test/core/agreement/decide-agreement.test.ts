import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AgreementProposal, Renegotiated } from "#core/agreement/agreement.ts";
import { decideAgreement } from "#core/agreement/decide-agreement.ts";
import { addDays, date } from "#core/calendar.ts";
import type { AgreementNumber, InvoiceId } from "#core/ids.ts";
import { cents, percent, sumCents } from "#core/money.ts";
import {
  anInvoice,
  aRenegotiation,
  inThree,
  LENIENT,
  reais,
  someSources,
  someTerms,
  TODAY,
} from "./support.ts";

const threeInvoices = [
  anInvoice("1001", "129.90"),
  anInvoice("1002", "129.90"),
  anInvoice("1003", "99.95"),
];
const exampleTerms = {
  increase: percent(3.5),
  fine: percent(2),
  discount: percent(10),
  discountAmount: reais("5.00"),
  charges: reais("5.00"),
  fees: reais("10.00"),
};
const unchanged: AgreementProposal = {
  kind: "unchanged",
  toleranceDate: date("2026-12-01"),
  category: "Promessa",
};

describe("359.75 in three instalments, with every term", () => {
  const decided = decideAgreement(aRenegotiation(exampleTerms), threeInvoices, LENIENT);
  if (!decided.ok || decided.value.kind !== "renegotiated") throw new Error("refused");
  const plan = decided.value;

  test("comes to 353.56", () => {
    expect(plan.terms).toEqual({
      base: 359_75,
      increase: 12_59,
      fine: 7_20,
      discount: 35_98,
      discountAmount: 5_00,
      charges: 5_00,
      fees: 10_00,
      spread: 331_36,
      single: 22_20,
      total: 353_56,
    });
    expect([plan.base, plan.total]).toEqual([359_75, 353_56]);
  });

  test("makes invoices of 132.66, 110.45 and 110.45 with these lines", () => {
    expect(plan.instalments).toEqual([
      {
        number: 1,
        dueDate: "2026-12-10",
        amount: 132_66,
        onTimeDiscountCents: 0,
        lines: [
          { term: "base", amount: 119_93 },
          { term: "increase", amount: 4_20 },
          { term: "fine", amount: 7_20 },
          { term: "discount", amount: -12_00 },
          { term: "discountAmount", amount: -1_67 },
          { term: "charges", amount: 5_00 },
          { term: "fees", amount: 10_00 },
        ],
      },
      {
        number: 2,
        dueDate: "2027-01-10",
        amount: 110_45,
        onTimeDiscountCents: 0,
        lines: [
          { term: "base", amount: 119_91 },
          { term: "increase", amount: 4_20 },
          { term: "discount", amount: -11_99 },
          { term: "discountAmount", amount: -1_67 },
        ],
      },
      {
        number: 3,
        dueDate: "2027-02-10",
        amount: 110_45,
        onTimeDiscountCents: 0,
        lines: [
          { term: "base", amount: 119_91 },
          { term: "increase", amount: 4_19 },
          { term: "discount", amount: -11_99 },
          { term: "discountAmount", amount: -1_66 },
        ],
      },
    ]);
  });

  test("its sources are deleted, or suspended where the provider wants that", () => {
    expect(plan.sources).toEqual(["1001", "1002", "1003"]);
    expect(plan.sourcesBecome).toBe("deleted");
    const suspending = {
      ...LENIENT,
      settings: { ...LENIENT.settings, sources: "suspended" },
    } as const;
    expect(decideAgreement(aRenegotiation(exampleTerms), threeInvoices, suspending)).toMatchObject({
      value: { sourcesBecome: "suspended" },
    });
  });
});

test("an unchanged agreement awaits the invoices as they are and makes none", () => {
  expect(decideAgreement(unchanged, threeInvoices, LENIENT)).toMatchObject({
    ok: true,
    value: {
      kind: "unchanged",
      base: 359_75,
      total: 359_75,
      toleranceDate: "2026-12-01",
      category: "Promessa",
      sources: ["1001", "1002", "1003"],
      sourcesBecome: "awaited",
      instalments: [],
    },
  });
});

test("not split, one invoice of the total falls due on the new date, today at the earliest", () => {
  const proposal = aRenegotiation(exampleTerms, { split: { kind: "single", dueDate: TODAY } });
  expect(decideAgreement(proposal, threeInvoices, LENIENT)).toMatchObject({
    ok: true,
    value: { instalments: [{ number: 1, dueDate: TODAY, amount: 353_56 }] },
  });
});

test("each refusal is told before the next: invoices, promise, money, instalments, on-time discount", () => {
  const taken = anInvoice("1003", "99.95", {
    facts: {
      ...anInvoice("x", "1").facts,
      agreement: { number: 101 as AgreementNumber, broken: false },
    },
  });
  const context = {
    ...LENIENT,
    settings: { ...LENIENT.settings, sources: "suspended", instalmentLimit: 12 },
    caps: { ...LENIENT.caps, fees: { maxCents: cents(10_00), rule: "honor" } },
  } as const;
  let sources = [anInvoice("1001", "129.90"), anInvoice("1001", "129.90"), taken];
  let proposal: Renegotiated = aRenegotiation(
    { discount: percent(100), discountAmount: cents(1), fees: reais("0") },
    {
      toleranceDate: TODAY,
      keepDiscount: true,
      units: { increase: "3.1" },
      split: { kind: "instalments", count: 13, firstDue: addDays(TODAY, -1), dates: [] },
    },
  );
  const refusal = (some = sources) => {
    const decided = decideAgreement(proposal, some, context);
    return decided.ok ? undefined : decided.refusal;
  };
  const withTerms = (terms: Partial<Renegotiated["terms"]>) => {
    proposal = { ...proposal, terms: { ...proposal.terms, ...terms } };
  };
  const withSplit = (split: object) => {
    proposal = { ...proposal, split: { ...proposal.split, ...split } as Renegotiated["split"] };
  };

  expect(refusal([])).toEqual({ code: "no_invoices" });
  expect(refusal()).toEqual({ code: "invoice_repeated", invoice: "1001" });
  sources = [anInvoice("1001", "129.90"), anInvoice("1002", "129.90"), taken];
  expect(refusal()).toEqual({
    code: "invoice_not_authorised",
    invoice: "1003",
    reason: "in_another_agreement",
    agreement: 101,
  });
  sources = threeInvoices;
  expect(refusal()).toEqual({ code: "tolerance_not_after_today", asked: TODAY, today: TODAY });
  proposal = { ...proposal, toleranceDate: addDays(TODAY, 1) };
  expect(refusal()).toEqual({ code: "discounts_above_base", asked: 359_76, max: 359_75 });
  withTerms({ discountAmount: cents(0) });
  expect(refusal()).toEqual({ code: "total_not_positive", total: 0 });
  withTerms({ fees: cents(10_01) });
  expect(refusal()).toEqual({
    code: "above_legal_cap",
    term: "fees",
    asked: 10_01,
    max: 10_00,
    rule: "honor",
  });
  withTerms({ fees: cents(10_00) });
  expect(refusal()).toEqual({ code: "ledger_unit_missing", term: "fees" });
  proposal = { ...proposal, units: { fees: "3.5", discount: "3.3", increase: "3.1" } };
  expect(refusal()).toEqual({ code: "ledger_unit_not_needed", term: "increase", unit: "3.1" });
  proposal = { ...proposal, units: { fees: "3.5", discount: "3.3" } };
  expect(refusal()).toEqual({
    code: "due_date_in_the_past",
    field: "first_due",
    asked: addDays(TODAY, -1),
    today: TODAY,
  });
  withSplit({ firstDue: TODAY });
  expect(refusal()).toEqual({ code: "instalment_count_out_of_bounds", asked: 13, min: 2, max: 12 });
  withSplit({ count: 2 });
  expect(refusal()).toEqual({ code: "dates_do_not_match", given: 0, expected: 2 });
  withSplit({ dates: undefined });
  expect(refusal()).toEqual({ code: "instalment_not_positive", number: 2, amount: 0 });
  withSplit({ amounts: [reais("4"), reais("6")] });
  expect(refusal()).toEqual({ code: "discount_not_kept_when_suspended" });
  proposal = { ...proposal, keepDiscount: false };
  expect(refusal()).toBeUndefined();
});

test.each([Number.NaN, 0, 1, 2.5, -3, 61])("%d is no number of instalments", (count) => {
  const split = { kind: "instalments", count, firstDue: TODAY } as const;
  expect(decideAgreement(aRenegotiation({}, { split }), threeInvoices, LENIENT)).toEqual({
    ok: false,
    refusal: { code: "instalment_count_out_of_bounds", asked: count, min: 2, max: 60 },
  });
});

test("the fewest and the most instalments are within the bounds", () => {
  for (const count of [2, 60]) {
    const split = { ...inThree, count };
    expect(decideAgreement(aRenegotiation({}, { split }), threeInvoices, LENIENT).ok).toBe(true);
  }
});

test("a single due date of yesterday is refused with its field", () => {
  const split = { kind: "single", dueDate: addDays(TODAY, -1) } as const;
  expect(decideAgreement(aRenegotiation({}, { split }), threeInvoices, LENIENT)).toMatchObject({
    refusal: { code: "due_date_in_the_past", field: "due" },
  });
});

test("an invoice in a broken agreement goes straight into a new one", () => {
  const facts = {
    ...threeInvoices[0]!.facts,
    agreement: { number: 7 as AgreementNumber, broken: true },
  };
  const sources = [anInvoice("AC7-1", "50", { facts })];
  expect(decideAgreement(aRenegotiation({}), sources, LENIENT)).toMatchObject({ ok: true });
});

describe("the contract's on-time discount", () => {
  const discounted = threeInvoices.map((s) => ({ ...s, onTimeDiscountCents: reais("10") }));
  const kept = (proposal: Renegotiated, sources = discounted) => {
    const decided = decideAgreement(proposal, sources, LENIENT);
    return decided.ok && decided.value.kind === "renegotiated"
      ? decided.value.instalments.map((invoice) => invoice.onTimeDiscountCents)
      : decided;
  };

  test("is dropped unless the person keeps it", () => {
    expect(kept(aRenegotiation({}))).toEqual([0, 0, 0]);
  });

  test("is worth on the new invoices what it was on the sources, however many they are", () => {
    const single = { kind: "single", dueDate: TODAY } as const;
    expect(kept(aRenegotiation({}, { keepDiscount: true, split: single }))).toEqual([30_00]);
    expect(
      kept(aRenegotiation({}, { keepDiscount: true, split: { ...inThree, count: 4 } })),
    ).toEqual([7_50, 7_50, 7_50, 7_50]);
  });

  test("is worth no more than the source it was for", () => {
    const single = { kind: "single", dueDate: TODAY } as const;
    const [first, ...others] = discounted;
    const sources = [{ ...first!, onTimeDiscountCents: reais("200") }, ...others];
    expect(kept(aRenegotiation({}, { keepDiscount: true, split: single }), sources)).toEqual([
      149_90,
    ]);
  });

  test("never takes a whole invoice away, and is never more than it was", () => {
    const some = someSources.chain((sources) =>
      fc
        .array(fc.nat(6_000_00), { minLength: sources.length, maxLength: sources.length })
        .map((discounts) =>
          sources.map((s, i) => ({ ...s, onTimeDiscountCents: cents(discounts[i]!) })),
        ),
    );
    fc.assert(
      fc.property(some, someTerms, fc.integer({ min: 2, max: 60 }), (sources, terms, count) => {
        const split = { kind: "instalments", count, firstDue: TODAY } as const;
        const proposal = aRenegotiation(terms, { keepDiscount: true, split });
        const decided = decideAgreement(proposal, sources, LENIENT);
        if (!decided.ok || decided.value.kind !== "renegotiated") return;
        const { instalments } = decided.value;
        for (const { amount, onTimeDiscountCents } of instalments) {
          expect(onTimeDiscountCents).toBeGreaterThanOrEqual(0);
          expect(amount - onTimeDiscountCents).toBeGreaterThan(0);
        }
        expect(sumCents(instalments.map((i) => i.onTimeDiscountCents))).toBeLessThanOrEqual(
          sumCents(sources.map((s) => s.onTimeDiscountCents)),
        );
      }),
    );
  });
});

describe("over all invoices and terms", () => {
  const inSome = fc
    .integer({ min: 2, max: 60 })
    .map((count) => ({ kind: "instalments", count, firstDue: TODAY }) as const);

  test("an accepted agreement is above zero in total and in every instalment, and adds up", () => {
    fc.assert(
      fc.property(someSources, someTerms, inSome, (sources, terms, split) => {
        const decided = decideAgreement(aRenegotiation(terms, { split }), sources, LENIENT);
        if (!decided.ok) return;
        const { total, base, instalments } = decided.value;
        expect(base).toBe(sumCents(sources.map((source) => source.amount)));
        expect(total).toBeGreaterThan(0);
        expect(sumCents(instalments.map((i) => i.amount))).toBe(total);
        expect(instalments.every((i) => i.amount > 0)).toBe(true);
      }),
    );
  });

  test("the order in which the invoices are named changes no amount", () => {
    const shuffled = someSources.chain((sources) =>
      fc.tuple(fc.constant(sources), fc.shuffledSubarray(sources, { minLength: sources.length })),
    );
    fc.assert(
      fc.property(shuffled, someTerms, inSome, ([sources, again], terms, split) => {
        const proposal = aRenegotiation(terms, { split });
        const named: InvoiceId[] = [];
        const [one, other] = [sources, again].map((some) => {
          const decided = decideAgreement(proposal, some, LENIENT);
          return decided.ok ? { ...decided.value, sources: named } : decided;
        });
        expect(one).toEqual(other);
      }),
    );
  });

  test("an unchanged agreement never changes an amount", () => {
    fc.assert(
      fc.property(someSources, (sources) => {
        expect(decideAgreement(unchanged, sources, LENIENT)).toMatchObject({
          value: { total: sumCents(sources.map((source) => source.amount)), instalments: [] },
        });
      }),
    );
  });
});
