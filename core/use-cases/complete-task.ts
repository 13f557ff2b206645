import type { OperatorId } from "../ids.ts";
import { accept, refuse } from "../result.ts";
import { manyLines, orNull } from "../work/clean-text.ts";
import { MAX_NOTE } from "../work/limits.ts";
import { checkOptionalText } from "./check-optional-text.ts";
import type { TaskAnswer } from "./create-task.ts";
import { checkActive, lockedOpenTask } from "./locked-task.ts";
import { record } from "./record.ts";
import { timedCommand } from "./timed-command.ts";

export type CompleteTask = {
  readonly task: number;
  /** Without it: whoever says so. */
  readonly finishedBy?: OperatorId | undefined;
  /** The instant in ms, never later than now; without it, now. */
  readonly finishedAt?: number | undefined;
  readonly notes?: string | undefined;
};

/** Notes that an open task is done: by whom, when, and what there is to say. */
export const completeTask = timedCommand<CompleteTask, TaskAnswer>(
  "task complete",
  "task.manage",
  async (unit, { input }) => {
    const found = await lockedOpenTask(unit, input.task);
    if (!found.ok) return found;
    const { id: task, customer, title } = found.value;
    const notes = orNull(input.notes, manyLines);
    const { finishedBy = unit.actor.id, finishedAt = input.now } = input;
    const refusal =
      checkOptionalText("notes", notes, MAX_NOTE) ??
      (finishedBy === unit.actor.id ? undefined : await checkActive(unit, finishedBy));
    if (refusal !== undefined) return refuse(refusal);
    if (finishedAt > input.now) return refuse({ code: "finished_in_the_future" });
    await unit.closeTask(task, { as: "done", by: finishedBy, atMs: finishedAt, note: notes });
    await record(unit, [
      { kind: "task_completed", customer, data: { task, title, finishedBy, notes } },
    ]);
    return accept({ task, customer });
  },
);
