import type { Refusal } from "../refusals.ts";
import { checkText } from "./check-text.ts";

/** A field that may be left empty. */
export const checkOptionalText = (
  field: string,
  text: string | null,
  max: number,
): Refusal | undefined => (text === null ? undefined : checkText(field, text, max));
