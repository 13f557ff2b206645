import { expect, test } from "vitest";
import { must, opening } from "#test/support/desk.ts";
import { dump } from "#test/support/dump.ts";
import { events, stages, standing } from "#test/support/look.ts";
import { split } from "#test/support/proposals.ts";
import { CNPJ } from "#test/support/provider.ts";

const provider = opening();

/** The example of the specification: three invoices, the oldest 100 days late, every term, three instalments. */
const EXAMPLE = split(3, "2026-07-31", {
  increase: "3.5",
  fine: "2",
  discount: "10",
  discountAmount: "5.00",
  charges: "5.00",
  fees: "10.00",
  tolerance: "2026-08-10",
});

async function agreed() {
  const p = provider();
  await p.customer("C1", {
    taxId: CNPJ,
    owing: {
      A: ["129.90", "2026-03-23"],
      B: ["129.90", "2026-04-23"],
      C: ["99.95", "2026-05-25"],
    },
  });
  await p.negotiate("C1");
  return { p, answer: must(await p.agree("C1", ["A", "B", "C"], EXAMPLE, { as: "gil" })) };
}

test("the answer has base, terms and total to the cent", async () => {
  const { answer } = await agreed();
  expect(answer).toMatchObject({
    agreement: 1,
    status: "live",
    invoices: ["AC1-1", "AC1-2", "AC1-3"],
  });
  expect(answer.plan).toMatchObject({
    base: 35975,
    total: 35356,
    sources: ["A", "B", "C"],
    sourcesBecome: "deleted",
    terms: {
      increase: 1259,
      fine: 720,
      discount: 3598,
      discountAmount: 500,
      charges: 500,
      fees: 1000,
      spread: 33136,
      single: 2220,
    },
  });
});

test("three new invoices, due monthly on the month's last day where the 31st is missing", async () => {
  const { p } = await agreed();
  const made = await p.database.sql`
    select id, amount_cents, due_date::text, state, instalment, agreement, customer_id, contract_id, description,
      payment_profile, in_collection, on_time_discount_cents, fined
    from invoice where agreement = 1 order by id`;
  const common = {
    state: "open",
    agreement: 1,
    customer_id: "C1",
    contract_id: "K-C1",
    description: "Acordo de internet",
    payment_profile: "Itaú 109",
    in_collection: true,
    on_time_discount_cents: 0,
    fined: true,
  };
  expect(made).toEqual([
    { ...common, id: "AC1-1", amount_cents: 13266, due_date: "2026-07-31", instalment: 1 },
    { ...common, id: "AC1-2", amount_cents: 11045, due_date: "2026-08-31", instalment: 2 },
    { ...common, id: "AC1-3", amount_cents: 11045, due_date: "2026-09-30", instalment: 3 },
  ]);
});

test("they stand in agreement until the later of tolerance and first business day, the sources are replaced and deleted", async () => {
  const { p } = await agreed();
  const { sql } = p.database;
  const rows = await sql`
    select invoice_id, stage, amount_cents, agreement, tolerance_date::text, breaks_after::text, operator_id
    from collection where stage = 'in agreement' order by invoice_id`;
  const common = {
    stage: "in agreement",
    agreement: 1,
    tolerance_date: "2026-08-10",
    operator_id: "gil",
  };
  expect(rows).toEqual([
    { ...common, invoice_id: "AC1-1", amount_cents: 13266, breaks_after: "2026-08-10" },
    { ...common, invoice_id: "AC1-2", amount_cents: 11045, breaks_after: "2026-08-31" },
    { ...common, invoice_id: "AC1-3", amount_cents: 11045, breaks_after: "2026-09-30" },
  ]);
  for (const source of ["A", "B", "C"]) {
    expect(await standing(sql, source)).toEqual({
      state: "deleted",
      paid: 0,
      stage: "replaced",
      agreement: 1,
    });
  }
});

test("lines add up per instalment and per term, each term on its ledger unit", async () => {
  const { p } = await agreed();
  const { sql } = p.database;
  const lines = await sql<{ instalment: number; term: string; amount_cents: number }[]>`
    select instalment, term, amount_cents from agreement_line where agreement = 1`;
  const table = Object.fromEntries(lines.map((l) => [`${l.instalment} ${l.term}`, l.amount_cents]));
  expect(table).toEqual({
    "1 base": 11993,
    "1 increase": 420,
    "1 fine": 720,
    "1 discount": -1200,
    "1 discountAmount": -167,
    "1 charges": 500,
    "1 fees": 1000,
    "2 base": 11991,
    "2 increase": 420,
    "2 discount": -1199,
    "2 discountAmount": -167,
    "3 base": 11991,
    "3 increase": 419,
    "3 discount": -1199,
    "3 discountAmount": -166,
  });
  const totals = await sql`
    select term, ledger_unit, sum(amount_cents)::int as cents from agreement_line
    group by term, ledger_unit order by term`;
  expect(totals).toEqual([
    { term: "base", ledger_unit: null, cents: 35975 },
    { term: "charges", ledger_unit: "3.3", cents: 500 },
    { term: "discount", ledger_unit: "4.1", cents: -3598 },
    { term: "discountAmount", ledger_unit: "4.1", cents: -500 },
    { term: "fees", ledger_unit: "3.4", cents: 1000 },
    { term: "fine", ledger_unit: "3.2", cents: 720 },
    { term: "increase", ledger_unit: "3.1", cents: 1259 },
  ]);
});

test("what happened is told once for the agreement and once for each invoice", async () => {
  const { p } = await agreed();
  const told = (await events(p.database.sql)).filter(({ agreement }) => agreement === 1);
  expect(told.map(({ kind, invoice }) => [kind, invoice])).toEqual([
    ["invoice_entered_agreement", "A"],
    ["invoice_entered_agreement", "B"],
    ["invoice_entered_agreement", "C"],
    ["invoice_created", "AC1-1"],
    ["invoice_created", "AC1-2"],
    ["invoice_created", "AC1-3"],
    ["agreement_made", null],
  ]);
  expect(told.at(-1)).toMatchObject({
    actor: "gil",
    data: {
      agreementKind: "renegotiated",
      baseCents: 35975,
      totalCents: 35356,
      discountCents: 4098,
      toleranceDate: "2026-08-10",
      category: "Acordo por telefone",
      sources: ["A", "B", "C"],
      invoices: ["AC1-1", "AC1-2", "AC1-3"],
    },
  });
  expect(told[0]).toMatchObject({ data: { amountCents: 12990, role: "replaced" } });
});

test("a dry run gives the same figures and writes nothing", async () => {
  const p = provider();
  await p.customer("C1", {
    taxId: CNPJ,
    owing: { A: ["129.90", "2026-03-23"], B: ["129.90", "2026-04-23"], C: ["99.95", "2026-05-25"] },
  });
  await p.negotiate("C1");
  const before = await dump(p.database.sql);
  const shown = must(await p.agree("C1", ["A", "B", "C"], { proposal: EXAMPLE, dryRun: true }));
  expect(await dump(p.database.sql)).toEqual(before);
  expect(shown).toMatchObject({ agreement: null, invoices: [], status: "live" });
  expect(shown.plan.instalments.map(({ amount }) => amount)).toEqual([13266, 11045, 11045]);

  const made = must(await p.agree("C1", ["A", "B", "C"], EXAMPLE));
  expect(made.plan).toEqual(shown.plan);
  expect(await stages(p.database.sql, "C1")).toBe(
    "A: replaced, AC1-1: in agreement, AC1-2: in agreement, AC1-3: in agreement, B: replaced, C: replaced",
  );
});
