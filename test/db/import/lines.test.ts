import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Line, linesOf, MAX_LINE_BYTES } from "#db/import/lines.ts";
import { inPieces } from "./fixture.ts";

async function textsOf(bytes: Uint8Array, pieceBytes?: number): Promise<(string | undefined)[]> {
  const all: Line[] = [];
  for await (const lines of linesOf(inPieces(bytes, pieceBytes))) all.push(...lines);
  expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
  return all.map(({ text }) => text);
}

const words = fc.array(
  fc.string({ unit: fc.constantFrom("a", "ã", "€", "😀", '"', " "), maxLength: 8 }),
);

test("lines are the same wherever the pieces of the file are cut", async () => {
  await fc.assert(
    fc.asyncProperty(words, fc.integer({ min: 1, max: 9 }), async (texts, pieceBytes) => {
      const bytes = Buffer.from(texts.map((text) => `${text}\n`).join(""));
      expect(await textsOf(bytes, pieceBytes)).toEqual(texts);
    }),
  );
});

describe("encoding", () => {
  test("a byte order mark is not part of the first line", async () => {
    expect(await textsOf(Buffer.from("\uFEFFid\nção\n"))).toEqual(["id", "ção"]);
  });

  test("from the first line that is not UTF-8 the file is windows-1252, wherever it is cut", async () => {
    const bytes = Buffer.concat([
      Buffer.from("São Paulo\n"),
      Buffer.from([0x53, 0xe3, 0x6f, 0x0a]),
      Buffer.from([0x80, 0x31, 0x0a, 0x61]),
    ]);
    for (const pieceBytes of [1, 2, 7, 100]) {
      expect(await textsOf(bytes, pieceBytes)).toEqual(["São Paulo", "São", "€1", "a"]);
    }
  });
});

describe("long lines", () => {
  test("a line of 200 MB is passed over without being held, and its neighbours are read", async () => {
    const piece = Buffer.alloc(1_000_000, "x");
    async function* file() {
      yield Buffer.from("first\n");
      for (let i = 0; i < 200; i += 1) yield piece;
      yield Buffer.from("\nlast");
    }
    const before = process.memoryUsage();
    const found: (string | undefined)[] = [];
    let most = 0;
    for await (const lines of linesOf(file())) {
      found.push(...lines.map(({ text }) => text));
      const { rss } = process.memoryUsage();
      most = Math.max(most, rss);
    }
    expect(found).toEqual(["first", undefined, "last"]);
    expect(most - before.rss).toBeLessThan(100_000_000);
  });

  test("one of 1 MiB is kept, one byte more is not, however it is cut", async () => {
    const kept = "y".repeat(MAX_LINE_BYTES);
    const bytes = Buffer.from(`${kept}\n${kept}y\nend`);
    for (const pieceBytes of [65_536, 3_000_000]) {
      expect(await textsOf(bytes, pieceBytes)).toEqual([kept, undefined, "end"]);
    }
  });
});
