import { addDays, date } from "#core/calendar.ts";
import { SYSTEM_OPERATOR } from "#core/ids.ts";
import { classify } from "#db/classify.ts";
import type { Connection, Sql } from "#db/client.ts";

export const TODAY = date("2026-07-01");
export const INVOICES_A_CUSTOMER = 12;
/** Of ten customers with a debt, those from this one on have an agreement. */
const FIRST_PROMISED = 8;

/**
 * A provider in mid-life, written by the database itself: a year of monthly invoices, of which one customer in five leaves two
 * in five unpaid and the others one in a hundred, the classifier's first run over them, and the cases moved on to all panels.
 */
export async function buildProvider(
  { db, sql }: Connection,
  customers: number,
): Promise<{ readonly invoices: number; readonly firstRun: number }> {
  await insertCatalogue(sql);
  await insertCustomers(sql, customers);
  await insertInvoices(sql, customers);
  await sql`vacuum analyze`;
  const run = { today: TODAY, actor: SYSTEM_OPERATOR };
  const { classified } = await db.transaction((tx) => classify(tx, run));
  await workTheCases(sql);
  await registerRecords(sql);
  await sql`vacuum analyze`;
  return { invoices: customers * INVOICES_A_CUSTOMER, firstRun: classified };
}

async function insertCatalogue(sql: Sql): Promise<void> {
  await sql`
    insert into ladder (id, name, forward_day) values ('L10', 'Ten', 10), ('L15', 'Fifteen', 15), ('L0', 'Never', null)`;
  await sql`insert into category (id, name) values ('bench', 'Bench') on conflict do nothing`;
  await sql`insert into ledger_unit (id, code, name) values ('bench', '9.9', 'Bench') on conflict do nothing`;
  await sql`insert into payment_profile (id, name) values ('bench', 'Bench') on conflict do nothing`;
}

async function insertCustomers(sql: Sql, customers: number): Promise<void> {
  await sql`
    insert into customer (id, name, tax_id, city, state, operator_id)
    select 'C' || g,
      (array['Ana', 'Bruno', 'Carla', 'Davi', 'Eva', 'Fábio', 'Gina', 'Hugo', 'Íris', 'João'])[1 + g % 10] || ' ' ||
      (array['Silva', 'Souza', 'Costa', 'Lima', 'Alves', 'Rocha', 'Dias'])[1 + g % 7] || ' ' || g,
      lpad(g::text, 11, '0'), 'City ' || g % 60, 'PE', 'op' || g % 20
    from generate_series(1, ${customers}::int) g`;
  await sql`
    insert into contract (id, customer_id, ladder_id)
    select 'K' || g, 'C' || g, ${ladderOf(sql)}
    from generate_series(1, ${customers}::int) g`;
}

/** Six in ten forward after 10 days, three after 15, one never. */
const ladderOf = (sql: Sql) => sql`
  (array['L10', 'L10', 'L10', 'L10', 'L10', 'L10', 'L15', 'L15', 'L15', 'L0'])[1 + abs(hashint8(g)) % 10]`;

/** Due dates from 20 days ahead to 11 months ago, as many on each day. */
async function insertInvoices(sql: Sql, customers: number): Promise<void> {
  await sql`
    insert into invoice (id, customer_id, contract_id, number, charge_number, description, amount_cents, paid_cents,
      due_date, billing_state, state, ladder_id)
    select 'F' || g || '-' || k, 'C' || g, 'K' || g, 'N' || g || '-' || k, 'B' || g || '-' || k, 'Internet', cents,
      case when paid then cents else 0 end, due, case when paid then 'paid' else 'open' end,
      case when paid then 'paid' else 'open' end,
      ${ladderOf(sql)}
    from generate_series(1, ${customers}::int) g
    cross join generate_series(0, ${INVOICES_A_CUSTOMER - 1}::int) k
    cross join lateral (select ${TODAY}::date + 20 - k * 30 - g % 30 as due, 8990 + (g % 9) * 1000 as cents) i
    cross join lateral (select due < ${TODAY}::date - 5 and 
      abs(hashint8(g * 31 + k)) % 100 >= case when abs(hashint8(g + 7)) % 5 = 0 then 40 else 1 end as paid) p`;
}

/**
 * Of ten customers five stay classified, one is in contact, two await negotiation and two have an agreement, of which they
 * paid every third invoice. What fell due in the last 40 days is still classified everywhere.
 */
async function workTheCases(sql: Sql): Promise<void> {
  await sql`
    insert into agreement (customer_id, kind, status, tolerance_date, category, base_cents, total_cents, proposal, made_by, made_on)
    select customer_id, 'unchanged', 'live', ${TODAY}::date + 5 - abs(hashtext(customer_id)) % 25, 'Bench',
      sum(amount_cents), sum(amount_cents), '{}', 'op1', ${addDays(TODAY, -30)}
    from collection
    where abs(hashtext(customer_id)) % 10 >= ${FIRST_PROMISED} and due_date < ${addDays(TODAY, -40)}
    group by customer_id`;
  await sql`
    insert into agreement_invoice (agreement, invoice_id, is_source, is_awaited, amount_cents, due_date, live)
    select a.number, c.invoice_id, true, true, c.amount_cents, c.due_date, true
    from collection c join agreement a using (customer_id) where c.due_date < ${addDays(TODAY, -40)}`;
  await sql`
    update collection c set stage = m.stage, agreement = m.agreement, operator_id = 'op' || abs(hashtext(customer_id)) % 20,
      tolerance_date = case when m.stage = 'in agreement' then m.tolerance_date end,
      breaks_after = case when m.stage = 'in agreement' then m.tolerance_date end,
      settled_on = case when m.stage = 'settled' then ${TODAY}::date - abs(hashtext(c.invoice_id)) % 200 end
    from (
      select x.invoice_id, ai.agreement, a.tolerance_date,
        case when ai.agreement is not null and abs(hashtext(x.invoice_id)) % 3 = 0 then 'settled'
          when ai.agreement is not null then 'in agreement'
          when abs(hashtext(x.customer_id)) % 10 = 5 then 'in contact' else 'awaiting negotiation' end as stage
      from collection x left join agreement_invoice ai using (invoice_id) left join agreement a on a.number = ai.agreement
      where abs(hashtext(x.customer_id)) % 10 >= 5 and x.due_date < ${addDays(TODAY, -40)}) m
    where m.invoice_id = c.invoice_id`;
  await sql`
    update invoice i set state = 'paid', billing_state = 'paid', paid_cents = i.amount_cents
    from collection c where c.invoice_id = i.id and c.stage = 'settled'`;
  await sql`
    insert into account (customer_id, opened_on, opened_by)
    select distinct customer_id, ${TODAY}::date, 'op1' from collection where stage not in ('classified', 'in contact')`;
}

/** Half of the agreements' invoices were registered; of these one in three was removed. */
async function registerRecords(sql: Sql): Promise<void> {
  await sql`
    insert into spc_record (invoice_id, customer_id, agreement, amount_cents, due_date, city, operator_id, details,
      registered_on, registered_by, expires_on, settled_on, remove_by, removed_on, removed_by, removal_details)
    select invoice_id, customer_id, agreement, amount_cents, due_date, city, operator_id, 'registered',
      ${TODAY}::date - 40 - h % 90, 'op1', due_date + 1826, settled_on, settled_on + 7,
      case when h % 3 = 0 then ${TODAY}::date - h % 30 end, case when h % 3 = 0 then 'op1' end,
      case when h % 3 = 0 then 'removed' end
    from (select c.*, abs(hashtext('spc' || invoice_id)) as h from collection c where stage in ('in agreement', 'settled')) c
    where h % 2 = 0`;
}
