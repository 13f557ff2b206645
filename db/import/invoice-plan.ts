import { check, decimalSql, type PlanMaker, planOf, referenceCheck, WORK } from "./plan.ts";

/** What billing calls paid is paid in full; what our payments covered stays so whatever an older file says. */
const LET_GO = "coalesce(t.discounted_cents, 0)";
const PAID = `case when e.billing_state = 'paid' then e.amount_cents - ${LET_GO} else coalesce(t.paid_cents, 0) end`;

/**
 * The sources of a renegotiated agreement are what it made of them, until it is rescinded; an invoice that a dispute
 * cancelled stays cancelled, for no later file makes it owed again.
 */
const STATE = `case when ${PAID} + ${LET_GO} = e.amount_cents then 'paid'
                    when c.stage = 'replaced' or x.invoice_id is not null then t.state
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

export const invoicePlan: PlanMaker = () =>
  planOf("invoice", {
    table: "invoice",
    joins: [
      "left join customer u on u.id = e.customer_id",
      "left join contract k on k.id = e.contract_id",
      `left join ${PROFILES} f on f.key = e.payment_profile`,
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
      touched: `t.in_collection and (t.state, t.due_date, t.amount_cents, t.paid_cents, t.ladder_id)
        is distinct from (${STATE}, e.due_date, e.amount_cents, ${PAID}, k.ladder_id)`,
    },
    checks: [
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
      heldCheck("amount_cents", "amount", decimalSql("e.amount_cents")),
      heldCheck("due_date", "dueDate", "e.due_date::text"),
      check("e.amount_cents < t.paid_cents + t.discounted_cents", {
        code: "below_paid",
        field: "amount",
        got: decimalSql("e.amount_cents"),
        expected: decimalSql("t.paid_cents + t.discounted_cents"),
      }),
    ],
    uniques: [{ column: "number", field: "number" }],
    lockedCustomers: `select customer_id from ${WORK} where locking`,
    after: [
      // The copy that panels show follows; whether the invoice settles or leaves is for the follow-up to say.
      `update collection c set due_date = w.due_date, recheck = true,
         amount_cents = case when c.stage = 'settled' then c.amount_cents else w.amount_cents - w.paid_cents end
       from ${WORK} w where w.changed and w.touched and c.invoice_id = w.id`,
    ],
  });
