import type { CivilDate } from "../calendar.ts";
import type { CustomerId } from "../ids.ts";
import { SYSTEM_OPERATOR } from "../ids.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import { taskFields } from "./create-task.ts";
import { checkTask } from "./locked-task.ts";
import { record } from "./record.ts";

/** As the people who get it read it: words are of whoever asks. */
export type TaskWords = { readonly title: string; readonly body?: string | undefined };

/** Something for the customer's operator to do, or for whoever has the fewest tasks; of nobody where nobody is here. */
export async function giveTask(
  unit: Unit,
  { customer, words, dueOn }: Giving,
): Promise<Result<number, Refusal>> {
  const found = await unit.taskOperator(customer);
  const assignee = found ?? SYSTEM_OPERATOR;
  const fields = taskFields({ ...words, dueOn, assignee });
  const refusal = found === undefined ? undefined : await checkTask(unit, fields);
  if (refusal !== undefined) return refuse(refusal);
  const task = await unit.createTask(customer, fields);
  const { title } = fields;
  await record(unit, [{ kind: "task_created", customer, data: { task, title, assignee, dueOn } }]);
  return accept(task);
}

type Giving = {
  readonly customer: CustomerId;
  readonly words: TaskWords;
  readonly dueOn: CivilDate;
};
