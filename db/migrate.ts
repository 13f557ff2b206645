import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import { installDefaults } from "./defaults.ts";
import { UnusableDatabase } from "./errors.ts";

/**
 * Brings the database up to date and says how many migrations that took. All or none; processes that come at once take turns.
 * The record is drizzle-kit's own table, so that its tools see the same. Its runner is not used: it creates
 * that table before any lock, and passes over a migration that was merged with a date before the newest one.
 */
export async function migrate(db: Db, folder: string = MIGRATIONS): Promise<{ ran: number }> {
  return await db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${LOCK_KEY})`);
    await tx.execute(sql`CREATE SCHEMA IF NOT EXISTS drizzle`);
    await tx.execute(
      sql`CREATE TABLE IF NOT EXISTS ${RECORD} (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint)`,
    );
    const pending = missing(readMigrations(folder), await readRecord(tx));
    for (const migration of pending) await run(tx, migration);
    if (pending.length > 0 && folder === MIGRATIONS) await installDefaults(tx);
    return { ran: pending.length };
  });
}

/** The names of those still to run. */
export async function pendingMigrations(db: Db, folder: string = MIGRATIONS): Promise<string[]> {
  const [found] = await db.execute<{ record: string | null }>(
    sql`SELECT to_regclass('drizzle.__drizzle_migrations')::text AS record`,
  );
  const recorded = found?.record == null ? [] : await readRecord(db);
  return missing(readMigrations(folder), recorded).map(({ name }) => name);
}

const MIGRATIONS = join(import.meta.dirname, "migrations");
const RECORD = sql`drizzle.__drizzle_migrations`;

/** Any number will do that nothing else in the database locks. */
const LOCK_KEY = 7_226_736;

type Migration = {
  readonly name: string;
  readonly when: number;
  readonly hash: string;
  readonly statements: readonly string[];
};

type Recorded = { readonly hash: string; readonly when: number };

const readRecord = async (db: Db | Tx): Promise<Recorded[]> =>
  await db.execute<Recorded>(sql`SELECT hash, created_at AS "when" FROM ${RECORD}`);

function readMigrations(folder: string): Migration[] {
  const journal: { entries: { tag: string; when: number }[] } = JSON.parse(
    readFileSync(join(folder, "meta", "_journal.json"), "utf8"),
  );
  return journal.entries.map(({ tag, when }) => {
    const text = readFileSync(join(folder, `${tag}.sql`), "utf8");
    return {
      name: tag,
      when,
      hash: createHash("sha256").update(text).digest("hex"),
      statements: text.split("--> statement-breakpoint"),
    };
  });
}

/** A record that does not fit the files means another version of Acordo made this database: running on would guess. */
function missing(migrations: Migration[], recorded: Recorded[]): Migration[] {
  const hashes = new Map(recorded.map(({ hash, when }) => [when, hash]));
  const known = new Set(migrations.map(({ when }) => when));
  if (recorded.some(({ when }) => !known.has(when))) {
    throw new UnusableDatabase(
      "The database was made by a newer or another version of Acordo. Update Acordo, or use the database that belongs to this version.",
    );
  }
  const changed = migrations.find(({ when, hash }) => (hashes.get(when) ?? hash) !== hash);
  if (changed !== undefined) {
    throw new UnusableDatabase(
      `The migration ${changed.name} was changed after it ran on this database. Restore the file and put the change into a new migration.`,
    );
  }
  return migrations.filter(({ when }) => !hashes.has(when));
}

async function run(tx: Tx, { hash, when, statements }: Migration): Promise<void> {
  for (const statement of statements) await tx.execute(sql.raw(statement));
  await tx.execute(sql`INSERT INTO ${RECORD} (hash, created_at) VALUES (${hash}, ${when})`);
}
