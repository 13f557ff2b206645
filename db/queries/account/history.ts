import type { CivilDate } from "#core/calendar.ts";
import type { EventKind } from "#core/events.ts";
import type { AgreementNumber, InvoiceId, OperatorId } from "#core/ids.ts";
import type { Page } from "../page.ts";
import { newestFirst, type TabReader } from "./tab.ts";

export type HistoryEntry = {
  readonly id: number;
  readonly at: Date;
  readonly onDate: CivilDate;
  readonly kind: EventKind;
  readonly actor: OperatorId;
  readonly actorName: string | null;
  readonly invoice: InvoiceId | null;
  readonly agreement: AgreementNumber | null;
  /** By kind: core/events.ts. */
  readonly data: Readonly<Record<string, unknown>>;
};

/** Tab 2: all that happened in the customer's collection. */
export const readHistory: TabReader<Page<HistoryEntry>> = (sql, request) =>
  newestFirst(
    "history",
    request,
    (before, limit) => sql<HistoryEntry[]>`
      select e.id, e.at, e.on_date as "onDate", e.kind, e.actor, o.name as "actorName", e.invoice_id as invoice,
        e.agreement, e.data
      from event e left join operator o on o.id = e.actor
      where e.customer_id = ${request.customer} and e.id < ${before}
      order by e.id desc limit ${limit}`,
  );

/** Tab 3: of that, what happened to an invoice. */
export const readInvoiceHistory: TabReader<Page<HistoryEntry>> = (sql, request) =>
  newestFirst(
    "invoice history",
    request,
    (before, limit) => sql<HistoryEntry[]>`
      select e.id, e.at, e.on_date as "onDate", e.kind, e.actor, o.name as "actorName", e.invoice_id as invoice,
        e.agreement, e.data
      from event e left join operator o on o.id = e.actor
      where e.customer_id = ${request.customer} and e.invoice_id is not null and e.id < ${before}
      order by e.id desc limit ${limit}`,
  );
