import type { Unsent } from "../outbox/unsent.ts";
import { accept, refuse } from "../result.ts";
import { manyLines } from "../work/clean-text.ts";
import { command } from "./command.ts";
import { checkReason } from "./reasons.ts";
import { record } from "./record.ts";

export type RetryOutbox = { readonly entry: number };
export type DropOutbox = { readonly entry: number; readonly reason: string };

/** Sends again what did not leave: once what was wrong with it is put right. */
export const retryOutbox = command<RetryOutbox, Unsent>(
  "outbox retry",
  "outbox.manage",
  async (unit, { input: { entry } }) => {
    const unsent = await unit.lockUnsent(entry);
    if (unsent === undefined) return refuse({ code: "outbox_not_there", entry });
    await unit.retryUnsent(entry);
    await record(unit, [{ kind: "outbox_retried", data: unsent }]);
    return accept(unsent);
  },
);

/** Lets go of what did not leave and is of no use any more. */
export const dropOutbox = command<DropOutbox, Unsent>(
  "outbox drop",
  "outbox.manage",
  async (unit, { input }) => {
    const { entry } = input;
    const reason = manyLines(input.reason);
    const refusal = checkReason(reason);
    if (refusal !== undefined) return refuse(refusal);
    const unsent = await unit.lockUnsent(entry);
    if (unsent === undefined) return refuse({ code: "outbox_not_there", entry });
    await unit.dropUnsent(entry);
    await record(unit, [{ kind: "outbox_dropped", data: { ...unsent, reason } }]);
    return accept(unsent);
  },
);
