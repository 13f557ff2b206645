import type { Block, Element, Json, Option, Values } from "./types.ts";

/** What an element holds before anyone touches it; undefined for what holds nothing (buttons). */
export function initialValue(element: Element): Json | undefined {
  const { type } = element;
  const field = FIELDS[type];
  if (field === undefined) return undefined;
  const [key, initial, empty] = field;
  return { type, [key]: element[`initial_${initial}`] ?? empty };
}

/** State of a view or message: what was typed stays where block_id, action_id and type are the same. */
export function stateOf(blocks: readonly Block[], before: Values = {}): Values {
  const values: Record<string, Record<string, Json>> = {};
  for (const { block, element } of partsOf(blocks)) {
    const initial = initialValue(element);
    if (initial === undefined) continue;
    const kept = before[block.block_id]?.[element.action_id];
    values[block.block_id] = {
      ...values[block.block_id],
      [element.action_id]: kept?.type === element.type ? kept : initial,
    };
  }
  return values;
}

export type Part = { readonly block: Block; readonly element: Element };

/** Every element that a person can act on. */
export function partsOf(blocks: readonly Block[]): Part[] {
  return blocks.flatMap((block) =>
    [block.element, block.accessory, ...(block.elements ?? [])].flatMap((element) =>
      element?.action_id === undefined ? [] : [{ block, element }],
    ),
  );
}

export const isInteractive = (type: string): boolean =>
  type in FIELDS || ["button", "overflow", "workflow_button"].includes(type);

/** The element's new value after a person typed, picked or chose `given`. */
export function chosen(
  element: Element,
  given: string | readonly string[],
  offered: readonly Option[],
): Json {
  const { type } = element;
  const [key] = FIELDS[type] ?? [];
  if (key === undefined) throw new Error(`a ${type} holds no value`);
  const list = typeof given === "string" ? [given] : given;
  if (key === "selected_options") return { type, [key]: list.map((one) => pick(one, offered)) };
  if (Array.isArray(FIELDS[type]?.[2])) return { type, [key]: list };
  if (list.length > 1) throw new Error(`a ${type} takes one value, came ${list.length}`);
  const [value = ""] = list;
  if (key === "selected_option") return { type, [key]: value === "" ? null : pick(value, offered) };
  if (key === "selected_date_time") return { type, [key]: Number(value) };
  return { type, [key]: value === "" ? null : value };
}

export const optionsOf = (element: Element): readonly Option[] => [
  ...(element.options ?? []),
  ...(element.option_groups ?? []).flatMap(({ options }) => options),
];

/** By value or by what stands on it. */
function pick(wanted: string, offered: readonly Option[]): Option {
  const found =
    offered.find(({ value }) => value === wanted) ??
    offered.find(({ text }) => text.text === wanted);
  if (found) return found;
  const there = offered.map(({ value, text }) => `${value} (${text.text})`).join(", ");
  throw new Error(`no option ${JSON.stringify(wanted)}; there are: ${there || "none"}`);
}

/** What Slack's client itself says before it sends a form; nothing if it would send it. */
export function formProblems(blocks: readonly Block[], values: Values): string[] {
  return blocks.flatMap((block) => {
    const { element } = block;
    if (block.type !== "input" || element === undefined) return [];
    const value = values[block.block_id]?.[element.action_id] ?? {};
    const says = isEmpty(value)
      ? block.optional === true
        ? undefined
        : "is required"
      : wrong(element, value);
    return says === undefined ? [] : [`${block.block_id}: ${says}`];
  });
}

function isEmpty({ type: _, ...held }: Json): boolean {
  const [value] = Object.values(held);
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function wrong(element: Element, held: Json): string | undefined {
  const text = String(held.value ?? "");
  if (text.length < (element.min_length ?? 0)) return `needs ${element.min_length} characters`;
  if (text.length > (element.max_length ?? 3_000)) return "has too many characters";
  if (element.type === "number_input") return wrongNumber(element, text);
  if (element.type === "email_text_input" && !/^[^\s@]+@[^\s@]+$/.test(text)) return "is no e-mail";
  if (element.type === "url_text_input" && !URL.canParse(text)) return "is no address";
  return undefined;
}

function wrongNumber(element: Element, text: string): string | undefined {
  const shape = element.is_decimal_allowed ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!shape.test(text)) return `is no ${element.is_decimal_allowed ? "" : "whole "}number`;
  if (Number(text) < Number(element.min_value ?? -Infinity)) return `is below ${element.min_value}`;
  if (Number(text) > Number(element.max_value ?? Infinity)) return `is above ${element.max_value}`;
  return undefined;
}

/** By type: where its value stands, the suffix of its `initial_`, and what it is when empty. */
const FIELDS: Readonly<Record<string, readonly [key: string, initial: string, empty: unknown]>> = {
  plain_text_input: ["value", "value", null],
  email_text_input: ["value", "value", null],
  url_text_input: ["value", "value", null],
  number_input: ["value", "value", null],
  rich_text_input: ["rich_text_value", "value", null],
  static_select: ["selected_option", "option", null],
  external_select: ["selected_option", "option", null],
  radio_buttons: ["selected_option", "option", null],
  users_select: ["selected_user", "user", null],
  conversations_select: ["selected_conversation", "conversation", null],
  channels_select: ["selected_channel", "channel", null],
  multi_static_select: ["selected_options", "options", []],
  multi_external_select: ["selected_options", "options", []],
  checkboxes: ["selected_options", "options", []],
  multi_users_select: ["selected_users", "users", []],
  multi_conversations_select: ["selected_conversations", "conversations", []],
  multi_channels_select: ["selected_channels", "channels", []],
  datepicker: ["selected_date", "date", null],
  timepicker: ["selected_time", "time", null],
  datetimepicker: ["selected_date_time", "date_time", null],
  file_input: ["files", "files", []],
};
