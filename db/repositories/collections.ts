import { eq, sql } from "drizzle-orm";
import type { InvoiceId } from "#core/ids.ts";
import type { CollectionChange, Unit } from "#core/ports.ts";
import { collection } from "../schema/collection.ts";
import { asJson, asTexts, type Scope } from "./scope.ts";

type Methods = Pick<
  Unit,
  "changeCollection" | "release" | "setBalance" | "markRecheck" | "clearRecheck"
>;

export function collectionMethods(scope: Scope): Methods {
  const { tx } = scope;
  return {
    changeCollection: (changes) => changeCollection(scope, changes),
    async release(invoices) {
      const ids = asTexts(invoices);
      await tx.execute(sql`delete from collection where invoice_id = any(${ids})`);
      await tx.execute(sql`update invoice set in_collection = false where id = any(${ids})`);
    },
    async setBalance(invoiceId, amountCents) {
      await tx.update(collection).set({ amountCents }).where(eq(collection.invoiceId, invoiceId));
    },
    markRecheck: (invoices) => setRecheck(scope, invoices, true),
    clearRecheck: (invoices) => setRecheck(scope, invoices, false),
  };
}

async function setRecheck(
  { tx }: Scope,
  invoices: readonly InvoiceId[],
  recheck: boolean,
): Promise<void> {
  await tx.execute(
    sql`update collection set recheck = ${recheck} where invoice_id = any(${asTexts(invoices)})`,
  );
}

/** `since` moves only with the stage: it tells how long an invoice has stood where it stands. */
async function changeCollection(
  { tx, today }: Scope,
  changes: readonly CollectionChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.execute(sql`
    insert into collection as c (invoice_id, customer_id, stage, amount_cents, due_date, city, operator_id, agreement,
      tolerance_date, breaks_after, settled_on, since)
    select r.invoice, r.customer, r.stage, r."amountCents", r."dueDate", u.city, r.operator, r.agreement,
      r."toleranceDate", r."breaksAfter", r."settledOn", ${today}
    from jsonb_to_recordset(${asJson(changes)}) as r(invoice text, customer text, stage text, "amountCents" bigint,
      "dueDate" date, operator text, agreement bigint, "toleranceDate" date, "breaksAfter" date, "settledOn" date)
    join customer u on u.id = r.customer
    on conflict (invoice_id) do update set stage = excluded.stage, amount_cents = excluded.amount_cents,
      due_date = excluded.due_date, operator_id = excluded.operator_id, agreement = excluded.agreement,
      tolerance_date = excluded.tolerance_date, breaks_after = excluded.breaks_after,
      settled_on = excluded.settled_on,
      since = case when c.stage = excluded.stage then c.since else excluded.since end`);
}
