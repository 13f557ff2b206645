import assert from "node:assert/strict";
import { crc32, deflateSync, inflateSync } from "node:zlib";

/** A screenshot's PNG with a palette: a page of flat colours and grey edges of letters needs no more than 256. */
export function smallerPng(png: Buffer): Buffer {
  const { width, height, channels, packed } = read(png);
  const pixels = unfiltered(inflateSync(packed), { stride: width * channels, height, channels });
  const { palette, indexes } = indexed(pixels, channels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    rows.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    png.subarray(0, SIGNATURE_BYTES),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const SIGNATURE_BYTES = 8;
const HEADER_BYTES = 13;
/** A chunk has its length and name before it, and its checksum behind. */
const FRAME_BYTES = 12;

function read(png: Buffer) {
  const packed: Buffer[] = [];
  for (let at = SIGNATURE_BYTES; at < png.length; at += png.readUInt32BE(at) + FRAME_BYTES) {
    const end = at + 8 + png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") packed.push(png.subarray(at + 8, end));
  }
  const at = SIGNATURE_BYTES + 8;
  const channels = { 2: 3, 6: 4 }[png.readUInt8(at + 9)];
  assert(png.readUInt8(at + 8) === 8 && channels !== undefined, "not a browser's screenshot");
  return {
    width: png.readUInt32BE(at),
    height: png.readUInt32BE(at + 4),
    channels,
    packed: Buffer.concat(packed),
  };
}

type Shape = { readonly stride: number; readonly height: number; readonly channels: number };

/** PNG keeps each byte as the difference from its neighbours; the first byte of a row says from which. */
function unfiltered(rows: Buffer, { stride, height, channels }: Shape): Buffer {
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const predict = PREDICTORS[rows[y * (stride + 1)]!]!;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= channels ? pixels[at - channels]! : 0;
      const above = y > 0 ? pixels[at - stride]! : 0;
      const corner = x >= channels && y > 0 ? pixels[at - stride - channels]! : 0;
      pixels[at] = rows[y * (stride + 1) + 1 + x]! + predict(left, above, corner);
    }
  }
  return pixels;
}

/** In the order of PNG's numbers for them. */
const PREDICTORS: readonly ((left: number, above: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_left, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
];

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const toLeft = Math.abs(guess - left);
  const toAbove = Math.abs(guess - above);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

type Colour = readonly [red: number, green: number, blue: number];
const MAX_COLOURS = 256;

/** Shades that are hardly apart become one where there are too many; the most frequent shade of each stays itself. */
function indexed(pixels: Buffer, channels: number) {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = pixels.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const frequent = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
  const palette = frequent.slice(0, MAX_COLOURS).map(split);
  const places = new Map(frequent.map((colour) => [colour, nearest(palette, split(colour))]));
  const indexes = Buffer.alloc(pixels.length / channels);
  for (let at = 0; at < indexes.length; at += 1) {
    indexes[at] = places.get(pixels.readUIntBE(at * channels, 3)) ?? 0;
  }
  return { palette, indexes };
}

const split = (colour: number): Colour => [colour >> 16, (colour >> 8) & 255, colour & 255];

function nearest(palette: readonly Colour[], [red, green, blue]: Colour): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [place, [r, g, b]] of palette.entries()) {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
