import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { FIELDS, RECORD_TYPES, type RecordType } from "./records.ts";
import type { Staged } from "./schemas.ts";
import type { Session } from "./session.ts";

/** Temporary tables of text, one per type that the file has, filled by COPY in large pieces. */
export function stagingArea(sql: Session) {
  const buffers = new Map<RecordType, Piece>();
  let copying: Promise<void> = Promise.resolve();

  function add(type: RecordType, line: number, staged: Staged): void {
    let buffer = buffers.get(type);
    if (buffer === undefined) {
      buffer = { rows: [], length: 0, isNew: true };
      buffers.set(type, buffer);
    }
    const row = rowOf(type, line, staged);
    buffer.rows.push(row);
    buffer.length += row.length;
  }

  /** One COPY is under way while the next lines are read; a second waits, and so bounds the memory. */
  async function flush(minLength: number): Promise<void> {
    for (const [type, buffer] of buffers) {
      if (buffer.length < minLength || buffer.rows.length === 0) continue;
      await copying;
      const isNew = buffer.isNew;
      copying = copyRows(sql, type, buffer.rows.join(""), isNew);
      // Awaited before the next one and at the end; until then nobody else may be told of a failure.
      copying.catch(() => undefined);
      buffers.set(type, { rows: [], length: 0, isNew: false });
    }
  }

  return {
    add,
    flushLarge: () => flush(PIECE_LENGTH),
    async finish(): Promise<RecordType[]> {
      await flush(0);
      await copying;
      const types = RECORD_TYPES.filter((type) => buffers.has(type));
      for (const type of types) await sql.unsafe(`analyze ${stageOf(type)}`);
      return types;
    },
    async drop(): Promise<void> {
      await copying.catch(() => undefined);
      for (const type of buffers.keys()) await sql.unsafe(`drop table if exists ${stageOf(type)}`);
    },
  };
}

export const stageOf = (type: RecordType): string => `pg_temp.import_stage_${type.toLowerCase()}`;

type Piece = { rows: string[]; length: number; isNew: boolean };

const PIECE_LENGTH = 524_288;
const COPY_PATIENCE_MS = 2_000;

async function copyRows(
  sql: Session,
  type: RecordType,
  rows: string,
  isNew: boolean,
): Promise<void> {
  if (isNew) await createStage(sql, type);
  const stream = await sql.unsafe(`copy ${stageOf(type)} from stdin`).writable();
  const failed = new Promise<never>((_, reject) => stream.once("error", reject));
  const finished = once(stream, "finish");
  stream.end(rows);
  const giveUp = new AbortController();
  try {
    await Promise.race([finished, failed, failureAfterwards(sql, giveUp.signal)]);
  } finally {
    giveUp.abort();
  }
}

async function createStage(sql: Session, type: RecordType): Promise<void> {
  const columns = FIELDS[type].map(({ column }) => `${column} text`).join(", ");
  // An import that failed on this connection may have left one.
  await sql.unsafe(`drop table if exists ${stageOf(type)}`);
  await sql.unsafe(
    `create temp table ${stageOf(type).replace("pg_temp.", "")} (line bigint, id text, ${columns})`,
  );
}

/** A COPY that fails at its very end never tells its stream: the next query on the connection does. */
async function failureAfterwards(sql: Session, signal: AbortSignal): Promise<void> {
  try {
    await delay(COPY_PATIENCE_MS, undefined, { signal });
  } catch {
    return new Promise(() => undefined);
  }
  await sql`select 1`;
  await delay(0);
  throw new Error("COPY into the staging table did not complete");
}

function rowOf(type: RecordType, line: number, staged: Staged): string {
  let row = `${line}\t${escaped(staged.id ?? "")}`;
  for (const { name } of FIELDS[type]) {
    const value = staged[name];
    row += value === undefined ? "\t\\N" : `\t${escaped(value)}`;
  }
  return `${row}\n`;
}

/** The text format of COPY. */
const escaped = (value: string): string =>
  SPECIAL.test(value) ? value.replace(SPECIALS, (char) => ESCAPES[char] ?? char) : value;

const SPECIAL = /[\\\t\n\r]/;
const SPECIALS = /[\\\t\n\r]/g;
const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
