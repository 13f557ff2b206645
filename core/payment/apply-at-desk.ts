import { ZERO } from "../money.ts";
import { type AmountDueFacts, amountDue } from "./amount-due.ts";
import type { Received } from "./apply-payment.ts";
import { type AppliedTitle, applyTitle } from "./apply-title.ts";

export type ReceivedAtDesk = Pick<Received, "amountCents" | "paidAt">;
export type DeskRules = Omit<AmountDueFacts, "today">;

type Payable = Parameters<typeof amountDue>[0];

/**
 * What money that somebody records does to an open invoice: as that of a bank's file, with the charges that the provider's
 * contracts have on the day of payment. Without an amount it is all that is due that day, late charges included.
 * `amountCents + chargesCents` is what came; `appliedCents + creditCents + chargesCents` too.
 */
export function applyAtDesk(
  invoice: Payable,
  { amountCents, paidAt }: ReceivedAtDesk,
  rules: DeskRules,
): AppliedTitle {
  const grossCents = amountCents ?? amountDue(invoice, { ...rules, today: paidAt }).totalCents;
  return applyTitle(
    invoice,
    { grossCents, interestCents: ZERO, discountCents: ZERO, paidOn: paidAt },
    { ...rules, toleranceCents: ZERO },
  );
}
