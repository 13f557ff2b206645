import { expect, test } from "vitest";
import { must, opening } from "#test/support/desk.ts";
import { agreementStatus, events, outbox, stages, standing } from "#test/support/look.ts";
import { single, split, unchanged } from "#test/support/proposals.ts";

const provider = opening();
const GENEROUS = single("2026-07-20", { discount: "20" });

/** Ana's role may take off ten per cent; she asks for twenty. */
async function asked() {
  const p = provider();
  await p.customer("C1", { owing: { A: ["100.00", "2026-05-11"], B: ["80.00", "2026-06-08"] } });
  await p.negotiate("C1");
  const answer = must(await p.agree("C1", ["A"], GENEROUS, { as: "ana" }));
  return { p, answer };
}

test("beyond the author's allowance an agreement waits, with nothing moved but the hold", async () => {
  const { p, answer } = await asked();
  const { sql } = p.database;
  expect(answer).toMatchObject({ agreement: 1, status: "awaiting approval", invoices: [] });
  expect(await stages(sql, "C1")).toBe("A: awaiting negotiation, B: awaiting negotiation");
  expect(await sql`select invoice_id, held, live from agreement_invoice`).toEqual([
    { invoice_id: "A", held: true, live: false },
  ]);
  expect(await sql`select asked_by, exceeded, decision from approval`).toEqual([
    {
      asked_by: "ana",
      exceeded: [{ what: "discount", asked: 200_000, max: 100_000 }],
      decision: null,
    },
  ]);
  expect(await outbox(sql)).toEqual([
    { kind: "ask_approval", customer: "C1", agreement: 1, totalCents: 8000 },
  ]);
});

test("discount, instalments and amount are each measured", async () => {
  const p = provider();
  await p.customer("C1", { owing: { A: ["2000.01", "2026-05-11"], B: ["80.00", "2026-06-08"] } });
  await p.negotiate("C1");
  const exceeded = async (invoice: string, proposal: ReturnType<typeof split>) => {
    must(await p.agree("C1", [invoice], proposal, { as: "ana" }));
    const [row] = await p.database.sql`select exceeded from approval order by id desc limit 1`;
    return row?.exceeded;
  };
  expect(await exceeded("A", single("2026-07-20"))).toEqual([
    { what: "amount", asked: 200_001, max: 200_000 },
  ]);
  expect(await exceeded("B", split(7, "2026-07-20", { discountAmount: "8.01" }))).toMatchObject([
    { what: "discount" },
    { what: "instalments", asked: 7, max: 6 },
  ]);
});

test("exactly the allowance needs no approval", async () => {
  const { p } = await asked();
  const six = split(6, "2026-07-20", { discount: "10" });
  expect(must(await p.agree("C1", ["B"], six, { as: "ana" })).status).toBe("live");
});

test("a dry run says that it would wait", async () => {
  const p = provider();
  await p.customer("C1", { owing: { A: ["100.00", "2026-05-11"] } });
  await p.negotiate("C1");
  const dry = { proposal: GENEROUS, dryRun: true };
  expect(must(await p.agree("C1", ["A"], dry, { as: "ana" })).status).toBe("awaiting approval");
  expect(await agreementStatus(p.database.sql, 1)).toBeUndefined();
});

test("a held invoice is refused to everybody, naming the agreement that waits", async () => {
  const { p } = await asked();
  await p.refused(() => p.agree("C1", ["B", "A"], unchanged(), { as: "gil" }), {
    code: "agreement_awaits_approval",
    invoice: "A",
    agreement: 1,
  });
});

test("somebody else with a larger allowance puts it in force, for its author", async () => {
  const { p } = await asked();
  const { sql } = p.database;
  expect(must(await p.approve(1, { as: "sonia", on: "2026-07-03" }))).toEqual({
    agreement: 1,
    status: "live",
    invoices: ["AC1-1"],
  });
  expect(await stages(sql, "C1")).toBe("A: replaced, AC1-1: in agreement, B: awaiting negotiation");
  expect(await sql`select operator_id from collection where invoice_id = 'AC1-1'`).toEqual([
    { operator_id: "ana" },
  ]);
  expect(await sql`select decision, decided_by, decided_on::text from approval`).toEqual([
    { decision: "approved", decided_by: "sonia", decided_on: "2026-07-03" },
  ]);
  expect((await events(sql)).slice(-4).map(({ kind, actor }) => [kind, actor])).toEqual([
    ["agreement_approved", "sonia"],
    ["invoice_entered_agreement", "sonia"],
    ["invoice_created", "sonia"],
    ["agreement_made", "sonia"],
  ]);
  expect(await outbox(sql)).toContainEqual({
    kind: "tell_operator_decision",
    customer: "C1",
    agreement: 1,
    operator: "ana",
    approved: true,
  });
});

test("refused by another: the invoices are free again", async () => {
  const { p } = await asked();
  must(await p.refuse(1, "desconto alto", { as: "sonia" }));
  expect(await agreementStatus(p.database.sql, 1)).toBe("refused");
  expect(await events(p.database.sql, "agreement_refused")).toMatchObject([
    { data: { askedBy: "ana", reason: "desconto alto" } },
  ]);
  must(await p.agree("C1", ["A"], unchanged(), { as: "ana" }));
});

test("its author decides nothing, whatever the role; nor does one without the permission or the allowance", async () => {
  const { p } = await asked();
  await p.database
    .sql`update role set permissions = array_append(permissions, 'agreement.approve') where name = 'operator'`;
  await p.refused(() => p.approve(1, { as: "ana" }), { code: "own_agreement", agreement: 1 });
  await p.refused(() => p.refuse(1, "não", { as: "ana" }), { code: "own_agreement", agreement: 1 });
  await p.refused(() => p.approve(1, { as: "bruno" }), {
    code: "approver_allowance_exceeded",
    what: "discount",
    asked: 200_000,
    max: 100_000,
  });
  await p.database
    .sql`update role set permissions = array_remove(permissions, 'agreement.approve') where name = 'operator'`;
  await p.refused(() => p.approve(1, { as: "bruno" }), {
    code: "not_permitted",
    permission: "agreement.approve",
  });
});

test("decided once: not again, not without a reason, not what does not wait", async () => {
  const { p } = await asked();
  await p.refused(() => p.refuse(1, "  ", { as: "sonia" }), { code: "reason_empty" });
  await p.refused(() => p.approve(99, { as: "sonia" }), {
    code: "agreement_unknown",
    agreement: 99,
  });
  must(await p.approve(1, { as: "sonia" }));
  const waitsNoMore = { code: "agreement_not_awaiting", agreement: 1, status: "live" };
  await p.refused(() => p.approve(1, { as: "gil" }), waitsNoMore);
  await p.refused(() => p.refuse(1, "não", { as: "gil" }), waitsNoMore);
});

test("a waiting agreement cannot be rescinded", async () => {
  const { p } = await asked();
  await p.refused(() => p.rescind(1), { code: "agreement_not_live", status: "awaiting approval" });
});

test("it is decided again with what holds on the day of approval", async () => {
  const { p } = await asked();
  await p.refused(() => p.approve(1, { as: "sonia", on: "2026-07-21" }), {
    code: "due_date_in_the_past",
    asked: "2026-07-20",
  });
  await p.refused(() => p.approve(1, { as: "sonia", on: "2026-08-10" }), {
    code: "tolerance_not_after_today",
  });
  await p.database.sql`delete from category`;
  await p.refused(() => p.approve(1, { as: "sonia" }), { code: "category_unknown" });
});

test("the sources become what the setting says on the day of approval, and the agreement knows it", async () => {
  const { p } = await asked();
  const { sql } = p.database;
  must(await p.set("agreement.sources", "suspended"));
  must(await p.approve(1, { as: "sonia" }));
  expect(await standing(sql, "A")).toMatchObject({ state: "suspended", stage: "replaced" });
  expect(await sql`select sources_become from agreement`).toEqual([
    { sources_become: "suspended" },
  ]);
});

test("a debt disputed while its agreement waited is not approved", async () => {
  const { p } = await asked();
  await p.dispute("A", "2026-07-02");
  await p.refused(() => p.approve(1, { as: "sonia", on: "2026-07-03" }), {
    code: "law_forbids_collection",
    invoice: "A",
    verdict: { rule: "RGC-DISPUTE" },
  });
});

test.each(["100.00", "0.01"])(
  "a payment of %s that arrives meanwhile voids it and frees its invoices",
  async (amount) => {
    const { p } = await asked();
    const { sql } = p.database;
    expect(must(await p.pay("A", { amount }))).toMatchObject({ voided: 1 });
    expect(await agreementStatus(sql, 1)).toBe("void");
    expect(await events(sql, "agreement_voided")).toMatchObject([{ agreement: 1 }]);
    expect(await sql`select decision from approval`).toEqual([{ decision: "void" }]);
    await p.refused(() => p.approve(1, { as: "sonia" }), {
      code: "agreement_not_awaiting",
      status: "void",
    });
  },
);

test.each(["open", "paid", "deleted", "suspended"] as const)(
  "an invoice that comes changed from billing, now %s, voids it at the follow-up",
  async (state) => {
    const { p } = await asked();
    await p.changeOutside("A", state);
    await p.followUp();
    expect(await agreementStatus(p.database.sql, 1)).toBe("void");
  },
);

test("a broken invoice is held in its old agreement until the new one is approved", async () => {
  const p = provider();
  const { sql } = p.database;
  await p.customer("C1", { owing: { A: ["100.00", "2026-05-11"] } });
  await p.negotiate("C1");
  must(await p.agree("C1", ["A"], unchanged()));
  const later = single("2026-09-01", { discount: "20", tolerance: "2026-09-10" });
  must(await p.agree("C1", ["A"], later, { as: "ana", on: "2026-08-11" }));
  expect(await stages(sql, "C1")).toBe("A: in agreement");
  expect(await agreementStatus(sql, 1)).toBe("live");
  must(await p.approve(2, { as: "sonia", on: "2026-08-12" }));
  expect(await stages(sql, "C1")).toBe("A: replaced, AC2-1: in agreement");
  expect(await agreementStatus(sql, 1)).toBe("renegotiated");
});

test("rescinding the old agreement of an invoice that an approval holds voids the approval", async () => {
  const p = provider();
  await p.customer("C1", { owing: { A: ["100.00", "2026-05-11"] } });
  await p.negotiate("C1");
  must(await p.agree("C1", ["A"], single("2026-07-20")));
  const later = single("2026-09-01", { discount: "20", tolerance: "2026-09-10" });
  must(await p.agree("C1", ["AC1-1"], later, { as: "ana", on: "2026-08-11" }));
  must(await p.rescind(1, "engano", { on: "2026-08-12" }));
  expect(await agreementStatus(p.database.sql, 2)).toBe("void");
});
