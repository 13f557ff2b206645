import assert from "node:assert/strict";

/**
 * A TrueType font without the named tables. What a font says of ligatures, alternates and kerning costs a tenth of
 * the time of printing a page, and nothing of a bill needs it. The checksum of the whole file, which no reader compares, is left.
 */
export function withoutTables(font: Buffer, dropped: readonly string[]): Buffer {
  const count = font.readUInt16BE(COUNT_AT);
  const kept = Array.from({ length: count }, (_, index) => recordAt(font, index)).filter(
    ({ tag }) => !dropped.includes(tag),
  );
  assert(kept.length > 0, "a font without tables is none");
  const head = Buffer.alloc(HEAD_BYTES + kept.length * RECORD_BYTES);
  font.copy(head, 0, 0, HEAD_BYTES);
  writeSearch(head, kept.length);
  let offset = head.length;
  const tables = kept.map(({ record, from, length }, index) => {
    const at = HEAD_BYTES + index * RECORD_BYTES;
    record.copy(head, at);
    head.writeUInt32BE(offset, at + OFFSET_AT);
    const padded = Buffer.alloc(Math.ceil(length / ALIGNMENT) * ALIGNMENT);
    font.copy(padded, 0, from, from + length);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([head, ...tables]);
}

/** OpenType, "The OpenType Font File": a head of 12 bytes, then for each table its tag, checksum, offset and length. */
const HEAD_BYTES = 12;
const COUNT_AT = 4;
const RECORD_BYTES = 16;
const OFFSET_AT = 8;
const LENGTH_AT = 12;
const ALIGNMENT = 4;

function recordAt(font: Buffer, index: number) {
  const at = HEAD_BYTES + index * RECORD_BYTES;
  const record = font.subarray(at, at + RECORD_BYTES);
  return {
    record,
    tag: record.toString("latin1", 0, ALIGNMENT),
    from: record.readUInt32BE(OFFSET_AT),
    length: record.readUInt32BE(LENGTH_AT),
  };
}

/** Three numbers for a search by halves, which follow from how many tables there are. */
function writeSearch(head: Buffer, count: number): void {
  const power = Math.floor(Math.log2(count));
  const range = 2 ** power * RECORD_BYTES;
  head.writeUInt16BE(count, COUNT_AT);
  head.writeUInt16BE(range, COUNT_AT + 2);
  head.writeUInt16BE(power, COUNT_AT + 4);
  head.writeUInt16BE(count * RECORD_BYTES - range, COUNT_AT + 6);
}
