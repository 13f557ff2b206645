import type { CivilDate } from "../calendar.ts";
import type { ConnectionId, ContractId, CustomerId } from "../ids.ts";
import { accept, type Result, refuse } from "../result.ts";

export type ConnectionStatus = "normal" | "reduced" | "blocked";
export type WantedStatus = "normal" | "blocked" | "disconnected";

export type Connection = {
  readonly id: ConnectionId;
  readonly customer: CustomerId;
  readonly contract: ContractId;
  /** As the network is known to be. */
  readonly status: ConnectionStatus;
  /** As somebody wants it, while the network has not confirmed it. */
  readonly wanted: WantedStatus | null;
  /** Last day on which it is not to be blocked. */
  readonly exceptedUntil: CivilDate | null;
};

export const CONNECTION_CHANGES = ["restore-speed", "block", "unblock", "disconnect"] as const;
/** `disconnect` ends the session that is open now: the customer may connect again. */
export type ConnectionChange = (typeof CONNECTION_CHANGES)[number];

export type ConnectionRefusal =
  | {
      readonly code: "connection_does_not_fit";
      readonly connection: ConnectionId;
      readonly change: ConnectionChange;
      readonly status: ConnectionStatus;
      readonly wanted: WantedStatus | null;
    }
  | {
      readonly code: "connection_excepted";
      readonly connection: ConnectionId;
      readonly until: CivilDate;
    };

/** What the change makes of the connection, or why it is none. Whether the law allows a block is asked apart. */
export function decideConnectionChange(
  connection: Connection,
  change: ConnectionChange,
  today: CivilDate,
): Result<WantedStatus, ConnectionRefusal> {
  const { id, status, wanted, exceptedUntil } = connection;
  if (!FITS[change](connection)) {
    return refuse({ code: "connection_does_not_fit", connection: id, change, status, wanted });
  }
  if (change === "block" && exceptedUntil !== null && exceptedUntil >= today) {
    return refuse({ code: "connection_excepted", connection: id, until: exceptedUntil });
  }
  return accept(WANTED[change]);
}

const WANTED: { readonly [Change in ConnectionChange]: WantedStatus } = {
  "restore-speed": "normal",
  block: "blocked",
  unblock: "normal",
  disconnect: "disconnected",
};

/** What the network has not confirmed yet counts as if it had: nothing is asked twice, and all can be taken back. */
const FITS: { readonly [Change in ConnectionChange]: (of: Connection) => boolean } = {
  "restore-speed": ({ status, wanted }) => status === "reduced" && wanted !== "normal",
  block: (connection) => expected(connection) !== "blocked",
  unblock: (connection) => expected(connection) === "blocked",
  // A pending block or release is not forgotten for the sake of a session that it ends anyway.
  disconnect: ({ wanted }) => wanted === null,
};

const expected = ({ status, wanted }: Connection): ConnectionStatus =>
  wanted === null || wanted === "disconnected" ? status : wanted;
