import { TERM_NAMES } from "#core/agreement/terms.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { DocumentAsked } from "#core/documents/asked.ts";
import {
  type Bill,
  type BillRefusal,
  billInvoice,
  type InvoiceToBill,
} from "#core/documents/bill-invoice.ts";
import type { BilledInvoice, InvoiceDocument } from "#core/documents/invoice-document.ts";
import type { AgreementNumber, InvoiceId } from "#core/ids.ts";
import { checkCreditor } from "#core/law/documents.ts";
import { packFor } from "#core/law/rule-pack.ts";
import { lawSettings } from "#core/law/settings.ts";
import { NO_MEANS } from "#core/payment/means.ts";
import type { AgreementStatus } from "#core/ports.ts";
import type { CommandRefusal } from "#core/refusals.ts";
import { accept, type Result, refuse } from "#core/result.ts";
import { type Settings, settingsFrom } from "#core/settings.ts";
import { formatTaxId, parseTaxId } from "#core/tax-id.ts";
import type { Sql } from "#db/client.ts";
import { readPaymentMeans } from "./read-payment-means.ts";

export type InvoiceDocumentRefusal =
  | BillRefusal
  | Extract<CommandRefusal, { readonly code: "invoice_unknown" | "agreement_unknown" }>
  | { readonly code: "no_invoices" };

/** As many as an agreement can have, and a few more; whoever wants thousands asks for them one after the other. */
export const MAX_PRINTED = 100;

/** What is printed of these invoices that day: all of them, or the first reason why not. */
export async function readInvoiceDocuments(
  sql: Sql,
  asked: DocumentAsked,
  today: CivilDate,
): Promise<Result<InvoiceDocument, InvoiceDocumentRefusal>> {
  const settings = await readSettings(sql);
  const creditor = creditorOf(settings, today);
  if (!creditor.ok) return creditor;
  const chosen = await choose(sql, asked);
  if (!chosen.ok) return chosen;
  const bills = await readBills(sql, chosen.value, { settings, today });
  if (!bills.ok) return bills;
  const means = await readPaymentMeans(sql, chosen.value, today);
  const invoices = bills.value.map(
    (bill): BilledInvoice => ({ ...bill, means: means.get(bill.invoice) ?? NO_MEANS }),
  );
  const kind = "agreement" in asked ? "booklet" : "single";
  return accept({ kind, issuedOn: today, creditor: creditor.value, invoices });
}

async function readSettings(sql: Sql): Promise<Settings> {
  const stored = await sql<{ key: string; value: unknown }[]>`select key, value from setting`;
  return settingsFrom(new Map(stored.map(({ key, value }) => [key, value])));
}

/** A tax id that is none by its check digits is printed as it was typed: a person has to see it to mend it. */
function creditorOf(settings: Settings, today: CivilDate) {
  const typed = settings["provider.taxId"];
  const taxId = parseTaxId(typed);
  return checkCreditor(
    {
      name: settings["provider.name"],
      address: settings["provider.address"],
      taxId: taxId === undefined ? typed : formatTaxId(taxId),
    },
    packFor(today),
  );
}

async function choose(
  sql: Sql,
  asked: DocumentAsked,
): Promise<Result<readonly InvoiceId[], InvoiceDocumentRefusal>> {
  const found =
    "agreement" in asked
      ? await unpaidOf(sql, asked.agreement)
      : accept([...new Set(asked.invoices)]);
  if (!found.ok) return found;
  const count = found.value.length;
  if (count === 0) return refuse({ code: "no_invoices" });
  if (count > MAX_PRINTED) return refuse({ code: "too_many_to_print", count, max: MAX_PRINTED });
  return found;
}

/** Paid instalments are left out: the booklet can be printed again on the way. */
async function unpaidOf(
  sql: Sql,
  agreement: AgreementNumber,
): Promise<Result<readonly InvoiceId[], InvoiceDocumentRefusal>> {
  const [head] = await sql<{ status: AgreementStatus; invoices: InvoiceId[] }[]>`
    select a.status, array(
      select m.invoice_id from agreement_invoice m join invoice i on i.id = m.invoice_id
      where m.agreement = a.number and m.is_awaited and m.live and i.state = 'open'
      order by m.instalment, m.due_date, m.invoice_id) as invoices
    from agreement a where a.number = ${agreement}`;
  if (head === undefined) return refuse({ code: "agreement_unknown", agreement });
  const { status, invoices } = head;
  if (status !== "live" && status !== "fulfilled") {
    return refuse({ code: "print_of_agreement_not_live", agreement, status });
  }
  return invoices.length === 0
    ? refuse({ code: "nothing_left_to_print", agreement })
    : accept(invoices);
}

type Context = { readonly settings: Settings; readonly today: CivilDate };

async function readBills(
  sql: Sql,
  ids: readonly InvoiceId[],
  { settings, today }: Context,
): Promise<Result<readonly Bill[], InvoiceDocumentRefusal>> {
  const facts = {
    today,
    law: { settings: lawSettings(settings), pack: packFor(today) },
    charges: { fine: settings["charge.lateFine"], interest: settings["charge.lateInterest"] },
  };
  const found = new Map((await select(sql, ids)).map((row) => [row.invoice, row]));
  const bills: Bill[] = [];
  for (const invoice of ids) {
    const row = found.get(invoice);
    if (row === undefined) return refuse({ code: "invoice_unknown", invoice });
    const bill = billInvoice({ ...row, place: row.place ?? "none" }, facts);
    if (!bill.ok) return bill;
    bills.push(bill.value);
  }
  return accept(bills);
}

type Row = Omit<InvoiceToBill, "place"> & {
  readonly place: Exclude<InvoiceToBill["place"], "none"> | null;
};

/** As people read the lines of an invoice. */
const TERMS = ["base", ...TERM_NAMES];

const select = async (sql: Sql, ids: readonly InvoiceId[]): Promise<Row[]> =>
  await sql<Row[]>`
    select i.id as invoice, i.number, jsonb_build_object('name', u.name, 'taxId', u.tax_id) as customer,
      i.description, i.amount_cents as "amountCents", i.paid_cents as "paidCents", i.due_date as "dueDate",
      i.state, i.fined, c.stage as place, c.breaks_after as "breaksAfter",
      case when c.stage = 'replaced' then c.agreement end as "replacedBy",
      case when i.agreement is null then coalesce(k.on_time_discount_cents, 0) else i.on_time_discount_cents end
        as "onTimeDiscountCents",
      case when i.agreement is not null then jsonb_build_object('agreement', i.agreement, 'instalment', i.instalment,
        'instalments', (select count(*) from agreement_invoice m where m.agreement = i.agreement and m.is_awaited),
        'lines', coalesce((
          select jsonb_agg(jsonb_build_object('term', l.term, 'amountCents', l.amount_cents)
            order by array_position(${TERMS}::text[], l.term))
          from agreement_line l where l.agreement = i.agreement and l.instalment = i.instalment), '[]')) end as agreement,
      coalesce((select jsonb_agg(jsonb_build_object('openedOn', d.opened_on, 'answer',
          case when d.answered_on is null then null
            else jsonb_build_object('on', d.answered_on, 'upheld', coalesce(d.upheld, false)) end) order by d.opened_on)
        from dispute d where d.customer_id = i.customer_id and d.invoice_id = i.id), '[]') as disputes
    from invoice i
    join customer u on u.id = i.customer_id
    left join contract k on k.id = i.contract_id
    left join collection c on c.invoice_id = i.id
    where i.id = any(${[...ids]})`;
