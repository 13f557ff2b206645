import type { RoleChange } from "../access/decide-role-change.ts";
import { changes } from "../administration/change.ts";
import { decideRole, type RoleRecord } from "../administration/roles.ts";
import { accept, refuse } from "../result.ts";
import { checkText } from "./check-text.ts";
import { command } from "./command.ts";
import { record } from "./record.ts";

/** Adds a role, or changes the one of that name: what it permits and how far it may agree alone. */
export const saveRole = command<RoleChange, RoleRecord>(
  "role set",
  "role.manage",
  async (unit, { input }) => {
    const tooLong = checkText("name", input.name, 100);
    if (tooLong !== undefined) return refuse(tooLong);
    const standing = await unit.lockRole(input.name.trim());
    const change = decideRole(standing ?? null, input);
    if (!change.ok) return change;
    const { after } = change.value;
    if (changes(change.value)) {
      await unit.saveRole(after);
      await record(unit, [{ kind: "role_changed", data: change.value }]);
    }
    return accept(after);
  },
);
