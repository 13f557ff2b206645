import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FORBIDDEN } from "#reports/security/access.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { agreementNumber, aProvider, invoiceId, operatorId } from "#test/support/provider.ts";
import { type Served, served, sessionOf, tokenFor } from "./support.ts";

let database: TestDatabase;
let http: Served;

beforeAll(async () => {
  database = await createTestDatabase();
  http = await served(database);
});
afterAll(async () => {
  await http.close();
  await database.close();
});
beforeEach(async () => {
  const provider = await aProvider(database);
  const { sql } = database;
  await sql`insert into setting (key, value) values ('provider.name', '"Rede"'), ('provider.address', '"Rua A, 1"'), ('provider.taxId', '"11222333000181"')`;
  await provider.customer("C1", {
    owing: { F1: ["129.90", "2026-06-01"], "a/../b\r\nX: 1": ["1.00", "2026-06-01"] },
  });
  http.clock.now = Date.parse("2026-07-01T12:00:00Z");
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(path.startsWith("http") ? http.here(path) : http.address + path, {
    headers,
    redirect: "manual",
  });
const parts = (link: string) => {
  const { pathname, search } = new URL(link);
  return { pathname, search };
};

describe("a document", () => {
  it("is opened by its link, for reading only and kept nowhere", async () => {
    const answer = await get(http.links.invoice(invoiceId("F1")));
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": 'inline; filename="fatura-F1.pdf"',
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "content-security-policy": "frame-ancestors 'none'",
    });
    expect(answer.headers.has("x-powered-by")).toBe(false);
  });

  it("is refused with the very same answer whatever is wrong", async () => {
    const { invoice, agreement, chart, dashboard } = http.links;
    const good = parts(invoice(invoiceId("F1")));
    const old = invoice(invoiceId("F1"));
    const attacks = {
      "no signature": good.pathname,
      "another signature": `${good.pathname}${good.search.replace(/.$/, (last) => (last === "A" ? "Q" : "A"))}`,
      "another end": good.pathname + good.search.replace(/expires=\d/, "expires=9"),
      "another document": `/invoices/F2.pdf${good.search}`,
      "another kind": `/agreements/F1.pdf${good.search}`,
      "no such document": "/invoices/NONE.pdf",
      "another ending": `/invoices/F1${good.search}`,
      "one parameter more": `${good.pathname}${good.search}&operator=gil`,
      "the signature twice": `${good.pathname}${good.search}&${good.search.slice(1)}`,
      "up the folders": `/invoices/..%2F..%2F..%2Fetc%2Fpasswd.pdf${good.search}`,
      "an agreement by an invoice's link": `/agreements/1.pdf${good.search}`,
      "a chart by another's link": `/charts/spc.png${parts(chart("outcome", "png")).search}`,
      "numbers by the picture's link": `/charts/outcome.csv${parts(chart("outcome", "png")).search}`,
      "somebody else's dashboard": `/dashboard/open/ana${parts(dashboard(operatorId("gil"))).search}`,
      "the dashboard without a session": "/dashboard",
      "the dashboard by a link of a document": `/dashboard${parts(agreement(agreementNumber(1))).search}`,
    };
    const answers = new Set<string>();
    for (const [attack, path] of Object.entries(attacks)) {
      const answer = await get(path);
      expect({ attack, status: answer.status }).toEqual({ attack, status: 403 });
      answers.add(await answer.text());
    }
    http.clock.now += 46 * 86_400_000;
    const late = await get(old);
    expect(late.status).toBe(403);
    answers.add(await late.text());
    expect([...answers]).toEqual([FORBIDDEN]);
  });

  it("that does not exist, or asks for nothing any more, says so to whoever may open it", async () => {
    expect((await get(http.links.invoice(invoiceId("GONE")))).status).toBe(404);
    expect((await get(http.links.agreement(agreementNumber(99)))).status).toBe(404);
    await database.sql`update invoice set state = 'paid' where id = 'F1'`;
    const paid = await get(http.links.invoice(invoiceId("F1")));
    expect(paid.status).toBe(409);
    expect(await paid.text()).toMatch(/F1.*paga/);
  });

  it("whose id holds line breaks and slashes breaks no header", async () => {
    const answer = await get(http.links.invoice(invoiceId("a/../b\r\nX: 1")));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toBe(
      'inline; filename="fatura-a_.._b_X_1.pdf"',
    );
    expect(answer.headers.has("x")).toBe(false);
  });

  it("opens in the session of somebody who may print, as long as that is so", async () => {
    const cookie = await sessionOf(http, "gil");
    expect((await get("/invoices/F1.pdf", { cookie })).status).toBe(200);
    await database.sql`update operator set role = 'operator' where id = 'gil'`;
    expect((await get("/invoices/F1.pdf", { cookie })).status).toBe(200);
    await database.sql`update role set permissions = array_remove(permissions, 'invoice.print') where name = 'operator'`;
    expect((await get("/invoices/F1.pdf", { cookie })).status).toBe(403);
  });
});

describe("a session", () => {
  it("ends with the operator's work here, with the permission, and with the day", async () => {
    const cookie = await sessionOf(http, "sonia");
    const status = async () => (await get("/dashboard", { cookie })).status;
    expect(await status()).toBe(200);
    await database.sql`update operator set active = false where id = 'sonia'`;
    expect(await status()).toBe(403);
    await database.sql`update operator set active = true, role = 'operator' where id = 'sonia'`;
    expect(await status()).toBe(403);
    await database.sql`update operator set role = 'manager' where id = 'sonia'`;
    expect(await status()).toBe(200);
    http.clock.now += 8 * 3_600_000;
    expect(await status()).toBe(403);
  });

  it("begins by a link of a quarter of an hour, for somebody who sees the charts only", async () => {
    const { sql } = database;
    const link = http.links.dashboard(operatorId("sonia"));
    expect((await get(http.links.dashboard(operatorId("ana")))).status).toBe(403);
    expect((await get(http.links.dashboard(operatorId("nobody")))).headers.has("set-cookie")).toBe(
      false,
    );
    await sql`update operator set active = false where id = 'sonia'`;
    expect((await get(link)).status).toBe(403);
    await sql`update operator set active = true where id = 'sonia'`;
    http.clock.now += 15 * 60_000;
    expect((await get(link)).headers.has("set-cookie")).toBe(false);
  });

  it("shows charts, and gives their numbers away only to whoever may take them", async () => {
    const cookie = await sessionOf(http, "sonia");
    expect((await get("/charts/outcome.png", { cookie })).headers.get("content-type")).toBe(
      "image/png",
    );
    expect((await get("/charts/outcome.csv", { cookie })).status).toBe(200);
    await database.sql`update role set permissions = array_remove(permissions, 'csv.export') where name = 'supervisor'`;
    expect((await get("/charts/outcome.svg", { cookie })).status).toBe(200);
    expect((await get("/charts/outcome.csv", { cookie })).status).toBe(403);
    const page = await (await get("/dashboard", { cookie })).text();
    expect(page).not.toContain(".csv");
  });
});

describe("a chart", () => {
  it("is asked for with parameters that can be, or not at all", async () => {
    const cookie = await sessionOf(http, "gil");
    const bad = [
      "from=2026-02-31",
      "from=2026-07-01&to=2026-06-01",
      "operator=ana&city=Recife",
      "theme=pink",
      "width=9999",
      `city=${"x".repeat(400)}`,
      "city=%00",
      "operator=a%00",
      "from=2026-01-01&from=2026-01-02",
    ];
    for (const query of bad) {
      const answer = await get(`/charts/outcome.png?${query}`, { cookie });
      expect({ query, status: answer.status }).toEqual({ query, status: 400 });
      expect(await answer.text()).toBe("Bad Request\n");
    }
    for (const name of [
      "nothing.png",
      "outcome.pdf",
      "outcome",
      "..%2Foutcome.png",
      "constructor.png",
    ]) {
      expect((await get(`/charts/${name}`, { cookie })).status).toBe(404);
    }
  });
});

describe("a token", () => {
  const post = (token: string | undefined, headers: Record<string, string> = {}) =>
    fetch(`${http.address}/api/v1/payments`, {
      method: "POST",
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        "content-type": "application/json",
        ...headers,
      },
      body: JSON.stringify({ id: "P1", invoice: "F1", amount: "1.00", paidAt: "2026-07-01" }),
    });

  it("opens only what it is for", async () => {
    const token = await tokenFor(database, { scopes: ["imports"] });
    const answer = await post(token);
    expect(answer.status).toBe(403);
    expect(answer.headers.get("www-authenticate")).toContain("insufficient_scope");
    expect(await answer.json()).toMatchObject({ type: "urn:acordo:problem:not_permitted" });
  });

  it("is worth nothing when it is made up, missing, revoked, or its operator may not", async () => {
    const token = await tokenFor(database, { scopes: ["payments"] });
    for (const wrong of [undefined, "", "x".repeat(60), `${token}A`, token.slice(0, -1)]) {
      const answer = await post(wrong);
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    }
    expect((await post(undefined, { authorization: `Basic ${token}` })).status).toBe(401);
    expect((await post(undefined, { cookie: await sessionOf(http, "gil") })).status).toBe(401);
    await database.sql`update operator set role = 'operator' where id = 'gil'`;
    expect((await post(token)).status).toBe(403);
    await database.sql`update operator set role = 'manager', active = false where id = 'gil'`;
    expect((await post(token)).status).toBe(401);
    await database.sql`update operator set active = true where id = 'gil'`;
    await database.sql`update api_token set revoked_at = now()`;
    expect((await post(token)).status).toBe(401);
    expect([...(await database.sql`select 1 from payment`)]).toEqual([]);
  });

  it("is kept as its hash, with the day on which it was used last", async () => {
    const token = await tokenFor(database, { scopes: ["payments"] });
    expect((await post(token)).status).toBe(200);
    const [row] = await database.sql`select * from api_token`;
    expect(row).toMatchObject({ last_used_on: "2026-07-01", operator_id: "gil" });
    expect(JSON.stringify(row)).not.toContain(token.slice(8));
  });
});

describe("the server", () => {
  it("tells a stranger nothing about what does not exist or cannot be read", async () => {
    expect((await get("/nothing")).status).toBe(404);
    expect(await (await get("/nothing/<script>")).text()).toBe("Not Found\n");
    expect((await get("/nothing")).headers.get("content-security-policy")).toBe(
      "default-src 'none';img-src 'self';style-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
    const unreadable = await get("/invoices/%E0%A4%A.pdf");
    expect(unreadable.status).toBe(400);
    expect(await unreadable.text()).toBe("Bad Request\n");
    const api = await get("/api/v1/nothing");
    expect(api.status).toBe(404);
    expect(api.headers.get("content-type")).toBe("application/problem+json");
  });

  it("keeps what went wrong inside to itself", async () => {
    const broken = await served(database, {
      pages: {
        access: {
          secret: Buffer.alloc(32, 7),
          publicUrl: "http://acordo.example",
          now: () => http.clock.now,
          permissionsOf: async () => new Set(["panel.charts"]),
        },
        dashboard: {
          today: () => {
            throw new Error("CPF 529.982.247-25 and a password");
          },
          readChart: async () => {
            throw new Error("never");
          },
          choices: async () => ({ operators: [], cities: [] }),
        },
        documents: {
          print: async () => {
            throw new Error("never");
          },
          explain: () => "",
        },
      },
    });
    const answer = await fetch(broken.here(http.links.chart("outcome", "png")));
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe("Internal Server Error\n");
    await broken.close();
  });

  it("answers so many requests of an address in a minute, and says when it will again", async () => {
    const narrow = await served(database, { limits: { pagesPerMinute: 3, apiPerMinute: 2 } });
    const statuses = async (path: string) => {
      const found: number[] = [];
      for (let n = 0; n < 5; n += 1) {
        const answer = await fetch(narrow.address + path, {
          headers: { "x-forwarded-for": `10.0.0.${n}` },
        });
        if (answer.status === 429)
          expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
        found.push(answer.status);
      }
      return found;
    };
    expect(await statuses("/dashboard")).toEqual([403, 403, 403, 429, 429]);
    expect(await statuses("/api/v1/payments")).toEqual([404, 404, 429, 429, 429]);
    expect(await statuses("/healthz")).toEqual([200, 200, 200, 200, 200]);
    await narrow.close();
  });

  it("believes a proxy where a request comes from only when it is told to", async () => {
    const behind = await served(database, {
      limits: { pagesPerMinute: 1, apiPerMinute: 1 },
      trustedProxies: ["127.0.0.1"],
    });
    const from = async (address: string) => {
      const headers = { "x-forwarded-for": address };
      return (await fetch(`${behind.address}/dashboard`, { headers })).status;
    };
    expect(await from("10.0.0.1")).toBe(403);
    expect(await from("10.0.0.2")).toBe(403);
    expect(await from("10.0.0.1")).toBe(429);
    await behind.close();
  });

  it("takes no request that is two in one", async () => {
    const { port } = new URL(http.address);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), "127.0.0.1");
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("close", () => resolve(text));
      socket.on("error", reject);
      socket.write(
        "POST /api/v1/payments HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /dashboard HTTP/1.1\r\nHost: a\r\n\r\n",
      );
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });
});

describe("the metrics", () => {
  it("are for a token of theirs, and count without naming anybody", async () => {
    expect((await get("/metrics")).status).toBe(401);
    const token = await tokenFor(database, { scopes: ["metrics"], operator: "sonia" });
    await get(http.links.invoice(invoiceId("F1")));
    const answer = await get("/metrics", { authorization: `Bearer ${token}` });
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).toContain('acordo_outbox{of="waiting"} 0');
    expect(text).toContain(
      'acordo_http_request_seconds_count{method="GET",route="/invoices/:file",status="200"}',
    );
    expect(text).not.toMatch(/F1|signature|Cliente/);
  });
});
