import type { CivilDate } from "../calendar.ts";
import { balanceOf, type Invoice } from "../collection/invoice.ts";
import type { InvoiceId } from "../ids.ts";
import type { Cents } from "../money.ts";
import { type Applied, applyPayment } from "../payment/apply-payment.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import { command } from "./command.ts";
import { lockedInvoice } from "./locked-invoice.ts";
import { record } from "./record.ts";
import { settleInvoice, voidApproval } from "./settle-invoice.ts";

/** Without `amountCents`: what is owed on that day, the on-time discount taken off where it is due. */
export type RecordPayment = {
  /** As the billing system calls it; without one it gets an id of ours. */
  readonly id?: string | undefined;
  readonly invoice: InvoiceId;
  readonly amountCents?: Cents | undefined;
  readonly paidAt?: CivilDate | undefined;
  readonly method?: string | undefined;
};
export type PaymentRecorded = {
  readonly invoice: InvoiceId;
  readonly amount: Cents;
  readonly applied: Cents;
  readonly balance: Cents;
  /** Beyond what was owed: stays as the customer's credit. */
  readonly credit: Cents;
  readonly settled: boolean;
};

/** Settles an invoice, in whole or in part, by hand. */
export const recordPayment = command<RecordPayment, PaymentRecorded>(
  "pay",
  "invoice.pay",
  async (unit, { input, today }) => {
    const loaded = await loadPayable(unit, input);
    if (!loaded.ok) return loaded;
    const invoice = loaded.value;
    const paidAt = input.paidAt ?? today;
    if (paidAt > today) return refuse({ code: "paid_in_the_future", got: paidAt, today });
    if (input.amountCents !== undefined && input.amountCents <= 0) {
      return refuse({ code: "amount_not_positive", got: input.amountCents });
    }
    const settings = await unit.settings();
    const applied = applyPayment(invoice, {
      amountCents: input.amountCents,
      paidAt,
      localHolidays: new Set(settings["calendar.extraHolidays"]),
    });
    await writePayment(unit, {
      id: input.id,
      invoice,
      applied,
      paidAt,
      method: input.method ?? null,
    });
    if (applied.settles) await settleInvoice(unit, invoice, { today, paidOn: paidAt });
    else await keepBalance(unit, invoice, applied, today);
    return accept({
      invoice: invoice.id,
      amount: applied.amountCents,
      applied: applied.appliedCents,
      balance: applied.balanceCents,
      credit: applied.creditCents,
      settled: applied.settles,
    });
  },
);

async function loadPayable(
  unit: Unit,
  { invoice: id, id: payment }: RecordPayment,
): Promise<Result<Invoice, Refusal>> {
  const locked = await lockedInvoice(unit, id);
  if (!locked.ok) return locked;
  const known = payment === undefined ? undefined : await unit.invoiceOfPayment(payment);
  if (payment !== undefined && known !== undefined) {
    return refuse({ code: "payment_known", payment, invoice: known });
  }
  const invoice = locked.value;
  if (invoice.place === "replaced" && invoice.agreement !== undefined) {
    return refuse({ code: "payment_of_replaced", invoice: id, agreement: invoice.agreement });
  }
  switch (invoice.state) {
    case "paid":
      return refuse({ code: "already_paid", invoice: id });
    case "deleted":
    case "suspended":
      return refuse({ code: "payment_of_not_open", invoice: id, state: invoice.state });
    case "open":
      return accept(invoice);
  }
}

type Writing = {
  readonly id: string | undefined;
  readonly invoice: Invoice;
  readonly applied: Applied;
  readonly paidAt: CivilDate;
  readonly method: string | null;
};

async function writePayment(
  unit: Unit,
  { id, invoice, applied, paidAt, method }: Writing,
): Promise<void> {
  // A discount on time as large as the balance leaves nothing to pay.
  if (applied.amountCents > 0) {
    await unit.recordPayment({
      ...(id === undefined ? {} : { id }),
      invoice: invoice.id,
      customer: invoice.customer,
      amountCents: applied.amountCents,
      appliedCents: applied.appliedCents,
      paidAt,
      method,
      source: "manual",
    });
  }
  await unit.setInvoiceState([
    {
      invoice: invoice.id,
      state: applied.settles ? "paid" : "open",
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
      },
    },
  ]);
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
