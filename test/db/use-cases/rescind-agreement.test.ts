import { expect, test } from "vitest";
import { must, opening } from "#test/support/desk.ts";
import { agreementStatus, bureauRecords, events, stages, standing } from "#test/support/look.ts";
import { single, split, unchanged } from "#test/support/proposals.ts";

const provider = opening();

async function negotiating() {
  const p = provider();
  await p.customer("C1", {
    owing: {
      B: ["80.00", "2026-06-08", { number: "9" }],
      D: ["40.00", "2026-06-08", { number: "10" }],
      A: ["100.00", "2026-05-11"],
    },
  });
  await p.negotiate("C1");
  return p;
}

test("nothing paid: new invoices deleted, sources back as they were", async () => {
  const p = await negotiating();
  const { sql } = p.database;
  must(await p.agree("C1", ["B", "A"], split(2, "2026-07-20", { fine: "2" }), { as: "ana" }));
  const answer = must(await p.rescind(1, "cliente desistiu", { as: "ana", on: "2026-07-02" }));
  expect(answer).toEqual({
    agreement: 1,
    restored: [
      { invoice: "A", amount: 10000, credited: 0 },
      { invoice: "B", amount: 8000, credited: 0 },
    ],
  });
  expect(await stages(sql, "C1")).toBe(
    "A: awaiting negotiation, AC1-1: none, AC1-2: none, B: awaiting negotiation, D: awaiting negotiation",
  );
  expect(await standing(sql, "AC1-1")).toMatchObject({ state: "deleted" });
  expect(await standing(sql, "A")).toMatchObject({ state: "open", paid: 0 });
  expect(await sql`select status, ended_on::text, end_reason from agreement`).toEqual([
    { status: "rescinded", ended_on: "2026-07-02", end_reason: "cliente desistiu" },
  ]);
  expect((await events(sql)).slice(-5).map(({ kind, invoice }) => [kind, invoice])).toEqual([
    ["invoice_deleted", "AC1-1"],
    ["invoice_deleted", "AC1-2"],
    ["invoice_restored", "A"],
    ["invoice_restored", "B"],
    ["agreement_rescinded", null],
  ]);
});

test("what was paid, also in part, is credited to the oldest due date first, then by number", async () => {
  const p = await negotiating();
  const { sql } = p.database;
  // 220.00 in two of 110.00: the first paid, the second in part.
  must(await p.agree("C1", ["B", "D", "A"], split(2, "2026-07-20")));
  must(await p.pay("AC1-1"));
  must(await p.pay("AC1-2", { amount: "85.01" }));
  expect(must(await p.rescind(1)).restored).toEqual([
    { invoice: "A", amount: 10000, credited: 10000 },
    { invoice: "B", amount: 8000, credited: 8000 },
    { invoice: "D", amount: 4000, credited: 1501 },
  ]);
  expect(await stages(sql, "C1")).toBe(
    "A: settled, AC1-1: none, AC1-2: none, B: settled, D: awaiting negotiation",
  );
  expect(await standing(sql, "A")).toMatchObject({ state: "paid", paid: 10000, agreement: 1 });
  expect(await standing(sql, "D")).toMatchObject({ state: "open", paid: 1501 });
  expect(await sql`select amount_cents from customer_panel`).toEqual([{ amount_cents: 2499 }]);
  expect(
    await sql`select invoice_id, applied_cents, source, method from payment where source = 'credit' order by 1`,
  ).toEqual([
    { invoice_id: "A", applied_cents: 10000, source: "credit", method: "agreement 1" },
    { invoice_id: "B", applied_cents: 8000, source: "credit", method: "agreement 1" },
    { invoice_id: "D", applied_cents: 1501, source: "credit", method: "agreement 1" },
  ]);
});

test("what the sources had received before stays theirs, and more than they can take is left as credit", async () => {
  const p = await negotiating();
  must(await p.pay("A", { amount: "30.00" }));
  must(await p.agree("C1", ["A"], split(2, "2026-07-20", { charges: "50.00" })));
  must(await p.pay("AC1-1", { amount: "80.00" }));
  expect(must(await p.rescind(1)).restored).toEqual([
    { invoice: "A", amount: 10000, credited: 7000 },
  ]);
  expect(await standing(p.database.sql, "A")).toMatchObject({
    state: "paid",
    stage: "settled",
    paid: 10000,
  });
  expect(await events(p.database.sql, "agreement_rescinded")).toMatchObject([
    { data: { creditedCents: 7000, leftCents: 1000 } },
  ]);
});

test("a source that is open again can be negotiated again for what is left", async () => {
  const p = await negotiating();
  must(await p.agree("C1", ["A"], split(2, "2026-07-20")));
  must(await p.pay("AC1-1"));
  must(await p.rescind(1));
  expect(must(await p.agree("C1", ["A"], single("2026-07-20"))).plan.base).toBe(5000);
});

test("suspended sources come back open", async () => {
  const p = await negotiating();
  must(await p.set("agreement.sources", "suspended"));
  must(await p.agree("C1", ["A"], single("2026-07-20")));
  must(await p.rescind(1));
  expect(await standing(p.database.sql, "A")).toMatchObject({
    state: "open",
    stage: "awaiting negotiation",
  });
});

test("a source that billing calls paid meanwhile comes back settled", async () => {
  const p = await negotiating();
  must(await p.agree("C1", ["A", "B"], single("2026-07-20")));
  await p.changeOutside("A", "paid");
  await p.followUp();
  expect(must(await p.rescind(1)).restored).toEqual([
    { invoice: "A", amount: 10000, credited: 0 },
    { invoice: "B", amount: 8000, credited: 0 },
  ]);
  expect(await standing(p.database.sql, "A")).toMatchObject({ state: "paid", stage: "settled" });
});

test("unchanged: the unpaid go back as they are, the paid stay paid", async () => {
  const p = await negotiating();
  must(await p.agree("C1", ["A", "B", "D"], unchanged()));
  must(await p.pay("B"));
  must(await p.pay("D", { amount: "15.00" }));
  expect(must(await p.rescind(1)).restored).toEqual([
    { invoice: "A", amount: 10000, credited: 0 },
    { invoice: "B", amount: 8000, credited: 8000 },
    { invoice: "D", amount: 4000, credited: 1500 },
  ]);
  expect(await stages(p.database.sql, "C1")).toBe(
    "A: awaiting negotiation, B: settled, D: awaiting negotiation",
  );
  expect(
    await p.database.sql`select count(*)::int as n from payment where source = 'credit'`,
  ).toEqual([{ n: 0 }]);
});

test("refused, changing nothing: unknown, without a reason, over already", async () => {
  const p = await negotiating();
  must(await p.agree("C1", ["A"], unchanged()));
  await p.refused(() => p.rescind(99), { code: "agreement_unknown", agreement: 99 });
  await p.refused(() => p.rescind(1, " "), { code: "reason_empty" });
  await p.refused(() => p.rescind(1, "x".repeat(501)), {
    code: "reason_too_long",
    length: 501,
    max: 500,
  });
  must(await p.rescind(1));
  await p.refused(() => p.rescind(1), {
    code: "agreement_not_live",
    agreement: 1,
    status: "rescinded",
  });
  must(await p.agree("C1", ["A"], unchanged()));
  must(await p.pay("A"));
  await p.refused(() => p.rescind(2), { code: "agreement_not_live", status: "fulfilled" });
});

test("refused while one of its unpaid invoices stands in the bureau's register", async () => {
  const p = await negotiating();
  for (const rule of ["requireContractEnded", "requireNotice"])
    must(await p.set(`law.spc.${rule}`, "false"));
  must(await p.agree("C1", ["A", "B"], unchanged({ tolerance: "2026-07-08" })));
  const { record } = must(await p.register("B", "enviado", { on: "2026-07-09" }));
  await p.refused(() => p.rescind(1), { code: "spc_record_live", invoice: "B", record });
  must(await p.unregister("B", "retirado", { on: "2026-07-10" }));
  must(await p.rescind(1));
});

test("refused when one of its invoices moved on into another agreement", async () => {
  const p = await negotiating();
  must(await p.agree("C1", ["A", "B"], split(2, "2026-07-10", { tolerance: "2026-07-08" })));
  must(await p.agree("C1", ["AC1-1"], single("2026-08-10"), { on: "2026-07-13" }));
  await p.refused(() => p.rescind(1, "engano", { on: "2026-07-14" }), {
    code: "invoice_moved_on",
    invoice: "AC1-1",
    agreement: 2,
  });
});

test("refused when one moved on, also where billing took another away before", async () => {
  const p = await negotiating();
  must(await p.agree("C1", ["A", "B", "D"], unchanged({ tolerance: "2026-07-08" })));
  await p.changeOutside("A", "deleted");
  await p.followUp("2026-07-09");
  must(await p.agree("C1", ["B"], unchanged(), { on: "2026-07-09" }));
  await p.refused(() => p.rescind(1, "engano", { on: "2026-07-10" }), {
    code: "invoice_moved_on",
    invoice: "B",
    agreement: 2,
  });
  expect(await agreementStatus(p.database.sql, 2)).toBe("live");
});

test("a new invoice that moved on and came back is deleted with the others: nobody owes twice", async () => {
  const p = await negotiating();
  const { sql } = p.database;
  must(await p.agree("C1", ["A", "B"], split(2, "2026-07-10", { tolerance: "2026-07-08" })));
  must(await p.agree("C1", ["AC1-1"], single("2026-08-10"), { on: "2026-07-13" }));
  must(await p.rescind(2, "engano", { on: "2026-07-14" }));
  expect(await standing(sql, "AC1-1")).toMatchObject({ stage: "awaiting negotiation" });
  must(await p.rescind(1, "engano", { on: "2026-07-14" }));
  expect(await stages(sql, "C1")).toBe(
    "A: awaiting negotiation, AC1-1: none, AC1-2: none, AC2-1: none, B: awaiting negotiation, D: awaiting negotiation",
  );
  expect(
    await sql`select sum(amount_cents - paid_cents)::int as owed from invoice where state = 'open'`,
  ).toEqual([{ owed: 22000 }]);
});

test("a source that its credit settles ends its record at the bureau too", async () => {
  const p = await negotiating();
  for (const rule of ["requireContractEnded", "requireNotice"])
    must(await p.set(`law.spc.${rule}`, "false"));
  must(await p.agree("C1", ["A"], unchanged({ tolerance: "2026-07-08" })));
  must(await p.register("A", "enviado", { on: "2026-07-09" }));
  must(
    await p.agree("C1", ["A"], single("2026-08-10", { charges: "50.00" }), { on: "2026-07-10" }),
  );
  must(await p.pay("AC2-1", { amount: "120.00" }, { on: "2026-07-13" }));
  must(await p.rescind(2, "engano", { on: "2026-07-14" }));
  expect(await standing(p.database.sql, "A")).toMatchObject({ state: "paid", stage: "settled" });
  expect(await events(p.database.sql, "spc_became_critique")).toMatchObject([
    { invoice: "A", data: { removeBy: "2026-07-20" } },
  ]);
});

test("what billing changed before the follow-up saw it is followed up after the rescission", async () => {
  const p = await negotiating();
  const { sql } = p.database;
  must(await p.agree("C1", ["A", "B", "D"], unchanged()));
  await p.changeOutside("A", "deleted");
  await p.changeOutside("B", "paid");
  must(await p.rescind(1));
  await p.followUp();
  expect(await stages(sql, "C1")).toBe("A: none, B: none, D: awaiting negotiation");
});

test("an instalment paid outside before the follow-up saw it is credited all the same", async () => {
  const p = await negotiating();
  const { sql } = p.database;
  must(await p.agree("C1", ["A"], split(2, "2026-07-20")));
  await p.changeOutside("AC1-1", "paid");
  expect(must(await p.rescind(1)).restored).toEqual([
    { invoice: "A", amount: 10000, credited: 5000 },
  ]);
  await p.followUp();
  expect(await stages(sql, "C1")).toBe(
    "A: awaiting negotiation, AC1-1: none, AC1-2: none, B: awaiting negotiation, D: awaiting negotiation",
  );
});

async function withoutPreconditions() {
  const p = await negotiating();
  for (const rule of ["requireContractEnded", "requireNotice"])
    must(await p.set(`law.spc.${rule}`, "false"));
  return p;
}

test("a record that a first instalment ended stands again when its invoice is owed again", async () => {
  const p = await withoutPreconditions();
  const { sql } = p.database;
  must(await p.agree("C1", ["A", "B"], unchanged({ tolerance: "2026-07-08" })));
  must(await p.register("A", "enviado", { on: "2026-07-09" }));
  must(await p.register("B", "enviado", { on: "2026-07-09" }));
  must(
    await p.agree("C1", ["A", "B"], split(2, "2026-07-20", { tolerance: "2026-07-20" }), {
      on: "2026-07-10",
    }),
  );
  must(await p.pay("AC2-1", {}, { on: "2026-07-20" }));
  must(await p.unregister("B", "retirado", { on: "2026-07-21" }));
  must(await p.rescind(2, "engano", { on: "2026-07-22" }));
  // 90.00 of the 100.00 of A are covered, nothing of B.
  for (const invoice of ["A", "B"]) {
    expect(await bureauRecords(sql, invoice)).toMatchObject([{ settledOn: null, removeBy: null }]);
  }
});

test("so does the record of a debt beneath it, unless an instalment of what holds it was paid", async () => {
  const p = await withoutPreconditions();
  const { sql } = p.database;
  must(await p.agree("C1", ["A", "B"], unchanged({ tolerance: "2026-07-08" })));
  must(await p.register("A", "enviado", { on: "2026-07-09" }));
  must(await p.register("B", "enviado", { on: "2026-07-09" }));
  const [broken, later] = [{ tolerance: "2026-07-13" }, { tolerance: "2026-08-31" }];
  must(await p.agree("C1", ["A"], single("2026-07-13", broken), { on: "2026-07-10" }));
  must(await p.agree("C1", ["B"], split(2, "2026-07-13", broken), { on: "2026-07-10" }));
  must(await p.pay("AC3-1", {}, { on: "2026-07-13" }));
  must(await p.agree("C1", ["AC2-1"], split(2, "2026-08-03", later), { on: "2026-07-15" }));
  must(await p.pay("AC4-1", {}, { on: "2026-08-03" }));
  must(await p.agree("C1", ["AC3-2"], split(2, "2026-08-17", later), { on: "2026-08-14" }));
  must(await p.pay("AC5-1", {}, { on: "2026-08-14" }));
  expect(await bureauRecords(sql, "A")).toMatchObject([{ settledOn: "2026-08-03" }]);
  must(await p.rescind(4, "engano", { on: "2026-08-20" }));
  must(await p.rescind(5, "engano", { on: "2026-08-20" }));
  expect(await bureauRecords(sql, "A")).toMatchObject([{ settledOn: null, removeBy: null }]);
  expect(await bureauRecords(sql, "B")).toMatchObject([{ settledOn: "2026-07-13" }]);
});

test("money paid over an instalment is credited too, and what the sources cannot take is left", async () => {
  const p = await negotiating();
  const { sql } = p.database;
  must(await p.agree("C1", ["A", "B"], split(2, "2026-07-20")));
  must(await p.pay("AC1-1", { amount: "115.00" }));
  expect(must(await p.rescind(1)).restored).toEqual([
    { invoice: "A", amount: 10000, credited: 10000 },
    { invoice: "B", amount: 8000, credited: 1500 },
  ]);
  must(await p.agree("C1", ["B"], single("2026-07-20", { charges: "10.00" })));
  must(await p.pay("AC2-1", { amount: "70.00" }));
  must(await p.agree("C1", ["D"], split(2, "2026-07-20")));
  must(await p.pay("AC3-1", { amount: "47.00" }));
  must(await p.rescind(3));
  expect((await events(sql, "agreement_rescinded")).at(-1)).toMatchObject({
    data: { creditedCents: 4000, leftCents: 700 },
  });
});

test("the paid new invoices leave the settled ones, whose money the sources have", async () => {
  const p = await negotiating();
  const { sql } = p.database;
  must(await p.agree("C1", ["A", "B"], split(2, "2026-07-20")));
  must(await p.pay("AC1-1"));
  must(await p.rescind(1));
  expect(await standing(sql, "AC1-1")).toMatchObject({ state: "paid", stage: null, paid: 9000 });
  expect(await events(sql, "invoice_released")).toMatchObject([
    { invoice: "AC1-1", data: { reason: "agreement rescinded", from: "settled" } },
  ]);
});

test("a source is settled on the day of the last payment that covered it", async () => {
  const p = await negotiating();
  const { sql } = p.database;
  must(await p.agree("C1", ["A", "B", "D"], split(4, "2026-07-03", { tolerance: "2026-09-30" })));
  for (const [part, on] of ["2026-07-03", "2026-08-03", "2026-09-03"].entries())
    must(await p.pay(`AC1-${part + 1}`, {}, { on }));
  must(await p.rescind(1, "engano", { on: "2026-09-20" }));
  // 165.00: A (100.00) is covered by the second 55.00, B (80.00) never.
  const settled = () =>
    sql`select settled_on::text from collection where invoice_id = 'A' and stage = 'settled'`;
  expect(await settled()).toEqual([{ settled_on: "2026-08-03" }]);
  expect(
    await sql`select invoice_id, paid_at::text from payment where source = 'credit' order by 1`,
  ).toEqual([
    { invoice_id: "A", paid_at: "2026-08-03" },
    { invoice_id: "B", paid_at: "2026-09-03" },
  ]);
});

test("an agreement whose last invoice moved on can be rescinded once that invoice is back", async () => {
  const p = await negotiating();
  const { sql } = p.database;
  must(await p.agree("C1", ["A", "B"], split(2, "2026-07-10", { tolerance: "2026-07-12" })));
  must(await p.pay("AC1-1"));
  must(
    await p.agree("C1", ["AC1-2"], split(2, "2026-08-24", { tolerance: "2026-08-30" }), {
      on: "2026-08-20",
    }),
  );
  expect(await agreementStatus(sql, 1)).toBe("renegotiated");
  await p.refused(() => p.rescind(1, "engano", { on: "2026-08-21" }), {
    code: "invoice_moved_on",
    invoice: "AC1-2",
    agreement: 2,
  });
  must(await p.pay("AC2-1", {}, { on: "2026-08-24" }));
  must(await p.rescind(2, "engano", { on: "2026-08-25" }));
  expect(must(await p.rescind(1, "engano", { on: "2026-08-26" })).restored).toEqual([
    { invoice: "A", amount: 10000, credited: 10000 },
    { invoice: "B", amount: 8000, credited: 3500 },
  ]);
  expect(await stages(sql, "C1")).toBe(
    "A: settled, AC1-1: none, AC1-2: none, AC2-1: none, AC2-2: none, B: awaiting negotiation, D: awaiting negotiation",
  );
  await p.refused(() => p.rescind(1, "engano", { on: "2026-08-26" }), {
    code: "agreement_not_live",
    status: "rescinded",
  });
});

test("one that left its invoices as they were has nothing to give back once they moved on", async () => {
  const p = await negotiating();
  must(await p.agree("C1", ["A"], unchanged({ tolerance: "2026-07-08" })));
  must(await p.agree("C1", ["A"], single("2026-07-20"), { on: "2026-07-10" }));
  must(await p.rescind(2, "engano", { on: "2026-07-11" }));
  await p.refused(() => p.rescind(1, "engano", { on: "2026-07-12" }), {
    code: "agreement_not_live",
    status: "renegotiated",
  });
});
