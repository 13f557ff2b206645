import { addDays, type CivilDate } from "../calendar.ts";
import type { ConnectionId } from "../ids.ts";
import { accept } from "../result.ts";
import { decideTrustUnblock, trustPolicy } from "../self-service/trust-unblock.ts";
import { record } from "./record.ts";
import { selfService } from "./self-service.ts";

export type AskTrustUnblock = {
  readonly promisedOn: CivilDate;
  /** For the operators who see the connection. */
  readonly reason: string;
};
export type TrustUnblocked = {
  readonly connections: readonly ConnectionId[];
  readonly promisedOn: CivilDate;
  /** The day from which it can be asked for again. */
  readonly nextFrom: CivilDate;
};

/** Opens the customer's connections on the word to pay by a day; until then nothing blocks them again. */
export const askTrustUnblock = selfService<AskTrustUnblock, TrustUnblocked>(
  "trust unblock",
  async (unit, { id: customer }, { input, today }) => {
    const { promisedOn, reason } = input;
    const policy = trustPolicy(await unit.settings());
    const decided = decideTrustUnblock(
      {
        connections: await unit.connectionsOf(customer),
        last: await unit.lastTrustUnblock(customer),
      },
      policy,
      { promisedOn, today },
    );
    if (!decided.ok) return decided;
    const connections = decided.value;
    for (const connection of connections) {
      await unit.wantConnection(connection, { status: "normal", reason, atMs: input.now });
      await unit.grantException(connection, { until: promisedOn, reason });
      await record(unit, [
        {
          kind: "connection_change_requested",
          customer,
          data: { connection, wanted: "normal", reason },
        },
        {
          kind: "connection_exception_granted",
          customer,
          data: { connection, until: promisedOn, reason },
        },
      ]);
    }
    await unit.addTrustUnblock({ customer, promisedOn });
    const nextFrom = addDays(today, policy.everyDays);
    await record(unit, [
      {
        kind: "trust_unblock_given",
        customer,
        data: { connections, promisedOn, nextFrom },
      },
    ]);
    return accept({ connections, promisedOn, nextFrom });
  },
);
