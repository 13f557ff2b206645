import type { App } from "@slack/bolt";
import type { Task } from "#db/queries/account/account-work.ts";
import { actions, type Blocks, button, section } from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import { type AccountTools, defineTab, readRows, type TabContext } from "../tab.ts";
import { registerTaskClosing } from "./tasks-closing.ts";
import { registerTaskForm } from "./tasks-form.ts";
import { taskText } from "./tasks-text.ts";
import { registerTaskView } from "./tasks-view.ts";

export const TASKS = {
  add: "account:tasks:add",
  view: "account:tasks:view",
  edit: "account:tasks:edit",
  complete: "account:tasks:complete",
  cancel: "account:tasks:cancel",
} as const;

/** Tab 8: what is to be done about the customer, by whom and until when. */
export const tasksTab = defineTab<readonly Task[]>({
  number: 8,
  permission: "tab.tasks",
  titleId: "slack-work-tab-tasks",
  read: readRows(8),
  blocks,
  register,
});

function blocks(rows: readonly Task[], about: TabContext): Blocks {
  const { say } = about.texts;
  const mayManage = about.person.permissions.has("task.manage");
  const add = button({ id: TASKS.add, text: say("slack-work-task-add"), style: "primary" });
  return [
    ...(mayManage ? actions(add) : []),
    ...(rows.length === 0 ? [section(say("slack-work-tasks-none"))] : []),
    ...rows.flatMap((row) => [
      section(taskText(row, about)),
      ...actions(...toolsOf(row, about, mayManage)),
    ]),
  ];
}

function toolsOf({ id, status }: Task, { texts: { say } }: TabContext, mayManage: boolean) {
  const value = `${id}`;
  const view = button({ id: TASKS.view, text: say("slack-work-view"), value });
  if (!mayManage || status !== "open") return [view];
  return [
    button({ id: TASKS.complete, text: say("slack-work-task-complete"), value }),
    view,
    button({ id: TASKS.edit, text: say("slack-work-task-edit"), value }),
    button({ id: TASKS.cancel, text: say("slack-work-task-cancel"), value, style: "danger" }),
  ];
}

function register(app: App, deps: SlackDeps, tools: AccountTools): void {
  registerTaskView(app, deps, TASKS.view);
  registerTaskForm(app, deps, { ...TASKS, tools });
  registerTaskClosing(app, deps, { ...TASKS, tools });
}
