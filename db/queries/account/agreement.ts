import { TERM_NAMES } from "#core/agreement/terms.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { InvoiceState } from "#core/collection/invoice.ts";
import type { Stage } from "#core/collection/stage.ts";
import type { AgreementNumber, CustomerId, InvoiceId, OperatorId } from "#core/ids.ts";
import type { Cents } from "#core/money.ts";
import type { AgreementStatus } from "#core/ports.ts";
import type { Sql } from "#db/client.ts";

export type AgreementLine = {
  readonly term: string;
  /** Discounts are negative. */
  readonly amountCents: Cents;
  readonly ledgerUnit: string | null;
};

export type AgreementSource = {
  readonly invoice: InvoiceId;
  readonly number: string | null;
  readonly amountCents: Cents;
  readonly dueDate: CivilDate;
  readonly state: InvoiceState;
};

/** An invoice whose payment is awaited; an unchanged agreement's are its sources, and have no lines. */
export type AgreementInstalment = AgreementSource & {
  readonly instalment: number;
  readonly paidCents: Cents;
  readonly stage: Stage | null;
  readonly breaksAfter: CivilDate | null;
  readonly settledOn: CivilDate | null;
  readonly lines: readonly AgreementLine[];
};

export type AgreementDetails = {
  readonly agreement: AgreementNumber;
  readonly customer: CustomerId;
  readonly name: string;
  readonly kind: "unchanged" | "renegotiated";
  readonly status: AgreementStatus;
  readonly toleranceDate: CivilDate;
  readonly category: string;
  readonly baseCents: Cents;
  readonly totalCents: Cents;
  readonly sourcesBecome: "deleted" | "suspended" | null;
  readonly feesReason: string | null;
  readonly madeBy: OperatorId;
  readonly madeOn: CivilDate;
  readonly endedOn: CivilDate | null;
  readonly endReason: string | null;
  readonly sources: readonly AgreementSource[];
  readonly instalments: readonly AgreementInstalment[];
};

/** As people read the lines of an invoice. */
const TERMS = ["base", ...TERM_NAMES];

export async function readAgreement(
  sql: Sql,
  number: AgreementNumber,
): Promise<AgreementDetails | undefined> {
  const [[head], sources, instalments] = await Promise.all([
    sql<Omit<AgreementDetails, "sources" | "instalments">[]>`
      select a.number as agreement, a.customer_id as customer, u.name, a.kind, a.status, a.category,
        a.tolerance_date as "toleranceDate", a.base_cents as "baseCents", a.total_cents as "totalCents",
        a.sources_become as "sourcesBecome", a.fees_reason as "feesReason", a.made_by as "madeBy", a.made_on as "madeOn",
        a.ended_on as "endedOn", a.end_reason as "endReason"
      from agreement a join customer u on u.id = a.customer_id
      where a.number = ${number}`,
    sql<AgreementSource[]>`
      select m.invoice_id as invoice, i.number, m.amount_cents as "amountCents", m.due_date as "dueDate", i.state
      from agreement_invoice m join invoice i on i.id = m.invoice_id
      where m.agreement = ${number} and m.is_source
      order by m.due_date, m.invoice_id`,
    sql<AgreementInstalment[]>`
      select m.invoice_id as invoice, i.number, m.instalment, m.amount_cents as "amountCents", m.due_date as "dueDate",
        i.state, i.paid_cents as "paidCents", c.stage, c.breaks_after as "breaksAfter", c.settled_on as "settledOn",
        coalesce((
          select jsonb_agg(jsonb_build_object('term', l.term, 'amountCents', l.amount_cents, 'ledgerUnit', l.ledger_unit)
            order by array_position(${TERMS}::text[], l.term))
          from agreement_line l where l.agreement = m.agreement and l.instalment = m.instalment), '[]') as lines
      from agreement_invoice m
      join invoice i on i.id = m.invoice_id
      left join collection c on c.invoice_id = m.invoice_id and c.agreement = m.agreement
      where m.agreement = ${number} and m.is_awaited
      order by m.instalment, m.invoice_id`,
  ]);
  return head === undefined
    ? undefined
    : { ...head, sources: [...sources], instalments: [...instalments] };
}
