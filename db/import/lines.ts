import { isUtf8 } from "node:buffer";

/** `text` is undefined when the line was too long to be kept. */
export type Line = { readonly number: number; readonly text: string | undefined };

/** 1 MiB: no record of ours comes near it. */
export const MAX_LINE_BYTES = 1_048_576;

/**
 * The lines of a file in batches, in memory bounded by the longest line allowed. UTF-8, until the first line that is none:
 * from there on the file is taken as windows-1252, which older billing systems export.
 */
export async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  const splitter = lineSplitter();
  for await (const chunk of source) {
    for (let from = 0; from < chunk.length; from += SLICE_BYTES) {
      const lines = splitter.push(
        Buffer.from(
          chunk.buffer,
          chunk.byteOffset + from,
          Math.min(SLICE_BYTES, chunk.length - from),
        ),
      );
      if (lines.length > 0) yield lines;
    }
  }
  const last = splitter.end();
  if (last.length > 0) yield last;
}

const isTooLong = (text: string): boolean =>
  text.length > MAX_LINE_BYTES / 3 && Buffer.byteLength(text) > MAX_LINE_BYTES;

const SLICE_BYTES = 262_144;
const LF = 0x0a;
const BOM = "\uFEFF";

function lineSplitter() {
  const decode = decoder();
  let carried: Buffer = Buffer.alloc(0);
  let tooLong = false;
  let number = 1;

  const linesIn = (block: Buffer): Line[] =>
    decode(block).map((text) => ({
      number: number++,
      text: isTooLong(text) ? undefined : text,
    }));

  function push(chunk: Buffer): Line[] {
    const lines: Line[] = [];
    let rest = chunk;
    if (tooLong) {
      const end = rest.indexOf(LF);
      if (end < 0) return lines;
      lines.push({ number: number++, text: undefined });
      tooLong = false;
      rest = rest.subarray(end + 1);
    }
    const last = rest.lastIndexOf(LF);
    if (last >= 0) {
      const block =
        carried.length > 0
          ? Buffer.concat([carried, rest.subarray(0, last)])
          : rest.subarray(0, last);
      for (const line of linesIn(block)) lines.push(line);
      carried = Buffer.alloc(0);
    }
    carried = Buffer.concat([carried, rest.subarray(last + 1)]);
    if (carried.length > MAX_LINE_BYTES) {
      tooLong = true;
      carried = Buffer.alloc(0);
    }
    return lines;
  }

  function end(): Line[] {
    if (tooLong) return [{ number, text: undefined }];
    return carried.length > 0 ? linesIn(carried) : [];
  }
  return { push, end };
}

/** Blocks of whole lines to their texts; what it finds out about the encoding stays for the rest of the file. */
function decoder() {
  const windows1252 = new TextDecoder("windows-1252");
  let utf8 = true;
  let first = true;

  function texts(block: Buffer): string[] {
    if (utf8 && isUtf8(block)) return block.toString("utf8").split("\n");
    if (!utf8) return windows1252.decode(block).split("\n");
    const found: string[] = [];
    for (let from = 0; from <= block.length; ) {
      const next = block.indexOf(LF, from);
      const end = next < 0 ? block.length : next;
      const line = block.subarray(from, end);
      utf8 &&= isUtf8(line);
      found.push(utf8 ? line.toString("utf8") : windows1252.decode(line));
      from = end + 1;
    }
    return found;
  }

  return (block: Buffer): string[] => {
    const found = texts(block);
    if (first && found[0]?.startsWith(BOM)) found[0] = found[0].slice(BOM.length);
    first = false;
    return found;
  };
}
