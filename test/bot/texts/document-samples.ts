import type { DocumentRefusal, PrintRefusal } from "#core/documents/refusals.ts";
import type { AgreementNumber, InvoiceId } from "#core/ids.ts";

const invoice = "F881" as InvoiceId;
const agreement = 12 as AgreementNumber;

type Documents = DocumentRefusal | PrintRefusal;

export const DOCUMENT_REFUSALS = {
  creditor_incomplete: (["name", "address", "taxId"] as const).map((field) => ({
    code: "creditor_incomplete",
    field,
    rule: "CDC-42-A",
  })),
  print_of_not_open: [{ code: "print_of_not_open", invoice, state: "deleted" }],
  print_of_replaced: [{ code: "print_of_replaced", invoice, agreement }],
  print_of_agreement_not_live: [
    { code: "print_of_agreement_not_live", agreement, status: "rescinded" },
  ],
  nothing_left_to_print: [{ code: "nothing_left_to_print", agreement }],
  too_many_to_print: [{ code: "too_many_to_print", count: 140, max: 100 }],
  browser_missing: [{ code: "browser_missing", tried: ["/usr/bin/chromium"] }],
  printer_busy: [{ code: "printer_busy", waiting: 100 }],
  print_timed_out: [{ code: "print_timed_out", seconds: 20 }],
  print_failed: [{ code: "print_failed" }],
  printer_closed: [{ code: "printer_closed" }],
} satisfies {
  readonly [Code in Documents["code"]]: readonly Extract<Documents, { readonly code: Code }>[];
};
