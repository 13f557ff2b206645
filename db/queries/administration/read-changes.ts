import type { CivilDate } from "#core/calendar.ts";
import type { DomainEvent, EventKind } from "#core/events.ts";
import type { OperatorId } from "#core/ids.ts";
import type { Result } from "#core/result.ts";
import type { Sql } from "#db/client.ts";
import type { Sort } from "../keyset.ts";
import { type Page, type PageRefusal, type PageRequest, readPage } from "../page.ts";

/** What is changed in the provider itself; of no customer. */
export const CHANGE_KINDS = [
  "role_changed",
  "operator_saved",
  "operator_deactivated",
  "category_changed",
  "ledger_unit_changed",
  "payment_profile_changed",
  "ladder_changed",
  "policy_changed",
  "template_saved",
  "template_deleted",
  "setting_changed",
  "api_token_added",
  "api_token_revoked",
  "outbox_retried",
  "outbox_dropped",
] as const satisfies readonly EventKind[];

type ChangeKindName = (typeof CHANGE_KINDS)[number];

export type ProviderChange = {
  readonly id: number;
  readonly at: Date;
  readonly onDate: CivilDate;
  readonly actor: OperatorId;
  readonly actorName: string | null;
  /** For the sentence of it, and with what stood before and after. */
  readonly event: Extract<DomainEvent, { readonly kind: ChangeKindName }>;
};

export type ChangesRequest = PageRequest & {
  /** All kinds unless told. */
  readonly kinds?: readonly ChangeKindName[] | undefined;
};

/**
 * Who changed what, newest first. By the index event_customer, under no customer: a few rows a day, whatever the number of
 * customers.
 */
export const readChanges = (
  sql: Sql,
  { kinds = CHANGE_KINDS, limit, after }: ChangesRequest = {},
): Promise<Result<Page<ProviderChange>, PageRefusal>> =>
  readPage<ProviderChange>(
    { scope: `changes ${[...kinds].sort().join(",")}`, sort: NEWEST_FIRST, limit, after },
    async ({ id: before }, rows) => {
      const found = await sql<ProviderChange[]>`
        select e.id, e.at, e.on_date as "onDate", e.actor, o.name as "actorName",
          jsonb_build_object('kind', e.kind, 'data', e.data) as event
        from event e left join operator o on o.id = e.actor
        where e.customer_id is null and e.kind = any(${[...kinds]}) and e.id < ${Number(before)}
        order by e.id desc limit ${rows}`;
      return found.map((row) => ({ ...row, sortKey: row.id, sortId: row.id }));
    },
  );

const NEWEST_FIRST: Sort = {
  column: "id",
  kind: "number",
  id: { column: "id", kind: "number" },
  direction: "descending",
};
