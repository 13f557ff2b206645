import type { AgreementNumber, InvoiceId } from "../ids.ts";

/** Chosen invoices, in the order asked; or what is still to be paid of an agreement, in the order of its instalments. */
export type DocumentAsked =
  | { readonly invoices: readonly InvoiceId[] }
  | { readonly agreement: AgreementNumber };
