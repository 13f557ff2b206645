import { accept, refuse } from "../result.ts";
import { command } from "./command.ts";
import { type TaskAnswer, type TaskForm, taskFields } from "./create-task.ts";
import { checkTask, lockedOpenTask } from "./locked-task.ts";
import { record } from "./record.ts";

export type EditTask = TaskForm & { readonly task: number };

/** Replaces what an open task says. An overdue one may keep its day. */
export const editTask = command<EditTask, TaskAnswer>(
  "task edit",
  "task.manage",
  async (unit, { input, today }) => {
    const found = await lockedOpenTask(unit, input.task);
    if (!found.ok) return found;
    const { id: task, customer, dueOn: previous } = found.value;
    const fields = taskFields(input);
    const { title, assignee, dueOn } = fields;
    const refusal = await checkTask(unit, fields);
    if (refusal !== undefined) return refuse(refusal);
    if (dueOn !== previous && dueOn < today) {
      return refuse({ code: "day_in_the_past", field: "dueOn", got: dueOn, today });
    }
    await unit.changeTask(task, fields);
    await record(unit, [
      { kind: "task_changed", customer, data: { task, title, assignee, dueOn } },
    ]);
    return accept({ task, customer });
  },
);
