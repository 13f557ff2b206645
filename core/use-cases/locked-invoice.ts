import type { Invoice } from "../collection/invoice.ts";
import type { InvoiceId } from "../ids.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { type Result, refuse } from "../result.ts";

/** The invoice as it stands once its customer is locked. */
export async function lockedInvoice(unit: Unit, id: InvoiceId): Promise<Result<Invoice, Refusal>> {
  const customer = await unit.customerOfInvoice(id);
  if (customer === undefined) return refuse({ code: "invoice_unknown", invoice: id });
  await unit.lockCustomer(customer);
  const [invoice] = await unit.invoices([id]);
  return invoice === undefined
    ? refuse({ code: "invoice_unknown", invoice: id })
    : { ok: true, value: invoice };
}
