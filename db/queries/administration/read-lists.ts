import type { Category, LedgerUnit, PaymentProfile } from "#core/administration/catalogue.ts";
import type { LadderRecord } from "#core/administration/ladders.ts";
import type { TemplateText } from "#core/administration/templates.ts";
import type { OperatorId } from "#core/ids.ts";
import type { PolicyRow } from "#core/policy/policy-table.ts";
import type { Sql } from "#db/client.ts";

/** Lists to administer: what was given up stands last. */
export const readCategories = async (sql: Sql): Promise<Category[]> =>
  await sql<Category[]>`select id, name, active from category order by active desc, name`;

export const readLedgerUnits = async (sql: Sql): Promise<LedgerUnit[]> =>
  await sql<LedgerUnit[]>`
    select id, code, name, active from ledger_unit order by active desc, code`;

export const readPaymentProfiles = async (sql: Sql): Promise<PaymentProfile[]> =>
  await sql<PaymentProfile[]>`
    select id, name, bank, wallet, agreement_code as "agreementCode", beneficiary, pix_key as "pixKey", branch, account,
      unit, city, first_our_number as "firstOurNumber", active
    from payment_profile order by active desc, name`;

/** With their steps in order of day; those of another system among them. */
export const readLadders = async (sql: Sql): Promise<LadderRecord[]> =>
  await sql<LadderRecord[]>`
    select l.id, l.name, l.forward_day as "forwardDay", l.version,
      coalesce(
        (select jsonb_agg(jsonb_build_object('day', s.day, 'action', s.action) order by s.day, s.action collate "C")
         from ladder_step s where s.ladder_id = l.id), '[]') as steps
    from ladder l order by l.name, l.id`;

/** By age and then by amount: the order of its rows says nothing else. */
export const readPolicy = async (sql: Sql): Promise<PolicyRow[]> =>
  await sql<PolicyRow[]>`
    select days_overdue_from as "daysOverdueFrom", days_overdue_to as "daysOverdueTo",
      amount_from_cents as "amountFromCents", amount_to_cents as "amountToCents",
      max_discount_at_once as "maxDiscountAtOnce", max_discount_split as "maxDiscountSplit",
      max_instalments as "maxInstalments", min_instalment_cents as "minInstalmentCents",
      latest_first_due_days as "latestFirstDueDays", offer_stands_days as "offerStandsDays"
    from policy_row order by days_overdue_from, amount_from_cents`;

export type TemplateEntry = TemplateText & {
  readonly savedBy: OperatorId;
  readonly savedAt: Date;
};

export const readTemplates = async (sql: Sql): Promise<TemplateEntry[]> =>
  await sql<TemplateEntry[]>`
    select channel, name, subject, body, saved_by as "savedBy", saved_at as "savedAt"
    from template order by channel, name`;
