import type { CivilDate } from "#core/calendar.ts";
import type { ConnectionId, ContractId, OperatorId } from "#core/ids.ts";
import type { ConnectionStatus, WantedStatus } from "#core/work/connection.ts";
import { type Page, type Placed, readPage } from "../page.ts";
import type { TabReader } from "./tab.ts";

export type ConnectionEntry = {
  readonly connection: ConnectionId;
  readonly contract: ContractId;
  readonly plan: string | null;
  readonly login: string;
  readonly nas: string | null;
  /** As the network is known to be. */
  readonly status: ConnectionStatus;
  readonly blockedOn: CivilDate | null;
  /** As somebody wants it, while the network has not confirmed it; with why, who and since when. */
  readonly wanted: WantedStatus | null;
  readonly wantedReason: string | null;
  readonly wantedBy: OperatorId | null;
  readonly wantedAt: Date | null;
  /** Until when it is not to be blocked, the latest first. */
  readonly exceptions: readonly ConnectionException[];
};

export type ConnectionException = {
  readonly id: number;
  readonly until: CivilDate;
  readonly reason: string;
  readonly grantedBy: OperatorId;
};

/** Tab 10. */
export const readConnections: TabReader<Page<ConnectionEntry>> = (
  sql,
  { customer, limit, after },
) => {
  const id = { column: "id", kind: "text" } as const;
  return readPage<ConnectionEntry>(
    { scope: "connections", sort: { ...id, id, direction: "ascending" }, limit, after },
    async (place, rows) =>
      await sql<Placed<ConnectionEntry>[]>`
      select n.id as connection, n.contract_id as contract, k.plan, n.login, n.nas, n.status, n.blocked_on as "blockedOn",
        n.wanted_status as wanted, n.wanted_reason as "wantedReason", n.wanted_by as "wantedBy", n.wanted_at as "wantedAt",
        coalesce((
          select jsonb_agg(jsonb_build_object('id', e.id, 'until', e.until, 'reason', e.reason, 'grantedBy', e.granted_by)
            order by e.until desc, e.id desc)
          from connection_exception e where e.connection_id = n.id), '[]') as exceptions,
        n.id as "sortKey", n.id as "sortId"
      from connection n left join contract k on k.id = n.contract_id
      where n.customer_id = ${customer} and n.id > ${place.id}
      order by n.id limit ${rows}`,
  );
};
