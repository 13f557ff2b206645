import type { ModalView } from "@slack/types";
import type { CivilDate } from "#core/calendar.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";
import type { Agreed } from "#core/use-cases/make-agreement.ts";
import type { AgreementBasis } from "#db/queries/agreement/read-agreement-basis.ts";
import type { Texts } from "../../texts/texts.ts";
import { actions, type Blocks, button, context, plain, section, typed } from "../block-kit.ts";
import { LIMITS } from "../limits.ts";
import type { Person } from "../person.ts";
import type { FormValues } from "../view-of.ts";
import { type FieldErrors, type Form, type Place, STEPS, stepsOf } from "./form.ts";
import { BACK, callbackOf } from "./ids.ts";

/** Everything that a step's view is made of. */
export type Shown = {
  readonly form: Form;
  readonly place: Place;
  readonly basis: AgreementBasis;
  readonly person: Person;
  readonly texts: Texts;
  readonly today: CivilDate;
  /** What would come of it, by the core's own computing; of instalments as planned, without what was changed by hand. */
  readonly preview: Result<Agreed, Refusal>;
  /** What has to be said before the person goes on. */
  readonly notice?: string | undefined;
};

/** A step is a view, and how to read back what was filled in. */
export type Step = {
  readonly view: (shown: Shown) => ModalView;
  readonly read: (values: FormValues, shown: Shown) => Result<Form, FieldErrors>;
};

export type StepParts = {
  readonly blocks: Blocks;
  /** Without it there is nothing to send. */
  readonly submit?: string | undefined;
};

/** The frame of every step: where one stands, what has to be said, the way back. */
export function stepView(shown: Shown, { blocks, submit }: StepParts): ModalView {
  const { texts, place, form, basis, notice } = shown;
  const { say } = texts;
  const steps = stepsOf(form);
  const progress = say("wizard-progress", {
    step: `${steps.indexOf(place.step) + 1}`,
    steps: `${steps.length}`,
    name: say(`wizard-step-${place.step}`),
  });
  return {
    type: "modal",
    callback_id: callbackOf(place.step),
    title: plain(say("wizard-title"), LIMITS.modalTitle),
    ...(submit === undefined ? {} : { submit: plain(say(submit), LIMITS.modalButton) }),
    close: plain(say("slack-cancel"), LIMITS.modalButton),
    private_metadata: JSON.stringify(place),
    blocks: [
      context(progress, whose(basis)),
      ...(notice === undefined ? [] : [warning(notice)]),
      ...blocks,
      ...(place.step === STEPS[0] ? [] : actions(button({ id: BACK, text: say("wizard-back") }))),
    ],
  };
}

/** Refusals repeat what was typed. */
export const warning = (sentence: string): Blocks[number] =>
  section(`:warning: ${typed(sentence)}`);

const whose = ({ name, taxId }: AgreementBasis): string =>
  [`*${typed(name)}*`, ...(taxId === null ? [] : [typed(taxId)])].join(" · ");
