import { type Cents, cents, MAX_CENTS, type Percent, percentOf, ZERO } from "../money.ts";

/** In the order in which people read them; lines of an invoice keep it. */
export const TERM_NAMES = [
  "increase",
  "fine",
  "discount",
  "discountAmount",
  "charges",
  "fees",
] as const;
export type TermName = (typeof TERM_NAMES)[number];

/** What a person asks for. Every term is a positive number; discounts are what is taken off. */
export type Terms = {
  readonly increase: Percent;
  readonly fine: Percent;
  readonly discount: Percent;
  readonly discountAmount: Cents;
  readonly charges: Cents;
  readonly fees: Cents;
};

export const NO_TERMS: Terms = {
  increase: 0 as Percent,
  fine: 0 as Percent,
  discount: 0 as Percent,
  discountAmount: ZERO,
  charges: ZERO,
  fees: ZERO,
};

export type ComputedTerms = { readonly [T in TermName]: Cents } & {
  readonly base: Cents;
  /** Base, increase and both discounts: what is divided over the instalments. */
  readonly spread: Cents;
  /** Fine, charges and fees: what falls whole on the first instalment. */
  readonly single: Cents;
  readonly total: Cents;
};

/** Every percentage is of the base and rounded on its own, so that each can stand as a line of its own. */
export function computeTerms(base: Cents, terms: Terms): ComputedTerms {
  const { discountAmount, charges, fees } = terms;
  const increase = percentOf(terms.increase, base);
  const fine = percentOf(terms.fine, base);
  const discount = percentOf(terms.discount, base);
  const spread = cents(base + increase - discount - discountAmount);
  const single = cents(fine + charges + fees);
  const total = cents(spread + single);
  return { base, increase, fine, discount, discountAmount, charges, fees, spread, single, total };
}

export type TermsRefusal =
  | { readonly code: "term_negative"; readonly term: TermName; readonly asked: Percent | Cents }
  | { readonly code: "discounts_above_base"; readonly asked: Cents; readonly max: Cents }
  | { readonly code: "total_not_positive"; readonly total: Cents }
  | { readonly code: "total_too_large"; readonly total: Cents; readonly max: Cents };

/**
 * Both discounts together take off the base at most: charges and fees are not the provider's debt to forgive here, and
 * a spread part below zero could not be divided over instalments.
 */
export function checkTerms(terms: Terms, computed: ComputedTerms): TermsRefusal | undefined {
  const negative = TERM_NAMES.find((term) => terms[term] < 0);
  if (negative !== undefined) {
    return { code: "term_negative", term: negative, asked: terms[negative] };
  }
  const discounts = cents(computed.discount + computed.discountAmount);
  if (discounts > computed.base) {
    return { code: "discounts_above_base", asked: discounts, max: computed.base };
  }
  const { total } = computed;
  if (total <= 0) return { code: "total_not_positive", total };
  return total > MAX_CENTS ? { code: "total_too_large", total, max: MAX_CENTS } : undefined;
}
