import type { FileInput, InputBlock, PlainTextOption } from "@slack/types";
import { type CivilDate, parseDate } from "#core/calendar.ts";
import type { Texts } from "../../texts/texts.ts";
import { plain } from "../block-kit.ts";
import { LIMITS } from "../limits.ts";
import type { FieldState, FormAnswer, FormValues } from "../listen.ts";

/** A field is a block of its own, named as the core names it, so that a refusal finds its way to it. */
type Field = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean | undefined;
};

/** Of the one element that a field's block holds. */
const ELEMENT = "value";
/** Slack takes no more in one text; the core may take less and says so. */
const MAX_TYPED = 3_000;

export const textField = (
  field: Field & { readonly initial?: string | undefined; readonly lines?: "one" | "many" },
): InputBlock => {
  const { initial = "", lines = "one" } = field;
  return input(field, {
    type: "plain_text_input",
    action_id: ELEMENT,
    multiline: lines === "many",
    max_length: MAX_TYPED,
    ...(initial === "" ? {} : { initial_value: initial.slice(0, MAX_TYPED) }),
  });
};

export const selectField = (
  field: Field & {
    readonly placeholder: string;
    readonly options: readonly PlainTextOption[];
    readonly chosen?: string | undefined;
  },
): InputBlock => {
  const initial = field.options.find(({ value }) => value === field.chosen);
  return input(field, {
    type: "static_select",
    action_id: ELEMENT,
    placeholder: plain(field.placeholder, LIMITS.placeholder),
    options: field.options.slice(0, LIMITS.options),
    ...(initial === undefined ? {} : { initial_option: initial }),
  });
};

export const dateField = (field: Field & { readonly initial?: CivilDate }): InputBlock =>
  input(field, {
    type: "datepicker",
    action_id: ELEMENT,
    ...(field.initial === undefined ? {} : { initial_date: field.initial }),
  });

export const fileField = (field: Field): InputBlock => {
  const element: FileInput = { type: "file_input", action_id: ELEMENT, max_files: 1 };
  return input(field, element);
};

const input = (
  { id, label, hint, optional = false }: Field,
  element: InputBlock["element"],
): InputBlock => ({
  type: "input",
  block_id: id,
  label: plain(label, LIMITS.label),
  ...(hint === undefined ? {} : { hint: plain(hint, LIMITS.hint) }),
  ...(optional ? { optional } : {}),
  element,
});

const stateOf = (values: FormValues, id: string): FieldState => values[id]?.[ELEMENT] ?? {};

/** Undefined where nothing was typed. */
export const typedIn = (values: FormValues, id: string): string | undefined =>
  stateOf(values, id).value ?? undefined;

export const chosenIn = (values: FormValues, id: string): string | undefined =>
  stateOf(values, id).selected_option?.value;

export const dateIn = (values: FormValues, id: string): CivilDate | undefined =>
  parseDate(stateOf(values, id).selected_date ?? "");

export const fileIn = (values: FormValues, id: string): string | undefined =>
  stateOf(values, id).files?.at(0)?.id;

type Refusal = Parameters<Texts["refusal"]>[0];

/** At the field that the refusal names, if the form has it; else at the one that stands for the whole. */
export function refusedAt(
  texts: Texts,
  refusal: Refusal,
  { fields, otherwise }: { readonly fields: readonly string[]; readonly otherwise: string },
): FormAnswer {
  const named = "field" in refusal ? refusal.field : undefined;
  const at = fields.find((field) => field === named) ?? otherwise;
  return { errors: { [at]: texts.refusal(refusal) } };
}
