import { and, desc, eq, gt, type SQL, sql } from "drizzle-orm";
import type { Receipt } from "#core/agreement/credit-days.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { Invoice, InvoiceState } from "#core/collection/invoice.ts";
import type { Stage } from "#core/collection/stage.ts";
import type { AgreementNumber, ContractId, CustomerId, InvoiceId, OperatorId } from "#core/ids.ts";
import type { Dispute } from "#core/law/facts.ts";
import { type Cents, ZERO } from "#core/money.ts";
import type { Unit } from "#core/ports.ts";
import type { Tx } from "../client.ts";
import { invoice, payment } from "../schema/invoice.ts";
import { asJson, asTexts, rowsOf, type Scope } from "./scope.ts";

type Methods = Pick<
  Unit,
  | "invoices"
  | "collected"
  | "stagesOf"
  | "setInvoiceState"
  | "createInvoices"
  | "recordPayment"
  | "lastPaidOn"
  | "invoiceOfPayment"
  | "receivedOn"
>;

export function invoiceMethods(scope: Scope): Methods {
  const { tx } = scope;
  return {
    invoices: (ids) => loadInvoices(tx, sql`i.id = any(${asTexts(ids)})`),
    collected: (customer, stage) =>
      loadInvoices(tx, sql`c.customer_id = ${customer} and c.stage = ${stage}`),
    async stagesOf(customer) {
      const rows = await rowsOf<{ stage: Stage }>(
        tx,
        sql`select distinct stage from collection where customer_id = ${customer} order by stage`,
      );
      return rows.map(({ stage }) => stage);
    },
    async setInvoiceState(changes) {
      await tx.execute(sql`
        update invoice i set state = r.state, paid_cents = r."paidCents",
          discounted_cents = coalesce(r."discountedCents", 0)
        from jsonb_to_recordset(${asJson(changes)}) as r(invoice text, state text, "paidCents" bigint,
          "discountedCents" bigint)
        where i.id = r.invoice`);
    },
    async createInvoices(made) {
      await tx.insert(invoice).values(
        made.map(({ customer, contract, profile, ...rest }) => ({
          ...rest,
          customerId: customer,
          contractId: contract as ContractId | null,
          paymentProfile: profile,
          inCollection: true,
        })),
      );
    },
    async recordPayment({ id, invoice: invoiceId, customer: customerId, ...rest }) {
      const numbered = sql`'ACP' || nextval('payment_number')`;
      const [made] = await tx
        .insert(payment)
        .values({ ...rest, id: id ?? numbered, invoiceId, customerId })
        .returning({ id: payment.id });
      if (made === undefined) throw new Error("the payment was not written");
      return made.id;
    },
    async invoiceOfPayment(id) {
      const [found] = await tx
        .select({ invoice: payment.invoiceId })
        .from(payment)
        .where(eq(payment.id, id));
      return found?.invoice;
    },
    async lastPaidOn(invoiceId) {
      const [last] = await tx
        .select({ paidAt: payment.paidAt })
        .from(payment)
        .where(
          and(
            eq(payment.invoiceId, invoiceId),
            gt(payment.appliedCents, ZERO),
            sql`not exists (select 1 from payment r where r.reverses = ${payment.id})`,
          ),
        )
        .orderBy(desc(payment.paidAt))
        .limit(1);
      return last?.paidAt;
    },
    receivedOn: (invoices) => receivedOn(scope, invoices),
  };
}

/** Billing may call an invoice paid without sending the payments: what is missing came in when it was settled, at the latest today. */
const receivedOn = ({ tx, today }: Scope, invoices: readonly InvoiceId[]): Promise<Receipt[]> =>
  rowsOf<Receipt>(
    tx,
    sql`
    with received as (
      select invoice_id, paid_at, amount_cents from payment where invoice_id = any(${asTexts(invoices)})
    ), untold as (
      select i.id, coalesce(c.settled_on, ${today}::date) as paid_at,
        i.paid_cents - coalesce((select sum(amount_cents) from received where invoice_id = i.id), 0) as cents
      from invoice i left join collection c on c.invoice_id = i.id where i.id = any(${asTexts(invoices)})
    )
    select paid_at as "on", sum(cents)::bigint as cents
    from (select paid_at, amount_cents as cents from received
      union all select paid_at, cents from untold where cents > 0) r
    group by paid_at order by paid_at`,
  );

type Row = {
  id: InvoiceId;
  number: string | null;
  customer_id: CustomerId;
  contract_id: ContractId | null;
  amount_cents: Cents;
  paid_cents: Cents;
  due_date: CivilDate;
  state: InvoiceState;
  remittance: boolean;
  fiscal_document: boolean;
  fined: boolean;
  on_time_discount_cents: Cents;
  stage: Stage | null;
  agreement: AgreementNumber | null;
  breaks_after: CivilDate | null;
  operator_id: OperatorId | null;
  held_by: AgreementNumber | null;
  disputes: Dispute[];
};

/** Invoices with where they stand. An invoice that an agreement made has its own discount, others their contract's. */
export async function loadInvoices(tx: Tx, condition: SQL): Promise<Invoice[]> {
  const rows = await rowsOf<Row>(
    tx,
    sql`
    select i.id, i.number, i.customer_id, i.contract_id, i.amount_cents, i.paid_cents, i.due_date, i.state,
      i.remittance, i.fiscal_document, i.fined,
      case when i.agreement is null then coalesce(k.on_time_discount_cents, 0) else i.on_time_discount_cents end
        as on_time_discount_cents,
      c.stage, c.agreement, c.breaks_after, c.operator_id, h.agreement as held_by,
      coalesce((select jsonb_agg(jsonb_build_object('openedOn', d.opened_on, 'answer',
          case when d.answered_on is null then null
            else jsonb_build_object('on', d.answered_on, 'upheld', coalesce(d.upheld, false)) end) order by d.opened_on)
        from dispute d where d.customer_id = i.customer_id and d.invoice_id = i.id), '[]') as disputes
    from invoice i
    left join collection c on c.invoice_id = i.id
    left join contract k on k.id = i.contract_id
    left join agreement_invoice h on h.invoice_id = i.id and h.held
    where ${condition}
    order by i.due_date, i.id`,
  );
  return rows.map(toInvoice);
}

const toInvoice = (row: Row): Invoice => ({
  id: row.id,
  number: row.number,
  customer: row.customer_id,
  contract: row.contract_id,
  amountCents: row.amount_cents,
  paidCents: row.paid_cents,
  dueDate: row.due_date,
  state: row.state,
  hasRemittance: row.remittance,
  hasFiscalDocument: row.fiscal_document,
  fined: row.fined,
  onTimeDiscountCents: row.on_time_discount_cents,
  disputes: row.disputes,
  place: row.stage ?? "none",
  agreement: row.agreement ?? undefined,
  breaksAfter: row.breaks_after ?? undefined,
  heldBy: row.held_by ?? undefined,
  operator: row.operator_id,
});
