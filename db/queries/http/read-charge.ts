import type { InvoiceId } from "#core/ids.ts";
import type { Sql } from "#db/client.ts";

/** Two at most of the invoices that bear the charge number: one is it, more are ambiguous. */
export async function readInvoicesOfCharge(sql: Sql, chargeNumber: string): Promise<InvoiceId[]> {
  const rows = await sql<{ id: InvoiceId }[]>`
    select id from invoice where charge_number = ${chargeNumber} order by id limit 2`;
  return rows.map(({ id }) => id);
}
