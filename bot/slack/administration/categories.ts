import type { App } from "@slack/bolt";
import type { Category } from "#core/administration/catalogue.ts";
import { deactivateCategory } from "#core/use-cases/deactivate-category.ts";
import { saveCategory } from "#core/use-cases/save-category.ts";
import type { SlackDeps } from "../deps.ts";
import { textField, textIn } from "../fields.ts";
import { type EntryKind, entrySubject, registerEntries } from "./entries.ts";

const NAME = "name";

const KIND: EntryKind<Category> = {
  subject: "categories",
  read: (reads) => reads.categories(),
  save: saveCategory,
  deactivate: deactivateCategory,
  notes: () => [],
  blocks: (category, { say }) => [
    textField({ id: NAME, label: say("admin-field-name"), initial: category?.name }),
  ],
  filled: (values) => ({ name: textIn(values, NAME) }),
  fieldOf: () => NAME,
};

export const categories = entrySubject(KIND);

export const registerCategories = (app: App, deps: SlackDeps): void =>
  registerEntries(app, deps, KIND);
