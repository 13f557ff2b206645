import { Buffer } from "node:buffer";

/** Longer than any record: what has no end by then is no line of a bank's file. */
const MAX_LINE = 4_096;

/**
 * The lines of a bank's file in batches, as latin-1 (one character a byte, as the columns count), in memory bounded by a
 * piece of the source. A line that never ends is cut, so that it is refused as too long.
 */
export async function* returnLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  let carried = "";
  let skipping = false;
  for await (const chunk of source) {
    const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString("latin1");
    const lines = text.split("\n");
    const last = lines.pop() ?? "";
    if (lines.length > 0) {
      if (skipping) lines.shift();
      else lines[0] = carried + lines[0];
      skipping = false;
      carried = last;
    } else if (!skipping) {
      carried += last;
    }
    if (carried.length > MAX_LINE) {
      lines.push(carried.slice(0, MAX_LINE));
      carried = "";
      skipping = true;
    }
    if (lines.length > 0) yield lines;
  }
  if (carried !== "") yield [carried];
}
