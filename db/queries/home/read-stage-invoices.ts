import type { CivilDate } from "#core/calendar.ts";
import type { Stage } from "#core/collection/stage.ts";
import type { CustomerId, InvoiceId } from "#core/ids.ts";
import type { Cents } from "#core/money.ts";
import type { Sql } from "#db/client.ts";

export type StageInvoice = {
  readonly invoice: InvoiceId;
  readonly number: string | null;
  readonly description: string | null;
  readonly dueDate: CivilDate;
  readonly balanceCents: Cents;
};

export type StageInvoices = {
  readonly customer: CustomerId;
  readonly name: string;
  readonly invoices: readonly StageInvoice[];
};

/** The oldest of a customer's invoices in a stage. Undefined when there is no such customer. */
export async function readStageInvoices(
  sql: Sql,
  { customer, stage }: { readonly customer: CustomerId; readonly stage: Stage },
  limit: number,
): Promise<StageInvoices | undefined> {
  const [[head], invoices] = await Promise.all([
    sql<{ name: string }[]>`select name from customer where id = ${customer}`,
    sql<StageInvoice[]>`
      select i.id as invoice, i.number, i.description, c.due_date as "dueDate", c.amount_cents as "balanceCents"
      from collection c join invoice i on i.id = c.invoice_id
      where c.customer_id = ${customer} and c.stage = ${stage}
      order by c.due_date, c.invoice_id limit ${limit}`,
  ]);
  return head && { customer, name: head.name, invoices: [...invoices] };
}
