import { isNode, nodes, type Problem } from "./limits.ts";

type Node = Readonly<Record<string, unknown>>;
export type Surface = "modal" | "home" | "message";

/** What relates parts of a view to each other: no schema and no table of lengths says it. */
export function ruleProblems(blocks: unknown, surface: Surface, pointer: string): Problem[] {
  const list = nodes(blocks);
  return [
    ...repeated(list, "block_id", pointer),
    ...list.flatMap((block, index) => blockProblems(block, surface, `${pointer}/${index}`)),
    ...focusProblems(list, pointer),
    ...tableProblems(list, pointer),
  ];
}

const ONLY_IN_MODALS = ["file_input", "email_text_input", "url_text_input", "number_input"];
const ONLY_IN_MESSAGES = [
  "markdown",
  "table",
  "data_table",
  "context_actions",
  "task_card",
  "plan",
  "file",
];

function blockProblems(block: Node, surface: Surface, pointer: string): Problem[] {
  const problems: Problem[] = [];
  if (block.type === "section" && block.text === undefined && block.fields === undefined) {
    problems.push({ pointer, message: "missing required field: text or fields" });
  }
  if (surface !== "message" && ONLY_IN_MESSAGES.includes(String(block.type))) {
    problems.push({ pointer, message: `unsupported type: ${block.type} on a ${surface}` });
  }
  if (block.type === "file") {
    problems.push({ pointer, message: "is made by Slack, not by apps" });
  }
  const parts = elementsOf(block);
  return [
    ...problems,
    ...repeated(
      parts.map(([element]) => element),
      "action_id",
      pointer,
    ),
    ...parts.flatMap(([element, path]) => elementProblems(element, surface, `${pointer}/${path}`)),
  ];
}

function elementProblems(element: Node, surface: Surface, pointer: string): Problem[] {
  const type = String(element.type);
  return [
    ...(surface !== "modal" && ONLY_IN_MODALS.includes(type)
      ? [{ pointer, message: `unsupported type: ${type} outside modals` }]
      : []),
    ...choiceProblems(element, type, pointer),
    ...numberProblems(element, type, pointer),
    ...dateProblems(element, type, pointer),
  ];
}

function choiceProblems(element: Node, type: string, pointer: string): Problem[] {
  if (!type.endsWith("static_select") && type !== "checkboxes" && type !== "radio_buttons") {
    return [];
  }
  const hasOptions = element.options !== undefined;
  const hasGroups = element.option_groups !== undefined;
  if (hasOptions === hasGroups) {
    return [{ pointer, message: "must have exactly one of options and option_groups" }];
  }
  const groups = nodes(element.option_groups);
  const options = [...nodes(element.options), ...groups.flatMap((group) => nodes(group.options))];
  const initial = [...nodes(element.initial_options), ...nodes([element.initial_option])];
  const known = new Set(options.map(sameOption));
  return [
    ...initial
      .filter((option) => !known.has(sameOption(option)))
      .map((option) => ({
        pointer: `${pointer}/${element.initial_option ? "initial_option" : "initial_options"}`,
        message: `must be one of the options, came ${sameOption(option)}`,
      })),
    // Ours, not known of Slack: two equal values could not be told apart in the answer.
    ...repeated(options, "value", `${pointer}/options`),
  ];
}

const sameOption = (option: Node): string =>
  JSON.stringify([option.value, isNode(option.text) ? option.text.text : undefined]);

function numberProblems(element: Node, type: string, pointer: string): Problem[] {
  if (type === "plain_text_input") {
    const { min_length: least, max_length: most } = element;
    return [
      ...outside(least, [0, 3_000], `${pointer}/min_length`),
      ...outside(most, [1, 3_000], `${pointer}/max_length`),
      ...(Number(least ?? 0) > Number(most ?? 3_000)
        ? [{ pointer, message: "min_length must not be above max_length" }]
        : []),
    ];
  }
  if (type === "file_input") return outside(element.max_files, [1, 10], `${pointer}/max_files`);
  if (type !== "number_input") return [];
  const numbers = ["min_value", "max_value", "initial_value"].filter((key) => key in element);
  return [
    ...numbers
      .filter((key) => !isNumber(element[key], element.is_decimal_allowed === true))
      .map((key) => ({ pointer: `${pointer}/${key}`, message: "must be a number" })),
    ...(Number(element.min_value ?? -Infinity) > Number(element.max_value ?? Infinity)
      ? [{ pointer, message: "min_value must not be above max_value" }]
      : []),
  ];
}

const isNumber = (value: unknown, takesDecimals: boolean): boolean =>
  (takesDecimals ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/).test(String(value));

const outside = (value: unknown, [least, most]: [number, number], pointer: string): Problem[] =>
  typeof value === "number" && (value < least || value > most)
    ? [{ pointer, message: `must be between ${least} and ${most}` }]
    : [];

function dateProblems(element: Node, type: string, pointer: string): Problem[] {
  const { initial_date: date, initial_time: time } = element;
  if (type === "datepicker" && typeof date === "string" && !isDate(date)) {
    return [{ pointer: `${pointer}/initial_date`, message: "must be a date YYYY-MM-DD" }];
  }
  if (
    type === "timepicker" &&
    typeof time === "string" &&
    !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)
  ) {
    return [{ pointer: `${pointer}/initial_time`, message: "must be a time HH:mm" }];
  }
  return [];
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function focusProblems(blocks: readonly Node[], pointer: string): Problem[] {
  const focused = blocks.flatMap(elementsOf).filter(([element]) => element.focus_on_load === true);
  return focused.length > 1
    ? [{ pointer, message: "only one element may have focus_on_load" }]
    : [];
}

function tableProblems(blocks: readonly Node[], pointer: string): Problem[] {
  const tables = blocks.filter(({ type }) => type === "table");
  return [
    ...(tables.length > 1 ? [{ pointer, message: "only one table in a message" }] : []),
    ...tables.flatMap((table) =>
      Array.isArray(table.rows) && table.rows.some((row) => Array.isArray(row) && row.length > 20)
        ? [{ pointer, message: "no more than 20 cells in a table's row" }]
        : [],
    ),
  ];
}

export function elementsOf(block: Node): [element: Node, path: string][] {
  const listed = nodes(block.elements).map((one, index): [Node, string] => [
    one,
    `elements/${index}`,
  ]);
  const single = (["accessory", "element"] as const).flatMap((key): [Node, string][] => {
    const one = block[key];
    return isNode(one) ? [[one, key]] : [];
  });
  return [...listed, ...single];
}

function repeated(list: readonly Node[], key: string, pointer: string): Problem[] {
  const seen = new Set<unknown>();
  return list.flatMap((node) => {
    const value = node[key];
    if (value === undefined || value === "") return [];
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [{ pointer, message: `\`${key}\` ${JSON.stringify(value)} is there more than once` }];
  });
}
