import type { Sql } from "#db/client.ts";

/**
 * What holds in every database after every command: the sentence, and the rows that break it (a query that finds none).
 * A row marked for a recheck changed outside and is between two truths until the follow-up has looked at it.
 */
const INVARIANTS: Record<string, string> = {
  "an invoice stands in one live agreement at the most": `
    select invoice_id from agreement_invoice where live group by invoice_id having count(*) > 1`,

  "an invoice is marked as in collections when it has its row there, and only then": `
    select coalesce(i.id, c.invoice_id) as invoice, i.in_collection, c.stage
    from invoice i full join collection c on c.invoice_id = i.id
    where coalesce(i.in_collection, false) <> (c.invoice_id is not null)`,

  "every collection row is of an invoice and of that invoice's customer": `
    select c.invoice_id from collection c left join invoice i on i.id = c.invoice_id
    where i.customer_id is distinct from c.customer_id`,

  "the customers' panels are what a count of the rows says": `
    with counted as (
      select c.customer_id, c.stage, u.name, u.city, u.operator_id, count(*)::int as invoices,
        sum(c.amount_cents)::bigint as amount_cents, min(c.due_date) as oldest_due
      from collection c join customer u on u.id = c.customer_id
      where c.stage in ('classified', 'in contact', 'awaiting negotiation')
      group by c.customer_id, c.stage, u.name, u.city, u.operator_id)
    select n as counted, p as panel from counted n full join customer_panel p
      on p.customer_id = n.customer_id and p.stage = n.stage
    where (n.name, n.city, n.operator_id, n.invoices, n.amount_cents, n.oldest_due)
      is distinct from (p.name, p.city, p.operator_id, p.invoices, p.amount_cents, p.oldest_due)`,

  "a row shows its invoice's balance (its amount, once settled), due date and customer's city": `
    select c.invoice_id, c.stage, c.amount_cents, i.amount_cents as amount, i.paid_cents as paid
    from collection c join invoice i on i.id = c.invoice_id join customer u on u.id = c.customer_id
    where (c.amount_cents, c.due_date, c.city) is distinct from
      (case when c.stage = 'settled' then i.amount_cents when i.state = 'paid' then 0 else i.amount_cents - i.paid_cents end, i.due_date, u.city)`,

  "an invoice whose stage is outside agreements is open": `
    select c.invoice_id, c.stage, i.state from collection c join invoice i on i.id = c.invoice_id
    where c.stage in ('classified', 'in contact', 'awaiting negotiation') and i.state <> 'open' and not c.recheck`,

  "an invoice in agreement is open, and its live agreement awaits it": `
    select c.invoice_id, i.state, a.status, m.live from collection c join invoice i on i.id = c.invoice_id
    left join agreement a on a.number = c.agreement
    left join agreement_invoice m on m.agreement = c.agreement and m.invoice_id = c.invoice_id
    where c.stage = 'in agreement' and not c.recheck
      and (i.state, a.status, m.live, m.is_awaited) is distinct from ('open', 'live', true, true)`,

  "a settled invoice is paid, and its agreement knows it": `
    select c.invoice_id, i.state from collection c join invoice i on i.id = c.invoice_id
    left join agreement_invoice m on m.agreement = c.agreement and m.invoice_id = c.invoice_id
    where c.stage = 'settled' and (i.state <> 'paid' or m.agreement is null)`,

  "a replaced invoice is what its agreement made of it, and a live source of it": `
    select c.invoice_id, i.state, a.status, a.sources_become from collection c join invoice i on i.id = c.invoice_id
    left join agreement a on a.number = c.agreement
    left join agreement_invoice m on m.agreement = c.agreement and m.invoice_id = c.invoice_id
    where c.stage = 'replaced' and (
      i.state not in ('paid', a.sources_become) or a.kind <> 'renegotiated'
      or a.status not in ('live', 'fulfilled', 'renegotiated')
      or (m.live, m.is_source, m.is_awaited) is distinct from (true, true, false))`,

  "a live member stands where its agreement put it": `
    select m.agreement, m.invoice_id, c.stage, c.agreement as stands_in from agreement_invoice m
    left join collection c on c.invoice_id = m.invoice_id
    where m.live and (c.agreement is distinct from m.agreement
      or c.stage not in ('in agreement', 'settled', 'replaced') or (c.stage = 'replaced') = m.is_awaited)`,

  "a live agreement awaits an invoice, and one that is over awaits none": `
    select a.number, a.status from agreement a
    where (a.status = 'live') <> exists (select 1 from collection c where c.agreement = a.number and c.stage = 'in agreement'
      and not c.recheck) and not exists (select 1 from collection c where c.agreement = a.number and c.recheck)`,

  "an agreement that is over says when and why": `
    select number, status from agreement
    where (status in ('live', 'awaiting approval')) <> (ended_on is null) or (ended_on is null) <> (end_reason is null)`,

  "an agreement waits for approval when it holds its invoices and its approval is open, and only then": `
    select a.number, a.status from agreement a
    where (a.status = 'awaiting approval') <> exists (select 1 from agreement_invoice m where m.agreement = a.number and m.held)
      or (a.status = 'awaiting approval')
        <> exists (select 1 from approval p where p.agreement = a.number and p.decision is null)`,

  "an invoice that an approval holds could still be agreed upon": `
    select m.agreement, m.invoice_id, i.state, c.stage from agreement_invoice m join invoice i on i.id = m.invoice_id
    left join collection c on c.invoice_id = m.invoice_id
    where m.held and (m.live or i.state <> 'open' or c.stage is null
      or c.stage not in ('awaiting negotiation', 'in agreement')) and c.recheck is not true`,

  "base is the sum of the sources, total that of the awaited invoices": `
    select a.number, a.base_cents, a.total_cents from agreement a join agreement_invoice m on m.agreement = a.number
    where a.status in ('live', 'fulfilled', 'renegotiated', 'rescinded')
    group by a.number having sum(m.amount_cents) filter (where m.is_source) <> a.base_cents
      or sum(m.amount_cents) filter (where m.is_awaited) <> a.total_cents`,

  "the lines of each new invoice add up to it": `
    select m.agreement, m.instalment, m.amount_cents from agreement_invoice m
    left join agreement_line l on l.agreement = m.agreement and l.instalment = m.instalment
    where m.is_awaited and not m.is_source
    group by m.agreement, m.instalment, m.amount_cents having sum(l.amount_cents) is distinct from m.amount_cents`,

  "a term that adds or takes is booked on a ledger unit, the base on none": `
    select agreement, instalment, term, ledger_unit from agreement_line where (term = 'base') <> (ledger_unit is null)`,

  "a discount's lines take, all others add": `
    select agreement, instalment, term, amount_cents from agreement_line
    where term <> 'base' and (term in ('discount', 'discountAmount')) <> (amount_cents < 0)`,

  "who negotiates has an account": `
    select c.customer_id from collection c left join account a using (customer_id)
    where c.stage in ('awaiting negotiation', 'in agreement', 'settled', 'replaced') and a.number is null`,

  "accounts have numbers of their own": `
    select number from account group by number having count(*) > 1`,

  "what an invoice received is the sum of its payments, unless billing said otherwise": `
    select i.id, i.paid_cents, sum(p.applied_cents) as payments from invoice i left join payment p on p.invoice_id = i.id
    where i.billing_state = 'open'
    group by i.id having i.paid_cents <> coalesce(sum(p.applied_cents), 0)`,

  "an open invoice has something left to pay": `
    select id from invoice where state = 'open' and paid_cents = amount_cents`,

  "a paid invoice is paid to the cent, with what was let go for paying on time; of others nothing was let go": `
    select id, state, amount_cents, paid_cents, discounted_cents from invoice
    where case when state = 'paid' then paid_cents + discounted_cents <> amount_cents else discounted_cents <> 0 end`,

  "of an invoice's bureau records the last stands for all, and a live one is the last": `
    select invoice_id from spc_record group by invoice_id
    having count(*) filter (where not superseded) <> 1
      or max(id) filter (where not superseded) <> max(id)
      or bool_or(removed_on is null and superseded)`,

  "the bureau's record of a paid invoice knows that it is paid": `
    select s.id, s.invoice_id from spc_record s join invoice i on i.id = s.invoice_id
    left join collection c on c.invoice_id = s.invoice_id
    where not s.superseded and i.state = 'paid' and s.settled_on is null and c.recheck is not true`,

  "the bureau's record of what is owed is settled only while a paid instalment stands for it": `
    select s.id, s.invoice_id, c.stage from spc_record s join invoice i on i.id = s.invoice_id
    join collection c on c.invoice_id = s.invoice_id
    where not s.superseded and s.settled_on is not null and i.state = 'open' and c.stage <> 'replaced' and not c.recheck`,

  "every row got where it stands by an event": `
    select c.invoice_id, c.stage from collection c
    where c.recheck is not true and not exists (select 1 from event e where e.invoice_id = c.invoice_id and e.kind = any(
      case c.stage when 'classified' then array['invoice_classified'] when 'in contact' then array['collection_started']
        when 'awaiting negotiation' then array['collection_confirmed', 'invoice_restored']
        when 'in agreement' then array['invoice_entered_agreement', 'invoice_created']
        when 'settled' then array['invoice_settled', 'invoice_restored']
        else array['invoice_entered_agreement'] end))`,

  /**
   * What a customer owes is what was billed and not withdrawn, with what the agreements in force added, without what was
   * received; on-time discounts are forgiven, and what a rescission could not credit stays with the provider. That
   * billing calls a replaced invoice paid counts once its agreement is rescinded, and so does what was paid over a new invoice:
   * until then it is the customer's credit and pays nothing, then it is the sources'.
   */
  "money is conserved": `
    with withdrawn as (
      select i.id from invoice i left join collection c on c.invoice_id = i.id
      where i.agreement is null and i.state in ('deleted', 'suspended') and c.stage is distinct from 'replaced'
    ), kept as (
      select i.id, i.customer_id, i.agreement, i.state, i.amount_cents, case when c.stage = 'replaced'
          then (select coalesce(sum(p.applied_cents), 0) from payment p where p.invoice_id = i.id) else i.paid_cents end
          as paid_cents
      from invoice i left join collection c on c.invoice_id = i.id where i.id not in (select id from withdrawn)
    ), of_customer as (
      select u.id as customer,
        (select coalesce(sum(amount_cents - paid_cents), 0) from kept where customer_id = u.id and state = 'open') as owed,
        (select coalesce(sum(amount_cents), 0) from kept where customer_id = u.id and agreement is null)
        + (select coalesce(sum(total_cents - base_cents), 0) from agreement where customer_id = u.id
            and status in ('live', 'fulfilled', 'renegotiated'))
        - (select coalesce(sum(paid_cents), 0) from kept where customer_id = u.id)
        - (select coalesce(sum(greatest((select sum(p.amount_cents) from payment p where p.invoice_id = k.id) - k.paid_cents, 0)), 0)
            from kept k join agreement a on a.number = k.agreement where k.customer_id = u.id and a.status = 'rescinded')
        + (select coalesce(sum(applied_cents), 0) from payment where customer_id = u.id and source = 'credit')
        - (select coalesce(sum(k.amount_cents - k.paid_cents), 0) from kept k left join agreement a on a.number = k.agreement
            left join collection c on c.invoice_id = k.id
            where k.customer_id = u.id and k.state = 'paid' and c.stage is distinct from 'replaced' and a.status is distinct from 'rescinded')
        + (select coalesce(sum((data->>'leftCents')::bigint), 0) from event where customer_id = u.id
            and kind = 'agreement_rescinded') as expected
      from customer u)
    select * from of_customer where owed <> expected`,
};

/** What does not hold, with the first rows that show it; nothing when all is well. */
export async function brokenInvariants(sql: Sql): Promise<Record<string, unknown[]>> {
  const parts = Object.entries(INVARIANTS).map(
    ([sentence, query]) => `
      select '${sentence.replaceAll("'", "''")}' as sentence,
        (select jsonb_agg(to_jsonb(r)) from (select * from (${query}) q limit 5) r) as rows`,
  );
  const found = await sql.unsafe<{ sentence: string; rows: unknown[] | null }[]>(
    `select * from (${parts.join(" union all ")}) found where rows is not null`,
  );
  return Object.fromEntries(found.map(({ sentence, rows }) => [sentence, rows ?? []]));
}

export async function checkInvariants(sql: Sql): Promise<void> {
  const broken = await brokenInvariants(sql);
  if (Object.keys(broken).length > 0) {
    throw new Error(`does not hold:\n${JSON.stringify(broken, null, 2)}`);
  }
}
