import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { expect, test } from "vitest";
import { withoutTables } from "#reports/printables/lean-font.ts";

const path = fileURLToPath(
  import.meta.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
);
const font = readFileSync(path);
const tags = (file: Buffer): readonly string[] =>
  Array.from({ length: file.readUInt16BE(4) }, (_, index) => {
    const at = 12 + index * 16;
    const [from, length] = [file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)];
    expect(from % 4).toBe(0);
    expect(from + length).toBeLessThanOrEqual(file.length);
    return file.toString("latin1", at, at + 4);
  });

test("a font loses the tables that are named, and keeps the others as they were", () => {
  const lean = withoutTables(font, ["GSUB", "GPOS"]);
  expect(tags(lean)).toEqual(tags(font).filter((tag) => tag !== "GSUB" && tag !== "GPOS"));
  expect(lean.length).toBeLessThan(font.length);
});

test("another program draws the same letters with it", async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40"><text y="30" font-size="30"
    font-family="Inter">R$ 0,00 Ação</text></svg>`;
  const folder = await mkdtemp(join(tmpdir(), "acordo-test-font-"));
  const drawn = (file: string) =>
    new Resvg(svg, { font: { fontFiles: [file], loadSystemFonts: false } }).render().pixels;
  try {
    const lean = join(folder, "lean.ttf");
    await writeFile(lean, withoutTables(font, ["STAT", "post", "gasp"]));
    expect(drawn(lean).some((value) => value !== 0)).toBe(true);
    expect(Buffer.compare(drawn(lean), drawn(path))).toBe(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
