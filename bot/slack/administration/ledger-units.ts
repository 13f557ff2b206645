import type { App } from "@slack/bolt";
import type { LedgerUnit } from "#core/administration/catalogue.ts";
import { deactivateLedgerUnit } from "#core/use-cases/deactivate-ledger-unit.ts";
import { saveLedgerUnit } from "#core/use-cases/save-ledger-unit.ts";
import { section, typed } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import { textField, textIn } from "../fields.ts";
import { type EntryKind, entrySubject, registerEntries } from "./entries.ts";

const CODE = "code";
const NAME = "name";

const KIND: EntryKind<LedgerUnit> = {
  subject: "ledger-units",
  read: (reads) => reads.ledgerUnits(),
  save: saveLedgerUnit,
  deactivate: deactivateLedgerUnit,
  notes: () => [],
  blocks: (unit, { say }) => [
    unit === null
      ? textField({ id: CODE, label: say("admin-unit-code"), hint: say("admin-kept-hint") })
      : section(say("admin-unit-code-is", { code: typed(unit.code) })),
    textField({ id: NAME, label: say("admin-field-name"), initial: unit?.name }),
  ],
  filled: (values, before) => ({
    code: before?.code ?? textIn(values, CODE),
    name: textIn(values, NAME),
  }),
  fieldOf: (refusal, isNew) =>
    isNew && !("field" in refusal && refusal.field === NAME) ? CODE : NAME,
};

export const ledgerUnits = entrySubject(KIND);

export const registerLedgerUnits = (app: App, deps: SlackDeps): void =>
  registerEntries(app, deps, KIND);
