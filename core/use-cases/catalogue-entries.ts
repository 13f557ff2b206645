import {
  decideDeactivation,
  decideEntry,
  type Entries,
  type EntryForm,
  type ListName,
} from "../administration/catalogue.ts";
import { changes, type Saved } from "../administration/change.ts";
import type { AdministrationEvent } from "../administration/events.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result } from "../result.ts";
import { record } from "./record.ts";

export async function saveEntry<List extends ListName>(
  unit: Unit,
  list: List,
  form: EntryForm<List>,
): Promise<Result<Entries[List], Refusal>> {
  const standing = await unit.lockEntries(list);
  const change = decideEntry(list, standing, { form, newId: unit.newEntryId() });
  return change.ok ? write(unit, list, change.value) : change;
}

export async function deactivateEntry<List extends ListName>(
  unit: Unit,
  list: List,
  id: string,
): Promise<Result<Entries[List], Refusal>> {
  const change = decideDeactivation(list, await unit.lockEntries(list), id);
  return change.ok ? write(unit, list, change.value) : change;
}

async function write<List extends ListName>(
  unit: Unit,
  list: List,
  change: Saved<Entries[List]>,
): Promise<Result<Entries[List], Refusal>> {
  if (changes(change)) {
    await unit.saveEntry(list, change.after);
    await record(unit, [{ kind: EVENTS[list], data: change } as AdministrationEvent]);
  }
  return accept(change.after);
}

const EVENTS = {
  category: "category_changed",
  ledgerUnit: "ledger_unit_changed",
  paymentProfile: "payment_profile_changed",
} as const satisfies Record<ListName, AdministrationEvent["kind"]>;
