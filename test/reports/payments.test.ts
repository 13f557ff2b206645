import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { events, standing } from "#test/support/look.ts";
import { aProvider } from "#test/support/provider.ts";
import { type Served, served, tokenFor } from "./support.ts";

let database: TestDatabase;
let http: Served;
let token: string;

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
  await provider.customer("C1", {
    owing: { F1: ["129.90", "2026-06-01"], F2: ["50.00", "2026-06-01"] },
  });
  await database.sql`update invoice set charge_number = 'N' || id`;
  token = await tokenFor(database, { scopes: ["payments", "imports"] });
});

const PAID = { id: "P1", invoice: "F1", amount: "129.90", paidAt: "2026-06-30", method: "pix" };

async function pay(body: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`${http.address}/api/v1/payments`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      ...headers,
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    type: answer.headers.get("content-type"),
    text,
    body: parsed(text),
  };
}

const parsed = (text: string) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

describe("a payment that the billing system sends", () => {
  it("settles the invoice, under billing's own id and in the name of the token's operator", async () => {
    expect(await pay(PAID)).toMatchObject({
      status: 200,
      body: {
        payment: "P1",
        invoice: "F1",
        amount: "129.90",
        applied: "129.90",
        balance: "0.00",
        credit: "0.00",
        settled: true,
      },
    });
    expect(await standing(database.sql, "F1")).toMatchObject({ state: "paid", paid: 12_990 });
    expect(await events(database.sql, "payment_received")).toMatchObject([
      { invoice: "F1", actor: "gil", data: { amountCents: 12_990, paidAt: "2026-06-30" } },
    ]);
    const payments = await database.sql`select id, method from payment`;
    expect([...payments]).toEqual([{ id: "P1", method: "pix" }]);
  });

  it("finds its invoice by the charge number", async () => {
    const { invoice: _, ...byCharge } = PAID;
    expect((await pay({ ...byCharge, chargeNumber: "NF1" })).body).toMatchObject({ invoice: "F1" });
    expect(await pay({ ...byCharge, id: "P2", chargeNumber: "NF9" })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "chargeNumber", got: '"NF9"' }] },
    });
    expect(await pay({ ...PAID, id: "P3", invoice: "F2", chargeNumber: "NF1" })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "chargeNumber", expected: "the charge number of that invoice" }] },
    });
    await database.sql`update invoice set charge_number = 'same'`;
    expect((await pay({ ...byCharge, id: "P4", chargeNumber: "same" })).status).toBe(422);
  });

  it("says in part what is still owed, and what is beyond is credit", async () => {
    expect((await pay({ ...PAID, amount: "29.9" })).body).toMatchObject({
      applied: "29.90",
      balance: "100.00",
      settled: false,
    });
    expect((await pay({ ...PAID, id: "P2", amount: "150" })).body).toMatchObject({
      applied: "100.00",
      credit: "50.00",
      settled: true,
    });
  });

  it("acts once when it is sent again, and gets the same answer", async () => {
    const first = await pay(PAID);
    expect(await pay(PAID)).toEqual(first);
    expect(await events(database.sql, "payment_received")).toHaveLength(1);
  });

  it("acts once also when it comes ten times at once", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => pay(PAID)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await events(database.sql, "payment_received")).toHaveLength(1);
  });

  it("is refused under its id with another amount, and under another key once it is recorded", async () => {
    await pay(PAID);
    expect(await pay({ ...PAID, amount: "10.00" })).toMatchObject({
      status: 422,
      body: { type: "urn:acordo:problem:key_reused" },
    });
    expect(await pay(PAID, { "idempotency-key": "another" })).toMatchObject({
      status: 409,
      type: "application/problem+json",
      body: {
        type: "urn:acordo:problem:payment_known",
        title: "Conflict",
        status: 409,
        detail: 'Payment "P1" is recorded already, on invoice F1. Nothing was recorded again.',
      },
    });
    expect(await events(database.sql, "payment_received")).toHaveLength(1);
  });
});

/** The same news in a file of the billing system. */
async function fromFile(invoice: string, amount: string) {
  const line = { type: "payment", id: `file-${invoice}`, invoice, amount, paidAt: "2026-06-30" };
  const answer = await fetch(`${http.address}/api/v1/imports`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/x-ndjson" },
    body: JSON.stringify(line),
  });
  return (await answer.json()) as { readonly created: number; readonly rejectedCount: number };
}

describe("money for an invoice that is open no more", () => {
  const changed = (state: string) => database.sql`
    update invoice set state = ${state}, billing_state = ${state},
      paid_cents = case when ${state} = 'paid' then amount_cents else paid_cents end`;
  const became = async (invoice: string) => {
    const [row] = await database.sql`
      select p.amount_cents, p.applied_cents, i.state, i.paid_cents
      from payment p join invoice i on i.id = p.invoice_id where i.id = ${invoice}`;
    return row;
  };

  beforeEach(() => database.sql`update invoice set amount_cents = 10000`);

  it("stays as the customer's credit when the invoice was paid before", async () => {
    await pay({ ...PAID, amount: "100.00" });
    expect(await pay({ ...PAID, id: "P2", amount: "100.00" })).toMatchObject({
      status: 200,
      body: { applied: "0.00", balance: "0.00", credit: "100.00", settled: true },
    });
    expect(await standing(database.sql, "F1")).toMatchObject({ state: "paid", paid: 10_000 });
    expect(await events(database.sql, "payment_received")).toHaveLength(2);
  });

  it.each([
    ["paid", { applied: "100.00", credit: "50.00", settled: true }],
    ["deleted", { applied: "0.00", credit: "150.00", settled: false }],
    ["suspended", { applied: "100.00", credit: "50.00", settled: true }],
  ])("does what the same line of a file does where it is %s", async (state, answer) => {
    await changed(state);
    expect(await pay({ ...PAID, amount: "150.00" })).toMatchObject({ status: 200, body: answer });
    expect(await fromFile("F2", "150.00")).toMatchObject({ created: 1, rejectedCount: 0 });
    expect(await became("F1")).toEqual(await became("F2"));
  });

  it("leaves a suspended invoice suspended while it is paid in part", async () => {
    await changed("suspended");
    await pay({ ...PAID, amount: "40.00" });
    await fromFile("F2", "40.00");
    expect(await became("F1")).toEqual(await became("F2"));
    expect(await standing(database.sql, "F1")).toMatchObject({ state: "suspended", paid: 4_000 });
  });
});

describe("an idempotency key", () => {
  const key = { "idempotency-key": "0b7c2b1e" };

  it("gives the answer of the first time, and no other body may have it", async () => {
    const first = await pay(PAID, key);
    expect(await pay(PAID, key)).toEqual(first);
    expect(await pay({ ...PAID, id: "P2", invoice: "F2" }, key)).toMatchObject({
      status: 422,
      body: { errors: [{ field: "Idempotency-Key" }] },
    });
    expect(await standing(database.sql, "F2")).toMatchObject({ state: "open", paid: 0 });
  });

  it("is a token's own", async () => {
    await pay(PAID, key);
    token = await tokenFor(database, { scopes: ["payments"], name: "other" });
    const other = await pay({ ...PAID, id: "P2", invoice: "F2", amount: "50.00" }, key);
    expect(other).toMatchObject({ status: 200, body: { invoice: "F2" } });
  });

  it("is visible ASCII of 200 characters at the most", async () => {
    for (const wrong of ["a b", "x".repeat(201)]) {
      expect(await pay(PAID, { "idempotency-key": wrong })).toMatchObject({
        status: 400,
        body: { errors: [{ field: "idempotency-key" }] },
      });
    }
  });
});

describe("what cannot be recorded", () => {
  it.each([
    ["amount", "129,90", 'a decimal string in reais with a point, such as "129.90"'],
    ["amount", 129.9, 'a decimal string in reais with a point, such as "129.90"'],
    ["amount", "-1.00", 'a decimal string in reais with a point, such as "129.90"'],
    ["paidAt", "30/06/2026", "a day that exists, as YYYY-MM-DD"],
    ["paidAt", "2026-02-31", "a day that exists, as YYYY-MM-DD"],
    ["id", "ACP7", "an id that does not begin with ACP"],
    ["id", "two\nlines", "the payment's id in the billing system: 1 to 100 characters on one line"],
    ["id", undefined, "the payment's id in the billing system, as text"],
    ["note", "hello", "no such field"],
  ])("names the field %s when %j comes, and what is expected", async (field, got, expected) => {
    const answer = await pay({ ...PAID, [field]: got });
    expect(answer).toMatchObject({ status: 400, type: "application/problem+json" });
    expect(answer.body.errors).toMatchObject([{ field, expected }]);
    expect(await events(database.sql)).toHaveLength(1);
  });

  it("never repeats a whole tax id", async () => {
    const { text } = await pay({ ...PAID, amount: "529.982.247-25" });
    expect(text).toContain('"got"');
    expect(text).not.toMatch(/529\.?982/);
  });

  it("is told in the words of the core, with a status for programs", async () => {
    const answers = [
      [{ ...PAID, invoice: "F9" }, 422, "invoice_unknown"],
      [{ ...PAID, amount: "0.00" }, 422, "amount_not_positive"],
      [{ ...PAID, paidAt: "2026-07-02" }, 422, "paid_in_the_future"],
      [{ ...PAID, invoice: undefined }, 422, "invoice_unknown"],
    ] as const;
    for (const [body, status, code] of answers) {
      expect(await pay(body)).toMatchObject({
        status,
        body: { type: `urn:acordo:problem:${code}`, status },
      });
    }
  });

  it("is no JSON, or not said to be", async () => {
    expect(await pay("{")).toMatchObject({
      status: 400,
      body: { detail: "The body is not JSON." },
    });
    expect(await pay("")).toMatchObject({ status: 400, body: { detail: "The body is empty." } });
    for (const type of ["text/plain", "application/xml", "application/x-ndjson"]) {
      expect(await pay(JSON.stringify(PAID), { "content-type": type })).toMatchObject({
        status: 415,
        type: "application/problem+json",
      });
    }
    expect(await pay({ ...PAID, method: "x".repeat(70_000) })).toMatchObject({ status: 413 });
    expect(await standing(database.sql, "F1")).toMatchObject({ state: "open" });
  });
});
