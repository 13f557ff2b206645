import { expect, test } from "vitest";
import type { Cents } from "#core/money.ts";
import { recordPayment } from "#core/use-cases/record-payment.ts";
import { must, opening } from "#test/support/desk.ts";
import { agreementStatus, events, outbox, stages, standing } from "#test/support/look.ts";
import { single, split, unchanged } from "#test/support/proposals.ts";
import { invoiceId } from "#test/support/provider.ts";

const provider = opening();

async function owing(onTimeDiscount = "0") {
  const p = provider();
  await p.customer("C1", {
    onTimeDiscount,
    owing: { A: ["100.00", "2026-05-11"], B: ["80.00", "2026-06-08"], S: ["60.00", "2026-07-04"] },
  });
  return p;
}

test("without an amount all that is owed is paid", async () => {
  const p = await owing();
  expect(must(await p.pay("A", { method: "pix" }, { as: "sonia" }))).toEqual({
    invoice: "A",
    amount: 10000,
    applied: 10000,
    balance: 0,
    credit: 0,
    settled: true,
    voided: null,
  });
  expect(await standing(p.database.sql, "A")).toMatchObject({ state: "paid", paid: 10000 });
  expect(
    await p.database
      .sql`select id, amount_cents, applied_cents, paid_at::text, method, source from payment`,
  ).toEqual([
    {
      id: "ACP1",
      amount_cents: 10000,
      applied_cents: 10000,
      paid_at: "2026-07-01",
      method: "pix",
      source: "manual",
    },
  ]);
  expect(await events(p.database.sql, "payment_received")).toMatchObject([
    { invoice: "A", actor: "sonia", data: { amountCents: 10000, balanceCents: 0, method: "pix" } },
  ]);
});

test("where contracts charge for paying late, what was due that day is paid with it and no credit comes of it", async () => {
  const p = await owing();
  for (const charge of ["charge.lateFine", "charge.lateInterest"])
    must(await p.set(charge, "true"));
  // 2 % of 100.00 and 51 days' interest; of 80.00 they are 1.60 and 0.61 on the 23rd day.
  const settled = { balance: 0, credit: 0, settled: true };
  expect(must(await p.pay("A"))).toMatchObject({
    ...settled,
    amount: 10370,
    applied: 10000,
    lateCharges: 370,
  });
  expect(must(await p.pay("B", { amount: "85.00" }))).toMatchObject({
    ...settled,
    amount: 8500,
    applied: 8000,
    lateCharges: 221,
    credit: 279,
  });
  expect(must(await p.pay("S"))).not.toHaveProperty("lateCharges");
  expect(await standing(p.database.sql, "A")).toMatchObject({ state: "paid", paid: 10000 });
  expect(await events(p.database.sql, "payment_received")).toMatchObject([
    { invoice: "A", data: { amountCents: 10000, chargesCents: 370, balanceCents: 0 } },
    { invoice: "B", data: { amountCents: 8279, appliedCents: 8000, chargesCents: 221 } },
    { invoice: "S", data: { amountCents: 6000 } },
  ]);
});

test("a part moves nothing but the balance, a second part settles", async () => {
  const p = await owing();
  const { sql } = p.database;
  await p.negotiate("C1");
  expect(must(await p.pay("A", { amount: "30.00" }))).toMatchObject({
    balance: 7000,
    settled: false,
    voided: null,
  });
  expect(await standing(sql, "A")).toMatchObject({
    state: "open",
    paid: 3000,
    stage: "awaiting negotiation",
  });
  expect(await sql`select amount_cents from customer_panel`).toEqual([{ amount_cents: 15000 }]);
  expect(must(await p.pay("A"))).toMatchObject({ amount: 7000, balance: 0, settled: true });
  expect(await sql`select amount_cents from customer_panel`).toEqual([{ amount_cents: 8000 }]);
});

test("what is too much is the customer's credit and pays nothing else", async () => {
  const p = await owing();
  expect(must(await p.pay("A", { amount: "150.00" }))).toMatchObject({
    amount: 15000,
    applied: 10000,
    credit: 5000,
    settled: true,
    voided: null,
  });
  expect(await standing(p.database.sql, "B")).toMatchObject({ paid: 0, state: "open" });
});

test("on time the discount counts as paid: up to the first business day on or after the due date", async () => {
  const p = await owing("10.00");
  // Due on a Saturday: the Monday after is in time, the Tuesday is not.
  expect(
    must(await p.pay("S", { at: "2026-07-07", amount: "50.00" }, { on: "2026-07-20" })),
  ).toMatchObject({
    settled: false,
    balance: 1000,
  });
  await p.customer("C2", { onTimeDiscount: "10.00", owing: { T: ["60.00", "2026-07-04"] } });
  expect(must(await p.pay("T", { at: "2026-07-06" }, { on: "2026-07-20" }))).toEqual({
    invoice: "T",
    amount: 5000,
    applied: 5000,
    balance: 0,
    credit: 0,
    settled: true,
    voided: null,
  });
  expect(await standing(p.database.sql, "T")).toMatchObject({ state: "paid", paid: 5000 });
});

test("a discount as large as what is owed leaves nothing to pay, and still settles", async () => {
  const p = provider();
  await p.customer("C1", { onTimeDiscount: "60.00", owing: { S: ["60.00", "2026-07-04"] } });
  expect(must(await p.pay("S"))).toMatchObject({ settled: true, balance: 0 });
});

test("paid while classified: it leaves panel 1 at the classifier's next run", async () => {
  const p = await owing();
  const { sql } = p.database;
  must(await p.classify());
  must(await p.pay("A"));
  expect(must(await p.classify())).toMatchObject({ classified: 0, released: 1, invoices: 1 });
  expect(await stages(sql, "C1")).toBe("A: none, B: classified, S: none");
  expect(await events(sql, "invoice_released")).toMatchObject([
    { invoice: "A", data: { reason: "paid", from: "classified" } },
  ]);
});

test("paid in contact or awaiting negotiation: it leaves at once", async () => {
  const p = await owing();
  const { sql } = p.database;
  must(await p.classify());
  must(await p.start("C1", ["A"]));
  must(await p.confirm("C1"));
  must(await p.start("C1", ["B"]));
  must(await p.pay("A"));
  must(await p.pay("B"));
  expect(await stages(sql, "C1")).toBe("A: none, B: none, S: none");
  expect(await events(sql, "invoice_released")).toMatchObject([
    { invoice: "A", data: { reason: "paid", from: "awaiting negotiation" } },
    { invoice: "B", data: { reason: "paid", from: "in contact" } },
  ]);
  expect(await outbox(sql)).toMatchObject([
    { kind: "thank_customer", customer: "C1", invoice: "A" },
    { kind: "thank_customer", customer: "C1", invoice: "B" },
  ]);
});

test("paid in an agreement: settled, the customer thanked, and fulfilled with the last one", async () => {
  const p = await owing();
  const { sql } = p.database;
  await p.negotiate("C1");
  must(await p.agree("C1", ["A", "B"], split(2, "2026-07-20"), { as: "ana" }));
  must(await p.pay("AC1-1", { at: "2026-07-15" }, { on: "2026-07-16" }));
  expect(
    await sql`select stage, settled_on::text, amount_cents, operator_id from collection where invoice_id = 'AC1-1'`,
  ).toEqual([
    { stage: "settled", settled_on: "2026-07-15", amount_cents: 9000, operator_id: "ana" },
  ]);
  expect(await agreementStatus(sql, 1)).toBe("live");
  expect(await outbox(sql)).toEqual([
    { kind: "thank_customer", customer: "C1", invoice: "AC1-1", amountCents: 9000 },
  ]);
  must(await p.pay("AC1-2", {}, { on: "2026-08-20" }));
  expect(await agreementStatus(sql, 1)).toBe("fulfilled");
  expect(await events(sql, "agreement_fulfilled")).toMatchObject([{ data: { totalCents: 18000 } }]);
  expect(await stages(sql, "C1")).toBe(
    "A: replaced, AC1-1: settled, AC1-2: settled, B: replaced, S: none",
  );
});

test("a broken invoice can still be paid, and keeps its agreement", async () => {
  const p = await owing();
  await p.negotiate("C1");
  must(await p.agree("C1", ["A", "B"], unchanged({ tolerance: "2026-07-08" })));
  must(await p.pay("A", {}, { on: "2026-08-01" }));
  must(await p.pay("B", {}, { on: "2026-08-01" }));
  expect(await agreementStatus(p.database.sql, 1)).toBe("fulfilled");
});

test("refused, changing nothing", async () => {
  const p = await owing();
  await p.negotiate("C1");
  must(await p.agree("C1", ["A"], single("2026-07-20")));
  await p.refused(() => p.pay("X"), { code: "invoice_unknown", invoice: "X" });
  await p.refused(() => p.pay("A"), { code: "payment_of_replaced", invoice: "A", agreement: 1 });
  await p.refused(() => p.pay("B", { at: "2026-07-02" }), {
    code: "paid_in_the_future",
    got: "2026-07-02",
    today: "2026-07-01",
  });
  for (const amountCents of [0, -100] as Cents[]) {
    await p.refused(() => p.ask(recordPayment, { invoice: invoiceId("B"), amountCents }), {
      code: "amount_not_positive",
      got: amountCents,
    });
  }
  await p.refused(() => p.pay("B", {}, { as: "ana" }), {
    code: "not_permitted",
    permission: "invoice.pay",
    role: "operator",
  });
  must(await p.pay("B"));
  await p.refused(() => p.pay("B"), { code: "already_paid", invoice: "B" });
  for (const state of ["deleted", "suspended"] as const) {
    await p.changeOutside("S", state);
    await p.refused(() => p.pay("S"), { code: "payment_of_not_open", invoice: "S", state });
  }
});
