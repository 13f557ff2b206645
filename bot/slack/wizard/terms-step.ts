import type { InputBlock } from "@slack/types";
import type { LedgerTerm } from "#core/agreement/ledger-units.ts";
import { TERM_NAMES, type TermName, type Terms } from "#core/agreement/terms.ts";
import type { Cents, Percent } from "#core/money.ts";
import { accept, refuse } from "#core/result.ts";
import type { Texts } from "../../texts/texts.ts";
import { actions, type Blocks, button, context, option, section, select } from "../block-kit.ts";
import {
  checkboxesField,
  chosenIn,
  dateField,
  dateIn,
  selectField,
  textField,
  textIn,
  tickedIn,
} from "../fields.ts";
import { LIMITS } from "../limits.ts";
import { shortKey } from "../short-key.ts";
import { amountIn, amountText, percentIn, percentText } from "../typed-values.ts";
import type { FormValues } from "../view-of.ts";
import { type FieldErrors, type Form, isShown } from "./form.ts";
import { FIELD, KIND, RECALCULATE, termField, unitField } from "./ids.ts";
import { allowanceLine, capHints, totalLines } from "./lines.ts";
import { chosenCandidates, leastInstalments, unitFor, unitTermsOf } from "./proposal.ts";
import { type Shown, type Step, stepView, warning } from "./step.ts";

/** Of what kind, and on which terms; the total beside them is the core's. */
export const termsStep: Step = {
  view: (shown) =>
    stepView(shown, {
      submit: "wizard-next",
      blocks: [
        kindBlock(shown),
        toleranceField(shown),
        ...categoryField(shown),
        ...(shown.form.kind === "unchanged" ? [] : renegotiationFields(shown)),
        ...totals(shown),
      ],
    }),
  read(values, shown) {
    const { form } = shown;
    const errors: Record<string, string> = {};
    const terms = readTerms(values, shown, errors);
    if (Object.keys(errors).length > 0) return refuse(errors as FieldErrors);
    const category = FIELD.category;
    return accept({
      ...form,
      terms,
      units: readUnits(values, { form, terms }, shown),
      feesReason: isShown(values, FIELD.feesReason)
        ? textIn(values, FIELD.feesReason).trim()
        : form.feesReason,
      toleranceDate: dateIn(values, FIELD.tolerance) ?? form.toleranceDate,
      category: named(shown.basis.categories, chosenIn(values, category)) ?? form.category,
      keepDiscount: isShown(values, FIELD.keepDiscount)
        ? tickedIn(values, FIELD.keepDiscount).length > 0
        : form.keepDiscount,
    } satisfies Form);
  },
};

/** Each term that is not zero has its unit in the view: nothing is booked that nobody saw. */
export const showsAllUnits = (values: FormValues, { terms, kind }: Form): boolean =>
  kind === "unchanged" || unitTermsOf(terms).every((term) => isShown(values, unitField(term)));

function kindBlock({ form, texts }: Shown) {
  const { say } = texts;
  const options = (["renegotiated", "unchanged"] as const).map((kind) =>
    option(say(`wizard-kind-${kind}`), kind),
  );
  return {
    ...section(
      say("wizard-kind"),
      select({ id: KIND, placeholder: say("wizard-kind"), options, chosen: form.kind }),
    ),
    block_id: KIND,
  };
}

const toleranceField = ({ form, texts }: Shown): InputBlock =>
  dateField({
    id: FIELD.tolerance,
    label: texts.say("wizard-tolerance"),
    hint: texts.say("wizard-tolerance-hint"),
    ...(form.toleranceDate === null ? {} : { initial: form.toleranceDate }),
  });

function categoryField({ form, basis, texts }: Shown): Blocks {
  if (basis.categories.length === 0)
    return [section(`:warning: ${texts.say("wizard-no-category")}`)];
  const chosen = form.category ?? (basis.categories.length === 1 ? basis.categories[0] : undefined);
  return [
    selectField({
      id: FIELD.category,
      label: texts.say("wizard-category"),
      placeholder: texts.say("wizard-choose"),
      options: basis.categories.map((name) => option(name, keyOfName(name))),
      chosen: chosen === undefined ? undefined : keyOfName(chosen),
    }),
  ];
}

/** A name as an option's value; Slack takes 75 characters. */
export const keyOfName = (name: string): string =>
  name.length <= LIMITS.optionText ? name : shortKey(name);

export const named = (names: readonly string[], key: string | undefined): string | undefined =>
  names.find((name) => keyOfName(name) === key);

function renegotiationFields(shown: Shown): Blocks {
  const { texts } = shown;
  return [
    ...TERM_NAMES.filter((term) => mayAsk(term, shown)).map((term) => termInput(term, shown)),
    ...feesReasonField(shown),
    ...unitTermsOf(shown.form.terms).flatMap((term) => unitInput(term, shown)),
    ...keepDiscountField(shown),
    ...actions(button({ id: RECALCULATE, text: texts.say("wizard-recalculate") })),
  ];
}

const PERCENTAGES: ReadonlySet<TermName> = new Set(["increase", "fine", "discount"]);

/** A consumer owes no fees unless somebody with the permission says why. */
function mayAsk(term: TermName, { basis, person, form }: Shown): boolean {
  if (term !== "fees" || basis.taxIdKind === "cnpj" || form.terms.fees !== 0) return true;
  return person.permissions.has("agreement.fees-reason");
}

function termInput(term: TermName, shown: Shown): InputBlock {
  const { form, texts } = shown;
  const caps = capHints(shown);
  const asked = form.terms[term];
  return textField({
    id: termField(term),
    label: texts.say(`wizard-term-${term}`),
    hint: term === "increase" || term === "fine" || term === "fees" ? caps[term] : undefined,
    optional: true,
    initial: asked === 0 ? null : asText(term, asked, texts),
  });
}

const asText = (term: TermName, asked: Percent | Cents, texts: Texts): string =>
  PERCENTAGES.has(term) ? percentText(asked as Percent, texts) : amountText(asked as Cents, texts);

function feesReasonField(shown: Shown): Blocks {
  const { basis, form, texts, person } = shown;
  if (basis.taxIdKind === "cnpj" || !person.permissions.has("agreement.fees-reason")) return [];
  return [
    textField({
      id: FIELD.feesReason,
      label: texts.say("wizard-fees-reason"),
      hint: texts.say("wizard-fees-reason-hint"),
      optional: true,
      initial: form.feesReason === "" ? null : form.feesReason,
    }),
  ];
}

function unitInput(term: LedgerTerm, shown: Shown): Blocks {
  const { form, basis, texts } = shown;
  if (basis.ledgerUnits.length === 0) return [section(`:warning: ${texts.say("wizard-no-unit")}`)];
  const unit = unitFor(form, basis, term);
  return [
    selectField({
      id: unitField(term),
      label: texts.say("wizard-unit", { term: texts.say(`term-${term}`) }),
      placeholder: texts.say("wizard-choose"),
      options: basis.ledgerUnits.map(({ code, name }) =>
        option(`${code} ${name}`, keyOfName(code)),
      ),
      chosen: unit === undefined ? undefined : keyOfName(unit),
    }),
  ];
}

/** Where the sources stay suspended, their discount stays with them. */
function keepDiscountField({ form, basis, texts }: Shown): Blocks {
  const any = chosenCandidates(form, basis).some(({ hasOnTimeDiscount }) => hasOnTimeDiscount);
  if (basis.sourcesBecome !== "deleted" || !any) return [];
  return [
    checkboxesField({
      id: FIELD.keepDiscount,
      label: texts.say("wizard-keep-discount"),
      options: [option(texts.say("wizard-keep-discount-yes"), "keep")],
      ticked: new Set(form.keepDiscount ? ["keep"] : []),
    }),
  ];
}

function totals(shown: Shown): Blocks {
  const { preview, texts, form, basis, today } = shown;
  const least = leastInstalments(form, basis, today);
  return [
    preview.ok
      ? section(totalLines(preview.value.plan, texts))
      : warning(texts.refusal(preview.refusal)),
    context(
      allowanceLine(shown),
      ...(least > 1 ? [texts.say("wizard-least-instalments", { count: `${least}` })] : []),
    ),
  ];
}

function readTerms(values: FormValues, shown: Shown, errors: Record<string, string>): Terms {
  const { form, texts } = shown;
  const read = (term: TermName): number => {
    const field = termField(term);
    if (!isShown(values, field)) return form.terms[term];
    const words = textIn(values, field).trim();
    if (words === "") return 0;
    const isPercent = PERCENTAGES.has(term);
    const value = isPercent ? percentIn(words, texts) : amountIn(words, texts);
    if (value === undefined) {
      errors[field] = texts.say(isPercent ? "wizard-not-a-percent" : "wizard-not-an-amount");
    }
    return value ?? 0;
  };
  return Object.fromEntries(TERM_NAMES.map((term) => [term, read(term)])) as Terms;
}

function readUnits(
  values: FormValues,
  { form, terms }: { readonly form: Form; readonly terms: Terms },
  { basis }: Shown,
): Form["units"] {
  const codes = basis.ledgerUnits.map(({ code }) => code);
  return Object.fromEntries(
    unitTermsOf(terms).flatMap((term) => {
      const chosen = named(codes, chosenIn(values, unitField(term))) ?? form.units[term];
      return chosen === undefined ? [] : [[term, chosen]];
    }),
  );
}
