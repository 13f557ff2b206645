import { react } from "../effects.ts";
import type { DomainEvent } from "../events.ts";
import type { Unit } from "../ports.ts";

/** Events and what they call for, in the transaction of the state that they describe. */
export async function record(unit: Unit, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  await unit.append(events);
  await unit.enqueue(events.flatMap(react));
}
