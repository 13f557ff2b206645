import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideAgreement } from "#core/agreement/decide-agreement.ts";
import { computeTerms, NO_TERMS } from "#core/agreement/terms.ts";
import { type Cents, cents, type Percent, percent } from "#core/money.ts";
import { type AllowanceFacts, withinAllowance } from "#core/policy/allowance.ts";
import {
  anAmount,
  anInvoice,
  aRate,
  aRenegotiation,
  inThree,
  LENIENT,
} from "../agreement/support.ts";

const allowance = { maxDiscount: percent(10), maxInstalments: 6, maxAmountCents: cents(500_00) };
const facts = (base: number, discounts: Partial<AllowanceFacts["terms"]>, count = 1) => ({
  terms: { base: cents(base), discount: cents(0), discountAmount: cents(0), ...discounts },
  instalments: Array.from({ length: count }),
});

describe("a role's allowance", () => {
  test("at its limits an agreement is within", () => {
    expect(withinAllowance(facts(500_00, { discount: cents(50_00) }, 6), allowance)).toBe("within");
  });

  test("beyond, everything that is exceeded is told", () => {
    const asked = facts(600_00, { discount: cents(60_00), discountAmount: cents(1) }, 7);
    expect(withinAllowance(asked, allowance)).toEqual({
      exceeded: [
        { what: "discount", asked: 100_017, max: percent(10) },
        { what: "instalments", asked: 7, max: 6 },
        { what: "amount", asked: 600_00, max: 500_00 },
      ],
    });
  });

  test("both discounts count together", () => {
    const asked = facts(100_00, { discount: cents(5_00), discountAmount: cents(5_01) });
    expect(withinAllowance(asked, allowance)).toEqual({
      exceeded: [{ what: "discount", asked: percent(10.01), max: percent(10) }],
    });
  });

  test("without a limit of amount any debt is within", () => {
    const free = { ...allowance, maxAmountCents: null };
    expect(withinAllowance(facts(1_000_000_00, {}), free)).toBe("within");
  });

  test("reads a decided agreement as it is", () => {
    const sources = [anInvoice("1", "359.75")];
    const proposal = aRenegotiation({ discount: percent(12) }, { split: { ...inThree, count: 7 } });
    const decided = decideAgreement(proposal, sources, LENIENT);
    expect(decided.ok && withinAllowance(decided.value, allowance)).toEqual({
      exceeded: [
        { what: "discount", asked: expect.any(Number), max: percent(10) },
        { what: "instalments", asked: 7, max: 6 },
      ],
    });
  });

  test("an unchanged agreement gives nothing away", () => {
    const proposal = {
      kind: "unchanged",
      toleranceDate: aRenegotiation({}).toleranceDate,
      category: "Promessa",
    } as const;
    const decided = decideAgreement(proposal, [anInvoice("1", "359.75")], LENIENT);
    const none = { maxDiscount: percent(0), maxInstalments: 0, maxAmountCents: null };
    expect(decided.ok && withinAllowance(decided.value, none)).toBe("within");
  });

  test("a percentage up to the allowed one is within whatever it rounds to, with no other discount", () => {
    fc.assert(
      fc.property(anAmount(), aRate(), aRate(), (base, a, b) => {
        const [discount, maxDiscount] = a < b ? [a, b] : [b, a];
        const terms = computeTerms(base, { ...NO_TERMS, discount });
        const asked = { terms, instalments: [] };
        expect(withinAllowance(asked, { ...allowance, maxDiscount, maxAmountCents: null })).toBe(
          "within",
        );
      }),
    );
  });

  test("what exceeds is more than the allowed percentage exactly, and is told as more", () => {
    const parts = anAmount(1_000_00).chain((base) =>
      fc.tuple(fc.constant(base), fc.integer({ min: 0, max: base }), aRate(999_999)),
    );
    fc.assert(
      fc.property(parts, ([base, discount, maxDiscount]: [Cents, number, Percent]) => {
        const asked = facts(base, { discountAmount: cents(discount) });
        const judged = withinAllowance(asked, { ...allowance, maxDiscount, maxAmountCents: null });
        const halfCents = 2n * BigInt(discount) * 1_000_000n;
        const allowed = 2n * BigInt(maxDiscount) * BigInt(base);
        if (judged === "within") {
          expect(halfCents <= allowed + 1_000_000n).toBe(true);
          return;
        }
        expect(halfCents > allowed).toBe(true);
        const [exceeded] = judged.exceeded;
        expect(exceeded!.asked).toBeGreaterThan(exceeded!.max);
      }),
    );
  });
});
