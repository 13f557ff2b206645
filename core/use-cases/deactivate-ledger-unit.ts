import type { LedgerUnit } from "../administration/catalogue.ts";
import { deactivateEntry } from "./catalogue-entries.ts";
import { command } from "./command.ts";

/** No term may be booked under it any more; what was booked stays. */
export const deactivateLedgerUnit = command<{ readonly id: string }, LedgerUnit>(
  "ledger-unit deactivate",
  "ledger-unit.manage",
  (unit, { input }) => deactivateEntry(unit, "ledgerUnit", input.id),
);
