import type { CivilDate } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import type { AgreementNumber, InvoiceId } from "../ids.ts";
import { packFor } from "../law/rule-pack.ts";
import { type Cents, cents } from "../money.ts";
import { applyAtDesk } from "../payment/apply-at-desk.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import { command } from "./command.ts";
import { lockedInvoice } from "./locked-invoice.ts";
import { receivePayment } from "./receive-payment.ts";
import { waitingOver } from "./settle-invoice.ts";

/** Without `amountCents`: what is owed on that day, the on-time discount taken off and the late charges of the contracts added where they are due. */
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
  /** Fine and interest that were due on the day of payment, as far as they came: neither of the invoice nor credit. Only where some came. */
  readonly lateCharges?: Cents;
  readonly settled: boolean;
  /** The agreement that waited for approval over it: its figures hold no more. */
  readonly voided: AgreementNumber | null;
};

/** Settles an invoice, in whole or in part, by hand. */
export const recordPayment = command<RecordPayment, PaymentRecorded>(
  "pay",
  "invoice.pay",
  async (unit, { input, today }) => {
    const loaded = await loadPayment(unit, input, today);
    if (!loaded.ok) return loaded;
    const misfit = whyNotPayable(loaded.value);
    return misfit === undefined
      ? accept(await receive(unit, { input, invoice: loaded.value }, today))
      : refuse(misfit);
  },
);

type Receiving = { readonly input: RecordPayment; readonly invoice: Invoice };

/** Puts the money on an invoice that is still owed. */
export async function receive(
  unit: Unit,
  { input, invoice }: Receiving,
  today: CivilDate,
): Promise<PaymentRecorded> {
  const paidAt = input.paidAt ?? today;
  const settings = await unit.settings();
  const received = { amountCents: input.amountCents, paidAt };
  const { applied, chargesCents } = applyAtDesk(invoice, received, {
    pack: packFor(paidAt),
    localHolidays: new Set(settings["calendar.extraHolidays"]),
    charges: { fine: settings["charge.lateFine"], interest: settings["charge.lateInterest"] },
  });
  const method = input.method ?? null;
  const voided = (await waitingOver(unit, invoice)) ?? null;
  await receivePayment(
    unit,
    { id: input.id, invoice, applied, chargesCents, paidAt, method, source: "manual" },
    today,
  );
  return {
    invoice: invoice.id,
    amount: cents(applied.amountCents + chargesCents),
    applied: applied.appliedCents,
    balance: applied.balanceCents,
    credit: applied.creditCents,
    ...(chargesCents === 0 ? {} : { lateCharges: chargesCents }),
    settled: applied.settles,
    voided,
  };
}

/** The invoice, locked, of a payment that is new and can be right. Money of a replaced one is its agreement's to sort out. */
export async function loadPayment(
  unit: Unit,
  { invoice: id, id: payment, paidAt, amountCents }: RecordPayment,
  today: CivilDate,
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
  if (paidAt !== undefined && paidAt > today) {
    return refuse({ code: "paid_in_the_future", got: paidAt, today });
  }
  if (amountCents !== undefined && amountCents <= 0) {
    return refuse({ code: "amount_not_positive", got: amountCents });
  }
  return accept(invoice);
}

function whyNotPayable({ id, state }: Invoice): Refusal | undefined {
  switch (state) {
    case "paid":
      return { code: "already_paid", invoice: id };
    case "deleted":
    case "suspended":
      return { code: "payment_of_not_open", invoice: id, state };
    case "open":
      return undefined;
  }
}
