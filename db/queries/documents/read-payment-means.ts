import type { CivilDate } from "#core/calendar.ts";
import type { Stage } from "#core/collection/stage.ts";
import type { InvoiceId } from "#core/ids.ts";
import { packFor } from "#core/law/rule-pack.ts";
import {
  type Chargeable,
  type KeptCharge,
  type PaymentMeans,
  paymentMeans,
  type Receiver,
} from "#core/payment/means.ts";
import { settingsFrom } from "#core/settings.ts";
import type { Sql } from "#db/client.ts";

/** With what each of the invoices can be paid that day: documents, messages and screens all ask here. */
export async function readPaymentMeans(
  sql: Sql,
  invoices: readonly InvoiceId[],
  today: CivilDate,
): Promise<Map<InvoiceId, PaymentMeans>> {
  if (invoices.length === 0) return new Map();
  const stored = await sql`
    select key, value from setting where key in ('provider.name', 'calendar.extraHolidays', 'charge.lateFine', 'charge.lateInterest')`;
  const settings = settingsFrom(new Map(stored.map(({ key, value }) => [key, value])));
  const facts = {
    provider: settings["provider.name"],
    localHolidays: new Set(settings["calendar.extraHolidays"]),
    today,
  };
  const charged = {
    charges: { fine: settings["charge.lateFine"], interest: settings["charge.lateInterest"] },
    pack: packFor(today),
  };
  const rows = await select(sql, invoices);
  return new Map(
    rows.map(({ stage, charge, profile, fined, breaksAfter, ...invoice }) => [
      invoice.id,
      paymentMeans({
        invoice: { ...invoice, place: stage ?? "none" },
        charge,
        profile,
        late: { ...charged, fined, breaksAfter: breaksAfter ?? undefined },
        ...facts,
      }),
    ]),
  );
}

type Row = Omit<Chargeable, "place"> & {
  readonly stage: Stage | null;
  readonly fined: boolean;
  /** Only while an agreement awaits it. */
  readonly breaksAfter: CivilDate | null;
  readonly charge: KeptCharge | null;
  readonly profile: Receiver | null;
};

const select = async (sql: Sql, invoices: readonly InvoiceId[]): Promise<Row[]> =>
  await sql<Row[]>`
    select i.id, i.amount_cents as "amountCents", i.paid_cents as "paidCents", i.due_date as "dueDate", i.state,
      case when i.agreement is null then coalesce(k.on_time_discount_cents, 0) else i.on_time_discount_cents end
        as "onTimeDiscountCents",
      c.stage, i.fined, case when c.stage = 'in agreement' then c.breaks_after end as "breaksAfter",
      case when h.invoice_id is not null then jsonb_build_object('bank', h.bank, 'ourNumber', h.our_number,
        'freeField', h.free_field, 'digitLine', h.digit_line, 'pixCode', h.pix_code) end as charge,
      case when p.id is not null then jsonb_build_object('branch', p.branch, 'account', p.account,
        'agreementCode', p.agreement_code, 'beneficiary', p.beneficiary, 'pixKey', p.pix_key, 'city', p.city) end as profile
    from invoice i
    left join charge h on h.invoice_id = i.id
    left join payment_profile p on p.name = i.payment_profile
    left join contract k on k.id = i.contract_id
    left join collection c on c.invoice_id = i.id
    where i.id = any(${[...invoices]})`;
