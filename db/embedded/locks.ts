import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

export type Lock = { release(): void };

/**
 * Locks that the kernel drops when their process ends, however it ends, so that none is ever stale and no pid has to be
 * guessed about. Node has no flock of its own; SQLite's file locks are the portable ones that it ships. The files stay empty.
 */
export const tryExclusive = (file: string): Lock | undefined => tryLock(file, "BEGIN EXCLUSIVE");

/** For a process at its exit, which can only block. */
export const exclusiveBlocking = (file: string, waitSeconds: number): Lock | undefined =>
  tryLock(file, "BEGIN EXCLUSIVE", waitSeconds * 1000);

/** Many processes hold it together; while one does, nobody gets the exclusive one. */
export const tryShared = (file: string): Lock | undefined =>
  tryLock(file, "BEGIN; SELECT count(*) FROM sqlite_schema");

export async function exclusive(file: string, waitSeconds: number): Promise<Lock> {
  const deadline = performance.now() + waitSeconds * 1000;
  for (;;) {
    const lock = tryExclusive(file);
    if (lock !== undefined) return lock;
    if (performance.now() > deadline) {
      throw new Error(
        `Another process has been starting or stopping the database for ${waitSeconds} s (lock file ${file}). Wait for it, or end it.`,
      );
    }
    await sleep(POLL_MS);
  }
}

const POLL_MS = 20;
const SQLITE_BUSY = 5;

function tryLock(file: string, begin: string, timeout = 0): Lock | undefined {
  const database = new DatabaseSync(file, { timeout });
  try {
    database.exec(`PRAGMA journal_mode = MEMORY; ${begin}`);
  } catch (error) {
    database.close();
    if (error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY) return;
    throw error;
  }
  return { release: () => database.isOpen && database.close() };
}
