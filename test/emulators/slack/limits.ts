/** What is wrong, where (a JSON pointer), in Slack's words as far as they are known. */
export type Problem = { readonly pointer: string; readonly message: string };

/** Sources: docs.slack.dev/reference/block-kit and the comments of @slack/types 3.2.0. */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  messageText: 40_000,
  updateText: 4_000,
  /** Seen, not documented: slackapi/bolt-js #2509. */
  messageBlocksText: 13_200,
  viewBytes: 250_000,
  modalStack: 3,
  privateMetadata: 3_000,
  modalTitle: 24,
  id: 255,
  options: 100,
} as const;

type Node = Readonly<Record<string, unknown>>;
type Range = readonly [least: number, most: number];

/** Longest text of a text object, by the type of what holds it. */
const TEXTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  section: { text: 3_000 },
  header: { text: 150 },
  button: { text: 75 },
  workflow_button: { text: 75 },
  input: { label: 2_000, hint: 2_000 },
  image: { title: 2_000 },
  video: { title: 200, description: 200 },
};

const STRINGS: Readonly<Record<string, Readonly<Record<string, Range>>>> = {
  button: { value: [0, 2_000], url: [1, 3_000], accessibility_label: [1, 75] },
  image: { image_url: [1, 3_000], alt_text: [1, 2_000] },
  markdown: { text: [1, 12_000] },
  plain_text_input: { initial_value: [0, 3_000] },
};

const LISTS: Readonly<Record<string, Readonly<Record<string, Range>>>> = {
  section: { fields: [1, 10] },
  actions: { elements: [1, 25] },
  context: { elements: [1, 10] },
  context_actions: { elements: [1, 5] },
  carousel: { elements: [1, 10] },
  overflow: { options: [1, 5] },
  checkboxes: { options: [1, 10] },
  radio_buttons: { options: [1, 10] },
  static_select: { options: [1, 100], option_groups: [1, 100] },
  multi_static_select: { options: [1, 100], option_groups: [1, 100] },
  table: { rows: [1, 100], column_settings: [1, 20] },
  data_table: { rows: [1, 201] },
};

/** Wherever they stand. */
const ANY_STRING: Readonly<Record<string, Range>> = { action_id: [1, 255], block_id: [1, 255] };
const CONFIRM = { title: 100, text: 300, confirm: 30, deny: 30 } as const;
const OPTION = { text: 75, value: 75, description: 75 } as const;
const PLACEHOLDER = 150;
const FIELD = 2_000;

export function limitProblems(value: unknown, pointer: string): Problem[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => limitProblems(item, `${pointer}/${index}`));
  }
  if (!isNode(value)) return [];
  return [
    ...ownProblems(value, pointer),
    ...Object.entries(value).flatMap(([key, child]) => limitProblems(child, `${pointer}/${key}`)),
  ];
}

function ownProblems(node: Node, pointer: string): Problem[] {
  const type = String(node.type ?? "");
  const at = (key: string): string => `${pointer}/${key}`;
  const tabled = [
    ...Object.entries(TEXTS[type] ?? {}).flatMap(([key, most]) =>
      textProblems(node[key], most, at(key)),
    ),
    ...Object.entries({ ...ANY_STRING, ...STRINGS[type] }).flatMap(([key, range]) =>
      stringProblems(node[key], range, at(key)),
    ),
    ...Object.entries(LISTS[type] ?? {}).flatMap(([key, range]) =>
      listProblems(node[key], range, at(key)),
    ),
  ];
  return [
    ...tabled,
    ...emptyText(node, type, at("text")),
    ...textProblems(node.placeholder, PLACEHOLDER, at("placeholder")),
    ...(type === "section" ? fieldProblems(node, at("fields")) : []),
    ...(isNode(node.confirm) && isNode(node.confirm.deny)
      ? confirmProblems(node.confirm, at("confirm"))
      : []),
    ...optionProblems(node, type, pointer),
  ];
}

/** A text object of no characters is refused wherever it stands. */
const emptyText = (node: Node, type: string, pointer: string): Problem[] =>
  type === "plain_text" || type === "mrkdwn"
    ? stringProblems(node.text, [1, Infinity], pointer)
    : [];

const confirmProblems = (confirm: Node, pointer: string): Problem[] =>
  Object.entries(CONFIRM).flatMap(([key, most]) =>
    textProblems(confirm[key], most, `${pointer}/${key}`),
  );

const fieldProblems = (node: Node, pointer: string): Problem[] =>
  nodes(node.fields).flatMap((field, index) => textProblems(field, FIELD, `${pointer}/${index}`));

function optionProblems(node: Node, type: string, pointer: string): Problem[] {
  const group = (options: unknown, at: string): Problem[] =>
    nodes(options).flatMap((option, index) => oneOption(option, type, `${at}/${index}`));
  return [
    ...group(node.options, `${pointer}/options`),
    ...nodes(node.option_groups).flatMap((one, index) => {
      const at = `${pointer}/option_groups/${index}`;
      return [
        ...textProblems(one.label, OPTION.text, `${at}/label`),
        ...listProblems(one.options, [1, LIMITS.options], `${at}/options`),
        ...group(one.options, `${at}/options`),
      ];
    }),
  ];
}

function oneOption(option: Node, type: string, pointer: string): Problem[] {
  const hasMarkup = isNode(option.text) && option.text.type === "mrkdwn";
  const takesMarkup = type === "checkboxes" || type === "radio_buttons";
  return [
    ...textProblems(option.text, OPTION.text, `${pointer}/text`),
    ...stringProblems(option.value, [1, OPTION.value], `${pointer}/value`),
    ...textProblems(option.description, OPTION.description, `${pointer}/description`),
    ...(hasMarkup && !takesMarkup
      ? [{ pointer: `${pointer}/text/type`, message: "must be plain_text" }]
      : []),
    ...(option.url !== undefined && type !== "overflow"
      ? [{ pointer: `${pointer}/url`, message: "is only for overflow menus" }]
      : []),
  ];
}

export function stringProblems(value: unknown, range: Range, pointer: string): Problem[] {
  if (typeof value !== "string") return [];
  const [least, most] = range;
  if (value.length < least) {
    return [{ pointer, message: `must be more than ${least - 1} characters` }];
  }
  if (value.length > most) {
    return [{ pointer, message: `must be less than ${most + 1} characters` }];
  }
  return [];
}

export const textProblems = (text: unknown, most: number, pointer: string): Problem[] =>
  isNode(text) ? stringProblems(text.text, [0, most], `${pointer}/text`) : [];

export function listProblems(list: unknown, [least, most]: Range, pointer: string): Problem[] {
  if (!Array.isArray(list)) return [];
  if (list.length < least) return [{ pointer, message: `must have at least ${least} items` }];
  if (list.length > most) return [{ pointer, message: `no more than ${most} items allowed` }];
  return [];
}

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
