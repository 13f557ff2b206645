import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createReturnReader } from "#core/bank/return/reader.ts";
import { returnLines } from "#db/returns/return-lines.ts";

/** In a process of its own, for its memory: `return-file.ts FILE titles|lines` says what it took and found. */
const [path = "", what] = process.argv.slice(2);
const started = performance.now();
const found = what === "lines" ? await countLines() : await countTitles();
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ ms: performance.now() - started, found, megabytes }));

async function countLines(): Promise<number> {
  let lines = 0;
  for await (const _ of createInterface({ input: createReadStream(path, "latin1") })) lines++;
  return lines;
}

async function countTitles(): Promise<number> {
  const reader = createReturnReader();
  let lineNumber = 0;
  let titles = 0;
  for await (const lines of returnLines(createReadStream(path))) {
    for (const line of lines) {
      const outcome = reader.push(line, ++lineNumber);
      if (outcome.ok && outcome.value !== null) titles++;
    }
  }
  return titles;
}
