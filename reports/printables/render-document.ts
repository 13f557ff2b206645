import type { InvoiceDocument } from "#core/documents/invoice-document.ts";
import { renderInvoices } from "./invoice/render.ts";
import type { Printable } from "./printable.ts";

/** Whatever can be printed: another kind of document is another type in this union and a folder beside `invoice`. */
export type PrintableDocument = InvoiceDocument;

export function renderDocument(document: PrintableDocument): Printable {
  switch (document.kind) {
    case "single":
    case "booklet":
      return renderInvoices(document);
  }
}
