import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT, readProject } from "./project-files.ts";

/** Everything that newcomers read, by its path from the root. */
export const documents = (): string[] =>
  globSync(["*.md", "docs/**/*.md", "{core,db,bot,reports,test}/**/README.md"], {
    cwd: ROOT,
  }).sort();

export type Link = { readonly text: string; readonly path: string; readonly anchor: string };

/** Links to files of the project; the path is from the root. */
export function linksOf(document: string): Link[] {
  const prose = readProject(document).replace(/^```.*?^```$/gms, "");
  return [...prose.matchAll(/\[([^\]]*)\]\(([^)\s]+)\)/g)].flatMap(([, text = "", target = ""]) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [path = "", anchor = ""] = target.split("#");
    return [{ text, path: path === "" ? document : join(dirname(document), path), anchor }];
  });
}

/** The anchors of headings, as forges make them. */
export const anchorsOf = (document: string): string[] =>
  [...readProject(document).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

/** The code blocks of a language. */
export const codeBlocks = (document: string, language: string): string[] =>
  [...readProject(document).matchAll(/^```(\w+)[^\n]*\n(.*?)^```$/gms)]
    .filter(([, found]) => found === language)
    .map(([, , text = ""]) => text);

/** What is run by people who follow the documents: shell lines, continued ones joined, without comments. */
export const shellLines = (document: string): string[] =>
  codeBlocks(document, "sh")
    .flatMap((block) => block.replaceAll("\\\n", " ").split("\n"))
    .map((line) => line.replace(/(^|\s)#.*$/, "").trim())
    .filter((line) => line !== "");

const BLOCK = /<!-- generated: ([\w -]+?) -->\n(.*?)<!-- end -->/gs;

/** Parts of a document that are made from the code, by their name. */
export const generatedBlocks = (text: string): [name: string, content: string][] =>
  [...text.matchAll(BLOCK)].map(([, name = "", content = ""]) => [name, content.trim()]);

export const withBlocks = (text: string, contentOf: (name: string) => string): string =>
  text.replaceAll(
    BLOCK,
    (_, name: string) => `<!-- generated: ${name} -->\n\n${contentOf(name)}\n\n<!-- end -->`,
  );

export const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");
