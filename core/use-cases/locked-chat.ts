import type { LinkedChat } from "../identity/chat.ts";
import type { Unit } from "../ports.ts";

/** The chat and its customer, both locked; undefined when it is nobody's. */
export async function lockedChat(unit: Unit, chat: number): Promise<LinkedChat | undefined> {
  const seen = await unit.lockChat(chat);
  if (seen === undefined) return undefined;
  await unit.lockCustomer(seen.customer);
  // Another chat of the customer's may have thrown it out meanwhile.
  return unit.lockChat(chat);
}
