import { addDays, type CivilDate } from "../calendar.ts";
import type { ConnectionId } from "../ids.ts";
import { accept, refuse } from "../result.ts";
import { manyLines } from "../work/clean-text.ts";
import { MAX_EXCEPTION_DAYS } from "../work/limits.ts";
import { command } from "./command.ts";
import { lockedConnection } from "./locked-connection.ts";
import { checkReason } from "./reasons.ts";
import { record } from "./record.ts";

export type GrantException = {
  readonly connection: ConnectionId;
  /** Last day on which it is not blocked. The latest of all that were granted holds. */
  readonly until: CivilDate;
  readonly reason: string;
};
export type ExceptionGranted = { readonly connection: ConnectionId; readonly until: CivilDate };

/** Keeps a connection from being blocked until a day. */
export const grantConnectionException = command<GrantException, ExceptionGranted>(
  "connection except",
  "connection.exceptions",
  async (unit, { input, today }) => {
    const found = await lockedConnection(unit, input.connection);
    if (!found.ok) return found;
    const { id: connection, customer } = found.value;
    const reason = manyLines(input.reason);
    const { until } = input;
    const refusal = checkReason(reason);
    if (refusal !== undefined) return refuse(refusal);
    const latest = addDays(today, MAX_EXCEPTION_DAYS);
    if (until < today) {
      return refuse({ code: "day_in_the_past", field: "until", got: until, today });
    }
    if (until > latest) return refuse({ code: "day_too_far", field: "until", got: until, latest });
    await unit.grantException(connection, { until, reason });
    await record(unit, [
      { kind: "connection_exception_granted", customer, data: { connection, until, reason } },
    ]);
    return accept({ connection, until });
  },
);
