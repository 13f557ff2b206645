import type { CivilDate } from "../calendar.ts";
import type { ConnectionId } from "../ids.ts";
import { accept, refuse } from "../result.ts";
import { manyLines } from "../work/clean-text.ts";
import { command } from "./command.ts";
import { lockedConnection } from "./locked-connection.ts";
import { checkReason } from "./reasons.ts";
import { record } from "./record.ts";

export type RevokeException = { readonly connection: ConnectionId; readonly reason: string };
export type ExceptionRevoked = {
  readonly connection: ConnectionId;
  /** Until when it would not have been blocked. */
  readonly until: CivilDate;
};

/** Ends at once all that keeps a connection from being blocked; what was granted stands in the history. */
export const revokeConnectionException = command<RevokeException, ExceptionRevoked>(
  "connection revoke-exception",
  "connection.exceptions",
  async (unit, { input, today }) => {
    const found = await lockedConnection(unit, input.connection);
    if (!found.ok) return found;
    const { id: connection, customer, exceptedUntil: until } = found.value;
    const reason = manyLines(input.reason);
    const refusal = checkReason(reason);
    if (refusal !== undefined) return refuse(refusal);
    if (until === null || until < today) {
      return refuse({ code: "connection_not_excepted", connection });
    }
    await unit.revokeExceptions(connection, today);
    await record(unit, [
      { kind: "connection_exception_revoked", customer, data: { connection, until, reason } },
    ]);
    return accept({ connection, until });
  },
);
