import type { CivilDate } from "../calendar.ts";
import type { ConnectionId } from "../ids.ts";
import { legalGate } from "../law/gate.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, refuse } from "../result.ts";
import { manyLines } from "../work/clean-text.ts";
import {
  type Connection,
  type ConnectionChange,
  decideConnectionChange,
  type WantedStatus,
} from "../work/connection.ts";
import { lawOn } from "./law-on.ts";
import { debtOf } from "./load-invoices.ts";
import { lockedConnection } from "./locked-connection.ts";
import { checkReason } from "./reasons.ts";
import { record } from "./record.ts";
import { timedCommand } from "./timed-command.ts";

export type ChangeConnection = { readonly connection: ConnectionId; readonly reason: string };
export type ConnectionWanted = {
  readonly connection: ConnectionId;
  /** Asked of the network; it is so once the network says so. */
  readonly wanted: WantedStatus;
};

const changing = (change: ConnectionChange) =>
  timedCommand<ChangeConnection, ConnectionWanted>(
    `connection ${change}`,
    `connection.${change}`,
    async (unit, { input, today }) => {
      const found = await lockedConnection(unit, input.connection);
      if (!found.ok) return found;
      const reason = manyLines(input.reason);
      const refusal = checkReason(reason);
      if (refusal !== undefined) return refuse(refusal);
      const decided = decideConnectionChange(found.value, change, today);
      if (!decided.ok) return decided;
      const forbidden =
        change === "block" ? await whyNotBlocked(unit, found.value, today) : undefined;
      if (forbidden !== undefined) return refuse(forbidden);

      const { id: connection, customer } = found.value;
      const wanted = decided.value;
      await unit.wantConnection(connection, { status: wanted, reason, atMs: input.now });
      await record(unit, [
        { kind: "connection_change_requested", customer, data: { connection, wanted, reason } },
      ]);
      return accept({ connection, wanted });
    },
  );

/** Each with a permission of its own. Nothing is done until the network has confirmed it. */
export const requestConnectionChange = {
  "restore-speed": changing("restore-speed"),
  block: changing("block"),
  unblock: changing("unblock"),
  disconnect: changing("disconnect"),
} as const satisfies Record<ConnectionChange, unknown>;

async function whyNotBlocked(
  unit: Unit,
  connection: Connection,
  today: CivilDate,
): Promise<Refusal | undefined> {
  const { debts, notices, clearedOn } = await unit.blockRecord(connection);
  const law = await lawOn(unit, today);
  const owed = debts.map((debt) => debtOf(debt, law.settings.localHolidays));
  const verdict = legalGate(
    { act: "block", facts: { debts: owed, notices, clearedOn }, today },
    law,
  );
  return verdict.answer === "allowed"
    ? undefined
    : { code: "law_forbids_block", connection: connection.id, verdict };
}
