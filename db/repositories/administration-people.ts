import { and, eq, sql } from "drizzle-orm";
import { ADMINISTRATOR } from "#core/access/roles.ts";
import type { AdministrationUnit } from "#core/administration-ports.ts";
import type { Percent } from "#core/money.ts";
import { operator, role } from "../schema/provider.ts";
import { lockTable } from "./administration-lock.ts";
import type { Scope } from "./scope.ts";

type Methods = Pick<
  AdministrationUnit,
  | "lockRole"
  | "roleNames"
  | "operatorsWithRole"
  | "saveRole"
  | "deleteRole"
  | "lockAdministrators"
  | "lockOperator"
  | "deactivateOperator"
>;

export function peopleMethods(scope: Scope): Methods {
  const { tx } = scope;
  return {
    async lockRole(name) {
      await lockTable(scope, sql`role`);
      // The row's own lock makes whoever gives it to an operator wait, or waits for them.
      const [found] = await tx.select().from(role).where(eq(role.name, name)).for("update");
      if (found === undefined) return undefined;
      const { permissions, maxDiscount, maxInstalments, maxAmountCents } = found;
      const allowance = { maxDiscount: maxDiscount as Percent, maxInstalments, maxAmountCents };
      return { name, permissions, allowance };
    },
    async roleNames() {
      const rows = await tx.select({ name: role.name }).from(role).orderBy(role.name);
      return rows.map(({ name }) => name);
    },
    async operatorsWithRole(name) {
      const rows = await tx
        .select({ id: operator.id })
        .from(operator)
        .where(eq(operator.role, name))
        .orderBy(operator.id);
      return rows.map(({ id }) => id);
    },
    async saveRole({ name, permissions, allowance }) {
      const values = { permissions: [...permissions], ...allowance };
      await tx
        .insert(role)
        .values({ name, ...values })
        .onConflictDoUpdate({ target: role.name, set: values });
    },
    async deleteRole(name) {
      await tx.delete(role).where(eq(role.name, name));
    },
    ...operatorMethods(scope),
  };
}

function operatorMethods({
  tx,
}: Scope): Pick<Methods, "lockAdministrators" | "lockOperator" | "deactivateOperator"> {
  return {
    async lockAdministrators() {
      const rows = await tx
        .select({ id: operator.id })
        .from(operator)
        .where(and(eq(operator.role, ADMINISTRATOR), operator.active))
        .orderBy(operator.id)
        .for("update");
      return rows.map(({ id }) => id);
    },
    async lockOperator(id) {
      const { name, role: of, active } = operator;
      const [found] = await tx
        .select({ id: operator.id, name, role: of, active })
        .from(operator)
        .where(eq(operator.id, id))
        .for("update");
      return found;
    },
    async deactivateOperator(id) {
      await tx.update(operator).set({ active: false }).where(eq(operator.id, id));
    },
  };
}
