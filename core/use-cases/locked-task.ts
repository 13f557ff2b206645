import type { OperatorId } from "../ids.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { type Result, refuse } from "../result.ts";
import { MAX_BODY, MAX_NAME } from "../work/limits.ts";
import { isTimeOfDay, type Task, type TaskFields } from "../work/task.ts";
import { checkOptionalText } from "./check-optional-text.ts";
import { checkText } from "./check-text.ts";

/** The task, open still once its customer is locked: one that is done or given up stays as it is. */
export async function lockedOpenTask(unit: Unit, id: number): Promise<Result<Task, Refusal>> {
  const seen = await unit.task(id);
  if (seen !== undefined) await unit.lockCustomer(seen.customer);
  const task = seen === undefined ? undefined : await unit.task(id);
  if (task === undefined) return refuse({ code: "task_unknown", task: id });
  return task.status === "open"
    ? { ok: true, value: task }
    : refuse({ code: "task_not_open", task: id, status: task.status });
}

export async function checkTask(unit: Unit, fields: TaskFields): Promise<Refusal | undefined> {
  const { title, body, dueTime, assignee } = fields;
  return (
    checkText("title", title, MAX_NAME) ??
    checkOptionalText("body", body, MAX_BODY) ??
    (dueTime === null || isTimeOfDay(dueTime)
      ? undefined
      : ({ code: "time_of_day_invalid", got: dueTime } as const)) ??
    checkActive(unit, assignee)
  );
}

/** Work given to somebody who is not here would be seen by nobody. */
export async function checkActive(unit: Unit, operator: OperatorId): Promise<Refusal | undefined> {
  return (await unit.activeOperator(operator))
    ? undefined
    : { code: "operator_not_active", got: operator };
}
