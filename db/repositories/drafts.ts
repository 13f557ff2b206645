import type { Sql } from "../client.ts";

/** Forms that nobody went on with for so many days. They hold nothing locked, and only take room. */
export async function forgetOldDrafts(sql: Sql, days: number): Promise<number> {
  const forgotten = await sql`
    delete from draft where updated_at < now() - make_interval(days => ${days})`;
  return forgotten.count;
}
