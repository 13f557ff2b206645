import type { CivilDate } from "#core/calendar.ts";
import type { Sql } from "#db/client.ts";

export async function countCustomers(sql: Sql): Promise<number> {
  const [row] = await sql<[{ count: number }]>`select count(*) as count from customer`;
  return row.count;
}

/** The day on which a command was carried out under a key. Its events have the instant of the key's transaction. */
export async function readDayDone(sql: Sql, key: string): Promise<CivilDate | undefined> {
  const [row] = await sql<{ onDate: CivilDate }[]>`
    select e.on_date as "onDate" from delivery d join event e on e.at = d.at where d.key = ${key} limit 1`;
  return row?.onDate;
}
