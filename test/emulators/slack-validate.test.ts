import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  input,
  markup,
  modal,
  plain,
  section,
  table,
  times,
  x,
} from "#test/support/slack-blocks.ts";
import { formView, homeView } from "#test/support/slack-tiny-app.ts";
import { validateMessage, validateView } from "./slack/validate.ts";

describe("a view at its limit and past it", () => {
  it.each<[string, unknown, unknown, string]>([
    ["blocks", modal(times(100, () => section())), modal(times(101, () => section())), "/blocks"],
    [
      "title",
      modal([], { title: plain(x(24)) }),
      modal([], { title: plain(x(25)) }),
      "/title/text",
    ],
    ["no title", modal([]), modal([], { title: undefined }), ""],
    [
      "submit",
      modal([], { submit: plain(x(24)) }),
      modal([], { submit: plain(x(25)) }),
      "/submit/text",
    ],
    [
      "close",
      modal([], { close: plain(x(24)) }),
      modal([], { close: plain(x(25)) }),
      "/close/text",
    ],
    [
      "private_metadata",
      modal([], { private_metadata: x(3_000) }),
      modal([], { private_metadata: x(3_001) }),
      "/private_metadata",
    ],
    [
      "callback_id",
      modal([], { callback_id: x(255) }),
      modal([], { callback_id: x(256) }),
      "/callback_id",
    ],
    [
      "an input without submit",
      modal([section()], { submit: undefined }),
      modal([input({ type: "plain_text_input" })], { submit: undefined }),
      "",
    ],
    [
      "block_id twice",
      modal([section({ block_id: "a" }), section({ block_id: "b" })]),
      modal([section({ block_id: "a" }), section({ block_id: "a" })]),
      "/blocks",
    ],
    [
      "focus twice",
      modal([input({ type: "plain_text_input", focus_on_load: true })]),
      modal(times(2, () => input({ type: "plain_text_input", focus_on_load: true }))),
      "/blocks",
    ],
    [
      "Home with a title",
      { type: "home", blocks: [] },
      { type: "home", blocks: [], title: plain("a") },
      "",
    ],
    [
      "a file field in Home",
      { type: "home", blocks: [input({ type: "plain_text_input" })] },
      { type: "home", blocks: [input({ type: "file_input" })] },
      "/blocks/0/element",
    ],
    ["markdown in a modal", modal([]), modal([{ type: "markdown", text: "a" }]), "/blocks/0"],
    ["a type of view", modal([]), { type: "popup", blocks: [] }, "/type"],
    [
      "bytes",
      modal(times(80, () => section({ text: markup(x(3_000)) }))),
      modal(times(84, () => section({ text: markup(x(3_000)) }))),
      "",
    ],
  ])("%s", (_what, fits, tooMuch, pointer) => {
    expect(validateView(fits)).toEqual([]);
    const pointers = validateView(tooMuch).map((problem) => problem.pointer);
    expect(pointers).toContain(`/view${pointer}`);
  });

  it("is accepted as the tiny app makes it", () => {
    expect(validateView(homeView("a"))).toEqual([]);
    expect(validateView(formView("1"))).toEqual([]);
  });
});

describe("a message at its limit and past it", () => {
  it.each<[string, object, object, string]>([
    [
      "blocks",
      { blocks: times(50, () => section()) },
      { blocks: times(51, () => section()) },
      "/blocks",
    ],
    ["text", { text: x(40_000) }, { text: x(40_001) }, "/text"],
    ["tables", { blocks: [table(1)] }, { blocks: [table(1), table(1)] }, "/blocks"],
    ["cells of a row", { blocks: [table(20)] }, { blocks: [table(21)] }, "/blocks"],
    [
      "a number field",
      { blocks: [input({ type: "plain_text_input" })] },
      { blocks: [input({ type: "number_input", is_decimal_allowed: true })] },
      "/blocks/0/element",
    ],
    ["a list of blocks", { blocks: [] }, { blocks: {} }, "/blocks"],
  ])("%s", (_what, fits, tooMuch, pointer) => {
    expect(validateMessage(fits)).toEqual([]);
    expect(validateMessage(tooMuch).map((problem) => problem.pointer)).toContain(pointer);
  });
});

describe("anything", () => {
  it("gets an answer and no exception", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, more) => {
        const blocks = [
          value,
          { type: "section", text: more },
          { type: "actions", elements: more },
        ];
        expect(validateView(modal(blocks)).length).toBeGreaterThan(0);
        expect(validateMessage({ blocks }).length).toBeGreaterThan(0);
        expect(validateView(value).length).toBeGreaterThan(0);
      }),
    );
  });
});
