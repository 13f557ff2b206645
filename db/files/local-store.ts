import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { accept, type Result } from "#core/result.ts";
import {
  type AttachmentStore,
  checkFile,
  type FileRefusal,
  type StoredFile,
} from "#core/work/attachments.ts";
import { MAX_ATTACHMENT_BYTES } from "#core/work/limits.ts";
import { errorCode } from "../errors.ts";
import { mediaTypeOf } from "./file-type.ts";

export type KeptFile = { readonly sha256: string; readonly changedMs: number };

export type LocalStore = AttachmentStore & {
  /** All that is kept, in no order. */
  kept(): AsyncGenerator<KeptFile>;
  /** False when it is newer: somebody put the same content again meanwhile. */
  removeOlder(sha256: string, thanMs: number): Promise<boolean>;
  /** What a process that was killed left half written. */
  removeUnfinished(olderThanMs: number): Promise<void>;
};

/** Files under `folder` as ab/cd/<sha256>, readable by the owner alone. Nothing that came from outside is part of a path. */
export function createLocalStore(folder: string): LocalStore {
  return {
    put: (bytes) => put(folder, bytes),
    open: async (sha256) => await openKept(pathOf(folder, sha256)),
    kept: () => listKept(folder),
    removeOlder: async (sha256, thanMs) => await removeOlder(pathOf(folder, sha256), thanMs),
    removeUnfinished: (olderThanMs) => removeUnfinished(folder, olderThanMs),
  };
}

const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const SHA256 = /^[0-9a-f]{64}$/;
const UNFINISHED = "unfinished";

function pathOf(folder: string, sha256: string): string {
  assert(SHA256.test(sha256), "not a SHA-256 in hex");
  return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/** On the same volume as its place, so that a file is there whole or not at all. */
async function put(
  folder: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<StoredFile, FileRefusal>> {
  const unfinished = join(folder, UNFINISHED, randomUUID());
  await mkdir(dirname(unfinished), { recursive: true, mode: FOLDER_MODE });
  try {
    const { sha256, sizeBytes } = await write(unfinished, bytes);
    const isReadable = sizeBytes > 0 && sizeBytes <= MAX_ATTACHMENT_BYTES;
    const found = isReadable ? await mediaTypeOf(unfinished) : undefined;
    const mediaType = checkFile({ sizeBytes, mediaType: found ?? null });
    if (!mediaType.ok) return mediaType;
    await moveInto(unfinished, pathOf(folder, sha256));
    return accept({ sha256, sizeBytes, mediaType: mediaType.value });
  } finally {
    await rm(unfinished, { force: true });
  }
}

type Written = { readonly sha256: string; readonly sizeBytes: number };

/** Stops reading as soon as it is too much: the size then is one that is refused. */
async function write(path: string, bytes: AsyncIterable<Uint8Array>): Promise<Written> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const handle = await open(path, "wx", FILE_MODE);
  try {
    for await (const chunk of bytes) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > MAX_ATTACHMENT_BYTES) break;
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest("hex"), sizeBytes };
}

async function moveInto(unfinished: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
  // Equal content replaces itself: the file is new again, and a sweep that has it in its hand lets it be.
  await rename(unfinished, path);
  const now = new Date();
  await utimes(path, now, now);
  await syncFolder(dirname(path));
}

/** A rename is on the disk once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openKept(path: string): Promise<AsyncIterable<Uint8Array> | undefined> {
  const handle = await openIfThere(path);
  return handle?.createReadStream();
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, "r");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function* listKept(folder: string): AsyncGenerator<KeptFile> {
  for (const first of await namesIn(folder, /^[0-9a-f]{2}$/)) {
    for (const second of await namesIn(join(folder, first), /^[0-9a-f]{2}$/)) {
      for (const sha256 of await namesIn(join(folder, first, second), SHA256)) {
        const { mtimeMs } = await stat(pathOf(folder, sha256));
        yield { sha256, changedMs: mtimeMs };
      }
    }
  }
}

async function namesIn(folder: string, pattern: RegExp): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => pattern.test(name));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}

async function removeUnfinished(folder: string, olderThanMs: number): Promise<void> {
  const unfinished = join(folder, UNFINISHED);
  for (const name of await namesIn(unfinished, /^[0-9a-f-]{36}$/)) {
    await removeOlder(join(unfinished, name), olderThanMs);
  }
}

async function removeOlder(path: string, thanMs: number): Promise<boolean> {
  const { mtimeMs } = await stat(path);
  if (mtimeMs >= thanMs) return false;
  await rm(path, { force: true });
  return true;
}
