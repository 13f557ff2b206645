import type postgres from "postgres";
import type { Sql } from "#db/client.ts";

/** A piece of SQL that is put into others; the driver prepares each whole text that comes out, once a connection. */
export type Fragment = postgres.PendingQuery<postgres.Row[]>;

export const nothing = (sql: Sql): Fragment => sql``;
