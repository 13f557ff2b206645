import { and, eq, isNull, not, type SQL, sql } from "drizzle-orm";
import type { CivilDate } from "#core/calendar.ts";
import { balanceOf } from "#core/collection/invoice.ts";
import type { AgreementNumber, InvoiceId } from "#core/ids.ts";
import type { Notice } from "#core/law/facts.ts";
import type { BureauFacts, SpcRecord, Unit } from "#core/ports.ts";
import { spcRecord } from "../schema/agreement.ts";
import { asTexts, rowsOf, type Scope } from "./scope.ts";

type Methods = Pick<
  Unit,
  | "liveSpcRecords"
  | "spcRecords"
  | "replacedSpcRecords"
  | "reopenedSpcRecords"
  | "registerSpc"
  | "removeSpc"
  | "settleSpc"
  | "bureauFacts"
>;

export function spcMethods(scope: Scope): Methods {
  const { tx, actor } = scope;
  return {
    liveSpcRecords: (invoices) => recordsOf(scope, and(ofInvoices(invoices), LIVE)),
    spcRecords: (invoices) =>
      recordsOf(scope, and(ofInvoices(invoices), not(spcRecord.superseded))),
    replacedSpcRecords: (agreement) => recordsOf(scope, and(ofReplaced(agreement), LIVE)),
    reopenedSpcRecords: (agreement) =>
      recordsOf(scope, and(ofReplaced(agreement), not(spcRecord.superseded), SETTLED_BY_NOTHING)),
    registerSpc: (record) => registerSpc(scope, record),
    async removeSpc(record, removalDetails, removedOn) {
      await tx
        .update(spcRecord)
        .set({ removedOn, removalDetails, removedBy: actor.id })
        .where(eq(spcRecord.id, record));
    },
    async settleSpc(record, settled) {
      await tx
        .update(spcRecord)
        .set({ settledOn: settled?.on ?? null, removeBy: settled?.removeBy ?? null })
        .where(eq(spcRecord.id, record));
    },
    bureauFacts: (invoice) => bureauFacts(scope, invoice),
  };
}

const LIVE = isNull(spcRecord.removedOn);

const ofInvoices = (invoices: readonly InvoiceId[]): SQL =>
  sql`${spcRecord.invoiceId} = any(${asTexts(invoices)})`;

const ofReplaced = (agreement: AgreementNumber): SQL => sql`
  ${spcRecord.invoiceId} in (
    with recursive debt as (
      select invoice_id from agreement_invoice
      where agreement = ${agreement} and is_source and not is_awaited
      union
      select s.invoice_id from debt d
      join invoice i on i.id = d.invoice_id
      join agreement_invoice s on s.agreement = i.agreement and s.is_source
    )
    select invoice_id from debt)`;

const SETTLED_BY_NOTHING = sql`
  ${spcRecord.settledOn} is not null
  and not exists (select 1 from invoice i where i.id = ${spcRecord.invoiceId} and i.state = 'paid')
  and not exists (
    with recursive held as (
      select agreement from agreement_invoice
      where invoice_id = ${spcRecord.invoiceId} and live and is_source and not is_awaited
      union
      select later.agreement from held
      join agreement_invoice made on made.agreement = held.agreement and made.is_awaited
      join agreement_invoice later on later.invoice_id = made.invoice_id
        and later.live and later.is_source and not later.is_awaited
    )
    select 1 from held join agreement_invoice made on made.agreement = held.agreement and made.is_awaited
    join invoice i on i.id = made.invoice_id where i.state = 'paid')`;

async function recordsOf({ tx }: Scope, condition: SQL | undefined): Promise<SpcRecord[]> {
  return await tx
    .select({
      record: spcRecord.id,
      customer: spcRecord.customerId,
      invoice: spcRecord.invoiceId,
      registeredOn: spcRecord.registeredOn,
      expiresOn: spcRecord.expiresOn,
      settledOn: spcRecord.settledOn,
      removed: sql<boolean>`${spcRecord.removedOn} is not null`,
    })
    .from(spcRecord)
    .where(condition)
    .orderBy(spcRecord.id);
}

async function registerSpc(
  { tx, actor }: Scope,
  { invoice, city, details, on, expiresOn }: Parameters<Unit["registerSpc"]>[0],
): Promise<number> {
  const { id: invoiceId, customer: customerId, agreement, dueDate, operator: operatorId } = invoice;
  if (agreement === undefined) throw new Error(`invoice ${invoiceId} stands in no agreement`);
  await tx.update(spcRecord).set({ superseded: true }).where(eq(spcRecord.invoiceId, invoiceId));
  const [made] = await tx
    .insert(spcRecord)
    .values({
      invoiceId,
      customerId,
      agreement,
      dueDate,
      operatorId,
      amountCents: balanceOf(invoice),
      city,
      details,
      registeredOn: on,
      registeredBy: actor.id,
      expiresOn,
    })
    .returning({ id: spcRecord.id });
  if (made === undefined) throw new Error("the record was not written");
  return made.id;
}

type FactsRow = {
  owe_since: CivilDate;
  contracts: number;
  going_on: number;
  ended_on: CivilDate | null;
  cleared_on: CivilDate | null;
  notices: Notice[];
};

/**
 * Looks through all that the invoice replaced: a debt that was agreed upon twice is as old as its first invoice. A contract that
 * ended on a day nobody knows has ended by today, the earliest day on which that is certain. Only an agreement that replaced
 * the debt has first instalments: one that left the invoices as they were clears none by the payment of another.
 */
async function bureauFacts({ tx, today }: Scope, invoice: InvoiceId): Promise<BureauFacts> {
  const [row] = await rowsOf<FactsRow>(
    tx,
    sql`
    with recursive debt as (
      select i.id, i.due_date, i.contract_id, i.agreement, i.customer_id from invoice i where i.id = ${invoice}
      union
      select s.id, s.due_date, s.contract_id, s.agreement, s.customer_id
      from debt d
      join agreement_invoice m on m.agreement = d.agreement and m.is_source
      join invoice s on s.id = m.invoice_id
    ), contracts as (
      select distinct k.id, coalesce(k.ended_at, case when k.status = 'ended' then ${today}::date end) as ended_at
      from debt d join contract k on k.id = d.contract_id
    )
    select min(d.due_date) as owe_since,
      (select count(*) from contracts)::int as contracts,
      (select count(*) from contracts where ended_at is null)::int as going_on,
      (select max(ended_at) from contracts) as ended_on,
      greatest(
        (select max(c.settled_on) from collection own join collection c on c.agreement = own.agreement
          join agreement a on a.number = own.agreement and a.kind = 'renegotiated'
          where own.invoice_id = ${invoice} and c.stage = 'settled'),
        (select max(removed_on) from spc_record where invoice_id = ${invoice})) as cleared_on,
      coalesce((select jsonb_agg(jsonb_build_object('kind', n.kind, 'deliveredOn', n.delivered_at))
        from notice n
        where n.customer_id = (select customer_id from debt limit 1) and n.delivered_at is not null
          and (n.contract_id is null or n.contract_id in (select id from contracts))), '[]') as notices
    from debt d`,
  );
  if (row === undefined) throw new Error(`no invoice ${invoice}`);
  return {
    oweSince: row.owe_since,
    hasContract: row.contracts > 0,
    contractEndedOn: row.contracts > 0 && row.going_on === 0 ? row.ended_on : null,
    clearedOn: row.cleared_on,
    notices: row.notices,
  };
}
