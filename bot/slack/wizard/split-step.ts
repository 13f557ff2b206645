import { DEFAULT_INSTALMENT_LIMIT, MIN_INSTALMENTS } from "#core/agreement/decide-agreement.ts";
import { accept, refuse } from "#core/result.ts";
import { type Blocks, context, option, section, select } from "../block-kit.ts";
import {
  chosenIn,
  dateField,
  dateIn,
  numberField,
  selectField,
  textField,
  textIn,
} from "../fields.ts";
import { wholeIn } from "../typed-values.ts";
import { isShown } from "./form.ts";
import { FIELD, SPLIT } from "./ids.ts";
import { allowanceLine, totalLines } from "./lines.ts";
import { leastInstalments } from "./proposal.ts";
import { type Shown, type Step, stepView } from "./step.ts";
import { keyOfName, named } from "./terms-step.ts";

/** One new invoice of the total, or as many instalments as are agreed on. */
export const splitStep: Step = {
  view: (shown) =>
    stepView(shown, {
      submit: "wizard-next",
      blocks: [splitBlock(shown), ...fields(shown), ...totals(shown)],
    }),
  read(values, shown) {
    const { form, texts, basis } = shown;
    const words = textIn(values, FIELD.count).trim();
    const count = words === "" ? form.count : wholeIn(words, texts);
    if (count === undefined) return refuse({ [FIELD.count]: texts.say("wizard-not-a-count") });
    return accept({
      ...form,
      split: modeOf(shown),
      count: isShown(values, FIELD.count) ? count : form.count,
      dueDate: dateIn(values, FIELD.due) ?? form.dueDate,
      description: textIn(values, FIELD.description).trim() || form.description,
      profile: named(basis.profiles, chosenIn(values, FIELD.profile)) ?? form.profile,
    });
  },
};

/** Not chosen yet: split where the increase is lawful in no other way. */
export const modeOf = ({ form, basis, today }: Shown): "single" | "instalments" =>
  form.split ?? (leastInstalments(form, basis, today) > 1 ? "instalments" : "single");

function splitBlock(shown: Shown) {
  const { say } = shown.texts;
  const options = (["single", "instalments"] as const).map((mode) =>
    option(say(`wizard-split-${mode}`), mode),
  );
  return {
    ...section(
      say("wizard-split"),
      select({ id: SPLIT, placeholder: say("wizard-split"), options, chosen: modeOf(shown) }),
    ),
    block_id: SPLIT,
  };
}

function fields(shown: Shown): Blocks {
  const { form, texts } = shown;
  const { say } = texts;
  const mode = modeOf(shown);
  return [
    ...(mode === "single" ? [] : [countField(shown)]),
    dateField({
      id: FIELD.due,
      label: say(mode === "single" ? "wizard-due" : "wizard-first-due"),
      ...(form.dueDate === null ? {} : { initial: form.dueDate }),
    }),
    textField({
      id: FIELD.description,
      label: say("wizard-description"),
      hint: say("wizard-description-hint"),
      initial: form.description || say("wizard-description-default"),
    }),
    ...profileField(shown),
  ];
}

function countField({ form, basis, today, texts }: Shown) {
  const least = Math.max(MIN_INSTALMENTS, leastInstalments(form, basis, today));
  const most = Math.min(basis.maxInstalments, DEFAULT_INSTALMENT_LIMIT);
  return numberField({
    id: FIELD.count,
    label: texts.say("wizard-count"),
    hint: texts.say("wizard-count-hint", { least: `${least}`, most: `${most}` }),
    initial: form.count,
  });
}

function profileField({ form, basis, texts }: Shown): Blocks {
  const { profiles } = basis;
  if (profiles.length === 0) return [section(`:warning: ${texts.say("wizard-no-profile")}`)];
  const chosen = form.profile ?? (profiles.length === 1 ? profiles[0] : undefined);
  return [
    selectField({
      id: FIELD.profile,
      label: texts.say("wizard-profile"),
      placeholder: texts.say("wizard-choose"),
      options: profiles.map((name) => option(name, keyOfName(name))),
      chosen: chosen === undefined ? undefined : keyOfName(chosen),
    }),
  ];
}

const totals = (shown: Shown): Blocks => [
  ...(shown.preview.ok ? [section(totalLines(shown.preview.value.plan, shown.texts))] : []),
  context(allowanceLine(shown)),
];
