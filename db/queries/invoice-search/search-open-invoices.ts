import type { CivilDate } from "#core/calendar.ts";
import type { InvoiceId } from "#core/ids.ts";
import type { Cents } from "#core/money.ts";
import type { Sql } from "#db/client.ts";
import { readCustomerByReference } from "../account/customer-by-reference.ts";

export type FoundInvoice = {
  readonly invoice: InvoiceId;
  readonly number: string | null;
  readonly name: string;
  readonly dueDate: CivilDate;
  readonly balanceCents: Cents;
};

const MOST = 50;

/** Open invoices that somebody may mean: by whole id, number or charge number, or those of whom the words name. */
export async function searchOpenInvoices(sql: Sql, words: string): Promise<FoundInvoice[]> {
  const wanted = words.trim();
  if (wanted === "") return [];
  const customers = (await readCustomerByReference(sql, wanted)).map(({ customer }) => customer);
  const found = await sql<FoundInvoice[]>`
    with meant as (
      select id, 1 as rank from invoice where id = ${wanted} or number = ${wanted}
      union all
      select id, 1 from invoice where charge_number = ${wanted}
      union all
      select id, 2 from invoice where customer_id = any(${customers as string[]}) and state = 'open')
    select i.id as invoice, i.number, u.name, i.due_date as "dueDate",
      i.amount_cents - i.paid_cents as "balanceCents"
    from (select id, min(rank) as rank from meant group by id) m
    join invoice i on i.id = m.id join customer u on u.id = i.customer_id
    where i.state = 'open'
    order by m.rank, u.name, i.due_date, i.id limit ${MOST}`;
  return found.map((row) => ({ ...row }));
}
