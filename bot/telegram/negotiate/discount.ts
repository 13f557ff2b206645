import type { Percent } from "#core/money.ts";
import type { Offer } from "#core/self-service/offer.ts";

/** What is let go of the debt, in tenths of a percent: for the eye; the amount beside it is exact. */
export const discountOf = ({ discountCents, debt }: Pick<Offer, "discountCents" | "debt">) =>
  (Math.round((discountCents * 1_000) / debt.totalCents) * 1_000) as Percent;
