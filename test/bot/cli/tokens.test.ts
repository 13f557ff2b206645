import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sharedSecret } from "#db/repositories/secrets.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { commandLine, ndjson, PROVIDER, TODAY } from "./support.ts";

let database: TestDatabase;
let acordo: ReturnType<typeof commandLine>;

beforeAll(async () => {
  database = await createTestDatabase();
  acordo = commandLine({
    env: { DATABASE_URL: database.url, ACORDO_PUBLIC_URL: "https://acordo.example" },
  });
  expect((await acordo(`import - --date ${TODAY}`, { input: ndjson(PROVIDER) })).code).toBe(0);
});
afterAll(() => database.close());

describe("a token", () => {
  it("is shown once and kept as its hash", async () => {
    const { json } = await acordo(
      "token add --name erp --acts-as bia --scopes payments,imports,payments --json",
    );
    expect(json).toEqual({
      name: "erp",
      operator: "bia",
      scopes: ["payments", "imports"],
      token: expect.stringMatching(/^acordo_[\w-]{43}$/),
    });
    const kept = await database.sql`select token_sha256, made_by from api_token`;
    const sha256 = createHash("sha256").update(json.token).digest("hex");
    expect([...kept]).toEqual([{ token_sha256: sha256, made_by: "system" }]);
    const listed = await acordo("token list --json");
    expect(listed.json.tokens).toMatchObject([{ name: "erp", lastUsedOn: null, revokedAt: null }]);
    expect(listed.stdout).not.toContain(json.token);
    expect(JSON.stringify(await database.sql`select data from event`)).not.toContain(sha256);
  });

  it("has a name that is free again once it is revoked, and what happened stands in the history", async () => {
    const again = "token add --name erp --acts-as bia --scopes payments";
    expect((await acordo(again)).stderr).toContain('"erp" already');
    expect((await acordo("token revoke --name erp")).code).toBe(0);
    expect((await acordo("token revoke --name erp")).stderr).toContain("not revoked already");
    expect((await acordo(again)).code).toBe(0);
    const kinds =
      await database.sql`select kind from event where kind like 'api_token%' order by id`;
    expect(kinds.map(({ kind }) => kind)).toEqual([
      "api_token_added",
      "api_token_revoked",
      "api_token_added",
    ]);
  });

  it.each([
    ["--name x --acts-as nobody --scopes payments", "nobody"],
    ["--name x --acts-as system --scopes payments", "system"],
    ["--name x --acts-as bia --scopes everything", "everything"],
    ["--name x --acts-as bia", "--scopes"],
  ])("is not made for %s", async (words, said) => {
    const { code, stderr } = await acordo(`token add ${words}`);
    expect(code).toBe(1);
    expect(stderr).toContain(said);
  });

  it("is made, seen and revoked by whoever manages operators", async () => {
    for (const words of [
      "list",
      "revoke --name erp",
      "add --name y --acts-as bia --scopes payments",
    ]) {
      const { code, stderr } = await acordo(`token ${words} --operator ana`);
      expect(code).toBe(1);
      expect(stderr).toContain("operator.manage");
    }
  });
});

describe("a signed address", () => {
  it("leads to the public server, and is signed with the key that all share", async () => {
    const url = async (words: string) => (await acordo(`url ${words} --json`)).json.url as string;
    expect(await url("invoice F1")).toMatch(
      /^https:\/\/acordo\.example\/invoices\/F1\.pdf\?expires=/,
    );
    expect(await url("agreement 12")).toContain("/agreements/12.pdf?");
    expect(await url("chart outcome")).toContain("/charts/outcome.png?");
    expect(await url("chart spc --format csv")).toContain("/charts/spc.csv?");
    expect(await url("dashboard bia")).toContain("/dashboard/open/bia?");
    const [first, second] = await Promise.all(
      [1, 2].map((fill) => sharedSecret(database.sql, "another", Buffer.alloc(32, fill))),
    );
    expect(first).toEqual(second);
    expect((await database.sql`select 1 from secret`).length).toBe(2);
  });

  it("is made by whoever may see what it leads to; as somebody else only by whoever manages operators", async () => {
    expect((await acordo("url dashboard bia --operator bia")).code).toBe(0);
    for (const words of [
      "dashboard ana --operator bia",
      "dashboard ana --operator ana",
      "chart outcome --operator ana",
    ]) {
      expect((await acordo(`url ${words}`)).code).toBe(1);
    }
  });
});
