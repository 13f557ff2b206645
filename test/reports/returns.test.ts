import { Buffer } from "node:buffer";
import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { file, paid } from "#test/db/returns/support.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { dump } from "#test/support/dump.ts";
import { events, standing } from "#test/support/look.ts";
import { aProvider } from "#test/support/provider.ts";
import { type Served, served, tokenFor } from "./support.ts";

const MAX_BYTES = 100_000;

let database: TestDatabase;
let http: Served;
let token: string;

beforeAll(async () => {
  database = await createTestDatabase();
  http = await served(database, { returnBytes: MAX_BYTES });
});
afterAll(async () => {
  await http.close();
  await database.close();
});
beforeEach(async () => {
  const provider = await aProvider(database);
  await provider.customer("C1", { owing: { F1: ["129.90", "2026-06-28", { number: "1042" }] } });
  token = await tokenFor(database, { scopes: ["returns"] });
});

const TITLE = paid("1", 12_990, { document: "1042" });
const OTHER = paid("9", 5_000);
const TWO = file([TITLE, OTHER]);
const COUNTS = {
  bank: "341",
  layout: "CNAB400",
  titles: 2,
  settled: 1,
  ignored: 0,
  unmatched: 1,
  spcCritiques: 0,
};

/** All but the day on which the token was used. */
async function kept() {
  const { api_token: _, ...tables } = await dump(database.sql);
  return tables;
}

async function send(text: string, { query = "", type = "text/plain", as = token } = {}) {
  const answer = await fetch(`${http.address}/api/v1/returns${query}`, {
    method: "POST",
    headers: { authorization: `Bearer ${as}`, "content-type": type },
    body: new Uint8Array(Buffer.from(text, "latin1")),
  });
  return { status: answer.status, body: await answer.json() };
}

describe("a bank's return file that another system sends", () => {
  it("is read as on the command line, in the name of the token's operator", async () => {
    expect(await send(TWO, { query: "?name=CB0107.RET" })).toEqual({ status: 200, body: COUNTS });
    expect(await standing(database.sql, "F1")).toMatchObject({ state: "paid", paid: 12_990 });
    expect(await events(database.sql, "return_read")).toMatchObject([{ actor: "gil" }]);
    expect([...(await database.sql`select name from return_file`)]).toEqual([
      { name: "CB0107.RET" },
    ]);
    expect(await readdir(http.uploadFolder)).toEqual([]);
  });

  it("changes nothing when it comes again, alone or several at once, and gets the same answer", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => send(TWO)));
    const before = await kept();
    answers.push(await send(TWO, { type: "application/octet-stream" }));
    for (const answer of answers) expect(answer).toEqual({ status: 200, body: COUNTS });
    expect(await kept()).toEqual(before);
    expect(await events(database.sql, "payment_received")).toHaveLength(1);
  });

  it("changes nothing in a rehearsal, which tells what would come", async () => {
    const before = await kept();
    expect((await send(TWO, { query: "?dryRun=true" })).body).toEqual(COUNTS);
    expect(await kept()).toEqual(before);
    expect(await send(TWO, { query: "?dryRun=perhaps" })).toMatchObject({
      status: 400,
      body: { errors: [{ field: "dryRun", got: '"perhaps"' }] },
    });
  });

  it("is told title by title where that is asked for", async () => {
    const { body } = await send(TWO, { query: "?details=true" });
    expect(body).toMatchObject(COUNTS);
    expect(body.details).toMatchObject([
      {
        line: 2,
        code: "06",
        kind: "settled",
        titleAmount: "129.90",
        paidAmount: "129.90",
        creditDate: "2026-07-01",
        invoice: "F1",
        outcome: "settled",
      },
      { line: 3, invoice: null, outcome: "unmatched" },
    ]);
  });

  it("counts with its whole lines, and the damaged ones are named", async () => {
    const lines = TWO.split("\r\n");
    const cut = lines.with(2, lines[2]!.slice(0, 200)).join("\r\n");
    const { status, body } = await send(cut);
    expect(status).toBe(200);
    expect(body).toMatchObject({ titles: 1, settled: 1, refusedCount: 1 });
    expect(body.refused).toMatchObject([{ line: 3, reason: expect.stringContaining("line 3") }]);
  });
});

describe("what is no return file of a bank", () => {
  it.each([
    ["", "empty_file"],
    ["hello\n", "unknown_layout"],
    [TWO.replace("02RETORNO", "01REMESSA"), "not_a_return_file"],
  ])("is refused with line and column, and changes nothing (%#)", async (text, code) => {
    const before = await kept();
    const { status, body } = await send(text);
    expect({ status, type: body.type }).toEqual({
      status: 422,
      type: `urn:acordo:problem:${code}`,
    });
    expect(body.detail).toContain("line 1");
    expect(body.errors).toMatchObject([{ field: "body", line: 1, column: expect.any(Number) }]);
    expect(await kept()).toEqual(before);
  });

  it("is refused when it is too large, of another type or compressed", async () => {
    expect(await send("x".repeat(MAX_BYTES + 1))).toMatchObject({
      status: 413,
      body: { type: "urn:acordo:problem:body_too_large" },
    });
    expect((await send(TWO, { type: "application/json" })).status).toBe(415);
    expect(await readdir(http.uploadFolder)).toEqual([]);
  });

  it("needs a token of its own scope, whose operator may read such files", async () => {
    const other = await tokenFor(database, { scopes: ["payments", "imports"], name: "other" });
    expect((await send(TWO, { as: other })).status).toBe(403);
    await database.sql`update operator set role = 'operator' where id = 'gil'`;
    expect((await send(TWO)).status).toBe(403);
    expect(await events(database.sql, "return_read")).toEqual([]);
  });
});
