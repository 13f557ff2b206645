import type { CivilDate } from "#core/calendar.ts";
import type { AgreementNumber, CustomerId, InvoiceId } from "#core/ids.ts";
import type { Cents } from "#core/money.ts";
import type { Sql } from "#db/client.ts";

export type OwnInstalment = {
  readonly invoice: InvoiceId;
  readonly number: number;
  readonly dueDate: CivilDate;
  readonly amountCents: Cents;
  readonly paidCents: Cents;
  readonly isPaid: boolean;
  /** Past the last day of the promise. */
  readonly isBroken: boolean;
};

export type OwnAgreement = {
  readonly agreement: AgreementNumber;
  readonly status: "live" | "fulfilled" | "awaiting approval";
  readonly kind: "unchanged" | "renegotiated";
  readonly madeOn: CivilDate;
  readonly totalCents: Cents;
  readonly paidCents: Cents;
  readonly toleranceDate: CivilDate;
  /** In order of their numbers. */
  readonly instalments: readonly OwnInstalment[];
};

/** A customer's agreements that still mean something to it: in force, waiting, and the last ones that were kept; newest first. */
export const readOwnAgreements = async (
  sql: Sql,
  customer: CustomerId,
  today: CivilDate,
): Promise<OwnAgreement[]> =>
  await sql<OwnAgreement[]>`
    with own as (
      select * from agreement
      where customer_id = ${customer} and status in ('live', 'awaiting approval', 'fulfilled')
      order by status = 'fulfilled', number desc limit 10)
    select a.number as agreement, a.status, a.kind, a.made_on as "madeOn", a.total_cents as "totalCents",
      a.tolerance_date as "toleranceDate",
      coalesce(sum(i.paid_cents), 0)::bigint as "paidCents",
      coalesce(jsonb_agg(jsonb_build_object(
        'invoice', i.id, 'number', m.instalment, 'dueDate', i.due_date, 'amountCents', i.amount_cents,
        'paidCents', i.paid_cents, 'isPaid', i.state = 'paid',
        'isBroken', i.state = 'open' and c.breaks_after < ${today}) order by m.instalment)
        filter (where i.id is not null), '[]') as instalments
    from own a
    left join agreement_invoice m on m.agreement = a.number and m.is_awaited and (m.live or a.status = 'fulfilled')
    left join invoice i on i.id = m.invoice_id
    left join collection c on c.invoice_id = i.id
    group by a.number, a.status, a.kind, a.made_on, a.total_cents, a.tolerance_date
    order by a.status = 'fulfilled', a.number desc`;
