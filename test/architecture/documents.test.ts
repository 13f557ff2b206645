import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { contentOf } from "./generated.ts";
import { anchorsOf, documents, generatedBlocks, linksOf, shellLines } from "./markdown.ts";
import { commandNames, generalHelp, optionsOf } from "./program.ts";
import { ROOT, readProject } from "./project-files.ts";

const { scripts } = JSON.parse(readProject("package.json")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

describe("the documents", () => {
  it("are those that newcomers are sent to", () => {
    expect(documents()).toEqual(
      expect.arrayContaining(["CONTRIBUTING.md", "README.md", "docs/import.md", "core/README.md"]),
    );
  });

  it("link to what exists, headings included", () => {
    const dead = documents().flatMap((document) =>
      linksOf(document)
        .filter(({ path, anchor }) => !leadsSomewhere(path, anchor))
        .map(({ text, path, anchor }) => `${document}: [${text}] to ${path}#${anchor}`),
    );

    expect(dead).toEqual([]);
  });

  it("are reached from the README, all of them", () => {
    const reached = new Set(["README.md"]);
    for (const document of reached) {
      for (const { path } of linksOf(document)) if (path.endsWith(".md")) reached.add(path);
    }
    const lost = documents().filter((one) => one.startsWith("docs/") && !reached.has(one));

    expect(lost).toEqual([]);
  });

  it("name files and folders that exist", () => {
    const missing = documents().flatMap((document) =>
      [...readProject(document).matchAll(/`((?:core|db|bot|reports|test|docs)\/[\w./*-]*)`/g)]
        .flatMap(([, path]) => path ?? [])
        .filter((path) => !existsSync(join(ROOT, path)))
        .map((path) => `${document}: ${path}`),
    );

    expect(missing).toEqual([]);
  });

  it.each(documents())("%s holds what the code says in its generated parts", async (document) => {
    for (const [name, content] of generatedBlocks(readProject(document))) {
      expect({ name, content }).toEqual({ name, content: await contentOf(name) });
    }
  });
});

describe("a command that a document names", () => {
  let globalOptions: string[];

  beforeAll(async () => {
    globalOptions = [...(await generalHelp()).matchAll(/--([\w-]+)/g)].map(
      ([, option]) => option ?? "",
    );
  });

  it("is a script of package.json", () => {
    const unknown = documents().flatMap((document) =>
      [...readProject(document).matchAll(/npm run (?:-s )?([\w:-]+)/g)]
        .flatMap(([, script]) => script ?? [])
        .filter((script) => !(script in scripts))
        .map((script) => `${document}: npm run ${script}`),
    );

    expect(unknown).toEqual([]);
  });

  it("is a command of the program, with options that it has", () => {
    const lines = documents().flatMap((document) =>
      [...shellLines(document), ...inlineCommands(document)]
        .filter((line) => line.includes("npm run -s acordo -- "))
        .map((line) => ({ document, typed: line.replace(/^.*?npm run -s acordo -- /, "") })),
    );
    const wrong = lines.flatMap(({ document, typed }) =>
      problemsOf(typed, globalOptions).map((problem) => `${document}: ${typed}: ${problem}`),
    );

    expect(lines.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });

  it("is on the page of commands, each of them", () => {
    const text = readProject("docs/commands.md");
    const missing = commandNames().filter((name) => !text.includes(`\n## ${name}\n`));

    expect(missing).toEqual([]);
  });
});

describe("what CI runs", () => {
  it("stands in the README, under the marks by which .ci/run finds it", () => {
    const readme = readProject("README.md");
    const marks = [...readProject(".ci/run").matchAll(/readme_commands (\w+)|run_readme (\w+)/g)]
      .map(([, one, other]) => one ?? other)
      .filter((mark) => mark !== undefined);

    expect(marks.length).toBeGreaterThan(1);
    for (const mark of marks) expect(readme).toContain(`<!-- ci: ${mark} -->\n\n\`\`\`sh\n`);
  });
});

function leadsSomewhere(path: string, anchor: string): boolean {
  if (!existsSync(join(ROOT, path))) return false;
  return anchor === "" || anchorsOf(path).includes(anchor);
}

const inlineCommands = (document: string): string[] =>
  [...readProject(document).matchAll(/`(npm run -s acordo -- [^`]+)`/g)].flatMap(
    ([, line]) => line ?? [],
  );

function problemsOf(typed: string, globalOptions: readonly string[]): string[] {
  const words = typed.split(/\s+/);
  const first = words.filter((word) => !word.startsWith("-"));
  const name = [first.slice(0, 2).join(" "), first[0] ?? ""].find((one) =>
    commandNames().includes(one),
  );
  const options = [...typed.matchAll(/(?:^|\s)--([\w-]+)/g)].map(([, option]) => option ?? "");
  if (name === undefined) return first.length === 0 && options.length > 0 ? [] : ["no command"];
  const known = [...optionsOf(name), ...globalOptions, "help"];
  return options.filter((option) => !known.includes(option)).map((option) => `no --${option}`);
}
