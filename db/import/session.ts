import type { ReservedSql } from "postgres";
import { errorCode } from "../errors.ts";

/** One connection of the pool, held for the whole import: temporary tables live on it. */
export type Session = ReservedSql<{ bigint: number }>;

/** A transaction that a command got in the way of is tried again, and sees then what the command did. */
export async function inTransaction<T>(sql: Session, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(sql, work);
    } catch (error) {
      if (attempt === ATTEMPTS || !PASSING.has(errorCode(error) ?? "")) throw error;
    }
  }
}

const ATTEMPTS = 3;
const [UNIQUE_VIOLATION, SERIALIZATION_FAILURE, DEADLOCK] = ["23505", "40001", "40P01"] as const;
const PASSING = new Set<string>([UNIQUE_VIOLATION, SERIALIZATION_FAILURE, DEADLOCK]);

async function once<T>(sql: Session, work: () => Promise<T>): Promise<T> {
  await sql`begin`;
  try {
    // Sets of a whole file: sorted and hashed in memory, and not cut short by a limit meant for commands.
    await sql.unsafe(
      "set local work_mem = '256MB'; set local jit = off; set local statement_timeout = 0",
    );
    const result = await work();
    await sql`commit`;
    return result;
  } catch (error) {
    await sql`rollback`;
    throw error;
  }
}
