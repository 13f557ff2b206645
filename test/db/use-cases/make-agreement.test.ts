import { expect, test } from "vitest";
import { must, opening } from "#test/support/desk.ts";
import { events, stages, standing } from "#test/support/look.ts";
import { single, split, unchanged } from "#test/support/proposals.ts";

const provider = opening();

async function negotiating(onTimeDiscount = "0") {
  const p = provider();
  await p.customer("C1", {
    onTimeDiscount,
    owing: { A: ["100.00", "2026-05-11"], B: ["80.00", "2026-06-08"], Z: ["70.00", "2026-06-30"] },
  });
  await p.negotiate("C1");
  return p;
}

test("unchanged: the invoices themselves are awaited, as they are", async () => {
  const p = await negotiating();
  const { sql } = p.database;
  const before = await sql`select * from invoice order by id`;
  expect(must(await p.agree("C1", ["A", "B"], unchanged(), { as: "ana" }))).toMatchObject({
    agreement: 1,
    invoices: ["A", "B"],
    status: "live",
    plan: { base: 18000, total: 18000, sourcesBecome: "awaited", instalments: [] },
  });
  expect(await sql`select * from invoice order by id`).toEqual(before);
  expect(await stages(sql, "C1")).toBe("A: in agreement, B: in agreement, Z: none");
  expect(
    await sql`select invoice_id, is_source, is_awaited, instalment, live, amount_cents from agreement_invoice order by 1`,
  ).toEqual([
    {
      invoice_id: "A",
      is_source: true,
      is_awaited: true,
      instalment: 1,
      live: true,
      amount_cents: 10000,
    },
    {
      invoice_id: "B",
      is_source: true,
      is_awaited: true,
      instalment: 2,
      live: true,
      amount_cents: 8000,
    },
  ]);
  expect(await events(sql, "agreement_made")).toMatchObject([
    {
      data: {
        agreementKind: "unchanged",
        discountCents: 0,
        sources: ["A", "B"],
        invoices: ["A", "B"],
      },
    },
  ]);
});

test("what was paid in part before counts only with what is left of it", async () => {
  const p = await negotiating();
  must(await p.pay("A", { amount: "30.00" }));
  const { plan } = must(await p.agree("C1", ["A", "B"], single("2026-07-20")));
  expect(plan).toMatchObject({ base: 15000, total: 15000 });
  expect(await standing(p.database.sql, "A")).toMatchObject({ state: "deleted", paid: 3000 });
});

test("renegotiated and not split: one new invoice of the total, due today at the earliest", async () => {
  const p = await negotiating();
  const { invoices } = must(await p.agree("C1", ["A"], single("2026-07-01", { discount: "10" })));
  expect(invoices).toEqual(["AC1-1"]);
  expect(
    await p.database.sql`select amount_cents, due_date::text from invoice where agreement = 1`,
  ).toEqual([{ amount_cents: 9000, due_date: "2026-07-01" }]);
  expect(await stages(p.database.sql, "C1")).toBe(
    "A: replaced, AC1-1: in agreement, B: awaiting negotiation, Z: none",
  );
});

test("a person's dates and amounts are kept, the base line takes up the difference", async () => {
  const p = await negotiating();
  must(
    await p.agree(
      "C1",
      ["A", "B"],
      split(2, "2026-07-10", {
        fine: "2",
        amounts: ["83.60", "100.00"],
        dates: ["2026-07-05", "2026-08-20"],
      }),
    ),
  );
  const { sql } = p.database;
  expect(
    await sql`select amount_cents, due_date::text from invoice where agreement = 1 order by id`,
  ).toEqual([
    { amount_cents: 8360, due_date: "2026-07-05" },
    { amount_cents: 10000, due_date: "2026-08-20" },
  ]);
  expect(
    await sql`select instalment, term, amount_cents from agreement_line order by 1, 2`,
  ).toEqual([
    { instalment: 1, term: "base", amount_cents: 8000 },
    { instalment: 1, term: "fine", amount_cents: 360 },
    { instalment: 2, term: "base", amount_cents: 10000 },
  ]);
});

test("sources become suspended where the setting says so, and come back in the answer", async () => {
  const p = await negotiating();
  must(await p.set("agreement.sources", "suspended"));
  expect(must(await p.agree("C1", ["A"], single("2026-07-20"))).plan.sourcesBecome).toBe(
    "suspended",
  );
  expect(await standing(p.database.sql, "A")).toMatchObject({
    state: "suspended",
    stage: "replaced",
  });
});

test("the on-time discount is kept when it is asked for, spread over the new invoices", async () => {
  const p = await negotiating("10.01");
  const discounts = () =>
    p.database
      .sql`select on_time_discount_cents as cents from invoice where agreement is not null order by id`;
  must(await p.agree("C1", ["A", "B"], split(3, "2026-07-20", { keepDiscount: true })));
  expect(await discounts()).toEqual([{ cents: 668 }, { cents: 667 }, { cents: 667 }]);
});

test("the on-time discount is dropped by default", async () => {
  const p = await negotiating("10.01");
  must(await p.agree("C1", ["A", "B"], split(2, "2026-07-20")));
  expect(
    await p.database
      .sql`select on_time_discount_cents as cents from invoice where agreement is not null`,
  ).toEqual([{ cents: 0 }, { cents: 0 }]);
});

test("the on-time discount is not accepted when the sources are suspended", async () => {
  const p = await negotiating("10.01");
  must(await p.set("agreement.sources", "suspended"));
  await p.refused(() => p.agree("C1", ["A"], single("2026-07-20", { keepDiscount: true })), {
    code: "discount_not_kept_when_suspended",
  });
});

test("the new invoices belong to the contract of the sources, or to none when they are of several", async () => {
  const p = await negotiating();
  const { sql } = p.database;
  await sql`insert into contract (id, customer_id) values ('K2', 'C1')`;
  await sql`update invoice set contract_id = 'K2' where id = 'B'`;
  must(await p.agree("C1", ["A", "B"], single("2026-07-20")));
  expect(await sql`select contract_id from invoice where id = 'AC1-1'`).toEqual([
    { contract_id: null },
  ]);
});

test("fees of a consumer need a reason from somebody with the permission", async () => {
  const p = await negotiating();
  const fees = single("2026-07-20", { fees: "10.00" });
  const refusal = { code: "above_legal_cap", term: "fees", asked: 1000, max: 0, rule: "HONOR" };
  const feesReason = "cláusula 12 do contrato, serviço de advogado";
  await p.refused(() => p.agree("C1", ["A"], fees, { as: "gil" }), refusal);
  await p.refused(
    () => p.agree("C1", ["A"], { proposal: fees, feesReason: " " }, { as: "gil" }),
    refusal,
  );
  await p.refused(
    () => p.agree("C1", ["A"], { proposal: fees, feesReason }, { as: "ana" }),
    refusal,
  );
  await p.refused(
    () => p.agree("C1", ["A"], { proposal: fees, feesReason: "x".repeat(501) }, { as: "gil" }),
    { code: "reason_too_long", length: 501, max: 500 },
  );
  must(await p.agree("C1", ["A"], { proposal: fees, feesReason }, { as: "gil" }));
  expect(await p.database.sql`select fees_reason, total_cents from agreement`).toEqual([
    { fees_reason: feesReason, total_cents: 11000 },
  ]);
  expect(await events(p.database.sql, "agreement_made")).toMatchObject([{ data: { feesReason } }]);
});

test("who has no tax id is a consumer", async () => {
  const p = provider();
  await p.customer("C1", { taxId: null, owing: { A: ["100.00", "2026-05-11"] } });
  await p.negotiate("C1");
  await p.refused(() => p.agree("C1", ["A"], single("2026-07-20", { fees: "0.01" })), {
    code: "above_legal_cap",
    term: "fees",
  });
});

test("increase is capped at one per cent for each started month and each later instalment", async () => {
  const p = await negotiating();
  // 11 May to 1 July are 51 days: two started months.
  await p.refused(() => p.agree("C1", ["A"], single("2026-07-20", { increase: "2.0001" })), {
    code: "above_legal_cap",
    term: "increase",
    asked: 20_001,
    max: 20_000,
    rule: "RGC-78-INTEREST",
  });
  await p.refused(() => p.agree("C1", ["A"], split(3, "2026-07-20", { increase: "4.0001" })), {
    code: "above_legal_cap",
    max: 40_000,
  });
  must(await p.agree("C1", ["A"], split(3, "2026-07-20", { increase: "4" })));
  must(await p.agree("C1", ["B"], single("2026-07-20", { increase: "1" })));
});

test("the fine is capped at two per cent, once for each invoice", async () => {
  const p = provider();
  await p.customer("C1", {
    owing: { A: ["100.00", "2026-05-11"], F: ["50.00", "2026-05-11", { fined: true }] },
  });
  await p.negotiate("C1");
  const fine = (percent: string) => () =>
    p.agree("C1", ["A", "F"], single("2026-07-20", { fine: percent }));
  await p.refused(fine("2"), {
    code: "above_legal_cap",
    term: "fine",
    asked: 300,
    max: 200,
    rule: "CDC-52-1",
  });
  must(await fine("1.33")());
  expect(await p.database.sql`select fined from invoice where agreement = 1`).toEqual([
    { fined: true },
  ]);
});

test("an invoice with a fiscal document or sent to the bank is refused until its setting allows it", async () => {
  const p = provider();
  await p.customer("C1", {
    owing: {
      F: ["100.00", "2026-05-11", { fiscalDocument: true }],
      R: ["50.00", "2026-05-11", { remittance: true }],
    },
  });
  await p.negotiate("C1");
  for (const [invoice, reason, setting] of [
    ["F", "fiscal_document", "authorise.fiscalDocument"],
    ["R", "remittance", "authorise.remittance"],
  ] as const) {
    const agree = () => p.agree("C1", [invoice], unchanged());
    await p.refused(agree, { code: "invoice_not_authorised", invoice, reason });
    must(await p.set(setting, "true"));
    must(await agree());
  }
});
