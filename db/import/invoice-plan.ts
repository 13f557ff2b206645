import {
  BANK_OF_TITLE,
  CHARGE_NOTES,
  isKnownBank,
  KNOWN_BANKS,
  sameTitle,
  TITLE_OF_LINE,
  WRITE_CHARGES,
} from "./charge-sql.ts";
import { check, decimalSql, type PlanMaker, planOf, referenceCheck, WORK } from "./plan.ts";

/** Billing takes back that it called the invoice paid: never true of a new row. */
const TAKES_BACK = "t.billing_state = 'paid' and e.billing_state <> 'paid'";

const LET_GO = "coalesce(t.discounted_cents, 0)";

/** What payments brought in, whether or not billing called the invoice paid meanwhile; looked up for few rows only. */
const RECEIVED =
  "coalesce((select sum(p.applied_cents) from payment p where p.invoice_id = t.id), 0)::bigint";

/** Payments of an invoice that billing calls paid may add up to more than it with the discount that was let go. */
const KEPT = `case when ${TAKES_BACK} then least(${RECEIVED}, t.amount_cents - ${LET_GO}) else t.paid_cents end`;

/** What billing calls paid is paid in full; what our payments covered stays so whatever an older file says. */
const PAID = `case when e.billing_state = 'paid' then e.amount_cents - ${LET_GO}
                   else coalesce(${KEPT}, 0) end`;

/**
 * The sources of a renegotiated agreement are what it made of them, until it is rescinded; an invoice that a dispute
 * cancelled stays cancelled, for no later file makes it owed again.
 */
const STATE = `case when ${PAID} + ${LET_GO} = e.amount_cents then 'paid'
                    when x.invoice_id is not null then case t.state when 'paid' then 'deleted' else t.state end
                    when c.stage = 'replaced' then t.state
                    else e.billing_state end`;

/** A profile is named by its id or its name, and kept by its name, as agreements keep it. */
const PROFILES = `(
  select distinct on (key) key, name from (
    select id as key, name, 1 as choice from payment_profile
    union all select name, name, 2 from payment_profile) keys
  order by key, choice)`;

const HELD = "c.stage in ('in agreement', 'replaced', 'settled')";

const heldCheck = (column: string, field: string, got: string): string =>
  check(`${HELD} and e.${column} <> t.${column}`, {
    code: "in_agreement",
    field,
    got,
    expected: "c.agreement::text",
  });

/** The invoice with what billing said of its title at the bank, which stands in a table of its own. */
const CHARGED = `(
  select i.*, h.our_number, h.digit_line, h.pix_code from invoice i left join charge h on h.invoice_id = i.id)`;

/** A number that somebody gave to a title: it belongs to a bank, and to one invoice. */
const NUMBER_CHECKS = [
  check(`e.our_number is not null and (${isKnownBank(BANK_OF_TITLE)}) is not true`, {
    code: "number_without_bank",
    field: "ourNumber",
    got: "e.our_number",
    expected: KNOWN_BANKS,
  }),
  check(`e.our_number is not null and exists (select 1 from charge h where ${sameTitle("h")})`, {
    code: "used_already",
    field: "ourNumber",
    got: "e.our_number",
    expected: `(select h.invoice_id from charge h where ${sameTitle("h")} limit 1)`,
  }),
];

/** Asked in this order: a line is told the first one that it fails. */
const CHECKS = [
  check("t.customer_id <> e.customer_id", {
    code: "customer_fixed",
    field: "customer",
    got: "e.customer_id",
    expected: "t.customer_id",
  }),
  referenceCheck("customer", "customer_id", "u.id"),
  referenceCheck("contract", "contract_id", "k.id"),
  check("k.customer_id <> e.customer_id", {
    code: "contract_of_another_customer",
    field: "contract",
    got: "e.contract_id",
    expected: "e.customer_id",
  }),
  check("s.payment_profile <> '' and f.name is null", {
    code: "unknown_reference",
    field: "paymentProfile",
    got: "s.payment_profile",
  }),
  ...NUMBER_CHECKS,
  heldCheck("amount_cents", "amount", decimalSql("e.amount_cents")),
  heldCheck("due_date", "dueDate", "e.due_date::text"),
  check(
    `${TAKES_BACK} and c.stage in ('settled', 'replaced') and ${PAID} + ${LET_GO} < e.amount_cents`,
    {
      code: "settled_in_agreement",
      field: "state",
      got: "e.billing_state",
      expected: "c.agreement::text",
    },
  ),
  check(`e.amount_cents < ${KEPT} + t.discounted_cents`, {
    code: "below_paid",
    field: "amount",
    got: decimalSql("e.amount_cents"),
    expected: decimalSql(`${KEPT} + t.discounted_cents`),
  }),
];

export const invoicePlan: PlanMaker = () =>
  planOf("invoice", {
    table: "invoice",
    current: CHARGED,
    joins: [
      "left join customer u on u.id = e.customer_id",
      "left join contract k on k.id = e.contract_id",
      `left join ${PROFILES} f on f.key = e.payment_profile`,
      "left join payment_profile p on p.name = coalesce(f.name, e.payment_profile)",
      "left join collection c on c.invoice_id = t.id and t.in_collection",
      "left join (select distinct invoice_id from dispute where upheld) x on x.invoice_id = t.id",
    ],
    derived: {
      paid_cents: PAID,
      state: STATE,
      ladder_id: "k.ladder_id",
      payment_profile: "coalesce(f.name, e.payment_profile)",
    },
    notes: {
      ...CHARGE_NOTES,
      charge_title: TITLE_OF_LINE,
      touched: `t.in_collection and (t.state, t.due_date, t.amount_cents, t.paid_cents, t.ladder_id)
        is distinct from (${STATE}, e.due_date, e.amount_cents, ${PAID}, k.ladder_id)`,
    },
    checks: CHECKS,
    uniques: [
      { column: "number", field: "number" },
      { column: "charge_title", field: "ourNumber", onlyWithin: true },
    ],
    lockedCustomers: `select customer_id from ${WORK} where locking`,
    after: [
      ...WRITE_CHARGES,
      // The copy that panels show follows; whether the invoice settles or leaves is for the follow-up to say.
      `update collection c set due_date = w.due_date, recheck = true,
         amount_cents = case when c.stage = 'settled' then c.amount_cents else w.amount_cents - w.paid_cents end
       from ${WORK} w where w.changed and w.touched and c.invoice_id = w.id`,
    ],
  });
