import { readdir } from "node:fs/promises";
import { request } from "node:http";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { events } from "#test/support/look.ts";
import { aProvider } from "#test/support/provider.ts";
import { type Served, served, tokenFor } from "./support.ts";

const MAX_BYTES = 20_000_000;

let database: TestDatabase;
let http: Served;
let token: string;

beforeAll(async () => {
  database = await createTestDatabase();
  http = await served(database, { importBytes: MAX_BYTES });
});
afterAll(async () => {
  await http.close();
  await database.close();
});
beforeEach(async () => {
  await aProvider(database);
  token = await tokenFor(database, { scopes: ["imports"] });
});

const CUSTOMERS = [
  { type: "customer", id: "C1", name: "Ana", city: "Recife", state: "PE" },
  { type: "customer", id: "C2", name: "Bia", city: "Olinda", state: "PE" },
]
  .map((record) => `${JSON.stringify(record)}\n`)
  .join("");

type Sent = {
  readonly type?: string;
  readonly headers?: Record<string, string>;
  readonly query?: string;
};

async function send(
  body: string | Buffer | ReadableStream,
  { type, headers, query = "" }: Sent = {},
) {
  const answer = await fetch(`${http.address}/api/v1/imports${query}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": type ?? "application/x-ndjson",
      ...headers,
    },
    body: body as string,
    duplex: "half",
  } as RequestInit);
  return { status: answer.status, body: await answer.json() };
}

const countCustomers = async () => (await database.sql`select 1 from customer`).length;

describe("a file that the billing system sends", () => {
  it("is taken in as on the command line, in the name of the token's operator", async () => {
    expect(await send(CUSTOMERS)).toEqual({
      status: 200,
      body: { read: 2, created: 2, updated: 0, unchanged: 0, rejected: [], rejectedCount: 0 },
    });
    expect(await events(database.sql, "file_imported")).toMatchObject([{ actor: "gil" }]);
    expect((await send(CUSTOMERS)).body).toMatchObject({ created: 0, unchanged: 2 });
  });

  it("may be CSV, with the type of its lines", async () => {
    const csv = "id;name;city\nC1;Ana;Recife\n";
    const sent = { type: "text/csv; charset=utf-8", query: "?type=customer" };
    expect((await send(csv, sent)).body).toMatchObject({ created: 1 });
    expect(await send(csv, { type: "text/csv" })).toMatchObject({
      status: 422,
      body: { type: "urn:acordo:problem:file_unreadable", errors: [{ field: "type" }] },
    });
    expect(await send(csv, { ...sent, query: "?type=boat" })).toMatchObject({
      status: 400,
      body: { errors: [{ field: "type", got: '"boat"' }] },
    });
  });

  it("lands with its good lines whatever the bad ones are, which are named", async () => {
    const { status, body } = await send(
      `${CUSTOMERS}{"type":"customer","id":"C3","taxId":"1"}\nnonsense\n`,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ read: 4, created: 2, rejectedCount: 2 });
    expect(body.rejected.map(({ line }: { line: number }) => line)).toEqual([3, 4]);
  });

  it("lists the first thousand mistakes of many, and counts them all", async () => {
    const { body } = await send("{}\n".repeat(1_500));
    expect(body.rejected).toHaveLength(1_000);
    expect(body.rejectedCount).toBe(1_500);
  });

  it("is gone from the disk afterwards", async () => {
    await send(CUSTOMERS);
    await send("x".repeat(MAX_BYTES + 1)).catch(() => undefined);
    expect(await readdir(http.uploadFolder)).toEqual([]);
  });
});

describe("the same file under one key", () => {
  const headers = { "idempotency-key": "night-2026-07-01" };

  it("gets the same answer again, and another file is refused", async () => {
    const first = await send(CUSTOMERS, { headers });
    expect(first.body).toMatchObject({ created: 2 });
    expect(await send(CUSTOMERS, { headers })).toEqual(first);
    expect(await send(CUSTOMERS.replace("Ana", "Eva"), { headers })).toMatchObject({
      status: 422,
      body: { type: "urn:acordo:problem:key_reused" },
    });
    const names = await database.sql`select name from customer order by id`;
    expect(names.map(({ name }) => name)).toEqual(["Ana", "Bia"]);
  });

  it("gets one answer also when it comes three times at once", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => send(CUSTOMERS, { headers })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await countCustomers()).toBe(2);
  });
});

describe("what is no file of ours", () => {
  it("is refused before it is read when it is compressed, whatever it unfolds to", async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000, "\n"));
    expect(await send(bomb, { headers: { "content-encoding": "gzip" } })).toMatchObject({
      status: 415,
      body: { errors: [{ field: "Content-Encoding" }] },
    });
  });

  it("is refused under a content type that is not taken", async () => {
    for (const type of ["application/json", "multipart/form-data; boundary=x", "text/plain"]) {
      expect(await send(CUSTOMERS, { type })).toMatchObject({
        status: 415,
        body: { type: "urn:acordo:problem:media_type_unsupported" },
      });
    }
  });

  it("is refused when it says that it is too large, and when it turns out to be", async () => {
    const line = `${JSON.stringify({ type: "customer", id: "C", name: "x".repeat(1_000) })}\n`;
    const endless = (bytes: number) =>
      Readable.from(
        (function* () {
          for (let sent = 0; sent < bytes; sent += line.length) yield line;
        })(),
      );
    expect(await streamed(endless(MAX_BYTES + 1_000_000))).toBe(413);
    expect(await countCustomers()).toBe(0);
    expect(await readdir(http.uploadFolder)).toEqual([]);
  });

  it("changes nothing when the sender hangs up in the middle", async () => {
    await new Promise<void>((resolve) => {
      const sending = request(`${http.address}/api/v1/imports`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/x-ndjson",
          "content-length": CUSTOMERS.length + 10,
        },
      });
      sending.on("error", () => resolve());
      sending.on("close", () => resolve());
      sending.write(CUSTOMERS, () => sending.destroy());
    });
    await expect.poll(() => readdir(http.uploadFolder)).toEqual([]);
    expect(await countCustomers()).toBe(0);
  });
});

/** The status that a chunked body gets, which may be answered while it is still being sent. */
const streamed = (body: Readable): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const sending = request(
      `${http.address}/api/v1/imports`,
      {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/x-ndjson" },
      },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    );
    sending.on("error", reject);
    body.pipe(sending);
  });
