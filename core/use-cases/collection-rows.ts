import { balanceOf, type Invoice } from "../collection/invoice.ts";

/** The part of a collection row that says: no promise holds this invoice. */
export const inNoAgreement = (invoice: Invoice) =>
  ({
    invoice: invoice.id,
    customer: invoice.customer,
    amountCents: balanceOf(invoice),
    dueDate: invoice.dueDate,
    agreement: null,
    toleranceDate: null,
    breaksAfter: null,
    settledOn: null,
  }) as const;
