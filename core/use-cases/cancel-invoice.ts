import type { CivilDate } from "../calendar.ts";
import { balanceOf, type Invoice } from "../collection/invoice.ts";
import type { AgreementNumber } from "../ids.ts";
import type { Unit } from "../ports.ts";
import { awaitsMore } from "./leave-agreements.ts";
import { record } from "./record.ts";
import { fulfil, voidApproval } from "./settle-invoice.ts";

type Cause = { readonly dispute: number; readonly today: CivilDate };

/** A contested invoice is owed no more: it leaves collections, out of its agreement too, and nobody waits for it. */
export async function cancelInvoice(
  unit: Unit,
  invoice: Invoice,
  { dispute, today }: Cause,
): Promise<void> {
  const { id, customer, paidCents, place } = invoice;
  await voidApproval(unit, invoice, today);
  await unit.setInvoiceState([{ invoice: id, state: "deleted", paidCents }]);
  const agreement = place === "in agreement" ? invoice.agreement : undefined;
  if (agreement !== undefined) await unit.freeMembers(agreement, [id]);
  if (place !== "none") await unit.release([id]);
  await record(unit, [
    {
      kind: "invoice_cancelled",
      customer,
      invoice: id,
      data: { dispute, amountCents: balanceOf(invoice), from: place },
    },
  ]);
  if (agreement !== undefined) await closeEmpty(unit, agreement, { invoice, today });
}

/** An agreement that awaits nothing more is fulfilled by what was paid of it, or has lost its object. */
async function closeEmpty(
  unit: Unit,
  number: AgreementNumber,
  { invoice, today }: { readonly invoice: Invoice; readonly today: CivilDate },
): Promise<void> {
  const agreement = await unit.agreement(number);
  if (agreement?.status !== "live" || awaitsMore(agreement)) return;
  const isPaid = agreement.members.some(
    (member) => member.live && member.isAwaited && member.invoice.state === "paid",
  );
  if (isPaid) return fulfil(unit, number, { today, paidOn: today });
  const reason = `invoice ${invoice.id} was contested and cancelled`;
  await unit.setAgreementStatus(number, "void", { on: today, reason });
  await record(unit, [
    { kind: "agreement_voided", customer: invoice.customer, agreement: number, data: { reason } },
  ]);
}
