import type { DocumentRefusal, PrintRefusal } from "#core/documents/refusals.ts";
import { article } from "./law-messages.ts";
import { type ArgsOf, word } from "./words.ts";

/** The values in the sentences of why a document is not made, or not printed. */
export const DOCUMENT_ARGS: ArgsOf<DocumentRefusal | PrintRefusal> = {
  creditor_incomplete: (r, w) => ({
    field: w.say(`creditor-${r.field === "taxId" ? "tax-id" : r.field}`),
    setting: `provider.${r.field}`,
    article: article(r.rule, w),
  }),
  print_of_not_open: (r, w) => ({ invoice: r.invoice, state: word(w, "invoice-state", r.state) }),
  print_of_replaced: (r) => ({ invoice: r.invoice, agreement: `${r.agreement}` }),
  print_of_agreement_not_live: (r, w) => ({
    agreement: `${r.agreement}`,
    status: word(w, "agreement-status", r.status),
  }),
  nothing_left_to_print: (r) => ({ agreement: `${r.agreement}` }),
  too_many_to_print: (r, w) => ({ count: w.number(r.count), max: w.number(r.max) }),
  browser_missing: (r, w) => ({ tried: w.list(r.tried) }),
  printer_busy: (r, w) => ({ waiting: w.number(r.waiting) }),
  print_timed_out: (r, w) => ({ seconds: w.number(r.seconds) }),
  print_failed: () => ({}),
  printer_closed: () => ({}),
};
