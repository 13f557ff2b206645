import { dirname } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { PRODUCT_FOLDERS, productFiles, readProject } from "./project-files.ts";

const MAX_FILE_LINES = 400;
const MAX_FUNCTION_LINES = 70;

const sources = productFiles().map((path) => ({
  path,
  tree: ts.createSourceFile(path, readProject(path), ts.ScriptTarget.Latest, true),
}));

describe("a source file of the product", () => {
  it("stands in core, db and bot at least, or these tests look at nothing", () => {
    const folders = new Set(sources.map(({ path }) => dirname(path).split("/")[0]));

    expect([...folders]).toEqual(expect.arrayContaining(["core", "db", "bot"]));
    expect(sources.length).toBeGreaterThan(100);
  });

  it(`has at most ${MAX_FILE_LINES} lines`, () => {
    const long = sources.filter(({ tree }) => linesOf(tree) > MAX_FILE_LINES);

    expect(long.map(({ path, tree }) => `${path}: ${linesOf(tree)} lines`)).toEqual([]);
  });

  it(`has no function of more than ${MAX_FUNCTION_LINES} lines`, () => {
    expect(found((node) => ts.isFunctionLike(node) && heightOf(node) > MAX_FUNCTION_LINES)).toEqual(
      [],
    );
  });

  it("says what a type is, never `any`", () => {
    expect(found((node) => node.kind === ts.SyntaxKind.AnyKeyword)).toEqual([]);
  });

  it("has named exports only", () => {
    expect(found(isDefaultExport)).toEqual([]);
  });

  it("hands nothing on from another file: what is imported names where it stands", () => {
    expect(
      found((node) => ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined),
    ).toEqual([]);
    expect(sources.filter(({ path }) => /(^|\/)index\.[jt]s$/.test(path))).toEqual([]);
  });

  it("has no class but errors", () => {
    expect(found((node) => ts.isClassLike(node) && !extendsError(node))).toEqual([]);
  });

  it("names its imports between top folders by #, and with their extension", () => {
    const across = found((node) =>
      isImportOf(node, (from) => /^\.\.(\/\.\.)*\/(core|db|bot|reports|test)\//.test(from)),
    );
    const bare = found((node) =>
      isImportOf(node, (from) => /^[#.]/.test(from) && !/\.(ts|js|json)$/.test(from)),
    );

    expect(across).toEqual([]);
    expect(bare).toEqual([]);
  });
});

describe("a top folder", () => {
  it.each([...PRODUCT_FOLDERS, "test"])(
    "%s says in a README of a few lines what it is",
    (folder) => {
      const lines = readProject(`${folder}/README.md`).trimEnd().split("\n");

      expect(lines[0]).toBe(`# ${folder}`);
      expect(lines.length).toBeLessThan(30);
    },
  );
});

/** `path:line` of every node that `isBad`. */
function found(isBad: (node: ts.Node) => boolean): string[] {
  return sources.flatMap(({ path, tree }) => {
    const places: string[] = [];
    const visit = (node: ts.Node): void => {
      if (isBad(node)) places.push(`${path}:${lineOf(tree, node.getStart(tree))}`);
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return places;
  });
}

const lineOf = (tree: ts.SourceFile, position: number): number =>
  tree.getLineAndCharacterOfPosition(position).line + 1;

const linesOf = (tree: ts.SourceFile): number => tree.text.trimEnd().split("\n").length;

/** Without the functions in it, as the linter counts: a closure that stands for a module is judged by its parts. */
function heightOf(node: ts.Node): number {
  const tree = node.getSourceFile();
  const height = lineOf(tree, node.getEnd()) - lineOf(tree, node.getStart(tree)) + 1;
  const inner = innerFunctions(node).map(
    (part) => lineOf(tree, part.getEnd()) - lineOf(tree, part.getStart(tree)),
  );
  return inner.reduce((left, lines) => left - lines, height);
}

function innerFunctions(node: ts.Node): ts.Node[] {
  const parts: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    if (ts.isFunctionLike(child)) parts.push(child);
    else parts.push(...innerFunctions(child));
  });
  return parts;
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === "default";
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  );
}

const extendsError = (node: ts.ClassLikeDeclaration): boolean =>
  (node.heritageClauses ?? []).some(({ types }) =>
    types.some(({ expression }) => expression.getText().endsWith("Error")),
  );

const isImportOf = (node: ts.Node, matches: (from: string) => boolean): boolean =>
  ts.isImportDeclaration(node) &&
  ts.isStringLiteral(node.moduleSpecifier) &&
  matches(node.moduleSpecifier.text);
