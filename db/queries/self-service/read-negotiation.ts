import type { CivilDate } from "#core/calendar.ts";
import type { CustomerId, OperatorId } from "#core/ids.ts";
import type { Cents } from "#core/money.ts";
import type { Handed, NegotiationStatus } from "#core/self-service/offer.ts";
import { maskTaxId, type TaxId } from "#core/tax-id.ts";
import type { Sql } from "#db/client.ts";

/** What an operator sees of what a customer wanted. Figures of the debt are those of the last offers; none were made without a policy. */
export type NegotiationCard = {
  readonly negotiation: number;
  readonly status: NegotiationStatus;
  readonly chat: number;
  readonly handed: Handed | null;
  readonly handedAt: Date | null;
  readonly note: string | null;
  readonly customer: CustomerId;
  readonly name: string;
  /** Masked. */
  readonly taxId: string | null;
  readonly city: string | null;
  readonly operator: OperatorId | null;
  /** What is negotiable of the customer now, without late charges. */
  readonly negotiableCents: Cents;
  readonly negotiableInvoices: number;
  readonly oldestDue: CivilDate | null;
  /** Agreements of before: kept, and with a promise that is broken today or was rescinded. */
  readonly kept: number;
  readonly broken: number;
  /** The offers that were made in it, newest first. */
  readonly offers: readonly {
    readonly offer: number;
    readonly status: string;
    readonly count: number;
    readonly totalCents: Cents;
    readonly discountCents: Cents;
    readonly madeBy: OperatorId;
  }[];
};

export async function readNegotiation(
  sql: Sql,
  negotiation: number,
  today: CivilDate,
): Promise<NegotiationCard | undefined> {
  const [found] = await sql<(NegotiationCard & { taxId: TaxId | null })[]>`
    select n.id as negotiation, n.status, n.chat_id as chat, n.handed, n.handed_at as "handedAt", n.note,
      u.id as customer, u.name, u.tax_id as "taxId", u.city, u.operator_id as operator, p.*, h.*,
      coalesce((
        select jsonb_agg(jsonb_build_object('offer', o.id, 'status', o.status, 'count', o.count, 'madeBy', o.made_by,
          'totalCents', o.total_cents, 'discountCents', o.discount_cents) order by o.id desc)
        from offer o where o.negotiation_id = n.id), '[]') as offers
    from negotiation n join customer u on u.id = n.customer_id
    cross join lateral (
      select coalesce(sum(c.amount_cents), 0)::bigint as "negotiableCents", count(*) as "negotiableInvoices",
        min(c.due_date) as "oldestDue"
      from collection c
      where c.customer_id = u.id and c.stage in ('classified', 'in contact', 'awaiting negotiation')) p
    cross join lateral (
      select count(*) filter (where a.status = 'fulfilled') as kept,
        count(*) filter (where a.status = 'rescinded' or a.status = 'live' and exists (
          select from collection c
          where c.agreement = a.number and c.stage = 'in agreement' and c.breaks_after < ${today})) as broken
      from agreement a where a.customer_id = u.id) h
    where n.id = ${negotiation}`;
  if (found === undefined) return undefined;
  return { ...found, taxId: found.taxId === null ? null : maskTaxId(found.taxId) };
}
