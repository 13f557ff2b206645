import { createHash } from "node:crypto";
import type { Checkboxes, InputBlock, ModalView, PlainTextOption } from "@slack/types";
import type { Texts } from "../../texts/texts.ts";
import { type Blocks, plain, select } from "../block-kit.ts";
import { LIMITS } from "../limits.ts";
import type { FieldState, FormValues, Pressed, ViewOf } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { openLoading } from "../open.ts";
import { type Standing, standingOf } from "./subject.ts";

/** Slack takes no longer text in one field. */
export const MAX_TYPED = 3_000;

/** A field is a block of its own that holds one element. */
const ELEMENT = "value";

/** Of what a form is about: the list below it, the id of what is changed (null: it is new), what was seen of it. */
export type Meta = {
  readonly standing: Standing;
  readonly id: string | null;
  readonly seen?: string | number | undefined;
};

export const metaOf = ({ metadata }: Pick<ViewOf, "metadata">): Meta =>
  JSON.parse(metadata) as Meta;

/** Opens a form on the list; undefined: what was to be changed is there no more. */
export async function openForm(
  pressed: Pressed,
  make: (standing: Standing) => Promise<ModalView | undefined>,
): Promise<void> {
  const { deps } = pressed;
  const opened = await openLoading(pressed);
  const view = await make(standingOf(pressed));
  await opened.fill(view ?? errorModal(deps, deps.texts.say("admin-gone")));
}

export type FormOf = {
  readonly callbackId: string;
  readonly title: string;
  readonly meta: Meta;
  readonly blocks: Blocks;
};

export const formView = ({ callbackId, title, meta, blocks }: FormOf, texts: Texts): ModalView => ({
  type: "modal",
  callback_id: callbackId,
  title: plain(title, LIMITS.modalTitle),
  submit: plain(texts.say("admin-save"), LIMITS.modalButton),
  close: plain(texts.say("slack-cancel"), LIMITS.modalButton),
  private_metadata: JSON.stringify(meta),
  blocks,
});

type Field = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean | undefined;
};

export const textField = (
  field: Field & { readonly value?: string | null | undefined; readonly lines?: "many" },
): InputBlock =>
  input(field, {
    type: "plain_text_input",
    action_id: ELEMENT,
    multiline: field.lines === "many",
    max_length: MAX_TYPED,
    ...(field.value ? { initial_value: field.value } : {}),
  });

export const numberField = (
  field: Field & { readonly value?: number | null | undefined },
): InputBlock =>
  input(field, {
    type: "number_input",
    action_id: ELEMENT,
    is_decimal_allowed: false,
    ...(typeof field.value === "number" ? { initial_value: `${field.value}` } : {}),
  });

export const selectField = (
  field: Field & {
    readonly options: readonly PlainTextOption[];
    readonly chosen?: string | undefined;
    readonly placeholder: string;
  },
): InputBlock => input(field, select({ ...field, id: ELEMENT }));

export const userField = (field: Field & { readonly user?: string | null | undefined }) =>
  input(field, {
    type: "users_select",
    action_id: ELEMENT,
    ...(field.user ? { initial_user: field.user } : {}),
  });

export function checkboxesField(
  field: Field & {
    readonly options: readonly PlainTextOption[];
    readonly ticked: ReadonlySet<string>;
  },
): InputBlock {
  const ticked = field.options.filter(({ value }) => field.ticked.has(value ?? ""));
  const element: Checkboxes = {
    type: "checkboxes",
    action_id: ELEMENT,
    options: [...field.options],
    ...(ticked.length === 0 ? {} : { initial_options: ticked }),
  };
  return input({ ...field, optional: true }, element);
}

const input = (
  { id, label, hint, optional }: Field,
  element: InputBlock["element"],
): InputBlock => ({
  type: "input",
  block_id: id,
  label: plain(label, LIMITS.label),
  ...(hint === undefined ? {} : { hint: plain(hint, LIMITS.hint) }),
  ...(optional === true ? { optional } : {}),
  element,
});

const stateOf = (values: FormValues, id: string): FieldState & { selected_user?: string | null } =>
  values[id]?.[ELEMENT] ?? {};

/** "" where nothing stands. */
export const textIn = (values: FormValues, id: string): string => stateOf(values, id).value ?? "";

export const optionalTextIn = (values: FormValues, id: string): string | null =>
  textIn(values, id).trim() || null;

export const chosenIn = (values: FormValues, id: string): string =>
  stateOf(values, id).selected_option?.value ?? "";

export const userIn = (values: FormValues, id: string): string | null =>
  stateOf(values, id).selected_user ?? null;

export const tickedIn = (values: FormValues, id: string): readonly string[] =>
  (stateOf(values, id).selected_options ?? []).flatMap(({ value }) => value ?? []);

/** A name that is too long for an option's value, in so many characters that two are never mistaken. */
export const shortKey = (name: string): string =>
  createHash("sha256").update(name).digest("base64url").slice(0, 22);
