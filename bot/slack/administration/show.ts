import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";
import type { FormAnswer } from "../form-answer.ts";
import type { Acting, Pressed, Submitted } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { type Standing, type Subject, standingOf, subjectsOf } from "./subject.ts";
import { listView } from "./view.ts";

/** Reads a subject's list and shows it where it stands. */
export async function show(
  acting: Acting,
  subject: Subject,
  { viewId, place, done }: Standing & { readonly done?: string | undefined },
): Promise<void> {
  const listed = await subject.list(acting, place);
  const subjects = subjectsOf(acting.person);
  const view = listView({ subjects, place, listed, done }, acting.deps.texts);
  await acting.client.views.update({ view_id: viewId, view });
}

type Answered = Result<unknown, Refusal>;

/** What a button did stands above the list; why it did not, on top of it. */
export async function settlePress(
  pressed: Pressed,
  subject: Subject,
  { result, done }: { readonly result: Answered; readonly done: string },
): Promise<void> {
  if (result.ok) return show(pressed, subject, { ...standingOf(pressed), done });
  const { client, deps, triggerId } = pressed;
  const view = errorModal(deps, deps.texts.refusal(result.refusal));
  await client.views.push({ trigger_id: triggerId, view });
}

export type Saving = {
  readonly standing: Standing;
  readonly result: Answered;
  /** Stands above the list. */
  readonly done: string;
  /** The field at which people read why it was refused. */
  readonly fieldOf: (refusal: Refusal) => string;
};

/** A form that was saved is gone, and the list below it shows what it did. */
export async function settleForm(
  submitted: Submitted,
  subject: Subject,
  { standing, result, done, fieldOf }: Saving,
): Promise<FormAnswer> {
  const { deps } = submitted;
  if (!result.ok) {
    const { refusal } = result;
    const sentence = deps.texts.refusal(refusal);
    return refusal.code === "not_permitted"
      ? { update: errorModal(deps, sentence) }
      : { errors: { [fieldOf(refusal)]: sentence } };
  }
  await show(submitted, subject, { ...standing, done }).catch((error: unknown) => {
    // It is saved, whether or not the list is still there to show it.
    deps.log.warn({ err: error }, "Slack: a list was not shown again");
  });
  return { close: "this" };
}
