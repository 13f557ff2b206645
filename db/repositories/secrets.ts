import type { Sql } from "../client.ts";

/**
 * The key of that name, 32 bytes, the same for all processes. `fresh` becomes it when there is none yet: of two that come at
 * once, one is kept and both get it.
 */
export async function sharedSecret(sql: Sql, name: string, fresh: Uint8Array): Promise<Buffer> {
  const value = Buffer.from(fresh).toString("base64url");
  await sql`insert into secret (name, value) values (${name}, ${value}) on conflict do nothing`;
  const [kept] = await sql<[{ value: string }]>`select value from secret where name = ${name}`;
  return Buffer.from(kept.value, "base64url");
}
