import type { CivilDate } from "#core/calendar.ts";
import type { ConnectionId, ContractId } from "#core/ids.ts";
import { connection } from "#db/schema/customer.ts";
import { telegramChat } from "#db/schema/record.ts";
import type { Provider } from "#test/support/provider.ts";
import { customerId } from "#test/support/provider.ts";

/** A moment of `TODAY` where the customers of the tests live, three hours behind UTC; or of another day. */
export const at = (time: string, day = "2026-07-01"): number =>
  Date.parse(`${day}T${time}:00-03:00`);

/** Within the hours in which the law lets a customer be contacted. */
export const NOON = at("12:00");

type Record = {
  readonly email?: string;
  readonly mobile?: string;
  readonly state?: string;
};

/** What the billing system knows of how to reach a customer. */
export async function reachable({ database }: Provider, id: string, known: Record) {
  const { email = null, mobile = null, state = "PE" } = known;
  await database.sql`
    update customer set email = ${email}, mobile = ${mobile}, state = ${state} where id = ${id}`;
}

export async function aChat({ database }: Provider, of: string, chatId: number, left?: Date) {
  await database.db
    .insert(telegramChat)
    .values({ chatId, customerId: customerId(of), optedOutAt: left ?? null });
}

type Known = {
  readonly status?: "normal" | "reduced" | "blocked";
  readonly blockedOn?: CivilDate;
};

/** The connection `N-<customer>` of the contract `K-<customer>`. */
export async function aConnection({ database }: Provider, of: string, known: Known = {}) {
  await database.db.insert(connection).values({
    id: `N-${of}` as ConnectionId,
    customerId: customerId(of),
    contractId: `K-${of}` as ContractId,
    login: of,
    status: known.status ?? "normal",
    blockedOn: known.blockedOn ?? null,
  });
}

export const connectionId = (of: string): ConnectionId => `N-${of}` as ConnectionId;

/** The rows of a table as they are read, of one column or all. */
export const rows = async (
  { database }: Provider,
  query: string,
): Promise<{ readonly [column: string]: unknown }[]> => {
  const found = await database.sql.unsafe(query);
  return found.map((row) => ({ ...row }));
};
