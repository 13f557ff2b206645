import { check, decimalSql, type Plan, type PlanMaker, refusalCase, WORK } from "./plan.ts";
import { stageOf } from "./staging.ts";

const STAGE = stageOf("payment");

/** Invoices by the charge numbers that the file names: the payment of one that several bear is nobody's to guess. */
const CHARGES = `(
  select charge_number, min(id) as id, count(*) as invoices from invoice
  where charge_number in (select charge_number from ${STAGE} where charge_number <> '')
  group by charge_number)`;

const differs = (field: string, condition: string, texts: { got: string; expected: string }) =>
  check(`t.id is not null and ${condition}`, { code: "payment_differs", field, ...texts });

const DIFFERENCES = [
  differs("invoice", "s.invoice_id <> '' and s.invoice_id <> t.invoice_id", {
    got: "s.invoice_id",
    expected: "t.invoice_id",
  }),
  differs(
    "chargeNumber",
    `s.charge_number <> '' and not exists (
       select 1 from invoice x where x.id = t.invoice_id and x.charge_number = s.charge_number)`,
    { got: "s.charge_number", expected: "t.invoice_id" },
  ),
  differs("amount", "s.amount_cents::bigint <> t.amount_cents", {
    got: decimalSql("s.amount_cents::bigint"),
    expected: decimalSql("t.amount_cents"),
  }),
  differs("paidAt", "s.paid_at::date <> t.paid_at", {
    got: "s.paid_at",
    expected: "t.paid_at::text",
  }),
  differs("method", "s.method is not null and nullif(s.method, '') is distinct from t.method", {
    got: "s.method",
    expected: "coalesce(t.method, 'none')",
  }),
];

const NEW_ONES = [
  check("t.id is null and s.amount_cents is null", { code: "required", field: "amount" }),
  check("t.id is null and s.paid_at is null", { code: "required", field: "paidAt" }),
  check("t.id is null and coalesce(s.invoice_id, '') = '' and coalesce(s.charge_number, '') = ''", {
    code: "exactly_one",
    field: "invoice",
    expected: "'invoice, chargeNumber'",
  }),
  check("t.id is null and g.invoices > 1", {
    code: "ambiguous_charge_number",
    field: "chargeNumber",
    got: "s.charge_number",
    expected: "g.invoices::text",
  }),
  check("t.id is null and i.id is null and s.invoice_id <> ''", {
    code: "unknown_reference",
    field: "invoice",
    got: "s.invoice_id",
  }),
  check("t.id is null and i.id is null", {
    code: "unknown_reference",
    field: "chargeNumber",
    got: "s.charge_number",
  }),
  check("t.id is null and c.agreement is not null", {
    code: "invoice_replaced",
    field: "invoice",
    got: "i.id",
    expected: "c.agreement::text",
  }),
];

const SELECT = `
  select *, not known and refusal is null as locking, false as changed
  from (select s.line, s.id, t.id is not null as known, i.id as invoice_id, i.customer_id,
          s.amount_cents::bigint as amount_cents, s.paid_at::date as paid_at, nullif(s.method, '') as method,
          case when i.state in ('paid', 'deleted') then 0 else i.amount_cents - i.paid_cents end as balance_cents,
          ${refusalCase([...DIFFERENCES, ...NEW_ONES])} as refusal
        from ${STAGE} s
        left join payment t on t.id = s.id
        left join ${CHARGES} g on g.charge_number = s.charge_number
        left join invoice i on i.id = coalesce(nullif(s.invoice_id, ''), g.id)
        left join collection c on c.invoice_id = i.id and c.stage = 'replaced'
        where <chosen>) rows`;

/** Several payments of one invoice take from its balance in the order of their lines; what is over is credit. */
const INSERT = `
  insert into payment (id, invoice_id, customer_id, amount_cents, applied_cents, paid_at, method, source)
  select id, invoice_id, customer_id, amount_cents,
         least(balance_cents, sum(amount_cents) over so_far) -
         least(balance_cents, sum(amount_cents) over so_far - amount_cents),
         paid_at, method, 'import'
  from ${WORK} where not known and refusal is null
  window so_far as (partition by invoice_id order by line)`;

const PAY = `
  with applied as (
    select p.invoice_id, sum(p.applied_cents)::bigint as cents from payment p
    where p.id in (select id from ${WORK} where not known and refusal is null)
    group by p.invoice_id having sum(p.applied_cents) > 0
  ), paid as (
    update invoice i set paid_cents = i.paid_cents + a.cents,
      state = case when i.paid_cents + a.cents = i.amount_cents then 'paid' else i.state end
    from applied a where i.id = a.invoice_id
    returning i.id, i.amount_cents - i.paid_cents as balance_cents, i.in_collection
  )
  update collection c set recheck = true,
    amount_cents = case when c.stage = 'settled' then c.amount_cents else p.balance_cents end
  from paid p where p.in_collection and c.invoice_id = p.id`;

/** A payment is recorded once and never edited (SPEC 5.1). */
export const paymentPlan: PlanMaker = (): Plan => ({
  type: "payment",
  table: "payment",
  current: "payment",
  select: SELECT,
  insert: INSERT,
  uniques: [],
  lockedCustomers: `select customer_id from ${WORK} where locking`,
  after: [PAY],
});
