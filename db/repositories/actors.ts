import { eq } from "drizzle-orm";
import { PERMISSIONS } from "#core/access/permissions.ts";
import { ADMINISTRATOR } from "#core/access/roles.ts";
import { CUSTOMER_ACTOR, type OperatorId, SYSTEM_OPERATOR } from "#core/ids.ts";
import { type Percent, percent, ZERO } from "#core/money.ts";
import type { Actor } from "#core/ports.ts";
import type { Tx } from "../client.ts";
import { operator, role } from "../schema/provider.ts";

/** Whoever has the command line is the administrator: the built-in operator is no row that somebody could take away. */
const SYSTEM: Actor = {
  id: SYSTEM_OPERATOR,
  role: ADMINISTRATOR,
  permissions: new Set(PERMISSIONS),
  allowance: "unlimited",
};

/**
 * No permission and nothing an allowance could let pass: what a customer may do are commands of their own, which ask the
 * policy (core/use-cases/self-service.ts).
 */
const CUSTOMER: Actor = {
  id: CUSTOMER_ACTOR,
  role: "customer",
  permissions: new Set(),
  allowance: { maxDiscount: percent(0), maxInstalments: 0, maxAmountCents: ZERO },
};

/** Undefined for an operator that does not exist or works here no more. */
export async function loadActor(tx: Tx, id: OperatorId): Promise<Actor | undefined> {
  if (id === SYSTEM_OPERATOR) return SYSTEM;
  if (id === CUSTOMER_ACTOR) return CUSTOMER;
  const [found] = await tx
    .select()
    .from(operator)
    .innerJoin(role, eq(role.name, operator.role))
    .where(eq(operator.id, id));
  if (found === undefined || !found.operator.active) return undefined;
  const { maxDiscount, maxInstalments, maxAmountCents, permissions, name } = found.role;
  return {
    id,
    role: name,
    permissions: new Set(permissions),
    allowance: {
      maxDiscount: maxDiscount as Percent,
      maxInstalments,
      maxAmountCents,
    },
  };
}
