import { and, eq } from "drizzle-orm";
import type { Task, TaskStatus } from "#core/work/task.ts";
import type { WorkUnit } from "#core/work-ports.ts";
import { task } from "../schema/account-work.ts";
import { operator } from "../schema/provider.ts";
import type { Scope } from "./scope.ts";
import { numberOf } from "./work-rows.ts";

type Methods = Pick<
  WorkUnit,
  "activeOperator" | "createTask" | "task" | "changeTask" | "closeTask"
>;

/** Tab 8, and the assignee's own home. */
export function workTaskMethods(scope: Scope): Methods {
  const { tx, actor } = scope;
  return {
    async activeOperator(id) {
      const found = await tx
        .select({ id: operator.id })
        .from(operator)
        .where(and(eq(operator.id, id), operator.active));
      return found.length === 1;
    },
    async createTask(customerId, fields) {
      return numberOf(
        await tx
          .insert(task)
          .values({ ...fields, customerId, createdBy: actor.id })
          .returning({ id: task.id }),
      );
    },
    task: (id) => loadTask(scope, id),
    async changeTask(id, { title, dueOn, dueTime, assignee, body }) {
      await tx.update(task).set({ title, dueOn, dueTime, assignee, body }).where(eq(task.id, id));
    },
    async closeTask(id, { as: status, by: closedBy, atMs, note: closingNote }) {
      await tx
        .update(task)
        .set({ status, closedBy, closedAt: new Date(atMs), closingNote })
        .where(eq(task.id, id));
    },
  };
}

async function loadTask({ tx }: Scope, id: number): Promise<Task | undefined> {
  const [found] = await tx.select().from(task).where(eq(task.id, id));
  if (found === undefined) return undefined;
  const { customerId: customer, title, dueOn, dueTime, assignee, body, status } = found;
  return { id, customer, title, dueOn, dueTime, assignee, body, status: status as TaskStatus };
}
