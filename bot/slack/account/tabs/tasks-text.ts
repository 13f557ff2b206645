import { localMoment } from "#core/law/local-moment.ts";
import type { Task } from "#db/queries/account/account-work.ts";
import { cut, typed } from "../../block-kit.ts";
import type { TabContext } from "../tab.ts";

export type Naming = Pick<TabContext, "texts" | "nameOf" | "today" | "timeZone">;

/** A task in a few lines: what, until when, whose; and how it ended. */
export function taskText(task: Task, { texts, nameOf, today, timeZone }: Naming): string {
  const { say, date } = texts;
  const { title, dueOn, dueTime, assignee, status } = task;
  const isLate = status === "open" && dueOn < today;
  const head = say("slack-work-task", {
    title: typed(cut(title, MAX_TITLE)),
    status: say(`task-status-${status}`),
    due: dueTime === null ? date(dueOn) : `${date(dueOn)} ${dueTime}`,
    late: isLate ? "yes" : "no",
    assignee: typed(nameOf(assignee)),
  });
  if (status === "open" || task.closedBy === null || task.closedAt === null) return head;
  const closed = localMoment(task.closedAt.getTime(), timeZone);
  const end = say(`slack-work-task-${status}`, {
    who: typed(nameOf(task.closedBy)),
    when: `${date(closed.date)} ${closed.time}`,
    note: task.closingNote === null ? "" : typed(cut(task.closingNote, MAX_EXCERPT)),
  });
  return `${head}\n${end}`;
}

const MAX_TITLE = 150;
const MAX_EXCERPT = 200;
