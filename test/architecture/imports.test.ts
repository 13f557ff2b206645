import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "./project-files.ts";

type Cruise = {
  readonly totalCruised: number;
  readonly broken: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
};

describe("who may import whom", () => {
  it("holds in the whole project, and all of it is looked at", () => {
    const { totalCruised, broken } = cruise(ROOT, ["core", "db", "bot", "reports", "test"]);

    expect(broken).toEqual([]);
    expect(totalCruised).toBeGreaterThan(100);
  });

  describe("is enforced, not only written down", () => {
    let plant: string;
    let broken: Cruise["broken"];

    beforeAll(() => {
      plant = mkdtempSync(join(tmpdir(), "acordo-imports-"));
      for (const file of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"]) {
        cpSync(join(ROOT, file), join(plant, file));
      }
      symlinkSync(join(ROOT, "node_modules"), join(plant, "node_modules"));
      for (const [path, text] of Object.entries(PLANTED)) {
        mkdirSync(dirname(join(plant, path)), { recursive: true });
        writeFileSync(join(plant, path), text);
      }
      broken = cruise(plant, ["core", "db", "bot", "reports", "test"]).broken;
    });

    afterAll(() => rmSync(plant, { recursive: true, force: true }));

    it.each([
      ["core-imports-only-core", "core/reads-a-file.ts", "fs"],
      ["core-imports-only-core", "core/asks-the-database.ts", "db/table.ts"],
      ["core-imports-only-core", "core/uses-a-driver.ts", "drizzle-orm"],
      ["rules-know-no-ports", "core/spc/loads-itself.ts", "core/ports.ts"],
      ["db-imports-core-only", "db/shows-itself.ts", "bot/texts/words.ts"],
      ["db-only-from-entry-points", "bot/slack/asks-the-database.ts", "db/table.ts"],
      ["bot-and-reports-are-strangers", "bot/slack/draws.ts", "reports/charts/bar.ts"],
      ["bot-channels-are-strangers", "bot/slack/answers-elsewhere.ts", "bot/telegram/chat.ts"],
      ["drawings-are-pure", "reports/charts/asks-the-database.ts", "db/table.ts"],
      ["product-never-imports-test", "bot/slack/borrows.ts", "test/support/thing.ts"],
      ["drizzle-stays-in-db", "reports/counts.ts", "drizzle-orm"],
      ["no-cycles", "core/egg.ts", "core/hen.ts"],
    ])("%s finds %s", (rule, from, to) => {
      expect(broken).toContainEqual({ rule, from, to: expect.stringContaining(to) });
    });
  });

  it("fails the command that people and CI run, with the rule's name", () => {
    const plant = mkdtempSync(join(tmpdir(), "acordo-import-"));
    try {
      mkdirSync(join(plant, "core"));
      cpSync(join(ROOT, "package.json"), join(plant, "package.json"));
      cpSync(join(ROOT, "tsconfig.json"), join(plant, "tsconfig.json"));
      writeFileSync(join(plant, "core", "a.ts"), 'import "node:fs";\n');

      const run = spawnSync(
        process.execPath,
        [DEPCRUISE, "--config", join(ROOT, ".dependency-cruiser.cjs"), "core"],
        { cwd: plant, encoding: "utf8" },
      );

      expect(run.status).not.toBe(0);
      expect(run.stdout).toContain("core-imports-only-core");
    } finally {
      rmSync(plant, { recursive: true, force: true });
    }
  });
});

const DEPCRUISE = join(ROOT, "node_modules", "dependency-cruiser", "bin", "dependency-cruiser.mjs");

/** Each breaks one rule in the most natural way. */
const PLANTED: Readonly<Record<string, string>> = {
  "core/reads-a-file.ts":
    'import { readFileSync } from "node:fs";\nexport const a = readFileSync;\n',
  "core/asks-the-database.ts": 'import { table } from "#db/table.ts";\nexport const b = table;\n',
  "core/uses-a-driver.ts": 'import { sql } from "drizzle-orm";\nexport const c = sql;\n',
  "core/ports.ts": "export const port = 1;\n",
  "core/spc/loads-itself.ts": 'import { port } from "../ports.ts";\nexport const d = port;\n',
  "core/egg.ts": 'import { hen } from "./hen.ts";\nexport const egg = () => hen;\n',
  "core/hen.ts": 'import { egg } from "./egg.ts";\nexport const hen = () => egg;\n',
  "db/table.ts": "export const table = 1;\n",
  "db/shows-itself.ts": 'import { words } from "#bot/texts/words.ts";\nexport const e = words;\n',
  "bot/texts/words.ts": "export const words = 1;\n",
  "bot/telegram/chat.ts": "export const chat = 1;\n",
  "bot/slack/asks-the-database.ts":
    'import { table } from "#db/table.ts";\nexport const f = table;\n',
  "bot/slack/draws.ts": 'import { bar } from "#reports/charts/bar.ts";\nexport const g = bar;\n',
  "bot/slack/answers-elsewhere.ts":
    'import { chat } from "../telegram/chat.ts";\nexport const h = chat;\n',
  "bot/slack/borrows.ts":
    'import { thing } from "#test/support/thing.ts";\nexport const i = thing;\n',
  "reports/charts/bar.ts": "export const bar = 1;\n",
  "reports/charts/asks-the-database.ts":
    'import { table } from "#db/table.ts";\nexport const j = table;\n',
  "reports/counts.ts": 'import { sql } from "drizzle-orm";\nexport const k = sql;\n',
  "test/support/thing.ts": "export const thing = 1;\n",
};

function cruise(folder: string, inside: readonly string[]): Cruise {
  const output = execFileSync(
    process.execPath,
    [DEPCRUISE, "--config", ".dependency-cruiser.cjs", "--output-type", "json", ...inside],
    { cwd: folder, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  const { summary } = JSON.parse(output) as {
    summary: {
      totalCruised: number;
      violations: { rule: { name: string }; from: string; to: string }[];
    };
  };
  return {
    totalCruised: summary.totalCruised,
    broken: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
