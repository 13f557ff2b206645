import type { Sql } from "../client.ts";
import type { LocalStore } from "./local-store.ts";

/** Bytes are put before the row that refers to them is written: fresh ones may still be about to get theirs. */
const GRACE_MS = 24 * 3_600_000;
const BATCH = 500;

/** Removes the bytes to which no attachment refers that still stands, and what was left half written. `nowMs`: an instant. */
export async function sweepFiles(
  sql: Sql,
  store: LocalStore,
  nowMs: number,
): Promise<{ readonly removed: number }> {
  const olderThanMs = nowMs - GRACE_MS;
  await store.removeUnfinished(olderThanMs);
  let removed = 0;
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    for (const sha256 of await unreferred(sql, batch)) {
      if (await store.removeOlder(sha256, olderThanMs)) removed += 1;
    }
    batch = [];
  };
  for await (const { sha256, changedMs } of store.kept()) {
    if (changedMs < olderThanMs) batch.push(sha256);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  return { removed };
}

async function unreferred(sql: Sql, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const rows = await sql<{ sha256: string }[]>`
    select kept.sha256 from unnest(${[...hashes]}::text[]) as kept (sha256)
    where not exists (
      select 1 from attachment a where a.sha256 = kept.sha256 and a.deleted_at is null)`;
  return rows.map(({ sha256 }) => sha256);
}
