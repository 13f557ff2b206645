import type { Refusal } from "../refusals.ts";

/** A field that a person fills in: not empty, at most so many characters. */
export function checkText(field: string, text: string, max: number): Refusal | undefined {
  if (text.trim() === "") return { code: "field_empty", field };
  const { length } = [...text];
  return length > max ? { code: "field_too_long", field, length, max } : undefined;
}
