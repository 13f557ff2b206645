import type { TermName, Terms } from "./terms.ts";

/** One unit books both discounts: the percentage and the amount. */
export const LEDGER_TERMS = ["charges", "fees", "fine", "increase", "discount"] as const;
export type LedgerTerm = (typeof LEDGER_TERMS)[number];

/** Code of the ledger unit for each term that an agreement adds or takes. */
export type LedgerUnits = { readonly [T in LedgerTerm]?: string | undefined };

export type LedgerUnitRefusal =
  | { readonly code: "ledger_unit_missing"; readonly term: LedgerTerm }
  | { readonly code: "ledger_unit_not_needed"; readonly term: LedgerTerm; readonly unit: string };

/**
 * A unit for each term that was asked for, and for no other. What counts is what was typed, also where its percentage
 * rounds to no cent: the form shows a unit beside each term that was filled in.
 */
export function checkLedgerUnits(terms: Terms, units: LedgerUnits): LedgerUnitRefusal | undefined {
  for (const term of LEDGER_TERMS) {
    const unit = units[term];
    const asked = TERMS_OF[term].some((name) => terms[name] !== 0);
    if (asked && unit === undefined) return { code: "ledger_unit_missing", term };
    if (!asked && unit !== undefined) return { code: "ledger_unit_not_needed", term, unit };
  }
  return undefined;
}

const TERMS_OF: { readonly [T in LedgerTerm]: readonly TermName[] } = {
  charges: ["charges"],
  fees: ["fees"],
  fine: ["fine"],
  increase: ["increase"],
  discount: ["discount", "discountAmount"],
};
