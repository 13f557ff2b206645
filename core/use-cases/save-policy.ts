import { changes } from "../administration/change.ts";
import { decidePolicy, type PolicyForm } from "../administration/policy.ts";
import type { PolicyRow } from "../policy/policy-table.ts";
import { accept } from "../result.ts";
import { command } from "./command.ts";
import { record } from "./record.ts";

export type PolicySaved = { readonly rows: readonly PolicyRow[] };

/** Puts a whole table in the place of the one that stands: what customers may agree on alone (SPEC 3.4). */
export const savePolicy = command<PolicyForm, PolicySaved>(
  "policy set",
  "policy.manage",
  async (unit, { input }) => {
    const settings = await unit.settings();
    const limit = settings["agreement.maxInstalments"];
    const change = decidePolicy(await unit.lockPolicy(), input, limit);
    if (!change.ok) return change;
    const { after: rows } = change.value;
    if (changes(change.value)) {
      await unit.replacePolicy(rows);
      await record(unit, [{ kind: "policy_changed", data: change.value }]);
    }
    return accept({ rows });
  },
);
