import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { FIELDS, RECORD_TYPES, type RecordType } from "./records.ts";
import type { Staged } from "./schemas.ts";
import type { Session } from "./session.ts";

/** Temporary tables of text, one per type that the file has, filled by COPY in large pieces. */
export function stagingArea(sql: Session) {
  const pieces = new Map<RecordType, Buffer[]>();
  const copied = new Set<RecordType>();
  let copying: Promise<void> = Promise.resolve();

  /** One COPY is under way while the next lines are read; a second waits, and so bounds the memory. */
  async function flush(type: RecordType, full: readonly Buffer[]): Promise<void> {
    for (const piece of full) {
      await copying;
      copying = copyPiece(sql, { type, piece, isFirst: !copied.has(type) });
      copied.add(type);
      // Awaited before the next one and at the end; until then nobody else may be told of a failure.
      copying.catch(() => undefined);
    }
  }

  return {
    add(type: RecordType, line: number, staged: Staged): void {
      const row = rowOf(type, line, staged);
      const buffers = pieces.get(type) ?? [];
      pieces.set(type, buffers);
      append(buffers, row);
    },
    async flushFull(): Promise<void> {
      for (const [type, buffers] of pieces)
        await flush(type, buffers.splice(0, buffers.length - 1));
    },
    async finish(): Promise<RecordType[]> {
      for (const [type, buffers] of pieces) await flush(type, buffers);
      pieces.clear();
      await copying;
      const types = RECORD_TYPES.filter((type) => copied.has(type));
      for (const type of types) await sql.unsafe(`analyze ${stageOf(type)} (id)`);
      return types;
    },
    async drop(): Promise<void> {
      await copying.catch(() => undefined);
      for (const type of copied) await sql.unsafe(`drop table if exists ${stageOf(type)}`);
    },
  };
}

export const stageOf = (type: RecordType): string => `pg_temp.import_stage_${type.toLowerCase()}`;

const PIECE_BYTES = 1_048_576;
const FIRST_PIECE_BYTES = 65_536;
const COPY_PATIENCE_MS = 2_000;

/** The last buffer is the one being filled: a view of the filled part of its memory. */
function append(buffers: Buffer[], row: string): void {
  const last = buffers.at(-1);
  const length = Buffer.byteLength(row);
  if (last === undefined || last.length + length > last.buffer.byteLength) {
    const size = Math.max(length, last === undefined ? FIRST_PIECE_BYTES : PIECE_BYTES);
    const memory = Buffer.from(new ArrayBuffer(size));
    memory.write(row);
    buffers.push(memory.subarray(0, length));
  } else {
    const grown = Buffer.from(last.buffer, last.byteOffset, last.length + length);
    grown.write(row, last.length);
    buffers[buffers.length - 1] = grown;
  }
}

type Copying = { readonly type: RecordType; readonly piece: Buffer; readonly isFirst: boolean };

async function copyPiece(sql: Session, { type, piece, isFirst }: Copying): Promise<void> {
  if (isFirst) await createStage(sql, type);
  const stream = await sql.unsafe(`copy ${stageOf(type)} from stdin`).writable();
  const failed = new Promise<never>((_, reject) => stream.once("error", reject));
  const finished = once(stream, "finish");
  stream.end(piece);
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
