import { beforeEach, expect, test } from "vitest";
import type { AgreementProposal } from "#core/agreement/agreement.ts";
import type { Percent } from "#core/money.ts";
import { must, opening } from "#test/support/desk.ts";
import { single, split, unchanged } from "#test/support/proposals.ts";

const provider = opening();

beforeEach(async () => {
  const p = provider();
  await p.customer("C1", { owing: { A: ["100.00", "2026-05-11"], B: ["80.00", "2026-06-08"] } });
  await p.customer("C2", { owing: { E: ["50.00", "2026-05-11"] } });
  await p.negotiate("C1");
});

const refused = (
  invoices: readonly string[],
  proposal: AgreementProposal,
  refusal: Readonly<Record<string, unknown>>,
) => provider().refused(() => provider().agree("C1", invoices, proposal), refusal);

test("which invoices: none, one twice, unknown ones, another customer's", async () => {
  await refused([], unchanged(), { code: "no_invoices" });
  await refused(["A", "A"], unchanged(), { code: "invoice_repeated", invoice: "A" });
  await refused(["A", "X"], unchanged(), { code: "invoice_unknown", invoice: "X" });
  await refused(["A", "E"], unchanged(), {
    code: "invoice_of_another_customer",
    invoice: "E",
    customer: "C1",
  });
  const p = provider();
  await p.refused(() => p.agree("nobody", ["A"], unchanged()), { code: "customer_unknown" });
});

test("where they stand: the refusal names the stage", async () => {
  const p = provider();
  const agree = () => p.agree("C2", ["E"], unchanged());
  const misfit = (stage: string) => ({
    code: "stage_does_not_fit",
    invoice: "E",
    stage,
    expected: ["awaiting negotiation", "in agreement"],
  });
  await p.refused(agree, misfit("classified"));
  must(await p.start("C2"));
  await p.refused(agree, misfit("in contact"));
  must(await p.confirm("C2"));
  must(await agree());
});

test("what ended them: paid, deleted, suspended, in another agreement, replaced by one", async () => {
  const p = provider();
  await p.customer("C3", {
    owing: {
      P: ["10.00", "2026-05-11"],
      D: ["10.00", "2026-05-11"],
      S: ["10.00", "2026-05-11"],
      U: ["10.00", "2026-05-11"],
      R: ["10.00", "2026-05-11"],
    },
  });
  await p.negotiate("C3");
  await p.changeOutside("P", "paid");
  await p.changeOutside("D", "deleted");
  await p.changeOutside("S", "suspended");
  must(await p.agree("C3", ["U"], unchanged()));
  must(await p.agree("C3", ["R"], single("2026-07-20")));
  for (const [invoice, reason] of [
    ["P", { reason: "paid" }],
    ["D", { reason: "deleted" }],
    ["S", { reason: "suspended" }],
    ["U", { reason: "in_another_agreement", agreement: 1 }],
    ["R", { reason: "in_another_agreement", agreement: 2 }],
    ["AC2-1", { reason: "in_another_agreement", agreement: 2 }],
  ] as const) {
    await p.refused(() => p.agree("C3", [invoice], unchanged()), {
      code: "invoice_not_authorised",
      invoice,
      ...reason,
    });
  }
});

test("what the law forbids: a disputed debt, one of five years", async () => {
  const p = provider();
  await p.dispute("B", "2026-06-30");
  await refused(["A", "B"], unchanged(), {
    code: "law_forbids_collection",
    invoice: "B",
    verdict: { rule: "RGC-DISPUTE" },
  });
  await p.refused(
    () => p.agree("C1", ["A"], unchanged({ tolerance: "2031-06-01" }), { on: "2031-05-11" }),
    {
      code: "law_forbids_collection",
      invoice: "A",
      verdict: { rule: "PRESC" },
    },
  );
});

test("the promise: a tolerance date of today or before, a category nobody knows", async () => {
  for (const asked of ["2026-07-01", "2026-06-30"]) {
    await refused(["A"], unchanged({ tolerance: asked }), {
      code: "tolerance_not_after_today",
      asked,
      today: "2026-07-01",
    });
  }
  await refused(["A"], unchanged({ category: "Amizade" }), {
    code: "category_unknown",
    got: "Amizade",
    known: ["Acordo por telefone"],
  });
});

test("the terms: below zero, absurdly high, more discount than debt, a total of zero", async () => {
  const due = "2026-07-20";
  const plain = single(due, { increase: "1" });
  const increase = (value: number) => ({
    ...plain,
    terms: { ...plain.terms, increase: value as Percent },
  });
  await refused(["A"], increase(-10_000), {
    code: "term_negative",
    term: "increase",
    asked: -10_000,
  });
  await refused(["A"], increase(1e13), { code: "above_legal_cap", term: "increase", asked: 1e13 });
  await refused(["A"], single(due, { discountAmount: "100.01" }), {
    code: "discounts_above_base",
    asked: 10_001,
    max: 10_000,
  });
  await refused(["A"], single(due, { discount: "100" }), { code: "total_not_positive", total: 0 });
  await refused(["A"], single(due, { discount: "50", discountAmount: "50.00" }), {
    code: "total_not_positive",
    total: 0,
  });
});

test("the ledger: a unit for each term and for no other, from those that exist", async () => {
  const due = "2026-07-20";
  await refused(["A"], single(due, { fine: "1", units: {} }), {
    code: "ledger_unit_missing",
    term: "fine",
  });
  await refused(["A"], single(due, { units: { charges: "3.3" } }), {
    code: "ledger_unit_not_needed",
    term: "charges",
    unit: "3.3",
  });
  await refused(["A"], single(due, { fine: "1", units: { fine: "9.9" } }), {
    code: "ledger_unit_unknown",
    term: "fine",
    got: "9.9",
    known: ["3.1", "3.2", "3.3", "3.4", "4.1"],
  });
  await refused(["A"], single(due, { profile: "Banco X" }), {
    code: "profile_unknown",
    got: "Banco X",
    known: ["Itaú 109"],
  });
});

test("the instalments: dates in the past, too few or too many, more than the setting allows", async () => {
  await refused(["A"], single("2026-06-30"), {
    code: "due_date_in_the_past",
    field: "due",
    asked: "2026-06-30",
    today: "2026-07-01",
  });
  await refused(["A"], split(2, "2026-06-30"), {
    code: "due_date_in_the_past",
    field: "first_due",
  });
  for (const count of [1, 0, -2, 2.5, 61]) {
    await refused(["A"], split(count, "2026-07-20"), {
      code: "instalment_count_out_of_bounds",
      asked: count,
      min: 2,
      max: 60,
    });
  }
  must(await provider().set("agreement.maxInstalments", "3"));
  await refused(["A"], split(4, "2026-07-20"), { code: "instalment_count_out_of_bounds", max: 3 });
});

test("a person's changes: dates that do not ascend, amounts that do not sum, too few of them", async () => {
  const changed = (edits: { amounts?: string[]; dates?: string[] }) =>
    split(2, "2026-07-20", edits);
  await refused(["A"], changed({ amounts: ["50.00", "49.99"] }), {
    code: "amounts_do_not_sum",
    sum: 9999,
    total: 10000,
    difference: -1,
  });
  await refused(["A"], changed({ amounts: ["100.00", "0.00"] }), {
    code: "instalment_not_positive",
    number: 2,
  });
  await refused(["A"], changed({ amounts: ["100.00"] }), {
    code: "amounts_do_not_match",
    given: 1,
    expected: 2,
  });
  await refused(["A"], changed({ dates: ["2026-07-20", "2026-07-20"] }), {
    code: "dates_do_not_ascend",
    number: 2,
  });
  await refused(["A"], changed({ dates: ["2026-06-30", "2026-07-20"] }), {
    code: "first_date_in_the_past",
  });
  await refused(["A"], changed({ dates: ["2026-07-20"] }), { code: "dates_do_not_match" });
});

test("more instalments than cents", async () => {
  const p = provider();
  await p.customer("C3", { owing: { P: ["0.05", "2026-05-11"] } });
  await p.negotiate("C3");
  await p.refused(() => p.agree("C3", ["P"], split(6, "2026-07-20")), {
    code: "instalment_not_positive",
    number: 6,
  });
});

test("a role without the permission, for making one and for renegotiating a broken one", async () => {
  const p = provider();
  const { sql } = p.database;
  const without = (permission: string) =>
    sql`update role set permissions = array_remove(permissions, ${permission}) where name = 'operator'`;
  await without("agreement.renegotiate");
  must(await p.agree("C1", ["A"], unchanged(), { as: "ana" }));
  const again = unchanged({ tolerance: "2026-09-10" });
  await p.refused(() => p.agree("C1", ["A", "B"], again, { as: "ana", on: "2026-08-20" }), {
    code: "not_permitted",
    permission: "agreement.renegotiate",
    role: "operator",
  });
  await without("agreement.make");
  await p.refused(() => p.agree("C1", ["B"], unchanged(), { as: "ana" }), {
    code: "not_permitted",
    permission: "agreement.make",
  });
  expect(must(await p.agree("C1", ["A", "B"], again, { as: "gil", on: "2026-08-20" })).status).toBe(
    "live",
  );
});
