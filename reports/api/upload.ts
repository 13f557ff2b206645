import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

export type Upload = {
  /** SHA-256 of the bytes, hex. */
  readonly digest: string;
  readonly read: () => AsyncIterable<Uint8Array>;
};

/** The request is larger than is allowed. Nothing of it is kept. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

export type UploadOptions = { readonly folder: string; readonly maxBytes: number };

/**
 * Takes a body to disk before anything is done with it: a slow sender holds no connection of the database, and a key can be
 * checked against the whole. Memory is that of one buffer. The file is gone when the work ends.
 */
export async function withUpload<Value>(
  body: AsyncIterable<Uint8Array>,
  { folder, maxBytes }: UploadOptions,
  work: (upload: Upload) => Promise<Value>,
): Promise<Value> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const own = await mkdtemp(join(folder, PREFIX));
  try {
    const path = join(own, "body");
    const digest = await save(body, { path, maxBytes });
    return await work({ digest, read: () => createReadStream(path) });
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

async function save(
  body: AsyncIterable<Uint8Array>,
  { path, maxBytes }: { path: string; maxBytes: number },
): Promise<string> {
  const hash = createHash("sha256");
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      if (bytes > maxBytes) done(new TooLarge("the body is too large"));
      else done(null, chunk);
    },
  });
  await pipeline(body, counted, createWriteStream(path, { flags: "wx", mode: 0o600 }));
  return hash.digest("hex");
}

const PREFIX = "upload-";
const DAY_MS = 86_400_000;

/** What a killed process left: nothing takes a day. */
export async function sweepUploads(folder: string, now: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(PREFIX))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && found.mtimeMs < now - DAY_MS) {
      await rm(path, { recursive: true, force: true });
    }
  }
}
