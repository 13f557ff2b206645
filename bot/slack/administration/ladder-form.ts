import type { ModalView } from "@slack/types";
import type { LadderRecord } from "#core/administration/ladders.ts";
import { isLadderAction, LADDER_ACTIONS } from "#core/ladder/ladder.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Texts } from "../../texts/texts.ts";
import { actions, type Blocks, button, context, section, typed } from "../block-kit.ts";
import { MAX_TYPED, textField } from "../fields.ts";
import { plainSection } from "../plain-blocks.ts";
import { formView, type Meta } from "./form.ts";
import { actionText, stepLines } from "./ladder-lines.ts";

export const LADDER_FORM = "administration:ladders:form";
export const PREVIEW_LADDER = "administration:ladders:preview";
export const ID = "id";
export const NAME = "name";
export const STEPS = "steps";

export type LadderFormOf = {
  readonly ladder: LadderRecord | null;
  readonly meta: Meta;
  /** What the typed lines would do, or what is wrong with them. */
  readonly preview?: string | undefined;
};

/** Undefined: its steps are more than a field holds, so that saving would lose some. */
export function ladderForm(
  { ladder, meta, preview }: LadderFormOf,
  texts: Texts,
): ModalView | undefined {
  const { say } = texts;
  const own = (ladder?.steps ?? []).filter(({ action }) => isLadderAction(action));
  const lines = stepLines(own, texts);
  if (lines.length > MAX_TYPED) return undefined;
  return formView(
    {
      callbackId: LADDER_FORM,
      title: say(ladder === null ? "admin-ladder-new" : "admin-ladder-edit"),
      meta,
      blocks: [
        ladder === null
          ? textField({ id: ID, label: say("admin-field-id"), hint: say("admin-ladder-id-hint") })
          : section(say("admin-id-is", { id: typed(ladder.id) })),
        textField({ id: NAME, label: say("admin-field-name"), initial: ladder?.name }),
        textField({
          id: STEPS,
          label: say("admin-ladder-steps"),
          hint: say("admin-ladder-steps-hint", {
            actions: texts.list(LADDER_ACTIONS.map((action) => actionText(action, texts))),
          }),
          lines: "many",
          initial: lines,
        }),
        ...actions(button({ id: PREVIEW_LADDER, text: say("admin-ladder-preview") })),
        ...(preview === undefined ? [] : [plainSection([preview])]),
        ...foreignSteps(ladder, texts),
      ],
    },
    texts,
  );
}

function foreignSteps(ladder: LadderRecord | null, { say }: Texts): Blocks {
  const foreign = (ladder?.steps ?? []).filter(({ action }) => !isLadderAction(action));
  if (foreign.length === 0) return [];
  const steps = foreign.map(({ day, action }) => `${day} ${typed(action)}`).join("; ");
  return [context(say("admin-ladder-foreign", { steps }))];
}

/** An id is a field of a new ladder only. */
export function ladderFieldOf(refusal: Refusal, isNew: boolean): string {
  switch (refusal.code) {
    case "ladder_name_empty":
      return NAME;
    case "field_empty":
    case "field_too_long":
      return refusal.field === ID && isNew ? ID : NAME;
    case "ladder_id_taken":
      return isNew ? ID : NAME;
    case "ladder_unknown":
    case "ladder_moved_on":
      return NAME;
    default:
      return STEPS;
  }
}
