import { type SQL, sql } from "drizzle-orm";
import type { CivilDate } from "#core/calendar.ts";
import type { Actor } from "#core/ports.ts";
import type { Tx } from "../client.ts";

/** What every repository gets: the transaction, who acts, and the provider's day. */
export type Scope = { readonly tx: Tx; readonly actor: Actor; readonly today: CivilDate };

/** A list of rows as one parameter: `from jsonb_to_recordset(${rows}) as r(...)`. */
export const asJson = (rows: unknown): SQL => sql`${JSON.stringify(rows)}::jsonb`;

/** A list of ids as one parameter: `= any(${ids})`. */
export const asTexts = (ids: readonly string[]): SQL =>
  sql`array(select jsonb_array_elements_text(${asJson(ids)}))`;

/** Rows of a written-out query; the caller names the shape that its columns have. */
export async function rowsOf<Row extends Record<string, unknown>>(
  tx: Tx,
  query: SQL,
): Promise<Row[]> {
  return (await tx.execute<Row>(query)) as unknown as Row[];
}
