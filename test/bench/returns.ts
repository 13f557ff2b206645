import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { detail400, header400, trailer400 } from "../core/bank/support/cnab-writer.ts";
import { anEvent } from "../core/bank/support/events.ts";
import { type Measurement, speedOf } from "./measurement.ts";

const LINE_BYTES = 402;
const MAX_MEGABYTES = 300;

/** Reading a bank's file of that size, against reading its lines with node:readline; and the memory that it takes. */
export async function measureReturns({
  megabytes,
}: {
  readonly megabytes: number;
}): Promise<readonly Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), "return-bench-"));
  try {
    const path = join(folder, "bench.ret");
    const titles = Math.ceil((megabytes * 1024 * 1024) / LINE_BYTES);
    await pipeline(Readable.from(linesOf(titles)), createWriteStream(path, "latin1"));
    const lines = await run(path, "lines");
    const read = await run(path, "titles");
    if (read.found !== titles) throw new Error(`${read.found} of ${titles} titles were read`);
    return [
      speedOf("titles of a return file, against its lines", {
        measuredMs: read.ms,
        floorMs: lines.ms,
        atLeast: 0.3,
      }),
      {
        what: `memory to read ${megabytes} MB of titles`,
        measuredMs: read.ms,
        floorMs: null,
        value: read.megabytes,
        unit: "MB",
        bound: { atMost: MAX_MEGABYTES },
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A thousand different lines, over and over: writing them is not what is measured. */
function* linesOf(titles: number): Generator<string> {
  yield `${header400("341", "2026-11-13")}\r\n`;
  const different = Array.from({ length: 1_000 }, (_, n) =>
    detail400("341", anEvent({ number: String(n).padStart(8, "0"), paidCents: 10_000 + n }), n),
  );
  for (let n = 0; n < titles; n++) yield `${different[n % different.length]}\r\n`;
  yield `${trailer400("341", titles + 2)}\r\n`;
}

type Run = { readonly ms: number; readonly found: number; readonly megabytes: number };

async function run(path: string, what: "titles" | "lines"): Promise<Run> {
  const program = join(import.meta.dirname, "return-file.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [program, path, what]);
  return JSON.parse(stdout) as Run;
}
