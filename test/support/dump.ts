import type { Sql } from "#db/client.ts";
import { installDefaults } from "#db/defaults.ts";
import type { TestDatabase } from "./database.ts";

/** Every row of every table, as text: two dumps are equal when nothing changed in between. */
export async function dump(sql: Sql): Promise<Record<string, readonly string[]>> {
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`;
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, coalesce(array_agg(t::text order by t::text), '{}') as rows from "${name}" t`,
  );
  const dumped = await sql.unsafe<{ name: string; rows: string[] }[]>(parts.join(" union all "));
  return Object.fromEntries(dumped.map(({ name, rows }) => [name, rows]));
}

/** A provider on its first day: the same database as after its migrations. */
export async function empty({ sql, db }: TestDatabase): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public'`;
  const names = tables.map(({ name }) => `"${name}"`).join(", ");
  // The append-only table refuses to be emptied, as it should; only its owner can put that guard aside.
  await sql.begin(async (tx) => {
    await tx`alter table event disable trigger user`;
    await tx.unsafe(`truncate ${names} restart identity cascade`);
    await tx`alter table event enable trigger user`;
  });
  await db.transaction((tx) => installDefaults(tx));
}
