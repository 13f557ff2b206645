import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { aCustomer, ndjson, PROVIDER } from "./support.ts";

const root = resolve(import.meta.dirname, "../../..");
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** The program itself, in a process of its own. */
function acordo(words: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "./bot/node-version.js", "bot/cli/main.ts", ...words],
    { cwd: root, env: { ...process.env, DATABASE_URL: database.url }, input, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

describe("the program", () => {
  it("reads standard input and prints one JSON document", () => {
    const input = ndjson([...PROVIDER, ...aCustomer("C1", [["F1", "10.00", "2026-01-02"]])]);
    const { status, stdout, stderr } = acordo(["import", "-", "--json"], input);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ created: 9, rejected: [] });
  });

  it("ends with 1 and one line when it is refused, with 2 when a part is", () => {
    const refused = acordo(["start", "--customer", "nobody"]);
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toMatch(/^acordo: There is no customer "nobody"[^\n]*\n$/);
    expect(acordo(["import", "-"], '{"type":"nothing"}\n').status).toBe(2);
  });

  it("helps without a database", () => {
    const { status, stdout } = acordo(["agree", "--help"]);
    expect(status).toBe(0);
    expect(stdout).toContain("--unit-increase <code>");
  });
});
