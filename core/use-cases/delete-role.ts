import { decideRoleRemoval } from "../administration/roles.ts";
import { accept, refuse } from "../result.ts";
import { command } from "./command.ts";
import { record } from "./record.ts";

export type DeleteRole = { readonly name: string };

/** Removes a role that nobody has. */
export const deleteRole = command<DeleteRole, DeleteRole>(
  "role delete",
  "role.manage",
  async (unit, { input: { name } }) => {
    const role = await unit.lockRole(name);
    if (role === undefined) {
      return refuse({ code: "role_unknown", got: name, known: await unit.roleNames() });
    }
    const change = decideRoleRemoval(role, await unit.operatorsWithRole(name));
    if (!change.ok) return change;
    await unit.deleteRole(name);
    await record(unit, [{ kind: "role_changed", data: change.value }]);
    return accept({ name });
  },
);
