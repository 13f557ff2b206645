import { type Cents, cents, splitEvenly, sumCents, ZERO } from "../money.ts";
import type { Instalment } from "./instalments.ts";

/** An invoice to be made, with what its contract takes off when it is paid by its due date. */
export type NewInvoice = Instalment & { readonly onTimeDiscountCents: Cents };

type Discounted = { readonly amount: Cents; readonly onTimeDiscountCents: Cents };

/**
 * A kept on-time discount (desconto para pagamento em dia) is worth to the customer what it was worth on the sources:
 * each source's discount once, spread evenly over the new invoices, so that splitting a debt neither multiplies nor
 * loses it. Every invoice keeps at least one cent to pay: what the cap cuts is not moved to another invoice.
 */
export function keepOnTimeDiscount(
  instalments: readonly Instalment[],
  sources: readonly Discounted[],
): NewInvoice[] {
  const worth = sources.map((s) => cents(Math.min(s.onTimeDiscountCents, s.amount)));
  const shares = splitEvenly(sumCents(worth), instalments.length);
  return instalments.map((instalment, index) => ({
    ...instalment,
    onTimeDiscountCents: cents(Math.min(shares[index] ?? ZERO, instalment.amount - 1)),
  }));
}

export const dropOnTimeDiscount = (instalments: readonly Instalment[]): NewInvoice[] =>
  instalments.map((instalment) => ({ ...instalment, onTimeDiscountCents: ZERO }));
