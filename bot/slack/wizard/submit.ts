import type { Refusal } from "#core/refusals.ts";
import { makeAgreement } from "#core/use-cases/make-agreement.ts";
import type { Acting, FormAnswer, FormValues, Submitted } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { keepDraft } from "./draft.ts";
import { afterChange, type Form, type Made, readPlace, type StepName, stepAfter } from "./form.ts";
import { FIELD } from "./ids.ts";
import { canWait, fieldOf, pageOfRefused, stepOf } from "./refusals.ts";
import type { Shown } from "./step.ts";
import { showsAllUnits } from "./terms-step.ts";
import {
  asSeenAt,
  endOf,
  openPlace,
  previewOf,
  requestOf,
  showAt,
  WIZARD_STEPS,
} from "./wizard.ts";

/** A step was sent: read, looked at by the core, kept, and followed by the next one in the same modal. */
export async function submitStep(submitted: Submitted): Promise<FormAnswer> {
  const { view } = submitted;
  const opened = await openPlace(submitted, readPlace(view.metadata));
  if (!opened.ok) return { update: opened.refusal };
  const shown = opened.value;
  const read = WIZARD_STEPS[shown.place.step].read(view.values, shown);
  if (!read.ok) return { errors: read.refusal };
  const form = afterChange(shown.form, read.value);
  const after = { ...shown, form };
  const stopped = await stoppedAt(submitted, after, view.values);
  if (stopped !== undefined) return stopped;
  return shown.place.step === "summary"
    ? confirm(submitted, after)
    : { update: await goOn(submitted, after) };
}

async function goOn(submitted: Submitted, { form, place }: Shown) {
  const kept = await keepDraft(submitted, place, { form });
  if (!kept.ok) return errorModal(submitted.deps, submitted.deps.texts.refusal(kept.refusal));
  const next = { ...kept.value, step: stepAfter(form, place.step), page: 0 };
  return showAt(submitted, { place: next, form });
}

/** Why a step cannot be left yet, at its field where it has one. */
async function stoppedAt(
  acting: Acting,
  shown: Shown,
  values: FormValues,
): Promise<FormAnswer | undefined> {
  const { form, place, texts } = shown;
  const missing = missingIn(form, place.step);
  if (missing !== undefined) {
    return missing in values
      ? { errors: { [missing]: texts.say("wizard-required") } }
      : again(acting, shown, texts.say("wizard-required-somewhere"));
  }
  if (place.step === "terms" && !showsAllUnits(values, form)) {
    return again(acting, shown, texts.say("wizard-look-at-units"));
  }
  const seen = place.step === "instalments" ? form : asSeenAt(form, place.step);
  const preview = await previewOf(acting, seen, shown.basis);
  if (preview.ok || canWait(preview.refusal, place.step)) return undefined;
  return refusedAt(acting, shown, { refusal: preview.refusal, values });
}

type Refused = { readonly refusal: Refusal; readonly values: FormValues };

async function refusedAt(
  acting: Acting,
  shown: Shown,
  { refusal, values }: Refused,
): Promise<FormAnswer> {
  const { form, place, texts } = shown;
  const sentence = texts.refusal(refusal);
  const field = fieldOf(refusal, { form, place, values });
  if (field !== undefined) return { errors: { [field]: sentence } };
  // Where too few instalments make an increase unlawful, going back to it would be of no use.
  const step = place.step === "split" ? place.step : (stepOf(refusal) ?? place.step);
  const page = step === "instalments" ? pageOfRefused(refusal) : 0;
  return again(acting, { ...shown, place: { ...place, step, page } }, sentence);
}

/** The view once more, or an earlier one, with what has to be said; what was filled in is kept. */
async function again(acting: Acting, { form, place }: Shown, notice: string): Promise<FormAnswer> {
  const kept = await keepDraft(acting, place, { form });
  if (!kept.ok) {
    return { update: errorModal(acting.deps, acting.deps.texts.refusal(kept.refusal)) };
  }
  return { update: await showAt(acting, { place: kept.value, form, notice }) };
}

/** The field of the step that must be filled in and is not; Slack itself asks for it where it is shown. */
function missingIn(form: Form, step: StepName): string | undefined {
  const needed = NEEDED[step]?.(form) ?? {};
  return Object.keys(needed).find((field) => needed[field] === null);
}

const NEEDED: { readonly [Step in StepName]?: (form: Form) => Readonly<Record<string, unknown>> } =
  {
    terms: ({ toleranceDate, category }) => ({
      [FIELD.tolerance]: toleranceDate,
      [FIELD.category]: category,
    }),
    split: ({ split, count, dueDate, description, profile }) => ({
      ...(split === "instalments" ? { [FIELD.count]: count } : {}),
      [FIELD.due]: dueDate,
      [FIELD.description]: description || null,
      [FIELD.profile]: profile,
    }),
  };

/** Made once, however often it is sent: the key is of this draft as it was confirmed. */
async function confirm(submitted: Submitted, shown: Shown): Promise<FormAnswer> {
  const { deps, person, view } = submitted;
  const { form, place, basis, today } = shown;
  const agreed = await makeAgreement(deps.ports, {
    input: requestOf(form, basis, today),
    actor: person.id,
    today,
    key: `agreement-form:${place.draft}:${place.revision}`,
  });
  if (!agreed.ok)
    return refusedAt(submitted, shown, { refusal: agreed.refusal, values: view.values });
  const { agreement, status, plan, invoices } = agreed.value;
  if (agreement === null) throw new Error("an agreement was made without a number");
  const made: Made = { agreement, status, totalCents: plan.total, invoices: invoices.length };
  // The agreement stands; a draft that another window took meanwhile changes nothing of it.
  await keepDraft(submitted, place, { made });
  return { update: endOf(submitted, made, place) };
}
