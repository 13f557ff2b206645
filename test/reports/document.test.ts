import { Ajv2020 } from "ajv/dist/2020.js";
import { OpenAPIClientAxios, type OpenAPIV3_1 } from "openapi-client-axios";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { file, paid } from "#test/db/returns/support.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { aProvider } from "#test/support/provider.ts";
import { type Served, served, tokenFor } from "./support.ts";

/** The API by its own description, through a client that others wrote and that knows nothing else of it. */
let database: TestDatabase;
let http: Served;
let document: OpenAPIV3_1.Document;
let call: (operation: string, ...args: unknown[]) => Promise<Answer>;

type Answer = {
  readonly status: number;
  readonly data: unknown;
  readonly headers: Readonly<Record<string, string>>;
};

beforeAll(async () => {
  database = await createTestDatabase();
  http = await served(database);
  const provider = await aProvider(database);
  await provider.customer("C1", { owing: { F1: ["129.90", "2026-06-01"] } });
  document = (await (await fetch(`${http.address}/docs/json`)).json()) as OpenAPIV3_1.Document;
  const token = await tokenFor(database, { scopes: ["payments", "returns", "imports"] });
  const client = await new OpenAPIClientAxios({
    definition: document as never,
    withServer: { url: http.address },
    axiosConfigDefaults: {
      headers: { authorization: `Bearer ${token}` },
      validateStatus: () => true,
      transformResponse: (text: string) => JSON.parse(text),
    },
  }).init();
  call = (operation, ...args) =>
    (client as never as Record<string, (...a: unknown[]) => Promise<Answer>>)[operation]!(...args);
});
afterAll(async () => {
  await http.close();
  await database.close();
});

/** What the document says of this operation's answer, as a schema that is checked. */
function expectDescribed(path: string, { status, data, headers }: Answer): void {
  const responses = document.paths?.[path]?.post?.responses as Record<
    string,
    OpenAPIV3_1.ResponseObject
  >;
  const type = (headers["content-type"] ?? "").split(";")[0] ?? "";
  const schema = responses[status]?.content?.[type]?.schema;
  expect({ path, status, type, described: schema !== undefined }).toEqual({
    path,
    status,
    type,
    described: true,
  });
  const check = new Ajv2020({ strict: false, allErrors: true, formats: { date: true } }).compile(
    schema!,
  );
  expect(check(data) ? [] : check.errors).toEqual([]);
}

const PAYMENT = { id: "P1", invoice: "F1", amount: "100.00", paidAt: "2026-06-30" };

describe("the document of the API", () => {
  it("names its three operations, their token and every answer", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths ?? {})).toEqual([
      "/api/v1/payments",
      "/api/v1/returns",
      "/api/v1/imports",
    ]);
    expect(document.components?.securitySchemes).toMatchObject({
      token: { type: "http", scheme: "bearer" },
    });
    const body = document.paths?.["/api/v1/imports"]?.post
      ?.requestBody as OpenAPIV3_1.RequestBodyObject;
    expect(Object.keys(body.content)).toContain("text/csv");
  });

  it("is true of payments, those that are refused included", async () => {
    const path = "/api/v1/payments";
    const answers = [
      await call("recordPayment", {}, PAYMENT),
      await call("recordPayment", {}, PAYMENT),
      await call("recordPayment", {}, { ...PAYMENT, amount: "9.00" }),
      await call("recordPayment", { "idempotency-key": "k" }, PAYMENT),
      await call("recordPayment", {}, { ...PAYMENT, id: "P2", amount: 5 }),
      await call("recordPayment", {}, { ...PAYMENT, id: "P3", invoice: "F9" }),
      await call("recordPayment", {}, PAYMENT, { headers: { authorization: "Bearer no" } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 422, 409, 400, 422, 401]);
    for (const answer of answers) expectDescribed(path, answer);
  });

  it("is true of banks' return files", async () => {
    const path = "/api/v1/returns";
    const text = file([paid("1", 1_000)]);
    const plain = { headers: { "content-type": "text/plain" } };
    const answers = [
      await call("readReturn", { dryRun: "true", details: "true" }, text, plain),
      await call("readReturn", { name: "CB01.RET" }, text, plain),
      await call("readReturn", {}, `${text}damaged`, {
        headers: { "content-type": "application/octet-stream" },
      }),
      await call("readReturn", {}, "hello", plain),
      await call("readReturn", { details: "yes" }, text, plain),
      await call("readReturn", {}, "{}", { headers: { "content-type": "text/xml" } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 422, 400, 415]);
    for (const answer of answers) expectDescribed(path, answer);
  });

  it("is true of imports", async () => {
    const path = "/api/v1/imports";
    const csv = { headers: { "content-type": "text/csv" } };
    const ndjson = { headers: { "content-type": "application/x-ndjson" } };
    const answers = [
      await call("importFile", { type: "customer" }, "id,name\nC7,Eva\n", csv),
      await call("importFile", {}, '{"type":"customer","id":"C8"}\n', ndjson),
      await call("importFile", {}, "id,name\n", csv),
      await call("importFile", { type: "boat" }, "id\n", csv),
      await call("importFile", {}, "{}", { headers: { "content-type": "text/xml" } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 422, 400, 415]);
    for (const answer of answers) expectDescribed(path, answer);
  });

  it("takes what it says it takes: its own schema agrees with the server on good and bad bodies", async () => {
    const body = document.paths?.["/api/v1/payments"]?.post
      ?.requestBody as OpenAPIV3_1.RequestBodyObject;
    const { schema } = body.content["application/json"]!;
    const check = new Ajv2020({ strict: false, formats: { date: true } }).compile(schema!);
    expect(check(PAYMENT)).toBe(true);
    for (const bad of [
      { amount: "1,5" },
      { amount: 1 },
      { paidAt: "1/2/26" },
      { id: "" },
      { more: 1 },
    ]) {
      const body = { ...PAYMENT, id: "P9", ...bad };
      expect({
        bad,
        said: check(body),
        status: (await call("recordPayment", {}, body)).status,
      }).toEqual({
        bad,
        said: false,
        status: 400,
      });
    }
  });
});
