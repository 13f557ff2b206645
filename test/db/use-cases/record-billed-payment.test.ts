import { expect, test } from "vitest";
import { recordBilledPayment } from "#core/use-cases/record-billed-payment.ts";
import { must, opening } from "#test/support/desk.ts";
import { agreementStatus, events, standing } from "#test/support/look.ts";
import { reais, single, unchanged } from "#test/support/proposals.ts";
import { invoiceId } from "#test/support/provider.ts";

const provider = opening();

async function owing() {
  const p = provider();
  await p.customer("C1", { owing: { A: ["100.00", "2026-05-11"] } });
  const tell = (id: string, amount: string, invoice = "A") =>
    p.ask(recordBilledPayment, { id, invoice: invoiceId(invoice), amountCents: reais(amount) });
  return { ...p, tell };
}

test("news of a payment that was recorded by hand before is credit, and moves nothing", async () => {
  const p = await owing();
  await p.negotiate("C1");
  must(await p.agree("C1", ["A"], unchanged()));
  must(await p.pay("A"));
  const before = await standing(p.database.sql, "A");
  expect(must(await p.tell("P1", "100.00"))).toEqual({
    invoice: "A",
    amount: 10_000,
    applied: 0,
    balance: 0,
    credit: 10_000,
    settled: true,
    voided: null,
  });
  expect(await standing(p.database.sql, "A")).toEqual(before);
  expect(await events(p.database.sql, "agreement_fulfilled")).toHaveLength(1);
});

test("what billing called paid is explained once, and only what is beyond is credit", async () => {
  const p = await owing();
  await p.changeOutside("A", "paid");
  expect(must(await p.tell("P1", "70.00"))).toMatchObject({ applied: 7_000, credit: 0 });
  expect(must(await p.tell("P2", "70.00"))).toMatchObject({ applied: 3_000, credit: 4_000 });
  expect(must(await p.tell("P3", "10.00"))).toMatchObject({ applied: 0, credit: 1_000 });
  expect(await standing(p.database.sql, "A")).toMatchObject({ state: "paid", paid: 10_000 });
});

test("an invoice that an agreement replaced takes no money", async () => {
  const p = await owing();
  await p.negotiate("C1");
  const { agreement } = must(await p.agree("C1", ["A"], single("2026-07-20")));
  await p.refused(() => p.tell("P1", "100.00"), {
    code: "payment_of_replaced",
    invoice: "A",
    agreement,
  });
  expect(await agreementStatus(p.database.sql, agreement ?? 0)).toBe("live");
});

test("a payment is recorded once under its id, on the day it was made or before", async () => {
  const p = await owing();
  must(await p.tell("P1", "100.00"));
  await p.refused(() => p.tell("P1", "50.00"), { code: "payment_known", payment: "P1" });
  await p.refused(() => p.tell("P2", "0.00"), { code: "amount_not_positive" });
});
