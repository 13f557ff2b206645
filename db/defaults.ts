import { count } from "drizzle-orm";
import { DEFAULT_ROLES } from "#core/access/roles.ts";
import { DEFAULT_POLICY } from "#core/policy/default-policy.ts";
import type { Tx } from "./client.ts";
import { policyRow, role } from "./schema/provider.ts";

/** What a new provider starts with. Never written over what people made of it. */
export async function installDefaults(tx: Tx): Promise<void> {
  if (await isEmpty(tx, role)) {
    await tx.insert(role).values(
      DEFAULT_ROLES.map(({ name, permissions, allowance }) => ({
        name,
        permissions: [...permissions],
        ...allowance,
      })),
    );
  }
  if (await isEmpty(tx, policyRow)) {
    await tx.insert(policyRow).values([...DEFAULT_POLICY]);
  }
}

async function isEmpty(tx: Tx, table: typeof role | typeof policyRow): Promise<boolean> {
  const [rows] = await tx.select({ rows: count() }).from(table);
  return rows?.rows === 0;
}
