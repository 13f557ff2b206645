import type { EntryForm, LedgerUnit } from "../administration/catalogue.ts";
import { refuse } from "../result.ts";
import { saveEntry } from "./catalogue-entries.ts";
import { checkText } from "./check-text.ts";
import { command } from "./command.ts";

/** Adds a ledger unit, or names the one of that id anew; its code stays what the ledger knows. */
export const saveLedgerUnit = command<EntryForm<"ledgerUnit">, LedgerUnit>(
  "ledger-unit set",
  "ledger-unit.manage",
  async (unit, { input }) => {
    const refusal = checkText("code", input.code, 100) ?? checkText("name", input.name, 150);
    return refusal === undefined ? saveEntry(unit, "ledgerUnit", input) : refuse(refusal);
  },
);
