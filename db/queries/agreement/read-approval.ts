import type { AgreementProposal } from "#core/agreement/agreement.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { AgreementNumber, CustomerId, InvoiceId, OperatorId } from "#core/ids.ts";
import type { Cents } from "#core/money.ts";
import type { Exceeded } from "#core/policy/allowance.ts";
import type { AgreementStatus } from "#core/ports.ts";
import type { Sql } from "#db/client.ts";

/** An agreement beyond its author's allowance, as whoever decides about it wants to see it. */
export type Approval = {
  readonly agreement: AgreementNumber;
  readonly customer: CustomerId;
  readonly name: string;
  readonly status: AgreementStatus;
  readonly proposal: AgreementProposal;
  readonly feesReason: string | null;
  readonly baseCents: Cents;
  readonly totalCents: Cents;
  readonly madeBy: OperatorId;
  readonly authorName: string;
  readonly authorSlackUser: string | null;
  readonly askedOn: CivilDate;
  readonly exceeded: readonly Exceeded[];
  readonly decision: "approved" | "refused" | "void" | null;
  readonly decidedBy: string | null;
  readonly decidedOn: CivilDate | null;
  readonly reason: string | null;
  /** What it was proposed over. */
  readonly invoices: readonly InvoiceId[];
  readonly history: CustomerHistory;
};

export type CustomerHistory = {
  /** Of the proposal's invoices. */
  readonly oldestDue: CivilDate | null;
  readonly agreements: number;
  readonly fulfilled: number;
  /** Rescinded, or left for another one. */
  readonly givenUp: number;
  readonly brokenInvoices: number;
  readonly lastContactOn: CivilDate | null;
  readonly lastPaymentOn: CivilDate | null;
};

/** Undefined when nobody ever had to approve it. */
export async function readApproval(
  sql: Sql,
  agreement: AgreementNumber,
  today: CivilDate,
): Promise<Approval | undefined> {
  const [head] = await sql<Omit<Approval, "invoices" | "history">[]>`
    select a.number as agreement, a.customer_id as customer, u.name, a.status, a.proposal, a.fees_reason as "feesReason",
      a.base_cents as "baseCents", a.total_cents as "totalCents", a.made_by as "madeBy",
      coalesce(o.name, a.made_by) as "authorName", o.slack_user_id as "authorSlackUser", p.asked_on as "askedOn",
      p.exceeded, p.decision, coalesce(b.name, p.decided_by) as "decidedBy", p.decided_on as "decidedOn", p.reason
    from agreement a
    join customer u on u.id = a.customer_id
    join approval p on p.agreement = a.number
    left join operator o on o.id = a.made_by
    left join operator b on b.id = p.decided_by
    where a.number = ${agreement}
    order by p.id desc limit 1`;
  if (head === undefined) return undefined;
  const invoices = await readProposed(sql, head);
  const history = await readHistory(sql, { ...head, invoices, today });
  return { ...head, invoices, history };
}

type Of = { readonly customer: CustomerId; readonly agreement: AgreementNumber };

/** From the record: once it is refused it holds none of them any more. */
async function readProposed(sql: Sql, { customer, agreement }: Of): Promise<InvoiceId[]> {
  const [proposed] = await sql<{ invoices: InvoiceId[] }[]>`
    select data -> 'invoices' as invoices from event
    where customer_id = ${customer} and kind = 'agreement_proposed' and agreement = ${agreement}`;
  return proposed?.invoices ?? [];
}

async function readHistory(
  sql: Sql,
  of: Of & { readonly invoices: readonly InvoiceId[]; readonly today: CivilDate },
): Promise<CustomerHistory> {
  const { customer, agreement, invoices, today } = of;
  const [found] = await sql<CustomerHistory[]>`
    select
      (select min(due_date) from invoice where id = any(${[...invoices]})) as "oldestDue",
      count(*) as agreements,
      count(*) filter (where status = 'fulfilled') as fulfilled,
      count(*) filter (where status in ('rescinded', 'renegotiated')) as "givenUp",
      (select count(*) from collection
        where customer_id = ${customer} and stage = 'in agreement' and breaks_after < ${today}) as "brokenInvoices",
      (select max(on_date) from event
        where customer_id = ${customer} and kind = 'contact_recorded') as "lastContactOn",
      (select max(on_date) from event
        where customer_id = ${customer} and kind = 'payment_received') as "lastPaymentOn"
    from agreement
    where customer_id = ${customer} and number <> ${agreement} and status in ('live', 'fulfilled', 'rescinded', 'renegotiated')`;
  if (found === undefined) throw new Error("counting agreements answered nothing");
  return { ...found };
}
