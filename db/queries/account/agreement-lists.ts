import type { CivilDate } from "#core/calendar.ts";
import type { InvoiceState } from "#core/collection/invoice.ts";
import type { Stage } from "#core/collection/stage.ts";
import type { AgreementNumber, InvoiceId, OperatorId } from "#core/ids.ts";
import type { Cents } from "#core/money.ts";
import type { AgreementStatus } from "#core/ports.ts";
import { accept, type Result } from "#core/result.ts";
import type { Sql } from "#db/client.ts";
import type { Fragment } from "../fragment.ts";
import { cursorScope } from "../keyset.ts";
import type { Page, PageRefusal, Placed } from "../page.ts";
import { newestFirst, oldestDueFirst, type TabReader, type TabRequest } from "./tab.ts";

export type AgreementEntry = {
  readonly id: AgreementNumber;
  readonly kind: "unchanged" | "renegotiated";
  readonly status: AgreementStatus;
  readonly toleranceDate: CivilDate;
  readonly category: string;
  readonly baseCents: Cents;
  readonly totalCents: Cents;
  readonly madeBy: OperatorId;
  readonly madeOn: CivilDate;
  readonly endedOn: CivilDate | null;
  readonly endReason: string | null;
};

/** `source`: what was owed; `awaited`: what is to be paid; of an unchanged agreement both at once. */
export type AgreementInvoice = {
  readonly invoice: InvoiceId;
  readonly number: string | null;
  readonly agreement: AgreementNumber;
  readonly isSource: boolean;
  readonly isAwaited: boolean;
  readonly instalment: number | null;
  readonly amountCents: Cents;
  readonly dueDate: CivilDate;
  readonly state: InvoiceState;
  readonly stage: Stage | null;
};

export type PromisedInvoice = {
  readonly invoice: InvoiceId;
  readonly number: string | null;
  readonly agreement: AgreementNumber;
  readonly instalment: number | null;
  readonly amountCents: Cents;
  readonly dueDate: CivilDate;
  readonly toleranceDate: CivilDate;
  /** Null once it is paid. */
  readonly breaksAfter: CivilDate | null;
  readonly settledOn: CivilDate | null;
  /** The live record at the bureau. */
  readonly spcRecord: number | null;
};

export type AgreementLists = {
  readonly agreements: Page<AgreementEntry>;
  readonly invoices: Page<AgreementInvoice>;
  readonly awaiting: Page<PromisedInvoice>;
  readonly pastTolerance: Page<PromisedInvoice>;
  readonly paid: Page<PromisedInvoice>;
};

type ListName = keyof AgreementLists;

/** Tab 9: the first pages of all five lists, or, with a cursor, the next page of the list that it came from. */
export const readAgreementLists: TabReader<Partial<AgreementLists>> = async (sql, request) => {
  const from = request.after === undefined ? undefined : cursorScope(request.after);
  const names = LIST_NAMES.filter((name) => from === undefined || name === from);
  // A cursor of no list is refused by the first.
  const asked: readonly ListName[] = names.length === 0 ? ["agreements"] : names;
  const lists: Partial<Record<ListName, Page<unknown>>> = {};
  const read = await Promise.all(
    asked.map(async (name) => ({ name, page: await LISTS[name](sql, request) })),
  );
  for (const { name, page } of read) {
    if (!page.ok) return page;
    lists[name] = page.value;
  }
  return accept(lists as Partial<AgreementLists>);
};

const readAgreements: TabReader<Page<AgreementEntry>> = (sql, request) =>
  newestFirst(
    "agreements",
    request,
    (before, limit) => sql<AgreementEntry[]>`
      select number as id, kind, status, tolerance_date as "toleranceDate", category, base_cents as "baseCents",
        total_cents as "totalCents", made_by as "madeBy", made_on as "madeOn", ended_on as "endedOn",
        end_reason as "endReason"
      from agreement where customer_id = ${request.customer} and number < ${before}
      order by number desc limit ${limit}`,
  );

/** An invoice may have stood in several agreements, one after the other: it is listed in the latest. */
const readInvoices: TabReader<Page<AgreementInvoice>> = (sql, request) =>
  oldestDueFirst(
    "invoices",
    request,
    (place, limit) => sql<Placed<AgreementInvoice>[]>`
      select m.invoice_id as invoice, i.number, m.agreement, m.is_source as "isSource", m.is_awaited as "isAwaited",
        m.instalment, m.amount_cents as "amountCents", m.due_date as "dueDate", i.state, c.stage,
        m.due_date as "sortKey", m.invoice_id as "sortId"
      from (
        select distinct on (x.invoice_id) x.*
        from agreement a join agreement_invoice x on x.agreement = a.number
        where a.customer_id = ${request.customer}
        order by x.invoice_id, x.agreement desc) m
      join invoice i on i.id = m.invoice_id
      left join collection c on c.invoice_id = m.invoice_id
      where (m.due_date, m.invoice_id) > (${place.key}, ${place.id})
      order by m.due_date, m.invoice_id limit ${limit}`,
  );

type PromisedList = "awaiting" | "pastTolerance" | "paid";

const promised =
  (name: PromisedList): TabReader<Page<PromisedInvoice>> =>
  (sql, request) =>
    oldestDueFirst(
      name,
      request,
      (place, limit) => sql<Placed<PromisedInvoice>[]>`
        select c.invoice_id as invoice, i.number, c.agreement, m.instalment, c.amount_cents as "amountCents",
          c.due_date as "dueDate", a.tolerance_date as "toleranceDate", c.breaks_after as "breaksAfter",
          c.settled_on as "settledOn", r.id as "spcRecord", c.due_date as "sortKey", c.invoice_id as "sortId"
        from collection c
        join agreement a on a.number = c.agreement
        join invoice i on i.id = c.invoice_id
        left join agreement_invoice m on m.agreement = c.agreement and m.invoice_id = c.invoice_id
        left join spc_record r on r.invoice_id = c.invoice_id and r.removed_on is null
        where c.customer_id = ${request.customer} and ${CONDITIONS[name](sql, request)}
          and (c.due_date, c.invoice_id) > (${place.key}, ${place.id})
        order by c.due_date, c.invoice_id limit ${limit}`,
    );

const CONDITIONS: Record<PromisedList, (sql: Sql, request: TabRequest) => Fragment> = {
  awaiting: (sql, { today }) => sql`c.stage = 'in agreement' and c.breaks_after >= ${today}`,
  pastTolerance: (sql, { today }) => sql`c.stage = 'in agreement' and c.breaks_after < ${today}`,
  paid: (sql) => sql`c.stage = 'settled'`,
};

const LISTS: {
  readonly [Name in ListName]: (
    sql: Sql,
    request: TabRequest,
  ) => Promise<Result<AgreementLists[Name], PageRefusal>>;
} = {
  agreements: readAgreements,
  invoices: readInvoices,
  awaiting: promised("awaiting"),
  pastTolerance: promised("pastTolerance"),
  paid: promised("paid"),
};

const LIST_NAMES = Object.keys(LISTS) as ListName[];
