import type { CivilDate } from "../calendar.ts";
import { balanceOf, type Invoice } from "../collection/invoice.ts";
import type { Cents } from "../money.ts";
import type { Applied } from "../payment/apply-payment.ts";
import type { NewPayment, Unit } from "../ports.ts";
import { record } from "./record.ts";
import { settleInvoice, voidApproval } from "./settle-invoice.ts";

export type Receiving = {
  /** As the billing system calls it; without one it gets an id of ours. */
  readonly id?: string | undefined;
  readonly invoice: Invoice;
  readonly applied: Applied;
  readonly paidAt: CivilDate;
  readonly method: string | null;
  readonly source: NewPayment["source"];
  /** Fine and interest that came on top and pay nothing of the invoice. */
  readonly chargesCents?: Cents;
};

/** Money that came for an invoice that is still owed, with all that follows from it. The payment's id; null when nothing was left to pay. */
export async function receivePayment(
  unit: Unit,
  receiving: Receiving,
  today: CivilDate,
): Promise<string | null> {
  const { invoice, applied, paidAt } = receiving;
  const payment = await writePayment(unit, receiving);
  if (!applied.settles) {
    await keepBalance(unit, invoice, applied, today);
    return payment;
  }
  await settleInvoice(unit, invoice, { today, paidOn: paidAt });
  await thank(unit, invoice);
  return payment;
}

/** For one of an agreement the event of its settlement does. */
async function thank(unit: Unit, { id, customer, amountCents, place }: Invoice): Promise<void> {
  if (place === "in agreement") return;
  await unit.enqueue([{ kind: "thank_customer", customer, invoice: id, amountCents }]);
}

async function writePayment(
  unit: Unit,
  { id, invoice, applied, paidAt, method, source, chargesCents }: Receiving,
): Promise<string | null> {
  // A discount on time as large as the balance leaves nothing to pay.
  const payment =
    applied.amountCents > 0
      ? await unit.recordPayment({
          ...(id === undefined ? {} : { id }),
          invoice: invoice.id,
          customer: invoice.customer,
          amountCents: applied.amountCents,
          appliedCents: applied.appliedCents,
          paidAt,
          method,
          source,
        })
      : null;
  await unit.setInvoiceState([
    {
      invoice: invoice.id,
      state: applied.settles ? "paid" : invoice.state,
      paidCents: applied.paidCents,
      discountedCents: applied.discountedCents,
    },
  ]);
  await record(unit, [
    {
      kind: "payment_received",
      customer: invoice.customer,
      invoice: invoice.id,
      data: {
        amountCents: applied.amountCents,
        appliedCents: applied.appliedCents,
        balanceCents: applied.balanceCents,
        paidAt,
        method,
        ...(chargesCents === undefined || chargesCents === 0 ? {} : { chargesCents }),
      },
    },
  ]);
  return payment;
}

/** A part payment moves nothing but the balance that the panels show. */
async function keepBalance(
  unit: Unit,
  invoice: Invoice,
  { paidCents }: Applied,
  today: CivilDate,
): Promise<void> {
  await voidApproval(unit, invoice, today);
  if (invoice.place === "none") return;
  await unit.setBalance(invoice.id, balanceOf({ ...invoice, paidCents }));
}
