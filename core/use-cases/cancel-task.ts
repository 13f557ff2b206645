import { accept, refuse } from "../result.ts";
import { manyLines } from "../work/clean-text.ts";
import type { TaskAnswer } from "./create-task.ts";
import { lockedOpenTask } from "./locked-task.ts";
import { checkReason } from "./reasons.ts";
import { record } from "./record.ts";
import { timedCommand } from "./timed-command.ts";

export type CancelTask = { readonly task: number; readonly reason: string };

/** Gives an open task up, with a reason. */
export const cancelTask = timedCommand<CancelTask, TaskAnswer>(
  "task cancel",
  "task.manage",
  async (unit, { input }) => {
    const found = await lockedOpenTask(unit, input.task);
    if (!found.ok) return found;
    const reason = manyLines(input.reason);
    const refusal = checkReason(reason);
    if (refusal !== undefined) return refuse(refusal);
    const { id: task, customer, title } = found.value;
    const end = { as: "cancelled", by: unit.actor.id, atMs: input.now, note: reason } as const;
    await unit.closeTask(task, end);
    await record(unit, [{ kind: "task_cancelled", customer, data: { task, title, reason } }]);
    return accept({ task, customer });
  },
);
