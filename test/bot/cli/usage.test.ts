import { describe, expect, it } from "vitest";
import { COMMANDS } from "#bot/cli/commands.ts";
import { commandLine } from "./support.ts";

/** Nothing here may reach a database: what is wrong is found before. */
const acordo = commandLine({
  open: () => Promise.reject(new Error("the database was opened")),
});

const AGREE =
  "agree --customer C1 --invoices F1,F2 --kind renegotiated --tolerance 2026-12-20 --category Atraso --description x --profile P --due 2026-12-01";
const UNCHANGED =
  "agree --customer C1 --invoices F1 --kind unchanged --tolerance 2026-12-20 --category Atraso";

/** A command line, and what its one line on standard error says. */
const WRONG: readonly (readonly [line: string, message: string])[] = [
  ["nothing-such", "unknown command 'nothing-such'"],
  ["spc nothing-such", "unknown command 'nothing-such'"],
  ["panels --nothing-such", "unknown option '--nothing-such'"],
  ["panels --jsn", "--json"],
  ["panels extra", "too many arguments"],
  ["spc", "spc is not complete; expected one of add, remove"],
  ["panel", "missing required argument 'name'"],
  ["panel nothing-such", 'NAME: "nothing-such" came; expected one of classified, in-contact,'],
  ["panel classified --limit 0", '--limit: "0" came; expected a whole number from 1 to 200'],
  ["panel classified --limit 2.5", '--limit: "2.5" came'],
  ["panel classified --order size", '--order: "size" came; expected one of default, amount, name'],
  ["panels --date 2026-02-31", '--date: "2026-02-31" came; expected a day of the calendar'],
  ["panels --date 24/11/2026", '--date: "24/11/2026" came'],
  ["panels --lang fr", '--lang: "fr" came; expected one of en, pt-BR'],
  ["agree", "--customer is missing; expected the customer's id"],
  ["agree --customer", "option '--customer <id>' argument missing"],
  [`${AGREE} --increase -1`, '--increase: "-1" came; expected a percentage from 0 to 100'],
  [`${AGREE} --fine 1e9`, '--fine: "1e9" came'],
  [`${AGREE} --discount 100.0001`, '--discount: "100.0001" came'],
  [`${AGREE} --discount 3,5`, '--discount: "3,5" came'],
  [`${AGREE} --charges 10.999`, '--charges: "10.999" came; expected an amount in reais'],
  [`${AGREE} --fees -5`, '--fees: "-5" came'],
  [`${AGREE} --fees NaN`, '--fees: "NaN" came'],
  [`${AGREE} --tolerance 2026-02-31`, '--tolerance: "2026-02-31" came'],
  [`${AGREE} --invoices F1,,F2`, '--invoices: "" came'],
  [`${AGREE} --instalments 3`, "--instalments came; expected with --due no option of instalments"],
  [`${AGREE} --amounts 1,x`, '--amounts: "x" came'],
  [`${AGREE} --kind other`, '--kind: "other" came; expected one of unchanged, renegotiated'],
  [`${UNCHANGED} --fine 2`, "--fine came; expected with --kind unchanged only"],
  [`${UNCHANGED} --keep-discount`, "--keep-discount came"],
  [`${UNCHANGED} --unit-fine 4`, "--unit-fine came"],
  [AGREE.replace(" --due 2026-12-01", ""), "--due is missing"],
  [AGREE.replace("--due 2026-12-01", "--instalments 2"), "--first-due is missing"],
  [AGREE.replace(" --profile P", ""), "--profile is missing"],
  ["pay --invoice F1 --amount 12,50", '--amount: "12,50" came'],
  ["pay --invoice F1 --paid-at 2026-13-01", '--paid-at: "2026-13-01" came'],
  ["rescind --agreement 0 --reason x", '--agreement: "0" came; expected an agreement\'s number'],
  ["account C1 --tab 11", '--tab: "11" came; expected a whole number from 1 to 10'],
  ["return --details", "missing required argument 'file'"],
  ["chart outcome --out a.gif", ".png, .svg, .csv"],
  ["print --invoice F1 --out a.png", '--out: "a.png" came'],
  ["print --out a.pdf", "--invoice"],
  ["digest --date 2026-02-31", '--date: "2026-02-31" came'],
];

describe("a command line that is wrong", () => {
  it.each(WRONG)("%s", async (line, message) => {
    const { code, stdout, stderr } = await acordo(line);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^acordo: [^\n]+\n$/);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });

  it("is told on standard error also with --json", async () => {
    const { code, stdout, stderr } = await acordo("panel nothing-such --json");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^acordo: NAME/);
  });

  it("never repeats a whole tax id, wherever it was typed", async () => {
    for (const line of [
      "panel 52998224725",
      "panels 529.982.247-25",
      "pay --amount 52998224725.1x",
    ]) {
      const { stderr } = await acordo(line);
      expect(stderr).not.toMatch(/5\D?2\D?9\D?9\D?8\D?2\D?2\D?4\D?7\D?2\D?5/);
    }
  });

  it("says what is wrong with the environment, without its secrets", async () => {
    const { code, stderr } = await acordo("panels", {
      env: { DATABASE_URL: "mysql://root:secret@db/x", ACORDO_TIME_ZONE: "Mars" },
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^acordo: DATABASE_URL: .*ACORDO_TIME_ZONE: [^\n]*\n$/);
    expect(stderr).not.toContain("secret");
  });

  it("is no reason to show what an error inside held", async () => {
    const { code, stderr } = await acordo("panels", {
      open: () => Promise.reject(new Error("line one\nline two")),
    });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: "acordo: something went wrong inside: line one line two\n",
    });
  });
});

describe("help", () => {
  it("lists every command", async () => {
    const { code, stdout, stderr } = await acordo("--help");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const { name } of COMMANDS) expect(stdout).toContain(`\n  ${name.split(" ")[0]} `);
  });

  it.each(COMMANDS.map(({ name }) => name))(
    "describes %s, with the options of all and an example",
    async (name) => {
      const { code, stdout } = await acordo(`${name} --help`);
      expect(code).toBe(0);
      for (const words of ["--json", "--date", "--operator", "--key", "--lang"]) {
        expect(stdout).toContain(words);
      }
      expect(stdout).toContain(`Example:\n  npm run -s acordo -- ${name}`);
    },
  );

  it.each(["--help --json", "panels --json --help", "help panels --json", "--json spc --help"])(
    "is one JSON document with --json: %s",
    async (line) => {
      const { code, json, stderr } = await acordo(line);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(json).toEqual({ help: expect.stringContaining("Usage: acordo ") });
    },
  );

  it("has a description beside each option", async () => {
    const { stdout } = await acordo("agree --help");
    for (const line of stdout.split("\n").filter((one) => /^ {2}--/.test(one))) {
      expect(line).toMatch(/^ {2}--[a-z-]+( <[^>]+>)? {2,}\S/);
    }
  });
});
