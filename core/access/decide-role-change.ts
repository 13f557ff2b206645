import type { Allowance } from "../policy/allowance.ts";
import { accept, type Result, refuse } from "../result.ts";
import { isPermission, type Permission } from "./permissions.ts";
import { ADMINISTRATOR, type Role } from "./roles.ts";

export type RoleChange = {
  readonly name: string;
  /** As it came from outside. */
  readonly permissions: readonly string[];
  readonly allowance: Allowance;
};

export type RoleRefusal =
  | { readonly code: "role_name_empty" }
  | { readonly code: "permission_unknown"; readonly got: string }
  | {
      readonly code: "administrator_needs";
      readonly role: string;
      readonly permission: Permission;
    };

/** The role as it will be, or why it may not be so. */
export function decideRoleChange(change: RoleChange): Result<Role, RoleRefusal> {
  const name = change.name.trim();
  if (name === "") return refuse({ code: "role_name_empty" });
  const unknown = change.permissions.find((permission) => !isPermission(permission));
  if (unknown !== undefined) return refuse({ code: "permission_unknown", got: unknown });
  const permissions = new Set(change.permissions.filter(isPermission));
  const lost = ADMINISTRATOR_NEEDS.find((permission) => !permissions.has(permission));
  if (name === ADMINISTRATOR && lost !== undefined) {
    return refuse({ code: "administrator_needs", role: name, permission: lost });
  }
  return accept({ name, permissions, allowance: change.allowance });
}

/** Whoever can change roles and hand them out can undo every other mistake. */
const ADMINISTRATOR_NEEDS: readonly Permission[] = ["role.manage", "operator.manage"];
