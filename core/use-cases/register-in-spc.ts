import { balanceOf } from "../collection/invoice.ts";
import type { InvoiceId } from "../ids.ts";
import { spcExpiresOn } from "../law/deadlines.ts";
import { accept } from "../result.ts";
import { decideRegistration } from "../spc/decide-spc.ts";
import { command, lockedCustomer } from "./command.ts";
import { lawOn } from "./law-on.ts";
import { debtOf } from "./load-invoices.ts";
import { lockedInvoice } from "./locked-invoice.ts";
import { record } from "./record.ts";

export type SpcRequest = { readonly invoice: InvoiceId; readonly details: string };
export type SpcAnswer = {
  readonly record: number;
  readonly invoice: InvoiceId;
  readonly status: "live" | "removed";
};

/** Notes that an invoice was registered with the bureau; the provider also acts in the bureau's own system. */
export const registerInSpc = command<SpcRequest, SpcAnswer>(
  "spc add",
  "spc.register",
  async (unit, { input, today }) => {
    const locked = await lockedInvoice(unit, input.invoice);
    if (!locked.ok) return locked;
    const invoice = locked.value;
    const customer = await lockedCustomer(unit, invoice.customer);
    if (!customer.ok) return customer;
    const [live] = await unit.liveSpcRecords([invoice.id]);
    const law = await lawOn(unit, today);
    const bureau = await unit.bureauFacts(invoice.id);
    const inAgreement = invoice.place === "in agreement" || invoice.place === "settled";
    const decided = decideRegistration(
      {
        invoice: invoice.id,
        state: invoice.state,
        agreement: inAgreement ? (invoice.agreement ?? null) : null,
        liveRecord: live?.record ?? null,
        // A debt that was agreed upon anew is as old as its first invoice.
        legal: {
          ...bureau,
          debt: { ...debtOf(invoice, law.settings.localHolidays), dueDate: bureau.oweSince },
        },
        details: input.details,
      },
      today,
      law,
    );
    if (!decided.ok) return decided;
    const { details } = decided.value;
    const number = await unit.registerSpc({
      invoice,
      city: customer.value.city,
      details,
      on: today,
      expiresOn: spcExpiresOn(bureau.oweSince),
    });
    await record(unit, [
      {
        kind: "spc_registered",
        customer: invoice.customer,
        invoice: invoice.id,
        data: { record: number, amountCents: balanceOf(invoice), details },
      },
    ]);
    return accept({ record: number, invoice: invoice.id, status: "live" });
  },
);
