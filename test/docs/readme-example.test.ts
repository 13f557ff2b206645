import { afterAll, beforeAll, expect, it } from "vitest";
import { shell } from "#bot/cli/main.ts";
import { run } from "#bot/cli/run.ts";
import { parseConfig } from "#bot/config.ts";
import { codeBlocks, shellLines } from "#test/architecture/markdown.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

it("the README's example answers what the README shows, and a dry run changes nothing", async () => {
  const lines = exampleLines();
  const [shown] = codeBlocks("README.md", "json").map((text) => JSON.parse(text));
  let last = "";
  for (const line of lines) last = await answerOf(line);

  expect(lines.at(-1)).toContain("--dry-run --json");
  expect(JSON.parse(last)).toEqual(shown);
  expect(JSON.parse(await answerOf("panels --json"))).toMatchObject({
    awaiting: { total: 1, amount: shown.base },
    pending: { total: 0, amount: "0.00" },
  });
});

/** From the file of the example to its last command. */
function exampleLines(): string[] {
  const typed = shellLines("README.md").map((line) => line.replace("npm run -s acordo -- ", ""));
  const first = typed.findIndex((line) => line.startsWith("import docs/examples/"));
  const last = typed.findIndex((line) => line.includes("--dry-run"));
  return typed.slice(first, last + 1);
}

async function answerOf(line: string): Promise<string> {
  let [answer, complaint] = ["", ""];
  const config = parseConfig({ DATABASE_URL: database.url });
  const code = await run(wordsOf(line), {
    ...shell,
    config: () => config,
    stdout: (text) => {
      answer += text;
    },
    stderr: (text) => {
      complaint += text;
    },
  });
  expect({ line, code, complaint }).toEqual({ line, code: 0, complaint: "" });
  return answer;
}

/** As a shell splits what has no quote but double ones. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
