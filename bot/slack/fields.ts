import type { Checkboxes, InputBlock, MultiStaticSelect, PlainTextOption } from "@slack/types";
import { type CivilDate, parseDate } from "#core/calendar.ts";
import type { Texts } from "../texts/texts.ts";
import { plain, select } from "./block-kit.ts";
import type { FormAnswer } from "./form-answer.ts";
import { LIMITS } from "./limits.ts";
import type { FieldState, FormValues } from "./view-of.ts";

/** A field is a block of its own, named as the core names it, so that a refusal finds its way to it. */
export type Field = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean | undefined;
};

/** The one element that a field's block holds. */
export const VALUE = "value";
/** Slack takes no longer text in one field; the core may take less and says so. */
export const MAX_TYPED = 3_000;

export const inputBlock = (
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

type TextField = Field & {
  readonly initial?: string | null | undefined;
  readonly lines?: "one" | "many" | undefined;
  /** Characters. */
  readonly most?: number | undefined;
};

export const textField = ({ initial, lines, most = MAX_TYPED, ...field }: TextField): InputBlock =>
  inputBlock(field, {
    type: "plain_text_input",
    action_id: VALUE,
    multiline: lines === "many",
    max_length: most,
    ...(initial ? { initial_value: initial.slice(0, most) } : {}),
  });

export const numberField = ({
  initial,
  ...field
}: Field & { readonly initial?: number | null | undefined }): InputBlock =>
  inputBlock(field, {
    type: "number_input",
    action_id: VALUE,
    is_decimal_allowed: false,
    ...(typeof initial === "number" ? { initial_value: `${initial}` } : {}),
  });

type SelectField = Field & {
  readonly placeholder: string;
  readonly options: readonly PlainTextOption[];
  readonly chosen?: string | undefined;
};

export const selectField = (field: SelectField): InputBlock =>
  inputBlock(field, select({ ...field, id: VALUE }));

export const userField = ({
  user,
  ...field
}: Field & { readonly user?: string | null | undefined }): InputBlock =>
  inputBlock(field, {
    type: "users_select",
    action_id: VALUE,
    ...(user ? { initial_user: user } : {}),
  });

export const dateField = ({
  initial,
  ...field
}: Field & { readonly initial?: CivilDate | undefined }): InputBlock =>
  inputBlock(field, {
    type: "datepicker",
    action_id: VALUE,
    ...(initial === undefined ? {} : { initial_date: initial }),
  });

export const fileField = (field: Field): InputBlock =>
  inputBlock(field, { type: "file_input", action_id: VALUE, max_files: 1 });

type CheckboxesField = Field & {
  readonly options: readonly PlainTextOption[];
  readonly ticked: ReadonlySet<string>;
};

export function checkboxesField(field: CheckboxesField): InputBlock {
  const ticked = field.options.filter(({ value }) => field.ticked.has(value ?? ""));
  const element: Checkboxes = {
    type: "checkboxes",
    action_id: VALUE,
    options: [...field.options],
    ...(ticked.length === 0 ? {} : { initial_options: ticked }),
  };
  return inputBlock({ optional: true, ...field }, element);
}

type SeveralField = Field & {
  readonly placeholder: string;
  readonly options: readonly PlainTextOption[];
  readonly chosen: readonly string[];
};

/** For more options than a group of boxes takes. */
export function severalField(field: SeveralField): InputBlock {
  const chosen = field.options.filter(({ value }) => field.chosen.includes(value ?? ""));
  const element: MultiStaticSelect = {
    type: "multi_static_select",
    action_id: VALUE,
    placeholder: plain(field.placeholder, LIMITS.placeholder),
    options: [...field.options],
    ...(chosen.length === 0 ? {} : { initial_options: chosen }),
  };
  return inputBlock({ ...field, optional: true }, element);
}

const stateOf = (values: FormValues, id: string): FieldState => values[id]?.[VALUE] ?? {};

/** Undefined where nothing was typed. */
export const typedIn = (values: FormValues, id: string): string | undefined =>
  stateOf(values, id).value ?? undefined;

/** "" where nothing was typed. */
export const textIn = (values: FormValues, id: string): string => typedIn(values, id) ?? "";

export const optionalTextIn = (values: FormValues, id: string): string | null =>
  textIn(values, id).trim() || null;

export const chosenIn = (values: FormValues, id: string): string | undefined =>
  stateOf(values, id).selected_option?.value;

export const tickedIn = (values: FormValues, id: string): readonly string[] =>
  (stateOf(values, id).selected_options ?? []).flatMap(({ value }) => value ?? []);

export const userIn = (values: FormValues, id: string): string | null =>
  stateOf(values, id).selected_user ?? null;

export const dateIn = (values: FormValues, id: string): CivilDate | undefined =>
  parseDate(stateOf(values, id).selected_date ?? "");

export const timeIn = (values: FormValues, id: string): string | undefined =>
  stateOf(values, id).selected_time ?? undefined;

/** Milliseconds since 1970. */
export function momentIn(values: FormValues, id: string): number | undefined {
  const seconds = stateOf(values, id).selected_date_time ?? undefined;
  return seconds === undefined ? undefined : seconds * 1000;
}

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
