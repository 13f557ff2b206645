import type { CivilDate } from "../calendar.ts";
import { balanceOf, type Invoice } from "../collection/invoice.ts";
import type { Unit } from "../ports.ts";
import { closeEmptyAgreement } from "./close-empty-agreement.ts";
import { record } from "./record.ts";
import { voidApproval } from "./settle-invoice.ts";

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
  if (agreement === undefined) return;
  const reason = `invoice ${id} was contested and cancelled`;
  await closeEmptyAgreement(unit, agreement, { today, reason });
}
