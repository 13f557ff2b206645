import { sql } from "drizzle-orm";
import type { Permission } from "#core/access/permissions.ts";
import type { LedgerTerm } from "#core/agreement/ledger-units.ts";
import type { CustomerId, InvoiceId, OperatorId } from "#core/ids.ts";
import type { PolicyRow } from "#core/policy/policy-table.ts";
import type { AgreementDefaults } from "#core/self-service/proposal.ts";
import type { SelfServiceUnit } from "#core/self-service-ports.ts";
import { settingsFrom } from "#core/settings.ts";
import { loadInvoices } from "./invoices.ts";
import { asTexts, rowsOf, type Scope } from "./scope.ts";

type Methods = Pick<
  SelfServiceUnit,
  "customerOfChat" | "openInvoices" | "policyRows" | "agreementDefaults" | "taskOperator"
>;

/** Who owes what, and with what an agreement over it is made. */
export function selfServiceDebtMethods(scope: Scope): Methods {
  const { tx } = scope;
  return {
    async customerOfChat(chat) {
      const [found] = await rowsOf<{ customer: CustomerId }>(
        tx,
        sql`select customer_id as customer from telegram_chat where chat_id = ${chat}`,
      );
      return found?.customer;
    },
    openInvoices: (customer) =>
      loadInvoices(tx, sql`i.customer_id = ${customer} and i.state = 'open'`),
    policyRows: () =>
      rowsOf<PolicyRow>(
        tx,
        sql`
        select days_overdue_from as "daysOverdueFrom", days_overdue_to as "daysOverdueTo",
          amount_from_cents as "amountFromCents", amount_to_cents as "amountToCents",
          max_discount_at_once as "maxDiscountAtOnce", max_discount_split as "maxDiscountSplit",
          max_instalments as "maxInstalments", min_instalment_cents as "minInstalmentCents",
          latest_first_due_days as "latestFirstDueDays", offer_stands_days as "offerStandsDays"
        from policy_row order by days_overdue_from, amount_from_cents`,
      ),
    agreementDefaults: (invoices) => agreementDefaults(scope, invoices),
    taskOperator: (customer) => taskOperator(scope, customer),
  };
}

type Lists = {
  readonly stored: Record<string, unknown>;
  readonly categories: readonly string[];
  readonly profile: string | null;
  readonly units: { readonly [T in LedgerTerm]?: string } | null;
  readonly codes: readonly string[];
};

async function agreementDefaults(
  { tx }: Scope,
  invoices: readonly InvoiceId[],
): Promise<AgreementDefaults> {
  const [found] = await rowsOf<Lists>(
    tx,
    sql`
    select (select coalesce(jsonb_object_agg(key, value), '{}') from setting) as stored,
      array(select name from category where active order by name) as categories,
      array(select code from ledger_unit where active) as codes,
      coalesce(
        (select p.name from payment_profile p, setting s
         where p.active and s.key = 'selfService.profile' and s.value #>> '{}' = p.name),
        (select p.name from invoice i join payment_profile p on p.name = i.payment_profile and p.active
         where i.id = any(${asTexts(invoices)}) group by p.name order by count(*) desc, p.name limit 1),
        (select name from payment_profile where active order by name limit 1)) as profile,
      (select jsonb_object_agg(u.key, u.value)
       from (
         select distinct on (e.key) e.key, e.value
         from (select number, proposal from agreement order by number desc limit 50) a,
           jsonb_each_text(a.proposal -> 'units') e
         order by e.key, a.number desc) u) as units`,
  );
  if (found === undefined) throw new Error("no row of defaults");
  const settings = settingsFrom(new Map(Object.entries(found.stored)));
  const known = (code: string | undefined): string | undefined =>
    code !== undefined && found.codes.includes(code) ? code : undefined;
  const chosen = settings["selfService.category"];
  return {
    category: found.categories.includes(chosen) ? chosen : found.categories[0],
    profile: found.profile ?? undefined,
    units: {
      discount: known(settings["selfService.unitDiscount"]) ?? known(found.units?.discount),
      fine: known(settings["selfService.unitFine"]) ?? known(found.units?.fine),
      increase: known(settings["selfService.unitIncrease"]) ?? known(found.units?.increase),
    },
  };
}

const WORKS_TASKS: Permission = "task.manage";

async function taskOperator({ tx }: Scope, customer: CustomerId): Promise<OperatorId | undefined> {
  const [found] = await rowsOf<{ id: OperatorId }>(
    tx,
    sql`
    select o.id from operator o join role r on r.name = o.role
    where o.active and ${WORKS_TASKS} = any(r.permissions)
    order by o.id = (select operator_id from customer where id = ${customer}) desc nulls last,
      (select count(*) from task t where t.assignee = o.id and t.status = 'open'), o.id
    limit 1`,
  );
  return found?.id;
}
