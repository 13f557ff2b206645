import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import {
  collect,
  contents,
  contract,
  counts,
  customer,
  empty,
  type Fields,
  importRecords,
  importText,
  invoice,
  ladder,
  payment,
  reasons,
  writers,
} from "./fixture.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.sql`insert into role (name, permissions, max_discount, max_instalments)
    values ('operator', '{}', 0, 1) on conflict do nothing`;
});
afterAll(() => database.close());
beforeEach(() => empty(database.sql));

const take = (...records: Fields[]) => importRecords(database.sql, records);

/** Each before what it refers to. */
const ONE_OF_EACH: Fields[] = [
  { type: "category", id: "1", name: "Promise" },
  { type: "ledgerUnit", id: "1", code: "3.1", name: "Fines" },
  { type: "paymentProfile", id: "1", name: "Bank", bank: "001", pixKey: "pay@isp.com.br" },
  { type: "operator", id: "op", name: "Olga", role: "operator", slackUserId: "U1" },
  ladder("L", 10),
  customer("C", { taxId: "529.982.247-25", mobile: "(11) 98765-4321", state: "sp" }),
  contract("K", "C", { ladder: "L", plan: "500 Mb", onTimeDiscount: 5 }),
  { type: "connection", id: "X", customer: "C", contract: "K", login: "c@isp", status: "blocked" },
  {
    type: "notice",
    id: "N",
    customer: "C",
    kind: "debt",
    deliveredAt: "2026-10-20T23:30:00-03:00",
  },
  invoice("F", "C", { contract: "K", chargeNumber: "700", paymentProfile: "1" }),
  payment("P", { chargeNumber: "700", method: "pix" }),
];

describe("an import", () => {
  test("takes every type, in any order of the lines", async () => {
    const report = await take(...ONE_OF_EACH.toReversed());
    expect(reasons(report)).toEqual([]);
    expect(counts(report)).toMatchObject({ read: 11, created: 11 });
    const [row] = await database.sql`
      select u.tax_id, u.mobile, u.state, k.on_time_discount_cents, x.blocked_on::text, n.delivered_at::text,
             i.ladder_id, i.payment_profile, i.paid_cents, i.state as invoice_state, l.forward_day
      from customer u, contract k, connection x, notice n, invoice i, ladder l`;
    expect(row).toEqual({
      tax_id: "52998224725",
      mobile: "+5511987654321",
      state: "SP",
      on_time_discount_cents: 500,
      blocked_on: "2026-11-24",
      delivered_at: "2026-10-20",
      ladder_id: "L",
      payment_profile: "Bank",
      paid_cents: 10_000,
      invoice_state: "open",
      forward_day: 10,
    });
  });

  test("changes nothing and writes nothing the second time", async () => {
    await take(...ONE_OF_EACH);
    await collect(database.sql, "F", "classified");
    const before = await writers(database.sql);
    expect(counts(await take(...ONE_OF_EACH))).toMatchObject({ read: 11, unchanged: 11 });
    expect(await writers(database.sql)).toEqual(before);
  });

  test("leaves absent fields as they are, and clears those that are null or empty", async () => {
    await take(customer("C", { city: "Olinda", email: "a@b.com.br", mobile: "11987654321" }));
    const report = await take({ type: "customer", id: "C", city: null, email: "" });
    expect(counts(report)).toMatchObject({ updated: 1 });
    const [row] = await database.sql`select name, city, email, mobile from customer`;
    expect(row).toEqual({ name: "Customer C", city: null, email: null, mobile: "+5511987654321" });
  });

  test("asks for what a new row must have, and does not let it be cleared", async () => {
    await take(customer("C"));
    const report = await take(
      { type: "customer", id: "D", city: "Olinda" },
      { type: "customer", id: "C", name: "" },
      { type: "customer", name: "Nobody" },
    );
    expect(report.rejected.map(({ line, field }) => `${line} ${field}`)).toEqual([
      "1 name",
      "2 name",
      "3 id",
    ]);
  });

  test("takes a later line with the same id as an update, and an identical one as unchanged", async () => {
    const lines = [
      { type: "category", id: "1", name: "A" },
      { type: "category", id: "1", name: "A" },
      { type: "category", id: "1", name: "B" },
    ];
    expect(counts(await take(...lines))).toMatchObject({ created: 1, updated: 1, unchanged: 1 });
    expect((await database.sql`select name from category`)[0]).toEqual({ name: "B" });
    const before = await writers(database.sql);
    expect(counts(await take(...lines))).toMatchObject({ unchanged: 3 });
    expect((await writers(database.sql)).map((row) => row.split(" ").slice(0, 3))).toEqual(
      before.map((row) => row.split(" ").slice(0, 3)),
    );
  });

  test("gives a name, code, number or Slack user to one only", async () => {
    await take({ type: "category", id: "1", name: "A" });
    const report = await take(
      { type: "category", id: "2", name: "A" },
      { type: "ledgerUnit", id: "1", code: "3.1", name: "x" },
      { type: "ledgerUnit", id: "2", code: "3.1", name: "x" },
      { type: "operator", id: "a", name: "A", role: "operator", slackUserId: "U1" },
      { type: "operator", id: "b", name: "B", role: "operator", slackUserId: "U1" },
    );
    expect(reasons(report)).toEqual([
      '1 name: "A" is used already by "1"; expected one that no other has',
      '3 code: "3.1" is used already by "1"; expected one that no other has',
      '5 slackUserId: "U1" is used already by "a"; expected one that no other has',
    ]);
  });

  test("rejects what refers to nothing, to another customer, or to a rejected line", async () => {
    const report = await take(
      customer("C"),
      customer("D", { taxId: "529.982.247-26" }),
      contract("K", "C"),
      contract("K2", "C", { ladder: "none" }),
      customer("E"),
      invoice("F1", "D"),
      invoice("F2", "E", { contract: "K" }),
      invoice("F3", "C", { contract: "K2" }),
      { type: "connection", id: "X", customer: "E", contract: "K", login: "e" },
      payment("P1", { invoice: "F1" }),
      { type: "operator", id: "o", name: "O", role: "emperor" },
      contract("K", "E"),
    );
    expect(report.rejected.map(({ line, field }) => `${line} ${field}`)).toEqual([
      "2 taxId",
      "4 ladder",
      "6 customer",
      "7 contract",
      "8 contract",
      "9 contract",
      "10 invoice",
      "11 role",
      "12 customer",
    ]);
  });

  test("names field, value and expectation, and shows nobody's tax id or phone", async () => {
    const report = await take(
      customer("A", { taxId: "529.982.247-26" }),
      customer("B", { mobile: "+1 202 555 0123" }),
      customer("C", { nome: "x" }),
      customer("D", { name: "x".repeat(301) }),
      customer("E", { email: "nobody" }),
      customer("F", { city: "52998224725\u0000" }),
      { type: "ladder", id: "1", name: "x", steps: [{ day: 1, action: "dance now" }] },
      { type: "ghost", id: "1" },
      invoice("AC12-1", "A"),
      payment("P", { invoice: "F", paidAt: "2026-11-25" }),
      payment("Q", { amount: "12345678901234567" }),
      payment("R", { invoice: "F", amount: 0 }),
      payment("S", { invoice: "F", amount: 12.345 }),
    );
    const text = reasons(report).join("\n");
    expect(report.rejected.map(({ line }) => line)).toEqual(
      Array.from({ length: 13 }, (_, i) => i + 1),
    );
    expect(text).toContain('1 taxId: "***.***.**7-26" is not a CPF or CNPJ');
    expect(text).toContain('2 mobile: "+* *** *** 0123" is not a Brazilian phone number');
    expect(text).toContain("3 nome: not a field of this type; expected id, name, taxId");
    expect(text).toContain(
      `4 name: "${"x".repeat(40)}…" is too long; expected at most 300 characters`,
    );
    expect(text).toContain('9 id: "AC12-1" is reserved');
    expect(text).toContain(
      '10 paidAt: "2026-11-25" is in the future; expected 2026-11-24 or before',
    );
    expect(text).toContain('11 amount: "12345678901234567" is not an amount');
    expect(text).toContain('12 amount: "0" is not an amount above zero');
    expect(text).toContain('13 amount: "12.345" is not an amount');
    expect(text).not.toMatch(/52998224725|529\.982/);
  });

  test("hides what looks like a tax id wherever it stands, and leaves amounts and ids readable", async () => {
    const shown = async (field: string, value: unknown) =>
      (await take(invoice("F", "C", { [field]: value }))).rejected[0]?.reason;
    expect(await shown("amount", "99999999999999999999")).toContain('"99999999999999999999"');
    expect(await shown("amount", "-123456789.01")).toContain('"-123456789.01"');
    expect(await shown("customer", "1234567890")).toContain('"1234567890"');
    for (const taxId of ["52998224725", "529.982.247-25", "11.222.333/0001-81", "11222333000181"]) {
      const reason = await shown("customer", taxId);
      expect(reason).toContain(`${taxId.slice(-3)}"`);
      expect(reason).not.toContain(taxId.slice(0, -4));
    }
  });

  test("says what is expected where a control character came, and repeats none", async () => {
    const report = await take(
      customer("A", { name: "Ana\u0000\u001b[2J" }),
      customer("B", { email: "a\u0001@b.com.br" }),
    );
    expect(reasons(report)).toEqual([
      '1 name: "Ana\\u0000\\u001b[2J" cannot be kept; expected text without control characters (tab and line break may stand in it)',
      '2 email: "a\\u0001@b.com.br" is not an e-mail address; expected one like name@example.com',
    ]);
  });

  test("skips blank lines, and says which lines are no JSON", async () => {
    const report = await importText(
      database.sql,
      '\n{"type":"category","id":1,"name":"A"}\r\n  \n{"id"\n[]\n',
      {
        format: "ndjson",
      },
    );
    expect(counts(report)).toMatchObject({ read: 3, created: 1, rejected: 2 });
    expect(report.rejected.map(({ line }) => line)).toEqual([4, 5]);
  });

  test("lands the good lines of a file with a line that is too long", async () => {
    const long = JSON.stringify(customer("L", { city: "x".repeat(3_000_000) }));
    const report = await importText(
      database.sql,
      [JSON.stringify(customer("A")), long, JSON.stringify(customer("B"))].join("\n"),
    );
    expect(reasons(report)).toEqual(["2 line: longer than 1 MiB"]);
    expect(counts(report)).toMatchObject({ read: 3, created: 2 });
  });

  test("keeps the first 10,000 rejections by line and counts them all", async () => {
    const bad = Array.from({ length: 10_500 }, (_, i) =>
      i % 2 === 0 ? customer(`${i}`, { state: "XX" }) : contract(`${i}`, "nobody"),
    );
    const report = await take(...bad);
    expect(report.rejectedCount).toBe(10_500);
    expect(report.rejected.map(({ line }) => line)).toEqual(
      Array.from({ length: 10_000 }, (_, i) => i + 1),
    );
  });

  test("ends a contract by its date, once that day has come", async () => {
    await take(
      customer("C"),
      contract("past", "C", { endedAt: "2026-11-24" }),
      contract("ahead", "C", { endedAt: "2026-11-25" }),
    );
    const rows = await database.sql`select id, status from contract order by id`;
    expect([...rows]).toEqual([
      { id: "ahead", status: "active" },
      { id: "past", status: "ended" },
    ]);
  });

  test("takes a ladder's new steps for its old ones, and looks again at what its day had classified", async () => {
    await take(...ONE_OF_EACH);
    await collect(database.sql, "F", "classified");
    await take({ type: "ladder", id: "L", name: "renamed" });
    expect((await database.sql`select recheck from collection`)[0]).toEqual({ recheck: false });
    const steps = [
      { day: 20, action: "forward_to_collections" },
      { day: 1, action: "message" },
    ];
    await take({ type: "ladder", id: "L", steps });
    expect((await database.sql`select recheck from collection`)[0]).toEqual({ recheck: true });
    expect((await database.sql`select name, forward_day from ladder`)[0]).toEqual({
      name: "renamed",
      forward_day: 20,
    });
    expect(await database.sql`select day, action from ladder_step order by day`).toHaveLength(2);
  });

  test("hands a contract's new ladder on to its invoices", async () => {
    await take(...ONE_OF_EACH, ladder("M", 30));
    await collect(database.sql, "F", "classified");
    await take(contract("K", "C", { ladder: "M" }));
    expect((await database.sql`select ladder_id from invoice`)[0]).toEqual({ ladder_id: "M" });
    expect((await database.sql`select recheck from collection`)[0]).toEqual({ recheck: true });
  });

  test("leaves nothing of its own on the connection", async () => {
    await take(...ONE_OF_EACH);
    const before = await contents(database.sql);
    const left = await database.sql`select relname from pg_class where relname like 'import%'`;
    expect([...left]).toEqual([]);
    expect(await contents(database.sql)).toEqual(before);
  });
});
