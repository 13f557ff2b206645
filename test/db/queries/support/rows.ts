import type { Sql } from "#db/client.ts";

export type Row = Readonly<Record<string, unknown>>;

/** Writes rows behind the commands, with the column names of the database; columns left out keep their defaults. */
export async function insertRows(sql: Sql, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql(Object.keys(first));
  await sql`
    insert into ${sql(table)} (${columns}) overriding system value
    select ${columns} from jsonb_populate_recordset(null::${sql(table)}, ${JSON.stringify(rows)}::jsonb)`;
}
