import { check, type PlanMaker, planOf, referenceCheck, WORK } from "./plan.ts";

export const contractPlan: PlanMaker = ({ today }) =>
  planOf("contract", {
    table: "contract",
    joins: [
      "left join customer u on u.id = e.customer_id",
      "left join ladder l on l.id = e.ladder_id",
    ],
    checks: [
      check("t.customer_id <> e.customer_id", {
        code: "customer_fixed",
        field: "customer",
        got: "e.customer_id",
        expected: "t.customer_id",
      }),
      referenceCheck("customer", "customer_id", "u.id"),
      referenceCheck("ladder", "ladder_id", "l.id"),
    ],
    // Ended by its date; one that lies ahead counts from its day on, when the file comes again.
    derived: { status: `case when e.ended_at <= date '${today}' then 'ended' else e.status end` },
    notes: { ladder_before: "t.ladder_id" },
    locking: "known and refusal is null and differs and ladder_before is distinct from ladder_id",
    lockedCustomers: `select customer_id from ${WORK} where locking`,
    after: [
      `with moved as (
         update invoice i set ladder_id = w.ladder_id from ${WORK} w
         where w.changed and w.ladder_before is distinct from w.ladder_id
           and i.customer_id = w.customer_id and i.contract_id = w.id
           and i.ladder_id is distinct from w.ladder_id
         returning i.id
       )
       update collection c set recheck = true from moved m
       where c.invoice_id = m.id and c.stage = 'classified' and not c.recheck`,
    ],
  });
