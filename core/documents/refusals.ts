import type { InvoiceState } from "../collection/invoice.ts";
import type { AgreementNumber, InvoiceId } from "../ids.ts";
import type { CreditorRefusal } from "../law/documents.ts";

/** Why a document may not be made: it would ask for money that is not owed, or not say who asks. */
export type DocumentRefusal =
  | CreditorRefusal
  | {
      readonly code: "print_of_not_open";
      readonly invoice: InvoiceId;
      readonly state: InvoiceState;
    }
  | {
      readonly code: "print_of_replaced";
      readonly invoice: InvoiceId;
      readonly agreement: AgreementNumber;
    }
  | {
      readonly code: "print_of_agreement_not_live";
      readonly agreement: AgreementNumber;
      readonly status: string;
    }
  | { readonly code: "nothing_left_to_print"; readonly agreement: AgreementNumber }
  | { readonly code: "too_many_to_print"; readonly count: number; readonly max: number };

/** Why a document that may be made was not printed. Only `printer_busy` and `print_failed` are worth another try. */
export type PrintRefusal =
  | { readonly code: "browser_missing"; readonly tried: readonly string[] }
  | { readonly code: "printer_busy"; readonly waiting: number }
  | { readonly code: "print_timed_out"; readonly seconds: number }
  | { readonly code: "print_failed" }
  | { readonly code: "printer_closed" };
