import type { App } from "@slack/bolt";
import { localMoment } from "#core/law/local-moment.ts";
import type { Task } from "#db/queries/account/account-work.ts";
import { type Blocks, context, section, typed } from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import { onAction, type Pressed } from "../../listen.ts";
import { errorModal } from "../../notices.ts";
import { openWith } from "../../open.ts";
import { formView, placeOf } from "../on-top.ts";
import { longText } from "./messages-text.ts";
import { READ_AROUND, rowOnPage } from "./row-on-page.ts";
import { type Naming, taskText } from "./tasks-text.ts";

const VIEW = "account:task:viewed";

/** Shows a task whole: `id` is the button's. */
export const registerTaskView = (app: App, deps: SlackDeps, id: string): void =>
  onAction(app, deps, { id, permission: "tab.tasks" }, openView);

async function openView(pressed: Pressed): Promise<void> {
  const { deps } = pressed;
  const { reads, texts, today, timeZone } = deps;
  const place = placeOf(pressed);
  await openWith(pressed, async () => {
    const [task, operators] = await Promise.all([taskPressed(pressed), reads.operators()]);
    if (task === undefined) return errorModal(deps, texts.say("slack-work-gone"));
    const nameOf = (who: string) => operators.find(({ id }) => id === who)?.name ?? who;
    return formView(deps, {
      callbackId: VIEW,
      titleId: "slack-work-task-title",
      blocks: details(task, { texts, nameOf, today: today(), timeZone }),
      place,
      own: {},
    });
  });
}

/** The task of the button's value. */
export const taskPressed = (pressed: Pressed): Promise<Task | undefined> =>
  rowOnPage(pressed.deps, placeOf(pressed), {
    read: READ_AROUND[8],
    isIt: ({ id }) => `${id}` === pressed.value,
  });

function details(task: Task, naming: Naming): Blocks {
  const { texts, nameOf, timeZone } = naming;
  const created = localMoment(task.createdAt.getTime(), timeZone);
  return [
    section(taskText(task, naming)),
    ...longText(task.body ?? ""),
    ...(task.closingNote === null ? [] : longText(task.closingNote)),
    context(
      texts.say("slack-work-task-created", {
        task: `${task.id}`,
        who: typed(nameOf(task.createdBy)),
        when: `${texts.date(created.date)} ${created.time}`,
      }),
    ),
  ];
}
