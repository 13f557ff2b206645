import type { Invoice } from "../collection/invoice.ts";
import { type Cents, cents, ZERO } from "../money.ts";
import type { Unit } from "../ports.ts";
import { accept } from "../result.ts";
import { command } from "./command.ts";
import { record } from "./record.ts";
import {
  loadPayment,
  type PaymentRecorded,
  type RecordPayment,
  receive,
} from "./record-payment.ts";

type BilledPayment = RecordPayment & { readonly amountCents: Cents };

/**
 * A payment that the billing system tells of, as its files do: the money is there whatever became of the invoice. What it
 * does not pay stays as the customer's credit.
 */
export const recordBilledPayment = command<BilledPayment, PaymentRecorded>(
  "pay",
  "invoice.pay",
  async (unit, { input, today }) => {
    const loaded = await loadPayment(unit, input, today);
    if (!loaded.ok) return loaded;
    const invoice = loaded.value;
    const paid = { ...input, paidAt: input.paidAt ?? today };
    switch (invoice.state) {
      case "open":
        return accept(await receive(unit, { input, invoice }, today));
      case "suspended": // still owed, and the discount on time is for what is billed
        return accept(
          await receive(unit, { input, invoice: { ...invoice, onTimeDiscountCents: ZERO } }, today),
        );
      case "paid": {
        const unexplained = await unit.unexplainedCents(invoice.id);
        return accept(await keep(unit, paid, { invoice, unexplained }));
      }
      case "deleted":
        return accept(await keep(unit, paid, { invoice, unexplained: ZERO }));
    }
  },
);

type Kept = BilledPayment & { readonly paidAt: NonNullable<RecordPayment["paidAt"]> };
/** `unexplained`: paid as billing says, beyond the payments that are known. */
type Closed = { readonly invoice: Invoice; readonly unexplained: Cents };

/** Explains what billing called paid, as far as that goes; nothing moves. */
async function keep(
  unit: Unit,
  { id, amountCents, paidAt, ...input }: Kept,
  { invoice, unexplained }: Closed,
): Promise<PaymentRecorded> {
  const method = input.method ?? null;
  const about = { invoice: invoice.id, customer: invoice.customer };
  const applied = cents(Math.max(0, Math.min(amountCents, unexplained)));
  await unit.recordPayment({
    ...(id === undefined ? {} : { id }),
    ...about,
    ...{ amountCents, appliedCents: applied, paidAt, method, source: "manual" },
  });
  await record(unit, [
    {
      kind: "payment_received",
      ...about,
      data: { amountCents, appliedCents: applied, balanceCents: ZERO, paidAt, method },
    },
  ]);
  return {
    invoice: invoice.id,
    amount: amountCents,
    applied,
    balance: ZERO,
    credit: cents(amountCents - applied),
    settled: invoice.state === "paid",
    voided: null,
  };
}
