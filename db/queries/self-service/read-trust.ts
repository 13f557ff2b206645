import { addDays, type CivilDate } from "#core/calendar.ts";
import type { CustomerId } from "#core/ids.ts";
import {
  decideTrustUnblock,
  type TrustUnblockRefusal,
  trustPolicy,
} from "#core/self-service/trust-unblock.ts";
import { settingsFrom } from "#core/settings.ts";
import type { Connection } from "#core/work/connection.ts";
import type { Sql } from "#db/client.ts";

/** Whether a customer may have its connections opened on its word, until when it has to pay then, and when it may ask again. */
export type Trust =
  | { readonly isAllowed: true; readonly latest: CivilDate; readonly nextFrom: CivilDate }
  | { readonly isAllowed: false; readonly refusal: TrustUnblockRefusal };

export async function readTrust(sql: Sql, customer: CustomerId, today: CivilDate): Promise<Trust> {
  const [stored, connections, [last]] = await Promise.all([
    sql<{ key: string; value: unknown }[]>`
      select key, value from setting where key like 'selfService.%'`,
    sql<Connection[]>`
      select id, customer_id as customer, contract_id as contract, status, wanted_status as wanted,
        null as "exceptedUntil"
      from connection where customer_id = ${customer}`,
    sql<{ on: CivilDate | null }[]>`
      select max(given_on) as "on" from trust_unblock where customer_id = ${customer}`,
  ]);
  const policy = trustPolicy(settingsFrom(new Map(stored.map(({ key, value }) => [key, value]))));
  const facts = { connections, last: last?.on ?? undefined };
  const decided = decideTrustUnblock(facts, policy, { promisedOn: today, today });
  return decided.ok
    ? {
        isAllowed: true,
        latest: addDays(today, policy.promiseDays),
        nextFrom: addDays(today, policy.everyDays),
      }
    : { isAllowed: false, refusal: decided.refusal };
}
