import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkLedgerUnits, LEDGER_TERMS } from "#core/agreement/ledger-units.ts";
import { checkLegalCaps } from "#core/agreement/legal-caps.ts";
import { checkTerms, computeTerms, NO_TERMS, TERM_NAMES } from "#core/agreement/terms.ts";
import { cents, MAX_CENTS, type Percent, percent, percentOf } from "#core/money.ts";
import { anAmount, aRate, type LENIENT, reais, someTerms, unitsFor } from "./support.ts";

describe("what the terms make of a base", () => {
  test("each percentage is of the base and rounded on its own", () => {
    const terms = { ...NO_TERMS, increase: percent(3.5), fine: percent(2), discount: percent(10) };
    expect(computeTerms(reais("359.75"), terms)).toMatchObject({
      increase: 12_59,
      fine: 7_20,
      discount: 35_98,
      total: 343_56,
    });
  });

  test("the total is base plus increase, fine, charges, fees, less both discounts, and splits in two parts", () => {
    fc.assert(
      fc.property(anAmount(), someTerms, (base, terms) => {
        const t = computeTerms(base, terms);
        expect(t.total).toBe(
          base +
            percentOf(terms.increase, base) +
            percentOf(terms.fine, base) -
            percentOf(terms.discount, base) -
            terms.discountAmount +
            terms.charges +
            terms.fees,
        );
        expect(t.spread + t.single).toBe(t.total);
        expect(t.single).toBe(t.fine + t.charges + t.fees);
      }),
    );
  });

  test("no terms leave the base as it is", () => {
    fc.assert(
      fc.property(anAmount(), (base) => {
        expect(computeTerms(base, NO_TERMS).total).toBe(base);
      }),
    );
  });
});

describe("terms that are refused", () => {
  const check = (base: string, terms: Partial<typeof NO_TERMS>) => {
    const all = { ...NO_TERMS, ...terms };
    return checkTerms(all, computeTerms(reais(base), all));
  };

  test("what is accepted has a total above zero and a spread part that is not below it", () => {
    fc.assert(
      fc.property(anAmount(1_000_00), someTerms, (base, terms) => {
        const computed = computeTerms(base, terms);
        if (checkTerms(terms, computed) === undefined) {
          expect(computed.total).toBeGreaterThan(0);
          expect(computed.spread).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test.each(TERM_NAMES)("a %s below zero, and it is named", (term) => {
    expect(check("100", { [term]: -1 })).toEqual({ code: "term_negative", term, asked: -1 });
  });

  test("discounts that together are more than the base, even where charges would pay for them", () => {
    const terms = { discount: percent(90), discountAmount: reais("10.01"), charges: reais("50") };
    expect(check("100", terms)).toEqual({
      code: "discounts_above_base",
      asked: 100_01,
      max: 100_00,
    });
    expect(check("100", { ...terms, discountAmount: reais("10") })).toBeUndefined();
  });

  test("a total of zero", () => {
    expect(check("100", { discount: percent(100) })).toEqual({
      code: "total_not_positive",
      total: 0,
    });
  });

  test("a total beyond what can be added exactly", () => {
    const all = { ...NO_TERMS, charges: cents(1) };
    expect(checkTerms(all, computeTerms(MAX_CENTS, all))).toMatchObject({
      code: "total_too_large",
    });
  });
});

describe("the law's caps", () => {
  const caps = {
    increase: { max: percent(6), rule: "rgc-78" },
    fine: { maxCents: cents(2_00), rule: "cdc-52-1" },
    fees: { maxCents: cents(0), rule: "honor" },
  };
  const check = (terms: Partial<typeof NO_TERMS>, some = caps as typeof LENIENT.caps) => {
    const all = { ...NO_TERMS, ...terms };
    return checkLegalCaps(all, computeTerms(reais("100"), all), some);
  };

  test("at each cap an agreement passes", () => {
    expect(check({ fine: percent(2), increase: percent(6) })).toBeUndefined();
  });

  test("above one it is refused with what was asked, what is allowed and the rule", () => {
    expect(check({ fine: percent(2.01) })).toEqual({
      code: "above_legal_cap",
      term: "fine",
      asked: 2_01,
      max: 2_00,
      rule: "cdc-52-1",
    });
    expect(check({ increase: percent(6.0001) })).toEqual({
      code: "above_legal_cap",
      term: "increase",
      asked: percent(6.0001),
      max: percent(6),
      rule: "rgc-78",
    });
    expect(check({ fees: cents(1) })).toEqual({
      code: "above_legal_cap",
      term: "fees",
      asked: 1,
      max: 0,
      rule: "honor",
    });
  });

  test("the fine is told first, then the increase, then the fees", () => {
    const all = { fine: percent(50), increase: percent(50), fees: cents(1) };
    expect(check(all)).toMatchObject({ term: "fine" });
    expect(check({ ...all, fine: percent(0) })).toMatchObject({ term: "increase" });
    expect(check({ fees: all.fees })).toMatchObject({ term: "fees" });
  });

  test("fees without a cap are free, and a discount has no cap of the law", () => {
    const free = { ...caps, fees: { maxCents: null, rule: "honor" } };
    expect(check({ fees: reais("10"), discount: percent(100) }, free)).toBeUndefined();
  });

  test("whatever passes is not above any cap", () => {
    fc.assert(
      fc.property(anAmount(), someTerms, aRate(), anAmount(500_00), (base, terms, max, most) => {
        const computed = computeTerms(base, terms);
        const some = {
          increase: { max, rule: "r" },
          fine: { maxCents: most, rule: "r" },
          fees: { maxCents: most, rule: "r" },
        };
        const above = terms.increase > max || computed.fine > most || computed.fees > most;
        expect(checkLegalCaps(terms, computed, some) !== undefined).toBe(above);
      }),
    );
  });
});

describe("ledger units", () => {
  const one: Partial<Record<string, number>> = {
    increase: 1,
    fine: 1,
    discount: 1,
    charges: 1,
    fees: 1,
  };

  test("a unit for each term that was asked for, and for no other, is what is wanted", () => {
    fc.assert(
      fc.property(someTerms, (terms) => {
        expect(checkLedgerUnits(terms, unitsFor(terms))).toBeUndefined();
      }),
    );
  });

  test.each(LEDGER_TERMS)("%s without a unit is refused by name", (term) => {
    const terms = { ...NO_TERMS, [term]: one[term] as Percent };
    expect(checkLedgerUnits(terms, {})).toEqual({ code: "ledger_unit_missing", term });
  });

  test.each(LEDGER_TERMS)("a unit for %s that was not asked for is refused by name", (term) => {
    expect(checkLedgerUnits(NO_TERMS, { [term]: "3.9" })).toEqual({
      code: "ledger_unit_not_needed",
      term,
      unit: "3.9",
    });
  });

  test("the discount's unit is for the percentage and for the amount", () => {
    const amount = { ...NO_TERMS, discountAmount: reais("5") };
    expect(checkLedgerUnits(amount, {})).toEqual({ code: "ledger_unit_missing", term: "discount" });
    expect(checkLedgerUnits(amount, { discount: "3.3" })).toBeUndefined();
  });
});
