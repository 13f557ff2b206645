import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentOf } from "./generated.ts";
import { documents, generatedBlocks, withBlocks } from "./markdown.ts";
import { ROOT, readProject } from "./project-files.ts";

/** Makes the generated parts of the documents anew: node test/architecture/write-generated.ts */
for (const document of documents()) {
  const before = readProject(document);
  const made = new Map<string, string>();
  for (const [name] of generatedBlocks(before)) made.set(name, await contentOf(name));
  const after = withBlocks(before, (name) => made.get(name) ?? "");
  if (after === before) continue;
  writeFileSync(join(ROOT, document), after);
  process.stdout.write(`${document}\n`);
}
