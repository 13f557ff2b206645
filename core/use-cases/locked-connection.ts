import type { ConnectionId } from "../ids.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { type Result, refuse } from "../result.ts";
import type { Connection } from "../work/connection.ts";

/** The connection as it stands once its customer is locked. */
export async function lockedConnection(
  unit: Unit,
  id: ConnectionId,
): Promise<Result<Connection, Refusal>> {
  const seen = await unit.connection(id);
  if (seen !== undefined) await unit.lockCustomer(seen.customer);
  const found = seen === undefined ? undefined : await unit.connection(id);
  return found === undefined
    ? refuse({ code: "connection_unknown", connection: id })
    : { ok: true, value: found };
}
