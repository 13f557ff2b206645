import type { App } from "@slack/bolt";
import type { InputBlock, ModalView } from "@slack/types";
import type { CivilDate } from "#core/calendar.ts";
import type { OperatorId } from "#core/ids.ts";
import type { Refusal } from "#core/refusals.ts";
import { createTask, type TaskForm } from "#core/use-cases/create-task.ts";
import { editTask } from "#core/use-cases/edit-task.ts";
import type { Texts } from "../../../texts/texts.ts";
import { type Blocks, option, plain } from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import {
  chosenIn,
  dateField,
  dateIn,
  inputBlock,
  refusedAt,
  selectField,
  textField,
  timeIn,
  typedIn,
  VALUE,
} from "../../fields.ts";
import type { FormAnswer } from "../../form-answer.ts";
import { refreshHome } from "../../home/publish.ts";
import { LIMITS } from "../../limits.ts";
import { onAction, onSubmit, type Pressed, type Submitted } from "../../listen.ts";
import { errorModal } from "../../notices.ts";
import { openWith } from "../../open.ts";
import type { FormValues } from "../../view-of.ts";
import { formView, placeOf, readOnTop } from "../on-top.ts";
import type { AccountTools } from "../tab.ts";
import { taskPressed } from "./tasks-view.ts";

const VIEW = "account:task:form";
/** Named as the core names them. */
export const TASK_FIELDS = {
  title: "title",
  dueOn: "dueOn",
  dueTime: "dueTime",
  assignee: "assignee",
  body: "body",
} as const;
const F = TASK_FIELDS;

/** Null: a new one. */
type OfTask = { readonly task: number | null };
type Operators = Awaited<ReturnType<SlackDeps["reads"]["operators"]>>;
type Filled = {
  readonly title?: string;
  readonly dueOn: CivilDate;
  readonly dueTime?: string | null;
  readonly assignee: OperatorId;
  readonly body?: string | null;
};

type Opening = { readonly add: string; readonly edit: string; readonly tools: AccountTools };

/** The one form that makes a task and changes it; opened by the buttons `add` and `edit`. */
export function registerTaskForm(app: App, deps: SlackDeps, { add, edit, tools }: Opening): void {
  const permission = "task.manage";
  onAction(app, deps, { id: add, permission }, openNew);
  onAction(app, deps, { id: edit, permission }, openEdit);
  onSubmit(app, deps, { id: VIEW, permission }, (submitted) => submit(submitted, tools));
}

const openNew = (pressed: Pressed): Promise<void> =>
  openWith(pressed, async () => {
    const { deps, person } = pressed;
    const operators = await deps.reads.operators();
    const filled = { dueOn: deps.today(), assignee: person.id };
    return taskFormView(pressed, { task: null, filled, operators });
  });

const openEdit = (pressed: Pressed): Promise<void> =>
  openWith(pressed, async () => {
    const { deps } = pressed;
    const [task, operators] = await Promise.all([taskPressed(pressed), deps.reads.operators()]);
    if (task === undefined) return errorModal(deps, deps.texts.say("slack-work-gone"));
    return taskFormView(pressed, { task: task.id, filled: task, operators });
  });

const taskFormView = (
  pressed: Pressed,
  { task, filled, operators }: OfTask & { readonly filled: Filled; readonly operators: Operators },
): ModalView =>
  formView<OfTask>(pressed.deps, {
    callbackId: VIEW,
    titleId: task === null ? "slack-work-task-add" : "slack-work-task-edit-title",
    submitId: "slack-work-save",
    blocks: formBlocks(filled, operators, pressed.deps.texts),
    place: placeOf(pressed),
    own: { task },
  });

const formBlocks = (filled: Filled, operators: Operators, { say }: Texts): Blocks => [
  textField({ id: F.title, label: say("slack-work-task-what"), initial: filled.title ?? "" }),
  dateField({ id: F.dueOn, label: say("slack-work-task-day"), initial: filled.dueOn }),
  timeField(say("slack-work-task-time"), filled.dueTime ?? undefined),
  operatorField(
    { id: F.assignee, label: say("slack-work-task-assignee"), chosen: filled.assignee },
    operators,
    say("slack-work-choose"),
  ),
  textField({
    id: F.body,
    label: say("slack-work-text"),
    lines: "many",
    optional: true,
    initial: filled.body ?? "",
  }),
];

const timeField = (label: string, initial: string | undefined): InputBlock =>
  inputBlock(
    { id: F.dueTime, label, optional: true },
    {
      type: "timepicker",
      action_id: VALUE,
      ...(initial === undefined ? {} : { initial_time: initial }),
    },
  );

type OperatorField = { readonly id: string; readonly label: string; readonly chosen: OperatorId };

/** Those who work here now. */
export const operatorField = (
  field: OperatorField,
  operators: Operators,
  placeholder: string,
): InputBlock =>
  selectField({
    ...field,
    placeholder: plain(placeholder, LIMITS.placeholder).text,
    options: operators.map(({ id, name }) => option(name, id)),
  });

async function submit(submitted: Submitted, tools: AccountTools): Promise<FormAnswer> {
  const { deps, person, key, view } = submitted;
  const { place, own } = readOnTop<OfTask>(view);
  const form = readForm(view.values, deps.today());
  const { customer } = place.workspace;
  const asked = { actor: person.id, today: deps.today(), key };
  const done =
    own.task === null
      ? await createTask(deps.ports, { ...asked, input: { ...form, customer } })
      : await editTask(deps.ports, { ...asked, input: { ...form, task: own.task } });
  if (!done.ok) {
    const otherwise = fieldOf(done.refusal);
    return refusedAt(deps.texts, done.refusal, { fields: Object.values(F), otherwise });
  }
  refreshHome(submitted);
  const sentence = deps.texts.say(
    own.task === null ? "slack-work-task-added" : "slack-work-task-changed",
  );
  await tools.show(submitted, place, { sentence, isDone: true });
  return { close: "this" };
}

/** Slack asks for all but time and text before it sends the form. */
const readForm = (values: FormValues, today: CivilDate): TaskForm => ({
  title: typedIn(values, F.title) ?? "",
  dueOn: dateIn(values, F.dueOn) ?? today,
  dueTime: timeIn(values, F.dueTime),
  assignee: (chosenIn(values, F.assignee) ?? "") as OperatorId,
  body: typedIn(values, F.body),
});

const fieldOf = ({ code }: Refusal): string =>
  code === "operator_not_active"
    ? F.assignee
    : code === "time_of_day_invalid"
      ? F.dueTime
      : F.title;
