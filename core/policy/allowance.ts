import { type Cents, cents, type Percent, percentOf } from "../money.ts";

/** What a role may agree on without approval (alçada). */
export type Allowance = {
  readonly maxDiscount: Percent;
  readonly maxInstalments: number;
  /** Of the debt that is negotiated, before terms. Null: any amount. */
  readonly maxAmountCents: Cents | null;
};

/** What of an agreement an allowance looks at; a plan has all of it in `terms` and `instalments`. */
export type AllowanceFacts = {
  readonly terms: {
    readonly base: Cents;
    readonly discount: Cents;
    readonly discountAmount: Cents;
  };
  /** None for an unchanged agreement. */
  readonly instalments: readonly unknown[];
};

export type Exceeded =
  | { readonly what: "discount"; readonly asked: Percent; readonly max: Percent }
  | { readonly what: "instalments"; readonly asked: number; readonly max: number }
  | { readonly what: "amount"; readonly asked: Cents; readonly max: Cents };

/** Everything that is exceeded is told, so that whoever approves sees the whole of what is asked. */
export function withinAllowance(
  { terms, instalments }: AllowanceFacts,
  { maxDiscount, maxInstalments, maxAmountCents }: Allowance,
): "within" | { readonly exceeded: readonly Exceeded[] } {
  const { base } = terms;
  const exceeded: Exceeded[] = [];
  const discounts = cents(terms.discount + terms.discountAmount);
  if (discounts > percentOf(maxDiscount, base)) {
    exceeded.push({ what: "discount", asked: effectivePercent(discounts, base), max: maxDiscount });
  }
  if (instalments.length > maxInstalments) {
    exceeded.push({ what: "instalments", asked: instalments.length, max: maxInstalments });
  }
  if (maxAmountCents !== null && base > maxAmountCents) {
    exceeded.push({ what: "amount", asked: base, max: maxAmountCents });
  }
  return exceeded.length === 0 ? "within" : { exceeded };
}

/**
 * Discounts over base. The comparison is in cents, against the allowed percentage rounded as every term is, so that a
 * discount of exactly that percentage is within; the percentage told is rounded up and thus always above the allowed.
 */
function effectivePercent(discounts: Cents, base: Cents): Percent {
  const whole = 1_000_000n;
  return Number((BigInt(discounts) * whole + BigInt(base) - 1n) / BigInt(base)) as Percent;
}
