import type { SlackDocuments } from "#bot/slack/documents/ports.ts";
import type { CivilDate } from "#core/calendar.ts";
import { accept } from "#core/result.ts";
import type { Sql } from "#db/client.ts";
import { readInvoiceDocuments } from "#db/queries/documents/read-invoice-documents.ts";
import { createPrinter, type Printer } from "#reports/printables/printer/printer.ts";
import { renderDocument } from "#reports/printables/render-document.ts";

/** Documents as the product prints them; the browser starts with the first one. */
export function openDocuments(
  sql: Sql,
  today: CivilDate,
): SlackDocuments & { close(): Promise<void> } {
  let printer: Printer | undefined;
  return {
    async print(asked) {
      const document = await readInvoiceDocuments(sql, asked, today);
      if (!document.ok) return document;
      printer ??= createPrinter();
      const printed = await printer.print(renderDocument(document.value));
      return printed.ok ? accept(printed.value.bytes) : printed;
    },
    close: async () => printer?.close(),
  };
}
