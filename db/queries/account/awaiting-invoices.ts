import { type Authorisation, authoriseInvoice } from "#core/agreement/authorise-invoice.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { Invoice, InvoiceState } from "#core/collection/invoice.ts";
import type { AgreementNumber, ContractId, InvoiceId } from "#core/ids.ts";
import { packFor } from "#core/law/rule-pack.ts";
import type { Cents } from "#core/money.ts";
import { type AmountDue, amountDue } from "#core/payment/amount-due.ts";
import { accept, type Result } from "#core/result.ts";
import { amountDueFacts } from "#core/self-service/negotiable-debt.ts";
import { type Settings, settingsFrom } from "#core/settings.ts";
import type { Sql } from "#db/client.ts";
import type { Place } from "../keyset.ts";
import type { Page, PageRefusal, Placed } from "../page.ts";
import { oldestDueFirst, type TabRequest } from "./tab.ts";

export type AwaitingInvoice = {
  readonly invoice: InvoiceId;
  readonly number: string | null;
  readonly description: string | null;
  readonly contract: ContractId | null;
  readonly dueDate: CivilDate;
  readonly daysOverdue: number;
  /** As it was billed; the balance is what an agreement would take. */
  readonly billedCents: Cents;
  readonly balanceCents: Cents;
  /** What settles it that day, and why it is that much. */
  readonly due: AmountDue;
  readonly hasFiscalDocument: boolean;
  readonly hasRemittance: boolean;
  /** An agreement that waits for approval holds it. */
  readonly heldBy: AgreementNumber | null;
  readonly authorisation: Authorisation;
};

/** Tab 1: what an agreement may be made of. */
export async function readAwaitingInvoices(
  sql: Sql,
  request: TabRequest,
): Promise<Result<Page<AwaitingInvoice>, PageRefusal>> {
  const settings = await readSettings(sql);
  const page = await oldestDueFirst<Found>("awaiting", request, (place, limit) =>
    select(sql, request, { place, limit }),
  );
  if (!page.ok) return page;
  const { today } = request;
  const facts = amountDueFacts({ settings, pack: packFor(today), today });
  const rows = page.value.rows.map(({ state, paidCents, fined, onTimeDiscountCents, ...row }) => {
    const { billedCents: amountCents, dueDate } = row;
    const owed = { amountCents, paidCents, dueDate, fined, onTimeDiscountCents };
    return {
      ...row,
      due: amountDue({ ...owed, breaksAfter: undefined }, facts),
      authorisation: authorisationOf({ ...row, state }, settings),
    };
  });
  return accept({ rows, next: page.value.next });
}

type Found = Omit<AwaitingInvoice, "authorisation" | "due"> &
  Pick<Invoice, "paidCents" | "fined" | "onTimeDiscountCents"> & { readonly state: InvoiceState };

const select = async (
  sql: Sql,
  { customer, today }: TabRequest,
  { place, limit }: { readonly place: Place; readonly limit: number },
): Promise<Placed<Found>[]> =>
  await sql<Placed<Found>[]>`
    select i.id as invoice, i.number, i.description, i.contract_id as contract, i.due_date as "dueDate",
      ${today}::date - i.due_date as "daysOverdue", i.amount_cents as "billedCents",
      i.amount_cents - i.paid_cents as "balanceCents", i.fiscal_document as "hasFiscalDocument",
      i.remittance as "hasRemittance", i.state, h.agreement as "heldBy", i.paid_cents as "paidCents", i.fined,
      case when i.agreement is null then coalesce(k.on_time_discount_cents, 0) else i.on_time_discount_cents end
        as "onTimeDiscountCents",
      c.due_date as "sortKey", c.invoice_id as "sortId"
    from collection c
    join invoice i on i.id = c.invoice_id
    left join contract k on k.id = i.contract_id
    left join agreement_invoice h on h.invoice_id = i.id and h.held
    where c.customer_id = ${customer} and c.stage = 'awaiting negotiation'
      and (c.due_date, c.invoice_id) > (${place.key}, ${place.id})
    order by c.due_date, c.invoice_id limit ${limit}`;

const authorisationOf = (
  found: Pick<Found, "state" | "heldBy" | "hasFiscalDocument" | "hasRemittance">,
  settings: Settings,
): Authorisation =>
  authoriseInvoice(
    {
      state: found.state,
      agreement: found.heldBy === null ? undefined : { number: found.heldBy, broken: false },
      hasFiscalDocument: found.hasFiscalDocument,
      hasRemittance: found.hasRemittance,
    },
    {
      allowFiscalDocument: settings["authorise.fiscalDocument"],
      allowRemittance: settings["authorise.remittance"],
    },
  );

async function readSettings(sql: Sql): Promise<Settings> {
  const stored = await sql<{ key: string; value: unknown }[]>`select key, value from setting`;
  return settingsFrom(new Map(stored.map(({ key, value }) => [key, value])));
}
