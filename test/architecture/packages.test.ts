import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { parseConfig } from "#bot/config.ts";
import { readProject } from "./project-files.ts";

const manifest = JSON.parse(readProject("package.json")) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

describe("package.json", () => {
  it("names one exact version of each package, so that two installations are the same", () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !EXACT.test(version),
    );

    expect(loose).toEqual([]);
  });

  it("brings its own Node, whatever the machine has", () => {
    expect(manifest.dependencies.node).toMatch(/^24\./);
  });
});

describe("package-lock.json", () => {
  const lock = JSON.parse(readProject("package-lock.json")) as {
    readonly packages: Readonly<Record<string, { readonly version?: string; resolved?: string }>>;
  };

  it("holds no addresses, so that any registry or mirror serves", () => {
    const addressed = Object.entries(lock.packages).filter(([, entry]) => entry.resolved);

    expect(Object.keys(lock.packages).length).toBeGreaterThan(50);
    expect(addressed.map(([name]) => name)).toEqual([]);
  });

  it("locks the versions that package.json names", () => {
    const named = { ...manifest.dependencies, ...manifest.devDependencies };
    const locked = Object.keys(named).map((name) => [
      name,
      lock.packages[`node_modules/${name}`]?.version,
    ]);

    expect(locked).toEqual(
      Object.entries(named).map(([name, version]) => [name, version.replace(/^npm:.*@/, "")]),
    );
  });
});

describe(".env.example", () => {
  const example = readProject(".env.example");

  it("names exactly the variables that the configuration reads", () => {
    const listed = Object.keys(parseEnv(example)).sort();

    expect(listed).toEqual(variablesOfConfig().sort());
  });

  it("explains each group of them", () => {
    const bare = example
      .split("\n\n")
      .filter((group) => /^[A-Z_]+=/m.test(group) && !/^# (?!---)/m.test(group));

    expect(bare).toEqual([]);
  });
});

const EXACT = /^(npm:[@\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;

/** The configuration parses a table of variables; its names stand in the source and nowhere else. */
function variablesOfConfig(): string[] {
  const source = readProject("bot/config.ts");
  const table = /const VARIABLES = z\.object\(\{(.*?)\n\}\);/s.exec(source)?.[1] ?? "";
  const names = [...table.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].flatMap(([, name]) => name ?? []);
  expect(names.length).toBeGreaterThan(10);
  expect(parseConfig({}).ok).toBe(true);
  return names;
}
