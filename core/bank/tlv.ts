import assert from "node:assert/strict";
import { accept, type Result, refuse } from "#core/result.ts";

/** Columns count from 1 in the text that was given, which for a nested value is that value. */
export type TlvRefusal =
  | { readonly code: "not_an_element"; readonly column: number; readonly found: string }
  /** The length that an element states goes beyond the text. */
  | {
      readonly code: "wrong_element_length";
      readonly element: string;
      readonly column: number;
      readonly found: number;
      readonly expected: number;
    }
  | { readonly code: "repeated_element"; readonly element: string; readonly column: number };

/** EMV's elements: two digits of id, two of length, and so many characters. In the order in which they come. */
export function readElements(text: string): Result<ReadonlyMap<string, string>, TlvRefusal> {
  const elements = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const head = /^(\d{2})(\d{2})$/.exec(text.slice(at, at + 4));
    const column = at + 1;
    if (head === null) {
      return refuse({ code: "not_an_element", column, found: text.slice(at, at + 4) });
    }
    const [, element = "", length = ""] = head;
    const value = text.slice(at + 4, at + 4 + Number(length));
    if (value.length < Number(length)) {
      const found = { found: Number(length), expected: value.length };
      return refuse({ code: "wrong_element_length", element, column, ...found });
    }
    if (elements.has(element)) return refuse({ code: "repeated_element", element, column });
    elements.set(element, value);
    at += 4 + value.length;
  }
  return accept(elements);
}

export function writeElement(id: string, value: string): string {
  assert(value.length <= 99, `element ${id} is longer than two digits can say`);
  return id + String(value.length).padStart(2, "0") + value;
}
