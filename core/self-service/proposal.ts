import type { Renegotiated, Split } from "../agreement/agreement.ts";
import type { LedgerTerm, LedgerUnits } from "../agreement/ledger-units.ts";
import type { Terms } from "../agreement/terms.ts";
import { addDays } from "../calendar.ts";
import { type Cents, cents, type Percent, percentOf, ZERO } from "../money.ts";
import { accept, type Result, refuse } from "../result.ts";
import type { Settings } from "../settings.ts";
import type { OfferedDebt, OfferTerms } from "./offer.ts";

/** What agreements that nobody fills in are made with. */
export type AgreementDefaults = {
  readonly category: string | undefined;
  readonly profile: string | undefined;
  readonly units: LedgerUnits;
};

/** A list that an agreement needs something of, and that has nothing to take. */
export type NotConfigured = {
  readonly code: "self_service_not_configured";
  readonly missing: "category" | "profile" | LedgerTerm;
};

export type Proposing = {
  readonly debt: OfferedDebt;
  readonly terms: OfferTerms;
  readonly defaults: AgreementDefaults;
  readonly description: string;
  readonly settings: Settings;
};

/**
 * An offer as an agreement: late fine and interest as its fine and increase, and what is let go as its discount amount, so
 * that its total is the offer's, to the cent.
 */
export function proposalOf(of: Proposing): Result<Renegotiated, NotConfigured> {
  const { debt, terms, defaults, settings } = of;
  const asked = termsOf(debt, terms);
  const units = unitsFor(asked, defaults);
  if (!units.ok) return units;
  const { category, profile } = defaults;
  if (category === undefined) return missing("category");
  if (profile === undefined) return missing("profile");
  return accept({
    kind: "renegotiated",
    toleranceDate: addDays(firstDueOf(terms), settings["selfService.toleranceDays"]),
    category,
    terms: asked,
    units: units.value,
    split: splitOf(terms),
    description: of.description,
    profile,
    keepDiscount: false,
  });
}

const missing = (what: NotConfigured["missing"]) =>
  refuse({ code: "self_service_not_configured", missing: what } as const);

function firstDueOf({ instalments: [first] }: OfferTerms) {
  if (first === undefined) throw new Error("an offer without instalments");
  return first.dueDate;
}

function splitOf(terms: OfferTerms): Split {
  const { count, instalments } = terms;
  const firstDue = firstDueOf(terms);
  if (count === 1) return { kind: "single", dueDate: firstDue };
  return {
    kind: "instalments",
    count,
    firstDue,
    dates: instalments.map(({ dueDate }) => dueDate),
    amounts: instalments.map(({ amount }) => amount),
  };
}

function termsOf(debt: OfferedDebt, { discountCents }: OfferTerms): Terms {
  const base = debt.balanceCents;
  const charges = cents(debt.fineCents + debt.interestCents);
  const fine = rateUpTo(debt.fineCents, base);
  const increase = rateFrom(cents(charges - percentOf(fine, base)), base);
  const rounded = percentOf(fine, base) + percentOf(increase, base) - charges;
  return {
    increase,
    fine,
    discount: 0 as Percent,
    discountAmount: cents(discountCents + rounded),
    charges: ZERO,
    fees: ZERO,
  };
}

const WHOLE = 1_000_000n;

/**
 * Up to R$ 10,000 four decimals reach every cent. Above it the fine stays below what it may be, the increase takes up what
 * is left, and the few cents that come on top are let go with the discount.
 */
function rateUpTo(amount: Cents, base: Cents): Percent {
  const rate = nearestRate(amount, base);
  return percentOf(rate, base) > amount ? ((rate - 1) as Percent) : rate;
}

function rateFrom(amount: Cents, base: Cents): Percent {
  const rate = nearestRate(amount, base);
  return percentOf(rate, base) < amount ? ((rate + 1) as Percent) : rate;
}

const nearestRate = (amount: Cents, base: Cents): Percent =>
  Number((BigInt(amount) * WHOLE + BigInt(base) / 2n) / BigInt(base)) as Percent;

function unitsFor(terms: Terms, { units }: AgreementDefaults): Result<LedgerUnits, NotConfigured> {
  const needed: { readonly [T in LedgerTerm]?: boolean } = {
    increase: terms.increase > 0,
    fine: terms.fine > 0,
    discount: terms.discountAmount > 0,
  };
  const found: Partial<Record<LedgerTerm, string>> = {};
  for (const term of Object.keys(needed) as LedgerTerm[]) {
    if (needed[term] !== true) continue;
    const unit = units[term];
    if (unit === undefined) return missing(term);
    found[term] = unit;
  }
  return accept(found);
}
