import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PACKAGE = "@expo-google-fonts/inter";
const fileOf = (name: string): string => fileURLToPath(import.meta.resolve(`${PACKAGE}/${name}`));

/** The project's own font, so that a chart looks the same on a machine that has none. */
export const FONT_FAMILY = "Inter";
export const FONT_FILES = {
  regular: fileOf("400Regular/Inter_400Regular.ttf"),
  semibold: fileOf("600SemiBold/Inter_600SemiBold.ttf"),
};

/** Above it, text is drawn with the semibold file. */
const SEMIBOLD_FROM = 600;

/** Width in the unit of `size`, from the font's own advance widths; kerning is left out. */
export function textWidth(text: string, size: number, weight: number | string): number {
  const isBold = weight === "bold" || Number(weight) >= SEMIBOLD_FROM;
  const { advances, unitsPerEm, widthOf } = isBold ? semibold() : regular();
  let units = 0;
  for (const character of text) units += widthOf(character.codePointAt(0) ?? 0, advances);
  return (units * size) / unitsPerEm;
}

type Metrics = {
  readonly unitsPerEm: number;
  readonly advances: readonly number[];
  widthOf(code: number, advances: readonly number[]): number;
};

const once = <Value>(make: () => Value): (() => Value) => {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
const regular = once(() => readMetrics(FONT_FILES.regular));
const semibold = once(() => readMetrics(FONT_FILES.semibold));

/** Of a TrueType file (OpenType specification: tables head, hhea, hmtx, cmap format 4). */
function readMetrics(path: string): Metrics {
  const file = readFileSync(path);
  const tables = new Map<string, number>();
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const at = 12 + i * 16;
    tables.set(file.toString("latin1", at, at + 4), file.readUInt32BE(at + 8));
  }
  const table = (name: string): number => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`${path} has no table ${name}`);
    return at;
  };
  const glyphs = file.readUInt16BE(table("hhea") + 34);
  const advances = Array.from({ length: glyphs }, (_, glyph) =>
    file.readUInt16BE(table("hmtx") + glyph * 4),
  );
  const glyphOf = readCharacters(file, table("cmap"));
  const unitsPerEm = file.readUInt16BE(table("head") + 18);
  return {
    unitsPerEm,
    advances,
    // What the font does not have is drawn as a box of about its em.
    widthOf: (code, widths) => widths[glyphOf(code)] ?? unitsPerEm,
  };
}

const UNICODE_BMP = 4;

function readCharacters(file: Buffer, cmap: number): (code: number) => number {
  for (let i = 0; i < file.readUInt16BE(cmap + 2); i++) {
    const at = cmap + file.readUInt32BE(cmap + 4 + i * 8 + 4);
    if (file.readUInt16BE(at) === UNICODE_BMP) return (code) => glyphIn(file, at, code);
  }
  throw new Error("the font has no table of characters in format 4");
}

/** Segments of codes, in four arrays one after the other: ends, starts, deltas, offsets into an array of glyphs. */
function glyphIn(file: Buffer, at: number, code: number): number {
  const bytes = file.readUInt16BE(at + 6);
  for (let i = 0; i < bytes; i += 2) {
    if (code > file.readUInt16BE(at + 14 + i)) continue;
    const start = file.readUInt16BE(at + 16 + bytes + i);
    if (code < start) return 0;
    const delta = file.readUInt16BE(at + 16 + 2 * bytes + i);
    const offsetAt = at + 16 + 3 * bytes + i;
    const offset = file.readUInt16BE(offsetAt);
    if (offset === 0) return (code + delta) & 0xffff;
    const glyph = file.readUInt16BE(offsetAt + offset + 2 * (code - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
