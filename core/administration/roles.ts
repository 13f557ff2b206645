import {
  decideRoleChange,
  type RoleChange,
  type RoleRefusal,
} from "../access/decide-role-change.ts";
import { PERMISSIONS } from "../access/permissions.ts";
import { ADMINISTRATOR } from "../access/roles.ts";
import type { OperatorId } from "../ids.ts";
import { MAX_CENTS, percent } from "../money.ts";
import type { Allowance } from "../policy/allowance.ts";
import { accept, type Result, refuse } from "../result.ts";
import { SETTINGS } from "../settings.ts";
import type { Change, Saved } from "./change.ts";

/** A role as it is kept and told: a permission may be one that an earlier version had. */
export type RoleRecord = {
  readonly name: string;
  readonly permissions: readonly string[];
  readonly allowance: Allowance;
};

export type AllowanceRefusal = {
  readonly code: "allowance_out_of_bounds";
  readonly field: keyof Allowance;
  readonly asked: number;
  readonly min: number;
  readonly max: number;
};

export type RoleRemovalRefusal =
  | { readonly code: "role_built_in"; readonly role: string }
  /** Those who were deactivated count: they may come back. */
  | {
      readonly code: "role_in_use";
      readonly role: string;
      readonly operators: readonly OperatorId[];
    };

export function decideRole(
  before: RoleRecord | null,
  asked: RoleChange,
): Result<Saved<RoleRecord>, RoleRefusal | AllowanceRefusal> {
  const role = decideRoleChange(asked);
  if (!role.ok) return role;
  const refusal = checkAllowance(asked.allowance);
  if (refusal !== undefined) return refuse(refusal);
  const { name, permissions } = role.value;
  const { maxDiscount, maxInstalments, maxAmountCents } = asked.allowance;
  const after = {
    name,
    permissions: PERMISSIONS.filter((permission) => permissions.has(permission)),
    allowance: { maxDiscount, maxInstalments, maxAmountCents },
  };
  return accept({ before, after });
}

/** The administrator's is needed for ever; others, the first ones too, go when nobody has them. */
export function decideRoleRemoval(
  role: RoleRecord,
  operators: readonly OperatorId[],
): Result<Change<RoleRecord>, RoleRemovalRefusal> {
  const { name } = role;
  if (name === ADMINISTRATOR) return refuse({ code: "role_built_in", role: name });
  return operators.length === 0
    ? accept({ before: role, after: null })
    : refuse({ code: "role_in_use", role: name, operators });
}

function checkAllowance(allowance: Allowance): AllowanceRefusal | undefined {
  const bounds: readonly (readonly [keyof Allowance, number, number])[] = [
    ["maxDiscount", 0, percent(100)],
    ["maxInstalments", 1, SETTINGS["agreement.maxInstalments"].max],
    ["maxAmountCents", 0, MAX_CENTS],
  ];
  for (const [field, min, max] of bounds) {
    const asked = allowance[field];
    if (asked === null) continue;
    if (!Number.isSafeInteger(asked) || asked < min || asked > max) {
      return { code: "allowance_out_of_bounds", field, asked, min, max };
    }
  }
  return undefined;
}
