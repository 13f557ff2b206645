import type { CivilDate } from "#core/calendar.ts";
import type { CustomerId, InvoiceId } from "#core/ids.ts";
import type { Db } from "../client.ts";

type Page = { readonly after: CustomerId | undefined; readonly limit: number };

/** A first look by the partial index on blocked connections; the command looks again under the customer's lock. */
export async function paidButBlocked(
  { $client: sql }: Db,
  today: CivilDate,
  { after = "" as CustomerId, limit }: Page,
): Promise<{ customer: CustomerId; invoice: InvoiceId }[]> {
  return await sql<{ customer: CustomerId; invoice: InvoiceId }[]>`
    select distinct on (x.customer_id) x.customer_id as customer, paid.id as invoice
    from connection x
    join contract k on k.id = x.contract_id and k.status <> 'ended'
    cross join lateral (
      select i.id from invoice i
      where i.customer_id = x.customer_id and i.contract_id = x.contract_id and i.state = 'paid'
        and i.due_date < coalesce(x.blocked_on, ${today})
      order by i.due_date desc limit 1) paid
    where x.status = 'blocked' and x.wanted_status is distinct from 'normal' and x.customer_id > ${after}
      and not exists (
        select 1 from invoice i left join collection c on c.invoice_id = i.id
        where i.customer_id = x.customer_id and i.contract_id = x.contract_id and i.state = 'open'
          and coalesce(c.breaks_after, i.due_date + 7) < ${today})
    order by x.customer_id limit ${limit}`;
}
