import type { RoleRecord } from "#core/administration/roles.ts";
import type { OperatorId } from "#core/ids.ts";
import type { Cents, Percent } from "#core/money.ts";
import type { OperatorRecord } from "#core/ports.ts";
import type { Sql } from "#db/client.ts";

export type RoleEntry = RoleRecord & {
  /** Whoever has it, active or not. */
  readonly operators: readonly OperatorId[];
};

/** By name. */
export async function readRoles(sql: Sql): Promise<RoleEntry[]> {
  const rows = await sql<RoleRow[]>`
    select r.name, r.permissions, r.max_discount as "maxDiscount", r.max_instalments as "maxInstalments",
      r.max_amount_cents as "maxAmountCents",
      array(select id from operator where role = r.name order by id) as operators
    from role r order by r.name`;
  return rows.map(({ name, permissions, operators, ...allowance }) => ({
    name,
    permissions,
    allowance: { ...allowance },
    operators,
  }));
}

type RoleRow = {
  readonly name: string;
  readonly permissions: string[];
  readonly maxDiscount: Percent;
  readonly maxInstalments: number;
  readonly maxAmountCents: Cents | null;
  readonly operators: OperatorId[];
};

/** The active ones first, each by name. */
export const readOperators = async (sql: Sql): Promise<OperatorRecord[]> =>
  await sql<OperatorRecord[]>`
    select id, name, email, slack_user_id as "slackUser", role, active
    from operator order by active desc, name, id`;
