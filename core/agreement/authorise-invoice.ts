import type { AgreementNumber } from "../ids.ts";

/** What is known of an invoice when it is asked whether it may enter an agreement. */
export type InvoiceFacts = {
  readonly state: "open" | "paid" | "suspended" | "deleted";
  /** The agreement that the invoice stands in, its source or its new invoice; never a rescinded one. */
  readonly agreement: { readonly number: AgreementNumber; readonly broken: boolean } | undefined;
  readonly hasFiscalDocument: boolean;
  /** Sent to the bank for collection. */
  readonly hasRemittance: boolean;
};

/** The provider's permissions for special cases (autorizações para processos especiais). */
export type AuthorisationSettings = {
  readonly allowFiscalDocument: boolean;
  readonly allowRemittance: boolean;
};

export type InvoiceRefusal =
  | { readonly reason: "paid" | "suspended" | "deleted" | "fiscal_document" | "remittance" }
  | { readonly reason: "in_another_agreement"; readonly agreement: AgreementNumber };

export type Authorisation = "authorised" | InvoiceRefusal;

/** What ended the debt is told first, then what binds it elsewhere, last what a setting could allow. */
export function authoriseInvoice(
  facts: InvoiceFacts,
  settings: AuthorisationSettings,
): Authorisation {
  const { state, agreement } = facts;
  if (state !== "open") return { reason: state };
  if (agreement !== undefined && !agreement.broken) {
    return { reason: "in_another_agreement", agreement: agreement.number };
  }
  if (facts.hasFiscalDocument && !settings.allowFiscalDocument) {
    return { reason: "fiscal_document" };
  }
  if (facts.hasRemittance && !settings.allowRemittance) return { reason: "remittance" };
  return "authorised";
}
