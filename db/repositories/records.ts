import { channelOf } from "#core/effects.ts";
import type { Unit } from "#core/ports.ts";
import { event, outbox } from "../schema/record.ts";
import type { Scope } from "./scope.ts";

type Methods = Pick<Unit, "append" | "enqueue">;

/** History and outbox: written with the state, never apart from it. */
export function recordMethods({ tx, actor, today }: Scope): Methods {
  return {
    async append(events) {
      await tx.insert(event).values(
        events.map((happened) => ({
          onDate: today,
          actor: actor.id,
          kind: happened.kind,
          customerId: "customer" in happened ? happened.customer : null,
          invoiceId: "invoice" in happened ? happened.invoice : null,
          agreement: "agreement" in happened ? happened.agreement : null,
          data: happened.data,
        })),
      );
    },
    async enqueue(effects) {
      if (effects.length === 0) return;
      await tx.insert(outbox).values(
        effects.map((effect) => ({
          channel: channelOf(effect),
          effect,
          customerId: "customer" in effect ? effect.customer : null,
        })),
      );
    },
  };
}
