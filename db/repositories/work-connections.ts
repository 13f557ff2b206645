import { and, eq, gte, max, sql } from "drizzle-orm";
import type { CivilDate } from "#core/calendar.ts";
import type { ConnectionId } from "#core/ids.ts";
import type { Notice } from "#core/law/facts.ts";
import type { Connection, ConnectionStatus, WantedStatus } from "#core/work/connection.ts";
import type { BlockRecord, WorkUnit } from "#core/work-ports.ts";
import { connection, connectionException, contract } from "../schema/customer.ts";
import { loadInvoices } from "./invoices.ts";
import { rowsOf, type Scope } from "./scope.ts";

type Methods = Pick<
  WorkUnit,
  | "connection"
  | "blockRecord"
  | "endedContracts"
  | "wantConnection"
  | "grantException"
  | "revokeExceptions"
>;

/** Tab 10. */
export function workConnectionMethods(scope: Scope): Methods {
  const { tx, actor } = scope;
  return {
    connection: (id) => loadConnection(scope, id),
    blockRecord: (of) => loadBlockRecord(scope, of),
    async endedContracts(customer) {
      const ended = await tx
        .select({ id: contract.id })
        .from(contract)
        .where(and(eq(contract.customerId, customer), eq(contract.status, "ended")));
      return ended.map(({ id }) => id);
    },
    async wantConnection(id, { status: wantedStatus, reason: wantedReason, atMs }) {
      await tx
        .update(connection)
        .set({
          wantedStatus,
          wantedReason,
          wantedBy: actor.id,
          wantedAt: atMs === undefined ? sql`now()` : new Date(atMs),
        })
        .where(eq(connection.id, id));
    },
    async grantException(connectionId, { until, reason }) {
      await tx
        .insert(connectionException)
        .values({ connectionId, until, reason, grantedBy: actor.id });
    },
    async revokeExceptions(connectionId, from) {
      await tx
        .delete(connectionException)
        .where(
          and(
            eq(connectionException.connectionId, connectionId),
            gte(connectionException.until, from),
          ),
        );
    },
  };
}

async function loadConnection({ tx }: Scope, id: ConnectionId): Promise<Connection | undefined> {
  const [found] = await tx.select().from(connection).where(eq(connection.id, id));
  if (found === undefined) return undefined;
  const [granted] = await tx
    .select({ until: max(connectionException.until) })
    .from(connectionException)
    .where(eq(connectionException.connectionId, id));
  return {
    id,
    customer: found.customerId,
    contract: found.contractId,
    status: found.status as ConnectionStatus,
    wanted: found.wantedStatus as WantedStatus | null,
    exceptedUntil: granted?.until ?? null,
  };
}

/** An unpaid debt keeps its own clock from its due date; only a paid instalment of its agreement starts it anew. */
async function loadBlockRecord(
  { tx }: Scope,
  { customer, contract }: Connection,
): Promise<BlockRecord> {
  const debts = await loadInvoices(
    tx,
    sql`i.customer_id = ${customer} and i.contract_id = ${contract} and i.state = 'open'`,
  );
  const notices = await rowsOf<Notice>(
    tx,
    sql`
    select kind, delivered_at as "deliveredOn" from notice
    where customer_id = ${customer} and delivered_at is not null
      and (contract_id is null or contract_id = ${contract})`,
  );
  const [cleared] = await rowsOf<{ on: CivilDate | null }>(
    tx,
    sql`
    select max(p.settled_on) as "on" from collection own
    join invoice i on i.id = own.invoice_id and i.contract_id = ${contract} and i.state = 'open'
    join collection p on p.agreement = own.agreement and p.stage = 'settled'
    where own.customer_id = ${customer}`,
  );
  return { debts, notices, clearedOn: cleared?.on ?? null };
}
