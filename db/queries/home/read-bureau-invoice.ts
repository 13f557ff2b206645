import type { CivilDate } from "#core/calendar.ts";
import type { AgreementNumber, CustomerId, InvoiceId } from "#core/ids.ts";
import type { Cents } from "#core/money.ts";
import type { Sql } from "#db/client.ts";

export type BureauRecord = {
  readonly record: number;
  readonly details: string;
  readonly registeredOn: CivilDate;
  readonly settledOn: CivilDate | null;
  /** Known once the invoice is paid: the last day on which the record may stand. */
  readonly removeBy: CivilDate | null;
  readonly expiresOn: CivilDate;
};

/** An invoice as the forms of the bureau's register show it. */
export type BureauInvoice = {
  readonly invoice: InvoiceId;
  readonly number: string | null;
  readonly customer: CustomerId;
  readonly name: string;
  readonly amountCents: Cents;
  readonly dueDate: CivilDate;
  readonly agreement: AgreementNumber | null;
  readonly live: BureauRecord | null;
};

/** Undefined when there is no such invoice. */
export async function readBureauInvoice(
  sql: Sql,
  invoice: InvoiceId,
): Promise<BureauInvoice | undefined> {
  const [[head], [live]] = await Promise.all([
    sql<Omit<BureauInvoice, "live">[]>`
      select i.id as invoice, i.number, i.customer_id as customer, u.name, i.due_date as "dueDate", c.agreement,
        coalesce(c.amount_cents, i.amount_cents - i.paid_cents) as "amountCents"
      from invoice i
      join customer u on u.id = i.customer_id
      left join collection c on c.invoice_id = i.id
      where i.id = ${invoice}`,
    sql<BureauRecord[]>`
      select id as record, details, registered_on as "registeredOn", settled_on as "settledOn",
        remove_by as "removeBy", expires_on as "expiresOn"
      from spc_record where invoice_id = ${invoice} and removed_on is null`,
  ]);
  return head && { ...head, live: live ?? null };
}
