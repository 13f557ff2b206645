import { sql } from "drizzle-orm";
import type { CivilDate } from "#core/calendar.ts";
import type { CustomerId, InvoiceId } from "#core/ids.ts";
import { packFor } from "#core/law/rule-pack.ts";
import { type Owed, type OwedInvoice, whatIsOwed } from "#core/self-service/what-is-owed.ts";
import { settingsFrom } from "#core/settings.ts";
import type { Connection, Tx } from "#db/client.ts";
import { loadInvoices } from "#db/repositories/invoices.ts";
import { rowsOf } from "#db/repositories/scope.ts";

export type DescribedInvoice = OwedInvoice & { readonly description: string | null };
export type OwedBy = Omit<Owed, "invoices"> & {
  readonly invoices: readonly DescribedInvoice[];
  /** Invoices themselves are asked for with fine or interest when they are late. */
  readonly hasLateCharges: boolean;
};

/** What a customer owes today, by the rules that its commands follow. */
export const readOwed = (
  { db }: Pick<Connection, "db">,
  customer: CustomerId,
  today: CivilDate,
): Promise<OwedBy> =>
  db.transaction(
    async (tx) => {
      const settings = settingsFrom(await storedSettings(tx));
      const open = await loadInvoices(tx, sql`i.customer_id = ${customer} and i.state = 'open'`);
      const owed = whatIsOwed(open, { settings, pack: packFor(today), today });
      const descriptions = await descriptionsOf(tx, customer);
      return {
        ...owed,
        invoices: owed.invoices.map((one) => ({
          ...one,
          description: descriptions.get(one.invoice) ?? null,
        })),
        hasLateCharges: settings["charge.lateFine"] || settings["charge.lateInterest"],
      };
    },
    { accessMode: "read only", isolationLevel: "repeatable read" },
  );

async function storedSettings(tx: Tx): Promise<ReadonlyMap<string, unknown>> {
  const rows = await rowsOf<{ key: string; value: unknown }>(
    tx,
    sql`select key, value from setting`,
  );
  return new Map(rows.map(({ key, value }) => [key, value]));
}

async function descriptionsOf(
  tx: Tx,
  customer: CustomerId,
): Promise<ReadonlyMap<InvoiceId, string | null>> {
  const rows = await rowsOf<{ id: InvoiceId; description: string | null }>(
    tx,
    sql`select id, description from invoice where customer_id = ${customer} and state = 'open'`,
  );
  return new Map(rows.map(({ id, description }) => [id, description]));
}
