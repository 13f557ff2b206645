import { bankHolidays } from "#core/business-days.ts";
import {
  check,
  decimalSql,
  type Plan,
  type PlanCircumstances,
  type PlanMaker,
  refusalCase,
  WORK,
} from "./plan.ts";
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
    code: "no_invoice",
    field: "invoice",
  }),
  check("t.id is null and coalesce(s.invoice_id, '') = '' and g.invoices > 1", {
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
  check(
    "t.id is null and s.charge_number <> '' and i.charge_number is distinct from s.charge_number",
    {
      code: "another_charge_number",
      field: "chargeNumber",
      got: "s.charge_number",
      expected: "i.id",
    },
  ),
  check("t.id is null and c.agreement is not null", {
    code: "invoice_replaced",
    field: "invoice",
    got: "i.id",
    expected: "c.agreement::text",
  }),
];

/** What billing calls paid was paid by payments like these: they explain it, and only what is beyond is credit. */
const BALANCE = `
  case i.state when 'deleted' then 0
    when 'paid' then greatest(i.amount_cents - coalesce(
      (select sum(x.applied_cents) from payment x where x.invoice_id = i.id), 0), 0)::bigint
    else i.amount_cents - i.paid_cents end`;

/** The on-time discount counts as paid until the first business day on or after the due date (core/payment). */
const settlesOnTime = (circumstances: PlanCircumstances): string => `
  i.state = 'open' and d.cents > 0
    and s.amount_cents::bigint between i.amount_cents - i.paid_cents - d.cents and i.amount_cents - i.paid_cents - 1
    and s.paid_at::date <= (
      select min(day)::date from generate_series(i.due_date, i.due_date + 14, interval '1 day') day
      where extract(isodow from day) < 6 and day::date not in (${holidaysBefore(circumstances)}))`;

/** A file tells the past: holidays of the years that collections look back on and of the next, and the provider's own. */
function holidaysBefore({ today, localHolidays }: PlanCircumstances): string {
  const year = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, index) => year - YEARS_BACK + index);
  const days = [...years.flatMap((y) => [...bankHolidays(y)]), ...localHolidays];
  return days.map((day) => `date '${day}'`).join(", ");
}
const YEARS_BACK = 6;

const select = (circumstances: PlanCircumstances): string => `
  select *, not known and refusal is null as locking, false as changed
  from (select s.line, s.id, t.id is not null as known, i.id as invoice_id, i.customer_id,
          s.amount_cents::bigint as amount_cents, s.paid_at::date as paid_at, nullif(s.method, '') as method,
          ${BALANCE} as balance_cents, coalesce(${settlesOnTime(circumstances)}, false) as settles,
          ${refusalCase([...DIFFERENCES, ...NEW_ONES])} as refusal
        from ${STAGE} s
        left join payment t on t.id = s.id
        left join ${CHARGES} g on g.charge_number = s.charge_number
        left join invoice i on i.id = coalesce(nullif(s.invoice_id, ''), g.id)
        left join collection c on c.invoice_id = i.id and c.stage = 'replaced'
        left join contract k on k.id = i.contract_id
        cross join lateral (select case when i.agreement is null then k.on_time_discount_cents
          else i.on_time_discount_cents end as cents) d
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
    select p.invoice_id, sum(p.applied_cents)::bigint as cents, bool_or(w.settles) as settles
    from payment p join ${WORK} w on w.id = p.id and not w.known and w.refusal is null
    group by p.invoice_id having sum(p.applied_cents) > 0
  ), paid as (
    update invoice i set paid_cents = i.paid_cents + a.cents,
      discounted_cents = case when a.settles then i.amount_cents - i.paid_cents - a.cents else 0 end,
      state = case when a.settles or i.paid_cents + a.cents = i.amount_cents then 'paid' else i.state end
    from applied a where i.id = a.invoice_id and i.state <> 'paid'
    returning i.id, i.amount_cents - i.paid_cents - i.discounted_cents as balance_cents, i.in_collection
  )
  update collection c set recheck = true,
    amount_cents = case when c.stage = 'settled' then c.amount_cents else p.balance_cents end
  from paid p where p.in_collection and c.invoice_id = p.id`;

/** A payment is recorded once and never edited (SPEC 5.1). */
export const paymentPlan: PlanMaker = (circumstances): Plan => ({
  type: "payment",
  table: "payment",
  current: "payment",
  select: select(circumstances),
  insert: INSERT,
  uniques: [],
  lockedCustomers: `select customer_id from ${WORK} where locking`,
  after: [PAY],
});
