import type { Category } from "../administration/catalogue.ts";
import { deactivateEntry } from "./catalogue-entries.ts";
import { command } from "./command.ts";

/** No agreement may choose it any more; those that did keep it. */
export const deactivateCategory = command<{ readonly id: string }, Category>(
  "category deactivate",
  "category.manage",
  (unit, { input }) => deactivateEntry(unit, "category", input.id),
);
