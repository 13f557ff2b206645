import { contractPlan } from "./contract-plan.ts";
import { invoicePlan } from "./invoice-plan.ts";
import { ladderPlan } from "./ladder-plan.ts";
import { paymentPlan } from "./payment-plan.ts";
import { check, type PlanMaker, planOf, referenceCheck } from "./plan.ts";
import type { RecordType } from "./records.ts";

const customerJoin = "left join customer u on u.id = e.customer_id";
const contractJoin = "left join contract k on k.id = e.contract_id";
const contractChecks = [
  referenceCheck("customer", "customer_id", "u.id"),
  referenceCheck("contract", "contract_id", "k.id"),
  check("k.customer_id <> e.customer_id", {
    code: "contract_of_another_customer",
    field: "contract",
    got: "e.contract_id",
    expected: "e.customer_id",
  }),
];

export const PLANS: Readonly<Record<RecordType, PlanMaker>> = {
  category: () =>
    planOf("category", { table: "category", uniques: [{ column: "name", field: "name" }] }),

  ledgerUnit: () =>
    planOf("ledgerUnit", { table: "ledger_unit", uniques: [{ column: "code", field: "code" }] }),

  paymentProfile: () =>
    planOf("paymentProfile", {
      table: "payment_profile",
      uniques: [{ column: "name", field: "name" }],
    }),

  operator: () =>
    planOf("operator", {
      table: "operator",
      joins: ["left join role r on r.name = e.role"],
      checks: [
        check("r.name is null", {
          code: "not_one_of",
          field: "role",
          got: "e.role",
          expected: "(select string_agg(name, ', ' order by name) from role)",
        }),
      ],
      uniques: [{ column: "slack_user_id", field: "slackUserId" }],
    }),

  ladder: ladderPlan,

  // A trigger takes name and city on to the panels and the collections' rows.
  customer: () =>
    planOf("customer", {
      table: "customer",
      lockedCustomers: "select id from pg_temp.import_work where locking",
    }),

  contract: contractPlan,

  connection: ({ today }) =>
    planOf("connection", {
      table: "connection",
      joins: [customerJoin, contractJoin],
      checks: contractChecks,
      // The legal clock starts on the day we hear of the block: never a day early.
      derived: {
        blocked_on: `case when e.status = 'blocked' then
          case when t.status = 'blocked' then t.blocked_on else date '${today}' end end`,
      },
      lockedCustomers: "select customer_id from pg_temp.import_work where locking",
    }),

  notice: () =>
    planOf("notice", {
      table: "notice",
      joins: [customerJoin, contractJoin],
      checks: contractChecks,
    }),

  invoice: invoicePlan,

  payment: paymentPlan,
};
