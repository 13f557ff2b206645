import { optionsOf } from "./inputs.ts";
import type { Block, Confirm, Element, Json, Message, Option, Values, View } from "./types.ts";

type Errors = Readonly<Record<string, string>>;

/** What a person sees, as lines: headings, texts, fields with what is in them, [buttons]. */
export function text(shown: View | Message | undefined, errors: Errors = {}): string {
  if (shown === undefined) return "";
  const values = shown.state?.values ?? {};
  const lines = (shown.blocks ?? []).flatMap((block) => blockLines(block, values, errors));
  if ("type" in shown && shown.type === "modal") {
    const buttons = [shown.close, shown.submit].flatMap((one) => (one ? `[${one.text}]` : []));
    return [`# ${shown.title?.text}`, ...lines, ...buttons].join("\n");
  }
  if ("ts" in shown && lines.length === 0) return shown.text;
  return lines.join("\n");
}

export const confirmText = ({ title, text: body, confirm, deny }: Confirm): string =>
  [`# ${title.text}`, body.text, `[${deny.text}] [${confirm.text}]`].join("\n");

function blockLines(block: Block, values: Values, errors: Errors): string[] {
  const held = (element: Element): Json =>
    values[block.block_id]?.[element.action_id] ?? ({} as Json);
  const draw = (element: Element): string => elementText(element, held(element));
  switch (block.type) {
    case "header":
      return [`## ${block.text?.text}`];
    case "divider":
      return ["---"];
    case "section": {
      const body = [block.text, ...(block.fields ?? [])].flatMap((one) => one?.text ?? []);
      const right = block.accessory ? [draw(block.accessory)] : [];
      return [[...body, ...right].join(" | ")];
    }
    case "context":
      return [(block.elements ?? []).map((one) => `${drawContext(one)}`).join(" · ")];
    case "actions":
      return [(block.elements ?? []).map(draw).join(" ")];
    case "input": {
      const label = `${block.label?.text}${block.optional ? " (optional)" : ""}`;
      const hint = block.hint ? [`  (${block.hint.text})`] : [];
      const error = errors[block.block_id];
      const field = block.element ? draw(block.element) : "";
      return [`${label}: ${field}`, ...hint, ...(error ? [`  ! ${error}`] : [])];
    }
    case "image":
      return [`(image: ${block.alt_text})`];
    case "table":
      return (block.rows ?? []).map((row) => row.map(plain).join(" | "));
    default:
      return [plain(block as unknown)];
  }
}

const drawContext = (one: Element): string =>
  one.type === "image" ? `(image: ${one.alt_text})` : String((one as Json).text);

function elementText(element: Element, held: Json): string {
  switch (element.type) {
    case "button":
    case "workflow_button":
      return `[${element.text?.text}]`;
    case "overflow":
      return `[⋯ ${(element.options ?? []).map(label).join(" / ")}]`;
    case "image":
      return `(image: ${element.alt_text})`;
    case "checkboxes":
    case "radio_buttons": {
      const chosen = new Set(heldOptions(held).map(({ value }) => value));
      const all = optionsOf(element);
      return all.map((one) => `${chosen.has(one.value) ? "[x]" : "[ ]"} ${label(one)}`).join(" ");
    }
    default:
      return `<${heldText(held) || element.placeholder?.text || ""}>`;
  }
}

const label = ({ text: { text: words } }: Option): string => words;

const heldOptions = ({ selected_option: one, selected_options: many }: Json): Option[] =>
  [...(Array.isArray(many) ? many : []), ...(one ? [one] : [])] as Option[];

function heldText(held: Json): string {
  const options = heldOptions(held);
  if (options.length > 0) return options.map(label).join(", ");
  const { type: _, selected_option: __, selected_options: ___, ...rest } = held;
  const [value] = Object.values(rest);
  if (Array.isArray(value)) return value.map((one) => fileName(one) ?? String(one)).join(", ");
  return value === null || value === undefined ? "" : String(value);
}

const fileName = (value: unknown): string | undefined =>
  typeof value === "object" && value !== null ? String((value as Json).name) : undefined;

/** Every text in a rich text, a table's cell or a block that has no drawing of its own. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join("");
  if (typeof value !== "object" || value === null) return "";
  const { text: words, ...rest } = value as Json;
  return typeof words === "string" ? words : plain(words) + Object.values(rest).map(plain).join("");
}
