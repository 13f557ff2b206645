import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "./scope.ts";

/** Reading and referring to its rows goes on; every other change of the table waits. For small tables only. */
export async function lockTable({ tx }: Scope, table: SQL): Promise<void> {
  await tx.execute(sql`lock table ${table} in share row exclusive mode`);
}
