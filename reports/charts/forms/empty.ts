import type { Form } from "./form.ts";

/** Nothing is said to be nothing, where the drawing would be. */
export const emptySpec: Form = ({ palette, wording }) => ({
  data: { values: [{ text: wording.texts.empty }] },
  mark: { type: "text", color: palette.muted, fontSize: 16 },
  encoding: { text: { field: "text" } },
});
