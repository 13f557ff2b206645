import type { Cents, Percent } from "../money.ts";

/** What the law lets one agreement add, with the rule that sets each cap. Percentages are of the agreement's base. */
export type ChargeCaps = {
  readonly increase: { readonly max: Percent; readonly rule: string };
  /** Two per cent of the part of the base that was never fined before (a fine is due once). */
  readonly fine: { readonly maxCents: Cents; readonly rule: string };
  /** `maxCents` null: no cap (a company, or a reason given by someone with the permission). */
  readonly fees: { readonly maxCents: Cents | null; readonly rule: string };
};
