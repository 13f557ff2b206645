import { and, eq } from "drizzle-orm";
import type { CustomerId } from "#core/ids.ts";
import type { Offer } from "#core/self-service/offer.ts";
import type { Connection } from "#db/client.ts";
import { toOffer } from "#db/repositories/self-service-offers.ts";
import { offer } from "#db/schema/self-service.ts";

/** An offer that nobody took yet; only to the customer that it was made to. */
export async function readOpenOffer(
  { db }: Pick<Connection, "db">,
  customer: CustomerId,
  id: number,
): Promise<Offer | undefined> {
  const [found] = await db
    .select()
    .from(offer)
    .where(and(eq(offer.id, id), eq(offer.customerId, customer), eq(offer.status, "open")));
  return found && toOffer(found);
}
