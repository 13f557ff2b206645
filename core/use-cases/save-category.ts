import type { Category, EntryForm } from "../administration/catalogue.ts";
import { refuse } from "../result.ts";
import { saveEntry } from "./catalogue-entries.ts";
import { checkText } from "./check-text.ts";
import { command } from "./command.ts";

/** Adds a category of agreements, or changes the one of that id, which is then offered (again). */
export const saveCategory = command<EntryForm<"category">, Category>(
  "category set",
  "category.manage",
  async (unit, { input }) => {
    const refusal = checkText("name", input.name, 150);
    return refusal === undefined ? saveEntry(unit, "category", input) : refuse(refusal);
  },
);
