import type { CivilDate } from "../calendar.ts";
import type { CustomerId, OperatorId } from "../ids.ts";
import { accept, refuse } from "../result.ts";
import { manyLines, oneLine, orNull } from "../work/clean-text.ts";
import type { TaskFields } from "../work/task.ts";
import { command, lockedCustomer } from "./command.ts";
import { checkTask } from "./locked-task.ts";
import { record } from "./record.ts";

/** As a person fills it in. */
export type TaskForm = {
  readonly title: string;
  readonly dueOn: CivilDate;
  /** "14:30". */
  readonly dueTime?: string | undefined;
  readonly assignee: OperatorId;
  readonly body?: string | undefined;
};
export type CreateTask = TaskForm & { readonly customer: CustomerId };
export type TaskAnswer = { readonly task: number; readonly customer: CustomerId };

/** Gives somebody something to do about the customer by a day. */
export const createTask = command<CreateTask, TaskAnswer>(
  "task add",
  "task.manage",
  async (unit, { input, today }) => {
    const locked = await lockedCustomer(unit, input.customer);
    if (!locked.ok) return locked;
    const fields = taskFields(input);
    const { title, assignee, dueOn } = fields;
    const refusal = await checkTask(unit, fields);
    if (refusal !== undefined) return refuse(refusal);
    if (dueOn < today) {
      return refuse({ code: "day_in_the_past", field: "dueOn", got: dueOn, today });
    }
    const { customer } = input;
    const task = await unit.createTask(customer, fields);
    await record(unit, [
      { kind: "task_created", customer, data: { task, title, assignee, dueOn } },
    ]);
    return accept({ task, customer });
  },
);

export const taskFields = ({ title, dueOn, dueTime, assignee, body }: TaskForm): TaskFields => ({
  title: oneLine(title),
  dueOn,
  dueTime: orNull(dueTime),
  assignee,
  body: orNull(body, manyLines),
});
