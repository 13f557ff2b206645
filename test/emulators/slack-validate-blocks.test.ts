import { describe, expect, it } from "vitest";
import {
  actions,
  button,
  confirm,
  input,
  markup,
  modal,
  option,
  options,
  plain,
  section,
  select,
  times,
  x,
} from "#test/support/slack-blocks.ts";
import { validateView } from "./slack/validate.ts";

type Case = readonly [what: string, fits: object, tooMuch: object, pointer: string];

const BLOCKS: readonly Case[] = [
  [
    "section text",
    section({ text: markup(x(3_000)) }),
    section({ text: markup(x(3_001)) }),
    "/text/text",
  ],
  ["empty text", section({ text: markup("x") }), section({ text: markup("") }), "/text/text"],
  [
    "section fields",
    section({ fields: times(10, () => markup("f")) }),
    section({ fields: times(11, () => markup("f")) }),
    "/fields",
  ],
  [
    "a field",
    section({ fields: [markup(x(2_000))] }),
    section({ fields: [markup(x(2_001))] }),
    "/fields/0/text",
  ],
  ["section without text", { type: "section", fields: [markup("f")] }, { type: "section" }, ""],
  [
    "header",
    { type: "header", text: plain(x(150)) },
    { type: "header", text: plain(x(151)) },
    "/text/text",
  ],
  [
    "header's kind of text",
    { type: "header", text: plain("h") },
    { type: "header", text: markup("h") },
    "/text/type",
  ],
  [
    "button text",
    actions(button({ text: plain(x(75)) })),
    actions(button({ text: plain(x(76)) })),
    "/elements/0/text/text",
  ],
  [
    "button's kind of text",
    actions(button()),
    actions(button({ text: markup("b") })),
    "/elements/0/text/type",
  ],
  [
    "button value",
    actions(button({ value: x(2_000) })),
    actions(button({ value: x(2_001) })),
    "/elements/0/value",
  ],
  [
    "button style",
    actions(button({ style: "danger" })),
    actions(button({ style: "red" })),
    "/elements/0/style",
  ],
  [
    "button url",
    actions(button({ url: x(3_000) })),
    actions(button({ url: x(3_001) })),
    "/elements/0/url",
  ],
  [
    "action_id",
    actions(button({ action_id: x(255) })),
    actions(button({ action_id: x(256) })),
    "/elements/0/action_id",
  ],
  ["block_id", section({ block_id: x(255) }), section({ block_id: x(256) }), "/block_id"],
  [
    "an actions block",
    actions(...times(25, (n) => button({ action_id: `b${n}` }))),
    actions(...times(26, (n) => button({ action_id: `b${n}` }))),
    "/elements",
  ],
  ["an empty actions block", actions(button()), actions(), "/elements"],
  [
    "same action_id twice",
    actions(button(), button({ action_id: "c" })),
    actions(button(), button()),
    "",
  ],
  [
    "a context",
    { type: "context", elements: times(10, () => plain("c")) },
    { type: "context", elements: times(11, () => plain("c")) },
    "/elements",
  ],
  [
    "an overflow",
    section({ accessory: { type: "overflow", action_id: "o", options: options(5) } }),
    section({ accessory: { type: "overflow", action_id: "o", options: options(6) } }),
    "/accessory/options",
  ],
  [
    "a select",
    actions(select({ options: options(100) })),
    actions(select({ options: options(101) })),
    "/elements/0/options",
  ],
  [
    "a select without options",
    actions(select({ options: options(1) })),
    actions(select({ options: [] })),
    "/elements/0/options",
  ],
  [
    "a select of neither options nor groups",
    actions(select({ options: options(1) })),
    actions(select({})),
    "/elements/0",
  ],
  [
    "option text",
    actions(select({ options: [option({ text: plain(x(75)) })] })),
    actions(select({ options: [option({ text: plain(x(76)) })] })),
    "/elements/0/options/0/text/text",
  ],
  [
    "option value",
    actions(select({ options: [option({ value: x(75) })] })),
    actions(select({ options: [option({ value: x(76) })] })),
    "/elements/0/options/0/value",
  ],
  [
    "option description",
    actions(select({ options: [option({ description: plain(x(75)) })] })),
    actions(select({ options: [option({ description: plain(x(76)) })] })),
    "/elements/0/options/0/description/text",
  ],
  [
    "a group's label",
    actions(select({ option_groups: [{ label: plain(x(75)), options: options(1) }] })),
    actions(select({ option_groups: [{ label: plain(x(76)), options: options(1) }] })),
    "/elements/0/option_groups/0/label/text",
  ],
  [
    "initial option",
    actions(select({ options: options(2), initial_option: option({ value: "1" }) })),
    actions(select({ options: options(2), initial_option: option({ value: "9" }) })),
    "/elements/0/initial_option",
  ],
  [
    "two equal values",
    actions(select({ options: options(2) })),
    actions(select({ options: [option(), option()] })),
    "/elements/0/options",
  ],
  [
    "placeholder",
    actions(select({ options: options(1), placeholder: plain(x(150)) })),
    actions(select({ options: options(1), placeholder: plain(x(151)) })),
    "/elements/0/placeholder/text",
  ],
  [
    "checkboxes",
    actions({ type: "checkboxes", action_id: "c", options: options(10) }),
    actions({ type: "checkboxes", action_id: "c", options: options(11) }),
    "/elements/0/options",
  ],
  [
    "radio buttons",
    actions({ type: "radio_buttons", action_id: "c", options: options(10) }),
    actions({ type: "radio_buttons", action_id: "c", options: options(11) }),
    "/elements/0/options",
  ],
  [
    "confirm title",
    actions(button({ confirm: confirm({ title: plain(x(100)) }) })),
    actions(button({ confirm: confirm({ title: plain(x(101)) }) })),
    "/elements/0/confirm/title/text",
  ],
  [
    "confirm text",
    actions(button({ confirm: confirm({ text: plain(x(300)) }) })),
    actions(button({ confirm: confirm({ text: plain(x(301)) }) })),
    "/elements/0/confirm/text/text",
  ],
  [
    "confirm button",
    actions(button({ confirm: confirm({ deny: plain(x(30)) }) })),
    actions(button({ confirm: confirm({ deny: plain(x(31)) }) })),
    "/elements/0/confirm/deny/text",
  ],
  [
    "label",
    input({ type: "plain_text_input" }, { label: plain(x(2_000)) }),
    input({ type: "plain_text_input" }, { label: plain(x(2_001)) }),
    "/label/text",
  ],
  [
    "label is there",
    input({ type: "plain_text_input" }),
    { type: "input", element: { type: "plain_text_input" } },
    "",
  ],
  [
    "hint",
    input({ type: "plain_text_input" }, { hint: plain(x(2_000)) }),
    input({ type: "plain_text_input" }, { hint: plain(x(2_001)) }),
    "/hint/text",
  ],
  [
    "longest input",
    input({ type: "plain_text_input", max_length: 3_000 }),
    input({ type: "plain_text_input", max_length: 3_001 }),
    "/element/max_length",
  ],
  [
    "number range",
    input({ type: "number_input", is_decimal_allowed: true, min_value: "1", max_value: "1.5" }),
    input({ type: "number_input", is_decimal_allowed: true, min_value: "2", max_value: "1.5" }),
    "/element",
  ],
  [
    "whole number",
    input({ type: "number_input", is_decimal_allowed: false, initial_value: "3" }),
    input({ type: "number_input", is_decimal_allowed: false, initial_value: "3.5" }),
    "/element/initial_value",
  ],
  [
    "initial date",
    input({ type: "datepicker", initial_date: "2028-02-29" }),
    input({ type: "datepicker", initial_date: "2026-02-29" }),
    "/element/initial_date",
  ],
  [
    "initial time",
    input({ type: "timepicker", initial_time: "23:59" }),
    input({ type: "timepicker", initial_time: "24:00" }),
    "/element/initial_time",
  ],
  [
    "number of files",
    input({ type: "file_input", max_files: 10 }),
    input({ type: "file_input", max_files: 11 }),
    "/element/max_files",
  ],
  [
    "file_input as accessory",
    input({ type: "file_input" }),
    section({ accessory: { type: "file_input", action_id: "f" } }),
    "/accessory",
  ],
  ["a button in an input", input({ type: "plain_text_input" }), input(button()), "/element"],
  [
    "alt text of an image",
    { type: "image", image_url: "https://a.example/a.png", alt_text: x(2_000) },
    { type: "image", image_url: "https://a.example/a.png", alt_text: x(2_001) },
    "/alt_text",
  ],
  [
    "image without alt text",
    { type: "image", image_url: "https://a.example/a.png", alt_text: "a" },
    { type: "image", image_url: "https://a.example/a.png" },
    "",
  ],
  ["an unknown block", { type: "divider" }, { type: "dividir" }, ""],
  ["a key misspelt", section(), section({ acessory: button() }), ""],
  [
    "url of an option",
    section({
      accessory: {
        type: "overflow",
        action_id: "o",
        options: [option({ url: "https://a.example" })],
      },
    }),
    actions(select({ options: [option({ url: "https://a.example" })] })),
    "/elements/0/options/0/url",
  ],
];

describe("a block at its limit and past it", () => {
  it.each(BLOCKS)("%s", (_what, fits, tooMuch, pointer) => {
    expect(validateView(modal([fits]))).toEqual([]);
    const pointers = validateView(modal([tooMuch])).map((problem) => problem.pointer);
    expect(pointers.length).toBeGreaterThan(0);
    expect(pointers).toContain(
      pointers.includes("/view/blocks") ? "/view/blocks" : `/view/blocks/0${pointer}`,
    );
  });
});
