import { type Authorisation, authoriseInvoice } from "#core/agreement/authorise-invoice.ts";
import type { LedgerTerm } from "#core/agreement/ledger-units.ts";
import { firstBusinessDayOnOrAfter, type LocalHolidays } from "#core/business-days.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { InvoiceState } from "#core/collection/invoice.ts";
import type { AgreementNumber, CustomerId, InvoiceId, OperatorId } from "#core/ids.ts";
import type { Dispute } from "#core/law/facts.ts";
import { legalGate } from "#core/law/gate.ts";
import { packFor } from "#core/law/rule-pack.ts";
import { lawSettings } from "#core/law/settings.ts";
import type { From, Refused } from "#core/law/verdict.ts";
import type { Cents, Percent } from "#core/money.ts";
import type { Allowance } from "#core/policy/allowance.ts";
import { type Settings, settingsFrom } from "#core/settings.ts";
import { maskTaxId, type TaxId, taxIdKind } from "#core/tax-id.ts";
import type { Sql } from "#db/client.ts";

/** An invoice that may be asked for: one that awaits negotiation, or one whose promise was broken. */
export type Candidate = {
  readonly invoice: InvoiceId;
  readonly number: string | null;
  readonly dueDate: CivilDate;
  readonly daysOverdue: number;
  readonly balanceCents: Cents;
  /** Carries a late fine already. */
  readonly fined: boolean;
  readonly hasOnTimeDiscount: boolean;
  /** Of the broken agreement that it would leave. */
  readonly leaves: AgreementNumber | null;
  readonly authorisation: Authorisation;
  /** Why the law lets nobody ask for it; null: it does. */
  readonly forbidden: Refused | From | null;
};

/** What a form of an agreement is filled in from. */
export type AgreementBasis = {
  readonly customer: CustomerId;
  readonly name: string;
  /** Masked. */
  readonly taxId: string | null;
  /** Without a tax id the customer is treated as a consumer. */
  readonly taxIdKind: "cpf" | "cnpj";
  /** Oldest due date first; the first ones of very many. */
  readonly candidates: readonly Candidate[];
  readonly categories: readonly string[];
  readonly profiles: readonly string[];
  readonly ledgerUnits: readonly { readonly code: string; readonly name: string }[];
  readonly lastUnits: { readonly [T in LedgerTerm]?: string };
  readonly sourcesBecome: Settings["agreement.sources"];
  readonly maxInstalments: number;
  readonly allowance: Allowance;
  /** The provider's own, besides the national ones. */
  readonly localHolidays: LocalHolidays;
};

const MAX_CANDIDATES = 300;

type Asked = {
  readonly customer: CustomerId;
  readonly operator: OperatorId;
  /** Broken invoices too: for whoever may renegotiate them. */
  readonly withBroken: boolean;
  readonly today: CivilDate;
};

/** Undefined when the customer or the operator is not there. */
export async function readAgreementBasis(
  sql: Sql,
  asked: Asked,
): Promise<AgreementBasis | undefined> {
  const [[head], [allowance], settings, found, lists] = await Promise.all([
    sql<{ name: string; taxId: TaxId | null }[]>`
      select name, tax_id as "taxId" from customer where id = ${asked.customer}`,
    sql<{ maxDiscount: Percent; maxInstalments: number; maxAmountCents: Cents | null }[]>`
      select r.max_discount as "maxDiscount", r.max_instalments as "maxInstalments",
        r.max_amount_cents as "maxAmountCents"
      from operator o join role r on r.name = o.role where o.id = ${asked.operator} and o.active`,
    readSettings(sql),
    readCandidates(sql, asked),
    readLists(sql),
  ]);
  if (head === undefined || allowance === undefined) return undefined;
  return {
    customer: asked.customer,
    name: head.name,
    taxId: head.taxId === null ? null : maskTaxId(head.taxId),
    taxIdKind: head.taxId === null ? "cpf" : taxIdKind(head.taxId),
    candidates: found.map((one) => toCandidate(one, { settings, today: asked.today })),
    ...lists,
    sourcesBecome: settings["agreement.sources"],
    maxInstalments: settings["agreement.maxInstalments"],
    allowance: { ...allowance },
    localHolidays: new Set(settings["calendar.extraHolidays"]),
  };
}

type Found = Omit<Candidate, "authorisation" | "forbidden"> & {
  readonly state: InvoiceState;
  readonly heldBy: AgreementNumber | null;
  readonly hasFiscalDocument: boolean;
  readonly hasRemittance: boolean;
  readonly breaksAfter: CivilDate | null;
  readonly disputes: readonly Dispute[];
};

const readCandidates = async (
  sql: Sql,
  { customer, withBroken, today }: Asked,
): Promise<readonly Found[]> =>
  await sql<Found[]>`
    select i.id as invoice, i.number, i.due_date as "dueDate", ${today}::date - i.due_date as "daysOverdue",
      i.amount_cents - i.paid_cents as "balanceCents", i.fined, i.state, h.agreement as "heldBy",
      i.fiscal_document as "hasFiscalDocument", i.remittance as "hasRemittance", c.breaks_after as "breaksAfter",
      case when c.stage = 'in agreement' then c.agreement end as leaves,
      coalesce(case when i.agreement is null then k.on_time_discount_cents else i.on_time_discount_cents end, 0) > 0
        as "hasOnTimeDiscount",
      coalesce((select jsonb_agg(jsonb_build_object('openedOn', d.opened_on, 'answer',
          case when d.answered_on is null then null
            else jsonb_build_object('on', d.answered_on, 'upheld', coalesce(d.upheld, false)) end) order by d.opened_on)
        from dispute d where d.customer_id = i.customer_id and d.invoice_id = i.id), '[]') as disputes
    from collection c
    join invoice i on i.id = c.invoice_id
    left join contract k on k.id = i.contract_id
    left join agreement_invoice h on h.invoice_id = i.id and h.held
    where c.customer_id = ${customer} and (c.stage = 'awaiting negotiation'
      or (${withBroken} and c.stage = 'in agreement' and c.breaks_after < ${today}))
    order by c.due_date, c.invoice_id limit ${MAX_CANDIDATES}`;

function toCandidate(
  found: Found,
  { settings, today }: { readonly settings: Settings; readonly today: CivilDate },
): Candidate {
  const { state, heldBy, hasFiscalDocument, hasRemittance, breaksAfter, disputes, ...shown } =
    found;
  const broken = found.leaves === null ? undefined : { number: found.leaves, broken: true };
  const agreement = heldBy === null ? broken : { number: heldBy, broken: false };
  const { dueDate } = found;
  const law = { settings: lawSettings(settings), pack: packFor(today) };
  const facts = {
    dueDate,
    lateAfter: breaksAfter ?? firstBusinessDayOnOrAfter(dueDate, law.settings.localHolidays),
    paid: state === "paid",
    arisesFromUse: true,
    disputes,
  };
  const verdict = legalGate({ act: "collect", facts, today }, law);
  return {
    ...shown,
    authorisation: authoriseInvoice(
      { state, agreement, hasFiscalDocument, hasRemittance },
      {
        allowFiscalDocument: settings["authorise.fiscalDocument"],
        allowRemittance: settings["authorise.remittance"],
      },
    ),
    forbidden: verdict.answer === "allowed" ? null : verdict,
  };
}

type Lists = Pick<AgreementBasis, "categories" | "profiles" | "ledgerUnits" | "lastUnits">;

/** What may be chosen; and for each term the unit of the latest agreement that had it, for it seldom is another. */
async function readLists(sql: Sql): Promise<Lists> {
  const [categories, profiles, ledgerUnits, [last]] = await Promise.all([
    sql<{ name: string }[]>`select name from category where active order by name`,
    sql<{ name: string }[]>`select name from payment_profile where active order by name`,
    sql<{ code: string; name: string }[]>`
      select code, name from ledger_unit where active order by code`,
    sql<{ units: Record<string, string> | null }[]>`
      select jsonb_object_agg(u.key, u.value) as units
      from (
        select distinct on (e.key) e.key, e.value
        from (select number, proposal from agreement order by number desc limit 50) a,
          jsonb_each_text(a.proposal -> 'units') e
        order by e.key, a.number desc) u`,
  ]);
  return {
    categories: categories.map(({ name }) => name),
    profiles: profiles.map(({ name }) => name),
    ledgerUnits: [...ledgerUnits],
    lastUnits: last?.units ?? {},
  };
}

async function readSettings(sql: Sql): Promise<Settings> {
  const stored = await sql<{ key: string; value: unknown }[]>`select key, value from setting`;
  return settingsFrom(new Map(stored.map(({ key, value }) => [key, value])));
}
