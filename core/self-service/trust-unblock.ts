import { addDays, type CivilDate } from "../calendar.ts";
import type { ConnectionId } from "../ids.ts";
import { accept, type Result, refuse } from "../result.ts";
import type { Settings } from "../settings.ts";
import type { Connection } from "../work/connection.ts";

export type TrustUnblockRefusal = {
  readonly code: "trust_unblock_refused";
} & (
  | { readonly reason: "off" | "not_blocked" }
  /** The last one is too recent. */
  | { readonly reason: "used"; readonly again: CivilDate }
  | { readonly reason: "promise_too_late"; readonly latest: CivilDate }
  | { readonly reason: "promise_past"; readonly today: CivilDate }
);

export type TrustFacts = {
  readonly connections: readonly Connection[];
  /** The day on which the customer had it last. */
  readonly last: CivilDate | undefined;
};

export type TrustPolicy = { readonly promiseDays: number; readonly everyDays: number };

export const trustPolicy = (settings: Settings): TrustPolicy => ({
  promiseDays: settings["selfService.trustUnblockDays"],
  everyDays: settings["selfService.trustUnblockEveryDays"],
});

/** The connections that are opened again on the customer's word to pay by `promisedOn`. */
export function decideTrustUnblock(
  { connections, last }: TrustFacts,
  { promiseDays, everyDays }: TrustPolicy,
  { promisedOn, today }: { readonly promisedOn: CivilDate; readonly today: CivilDate },
): Result<readonly ConnectionId[], TrustUnblockRefusal> {
  const code = "trust_unblock_refused";
  if (promiseDays === 0) return refuse({ code, reason: "off" });
  const blocked = connections.filter(isBlocked);
  if (blocked.length === 0) return refuse({ code, reason: "not_blocked" });
  const again = last === undefined ? today : addDays(last, everyDays);
  if (again > today) return refuse({ code, reason: "used", again });
  const latest = addDays(today, promiseDays);
  if (promisedOn > latest) return refuse({ code, reason: "promise_too_late", latest });
  if (promisedOn < today) return refuse({ code, reason: "promise_past", today });
  return accept(blocked.map(({ id }) => id));
}

const isBlocked = ({ status, wanted }: Connection): boolean =>
  wanted === "blocked" || (status === "blocked" && wanted !== "normal");
