import type { App } from "@slack/bolt";
import type { InputBlock } from "@slack/types";
import type { OperatorId } from "#core/ids.ts";
import type { Refusal } from "#core/refusals.ts";
import { cancelTask } from "#core/use-cases/cancel-task.ts";
import { completeTask } from "#core/use-cases/complete-task.ts";
import type { Task } from "#db/queries/account/account-work.ts";
import { type Blocks, section, typed } from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import {
  chosenIn,
  inputBlock,
  momentIn,
  refusedAt,
  textField,
  typedIn,
  VALUE,
} from "../../fields.ts";
import type { FormAnswer } from "../../form-answer.ts";
import { refreshHome } from "../../home/publish.ts";
import { onAction, onSubmit, type Pressed, type Submitted } from "../../listen.ts";
import { errorModal } from "../../notices.ts";
import { openWith } from "../../open.ts";
import { formView, placeOf, readOnTop } from "../on-top.ts";
import type { AccountTools } from "../tab.ts";
import { operatorField } from "./tasks-form.ts";
import { taskPressed } from "./tasks-view.ts";

const CANCEL_VIEW = "account:task:cancel";
const COMPLETE_VIEW = "account:task:complete";
export const CLOSING_FIELDS = {
  reason: "reason",
  finishedBy: "finishedBy",
  finishedAt: "finishedAt",
  notes: "notes",
} as const;
const F = CLOSING_FIELDS;

type OfTask = { readonly task: number };
type Opening = { readonly cancel: string; readonly complete: string; readonly tools: AccountTools };

/** The forms that end a task, each of which names it; opened by the buttons `cancel` and `complete`. */
export function registerTaskClosing(app: App, deps: SlackDeps, opening: Opening): void {
  const permission = "task.manage";
  const { tools } = opening;
  onAction(app, deps, { id: opening.cancel, permission }, (pressed) =>
    openClosing(pressed, { ...CANCELLING, blocks: cancelBlocks }),
  );
  onSubmit(app, deps, { id: CANCEL_VIEW, permission }, (submitted) => cancel(submitted, tools));
  onAction(app, deps, { id: opening.complete, permission }, (pressed) =>
    openClosing(pressed, { ...COMPLETING, blocks: completeBlocks }),
  );
  onSubmit(app, deps, { id: COMPLETE_VIEW, permission }, (submitted) => complete(submitted, tools));
}

const CANCELLING = {
  callbackId: CANCEL_VIEW,
  titleId: "slack-work-task-cancel-title",
  submitId: "slack-work-task-cancel-title",
} as const;
const COMPLETING = {
  callbackId: COMPLETE_VIEW,
  titleId: "slack-work-task-complete-title",
  submitId: "slack-work-task-complete",
} as const;

type Closing = {
  readonly callbackId: string;
  readonly titleId: string;
  readonly submitId: string;
  readonly blocks: (pressed: Pressed) => Promise<Blocks>;
};

const openClosing = (pressed: Pressed, { blocks, ...form }: Closing): Promise<void> =>
  openWith(pressed, async () => {
    const { deps } = pressed;
    const place = placeOf(pressed);
    const [task, account] = await Promise.all([
      taskPressed(pressed),
      deps.reads.account(place.workspace.customer, deps.today()),
    ]);
    if (task === undefined || account === undefined) {
      return errorModal(deps, deps.texts.say("slack-work-gone"));
    }
    const content = [named(task, account.name, deps), ...(await blocks(pressed))];
    return formView<OfTask>(deps, { ...form, blocks: content, place, own: { task: task.id } });
  });

const named = ({ title }: Task, customer: string, { texts }: SlackDeps) =>
  section(texts.say("slack-work-task-of", { title: typed(title), customer: typed(customer) }));

const cancelBlocks = async ({ deps: { texts } }: Pressed): Promise<Blocks> => [
  textField({ id: F.reason, label: texts.say("slack-work-reason"), lines: "many" }),
];

async function completeBlocks({ deps, person }: Pressed): Promise<Blocks> {
  const { say } = deps.texts;
  const field = { id: F.finishedBy, label: say("slack-work-task-finished-by"), chosen: person.id };
  return [
    operatorField(field, await deps.reads.operators(), say("slack-work-choose")),
    momentField(say("slack-work-task-finished-at"), deps.nowMs()),
    textField({ id: F.notes, label: say("slack-work-notes"), lines: "many", optional: true }),
  ];
}

/** Slack tells seconds, and shows them by the clock of whoever looks. */
const momentField = (label: string, nowMs: number): InputBlock =>
  inputBlock(
    { id: F.finishedAt, label },
    { type: "datetimepicker", action_id: VALUE, initial_date_time: Math.floor(nowMs / 1000) },
  );

async function cancel(submitted: Submitted, tools: AccountTools): Promise<FormAnswer> {
  const { deps, person, key, view } = submitted;
  const { place, own } = readOnTop<OfTask>(view);
  const cancelled = await cancelTask(deps.ports, {
    input: { task: own.task, reason: typedIn(view.values, F.reason) ?? "", now: deps.nowMs() },
    actor: person.id,
    today: deps.today(),
    key,
  });
  if (!cancelled.ok) {
    return refusedAt(deps.texts, cancelled.refusal, { fields: [], otherwise: F.reason });
  }
  refreshHome(submitted);
  const sentence = deps.texts.say("slack-work-task-was-cancelled");
  await tools.show(submitted, place, { sentence, isDone: true });
  return { close: "this" };
}

async function complete(submitted: Submitted, tools: AccountTools): Promise<FormAnswer> {
  const { deps, person, key, view } = submitted;
  const { values } = view;
  const { place, own } = readOnTop<OfTask>(view);
  const completed = await completeTask(deps.ports, {
    input: {
      task: own.task,
      finishedBy: chosenIn(values, F.finishedBy) as OperatorId | undefined,
      finishedAt: momentIn(values, F.finishedAt),
      notes: typedIn(values, F.notes),
      now: deps.nowMs(),
    },
    actor: person.id,
    today: deps.today(),
    key,
  });
  if (!completed.ok) {
    const otherwise = fieldOf(completed.refusal);
    return refusedAt(deps.texts, completed.refusal, { fields: [F.notes], otherwise });
  }
  refreshHome(submitted);
  const sentence = deps.texts.say("slack-work-task-was-completed");
  await tools.show(submitted, place, { sentence, isDone: true });
  return { close: "this" };
}

const fieldOf = ({ code }: Refusal): string =>
  code === "operator_not_active"
    ? F.finishedBy
    : code === "finished_in_the_future"
      ? F.finishedAt
      : F.notes;
