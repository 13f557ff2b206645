import type { CustomerId } from "../ids.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";

/** Names who else has the customer at that moment. */
export async function heldByAnother(
  unit: Unit,
  customer: CustomerId,
  now: number,
): Promise<Refusal | undefined> {
  const lock = await unit.workLock(customer, now);
  if (lock === undefined || lock.operator === unit.actor.id) return undefined;
  const { operator, untilMs } = lock;
  const minutes = Math.ceil((untilMs - now) / 60_000);
  return { code: "customer_worked_by", customer, operator, minutes };
}
