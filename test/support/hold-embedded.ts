import { createInterface } from "node:readline";
import { openEmbedded } from "#db/embedded.ts";

/** A process that uses the embedded database of a folder: says where it is, then leaves as it is told on standard input. */
const [dataDir = ""] = process.argv.slice(2);
const embedded = await openEmbedded({ dataDir });
process.stdout.write(`${JSON.stringify({ url: embedded.url, folder: embedded.folder })}\n`);

const input = createInterface({ input: process.stdin });
input.once("line", async (order) => {
  if (order === "exit") process.exit(0);
  await embedded.close();
  input.close();
});
