import { beforeEach, expect, test } from "vitest";
import { must, opening } from "#test/support/desk.ts";
import { bureauRecords, events, outbox } from "#test/support/look.ts";
import { single, split, unchanged } from "#test/support/proposals.ts";

const provider = opening();

/** Invoices A and B of a contract that ended, broken since 11 August, the customer notified in time. */
const BROKEN = "2026-08-11";

beforeEach(async () => {
  const p = provider();
  await p.customer("C1", { owing: { A: ["100.00", "2026-05-11"], B: ["80.00", "2026-06-08"] } });
  await p.negotiate("C1");
});

async function broken() {
  const p = provider();
  must(await p.agree("C1", ["A", "B"], unchanged({ tolerance: "2026-08-10" }), { as: "ana" }));
  await p.endContract("C1", "2026-08-01");
  await p.notice("C1", "bureau", "2026-06-20");
  return p;
}

test("a broken invoice is registered, with what the panels show", async () => {
  const p = await broken();
  const { sql } = p.database;
  expect(must(await p.register("A", " enviado ao SPC ", { as: "ana", on: BROKEN }))).toEqual({
    record: 1,
    invoice: "A",
    status: "live",
  });
  expect(
    await sql`select customer_id, agreement, amount_cents, due_date::text, city, operator_id, details, registered_by,
      registered_on::text, expires_on::text, removed_on, settled_on, remove_by, superseded from spc_record`,
  ).toEqual([
    {
      customer_id: "C1",
      agreement: 1,
      amount_cents: 10000,
      due_date: "2026-05-11",
      city: "Recife",
      operator_id: "ana",
      details: "enviado ao SPC",
      registered_by: "ana",
      registered_on: BROKEN,
      expires_on: "2031-05-11",
      removed_on: null,
      settled_on: null,
      remove_by: null,
      superseded: false,
    },
  ]);
  expect(await events(sql, "spc_registered")).toMatchObject([
    { invoice: "A", data: { record: 1, amountCents: 10000, details: "enviado ao SPC" } },
  ]);
});

test("refused before the promise is broken, unless the provider's lawyer says otherwise", async () => {
  const p = await broken();
  const register = () => p.register("A", "enviado", { on: "2026-08-10" });
  await p.refused(register, {
    code: "law_refuses",
    invoice: "A",
    verdict: { answer: "from", date: BROKEN, fact: { code: "not_broken" } },
  });
  must(await p.set("law.spc.requireBroken", "false"));
  must(await register());
});

test("refused while the contract goes on, unless the provider's lawyer says otherwise", async () => {
  const p = await broken();
  await p.database.sql`update contract set status = 'active', ended_at = null`;
  const register = () => p.register("A", "enviado", { on: BROKEN });
  await p.refused(register, {
    code: "law_refuses",
    verdict: { rule: "RGC-BUREAU", fact: { code: "contract_not_ended" } },
  });
  must(await p.set("law.spc.requireContractEnded", "false"));
  must(await register());
});

test("refused without a delivered notice of the debt, unless the provider's lawyer says otherwise", async () => {
  const p = await broken();
  const { sql } = p.database;
  const register = () => p.register("A", "enviado", { on: BROKEN });
  const missing = {
    code: "law_refuses",
    verdict: { rule: "CDC-43-2", fact: { code: "notice_missing", onOrAfter: "2026-05-12" } },
  };
  for (const change of [
    sql`update notice set delivered_at = null`,
    sql`update notice set delivered_at = '2026-05-11'`,
    sql`update notice set delivered_at = '2026-08-12'`,
    sql`update notice set delivered_at = '2026-06-20', kind = 'suspension'`,
  ]) {
    await change;
    await p.refused(register, missing);
  }
  must(await p.set("law.spc.requireNotice", "false"));
  must(await register());
});

test("refused for a disputed debt, whatever the settings", async () => {
  const p = await broken();
  await p.dispute("A", "2026-08-01");
  await p.refused(() => p.register("A", "enviado", { on: BROKEN }), {
    code: "law_refuses",
    verdict: { rule: "RGC-DISPUTE" },
  });
});

test("a new notice is needed once an earlier record was removed", async () => {
  const p = await broken();
  must(await p.register("A", "enviado", { on: BROKEN }));
  must(await p.unregister("A", "retirado", { on: "2026-08-20" }));
  const again = () => p.register("A", "enviado de novo", { on: "2026-09-01" });
  await p.refused(again, {
    code: "law_refuses",
    verdict: { fact: { code: "notice_missing", onOrAfter: "2026-08-21" } },
  });
  await p.notice("C1", "bureau", "2026-08-25");
  must(await again());
  expect(await bureauRecords(p.database.sql, "A")).toMatchObject([
    { id: 1, removedOn: "2026-08-20", superseded: true },
    { id: 2, removedOn: null, superseded: false },
  ]);
});

test("a debt of five years is not registered, however often it was agreed upon anew", async () => {
  const p = provider();
  await p.customer("C2", { owing: { Z: ["100.00", "2021-08-01"] } });
  await p.negotiate("C2");
  must(await p.agree("C2", ["Z"], single("2026-07-10", { tolerance: "2026-07-15" })));
  await p.endContract("C2", "2026-07-10");
  await p.notice("C2", "bureau", "2026-06-20");
  await p.refused(() => p.register("AC1-1", "enviado", { on: "2026-08-01" }), {
    code: "law_refuses",
    verdict: { fact: { code: "debt_too_old", since: "2026-08-01" } },
  });
  must(await p.register("AC1-1", "enviado", { on: "2026-07-31" }));
  expect(await bureauRecords(p.database.sql, "AC1-1")).toMatchObject([{ expiresOn: "2026-08-01" }]);
});

test("refused for what is no unpaid invoice of an agreement, twice, or without details", async () => {
  const p = await broken();
  const by = { on: BROKEN };
  await p.customer("C2", { owing: { Z: ["100.00", "2026-05-11"] } });
  await p.negotiate("C2");
  await p.refused(() => p.register("X", "enviado", by), { code: "invoice_unknown", invoice: "X" });
  await p.refused(() => p.register("Z", "enviado", by), {
    code: "spc_not_of_agreement",
    invoice: "Z",
  });
  await p.refused(() => p.register("A", "  ", by), { code: "details_empty" });
  await p.refused(() => p.register("A", "x".repeat(2001), by), {
    code: "details_too_long",
    length: 2001,
    max: 2000,
  });
  must(await p.register("A", "enviado", by));
  await p.refused(() => p.register("A", "enviado", by), {
    code: "spc_already_registered",
    invoice: "A",
    record: 1,
  });
  must(await p.pay("B", {}, by));
  await p.refused(() => p.register("B", "enviado", by), { code: "spc_invoice_paid", invoice: "B" });
  await p.refused(() => p.unregister("X", "retirado", by), {
    code: "invoice_unknown",
    invoice: "X",
  });
  await p.refused(() => p.unregister("B", "retirado", by), {
    code: "spc_not_registered",
    invoice: "B",
  });
  await p.refused(() => p.unregister("A", "", by), { code: "details_empty" });
});

test("a payment makes it a critique at once, with the last day for its removal, and tells the operators", async () => {
  const p = await broken();
  const { sql } = p.database;
  must(await p.register("A", "enviado", { on: BROKEN }));
  // Tuesday 1 September; Monday the 7th is a holiday.
  must(await p.pay("A", { at: "2026-09-01" }, { on: "2026-09-02" }));
  expect(await bureauRecords(sql, "A")).toMatchObject([
    { settledOn: "2026-09-01", removeBy: "2026-09-09", removedOn: null },
  ]);
  expect(await events(sql, "spc_became_critique")).toMatchObject([
    { invoice: "A", data: { record: 1, removeBy: "2026-09-09" } },
  ]);
  expect(await outbox(sql)).toContainEqual({
    kind: "tell_operators_spc_critique",
    customer: "C1",
    invoice: "A",
    removeBy: "2026-09-09",
  });
  must(await p.unregister("A", "retirado", { on: "2026-09-03" }));
  expect(await bureauRecords(sql, "A")).toMatchObject([
    { settledOn: "2026-09-01", removedOn: "2026-09-03", superseded: false },
  ]);
  expect(await events(sql, "spc_removed")).toMatchObject([
    { data: { record: 1, details: "retirado" } },
  ]);
});

test("a holiday of the city gives a day more", async () => {
  const p = await broken();
  must(await p.set("calendar.extraHolidays", "2026-09-02"));
  must(await p.register("A", "enviado", { on: BROKEN }));
  must(await p.pay("A", {}, { on: "2026-09-01" }));
  expect(await bureauRecords(p.database.sql, "A")).toMatchObject([{ removeBy: "2026-09-10" }]);
});

test("a part payment makes no critique", async () => {
  const p = await broken();
  must(await p.register("A", "enviado", { on: BROKEN }));
  must(await p.pay("A", { amount: "99.99" }, { on: "2026-09-01" }));
  expect(await bureauRecords(p.database.sql, "A")).toMatchObject([
    { settledOn: null, removeBy: null },
  ]);
});

test("a record removed before the payment is one of a paid invoice afterwards", async () => {
  const p = await broken();
  const { sql } = p.database;
  must(await p.register("A", "enviado", { on: BROKEN }));
  must(await p.unregister("A", "retirado", { on: "2026-08-20" }));
  must(await p.pay("A", {}, { on: "2026-09-01" }));
  expect(await bureauRecords(sql, "A")).toMatchObject([
    { removedOn: "2026-08-20", settledOn: "2026-09-01", superseded: false },
  ]);
  expect(await events(sql, "spc_became_critique")).toEqual([]);
});

test("the first instalment of the agreement that replaced a debt ends the debt's record (Súmula 548)", async () => {
  const p = await broken();
  const { sql } = p.database;
  must(await p.register("A", "enviado", { on: BROKEN }));
  must(
    await p.agree("C1", ["A", "B"], split(2, "2026-09-01", { tolerance: "2026-09-10" }), {
      on: "2026-08-20",
    }),
  );
  expect(await bureauRecords(sql, "A")).toMatchObject([{ settledOn: null, removedOn: null }]);
  must(await p.pay("AC2-1", { amount: "10.00" }, { on: "2026-08-31" }));
  expect(await bureauRecords(sql, "A")).toMatchObject([{ settledOn: null }]);
  must(await p.pay("AC2-1", {}, { on: "2026-09-01" }));
  expect(await bureauRecords(sql, "A")).toMatchObject([
    { settledOn: "2026-09-01", removeBy: "2026-09-09" },
  ]);
  must(await p.pay("AC2-2", {}, { on: "2026-10-01" }));
  expect(await bureauRecords(sql, "A")).toMatchObject([{ settledOn: "2026-09-01" }]);
  expect(await events(sql, "spc_became_critique")).toHaveLength(1);
});

test("also when that agreement was broken and replaced by another", async () => {
  const p = await broken();
  const { sql } = p.database;
  must(await p.register("A", "enviado", { on: BROKEN }));
  must(
    await p.agree("C1", ["A"], single("2026-08-25", { tolerance: "2026-08-25" }), {
      on: "2026-08-20",
    }),
  );
  must(
    await p.agree("C1", ["AC2-1"], split(2, "2026-09-01", { tolerance: "2026-09-10" }), {
      on: "2026-08-27",
    }),
  );
  must(await p.pay("AC3-1", {}, { on: "2026-09-01" }));
  expect(await bureauRecords(sql, "A")).toMatchObject([
    { settledOn: "2026-09-01", removeBy: "2026-09-09" },
  ]);
});

test("removing is always lawful, for whoever has the permission", async () => {
  const p = await broken();
  must(await p.register("A", "enviado", { on: BROKEN }));
  await p.dispute("A", BROKEN);
  await p.database
    .sql`update role set permissions = array_remove(permissions, 'spc.remove') where name = 'operator'`;
  await p.refused(() => p.unregister("A", "retirado", { as: "ana", on: BROKEN }), {
    code: "not_permitted",
    permission: "spc.remove",
  });
  must(await p.unregister("A", "retirado", { as: "sonia", on: BROKEN }));
});

test("a payment shortly before the debt is five years old leaves no longer than that", async () => {
  const p = provider();
  await p.customer("C2", { owing: { Z: ["100.00", "2021-08-01"] } });
  await p.negotiate("C2");
  must(await p.agree("C2", ["Z"], single("2026-07-10", { tolerance: "2026-07-15" })));
  await p.endContract("C2", "2026-07-10");
  await p.notice("C2", "bureau", "2026-06-20");
  must(await p.register("AC1-1", "enviado", { on: "2026-07-29" }));
  must(await p.pay("AC1-1", {}, { on: "2026-07-30" }));
  expect(await bureauRecords(p.database.sql, "AC1-1")).toMatchObject([
    { settledOn: "2026-07-30", removeBy: "2026-08-01", expiresOn: "2026-08-01" },
  ]);
});

test("a contract that ended on a day nobody knows has ended", async () => {
  const p = await broken();
  await p.database.sql`update contract set status = 'ended', ended_at = null`;
  must(await p.register("A", "enviado", { on: BROKEN }));
});

test("refused with its own reason where there is no contract that could end", async () => {
  const p = await broken();
  await p.database.sql`update invoice set contract_id = null`;
  await p.refused(() => p.register("A", "enviado", { on: BROKEN }), {
    code: "law_refuses",
    verdict: { answer: "refused", rule: "RGC-BUREAU", fact: { code: "no_contract" } },
  });
});

test("a paid instalment of the agreement asks for a new notice, a paid invoice that it left as it was does not", async () => {
  const p = await broken();
  must(await p.pay("B", {}, { on: BROKEN }));
  must(await p.register("A", "enviado", { on: "2026-08-12" }));

  await p.customer("C2", { owing: { Z: ["100.00", "2026-05-11"] } });
  await p.negotiate("C2");
  must(await p.agree("C2", ["Z"], split(2, "2026-07-10", { tolerance: "2026-07-15" })));
  await p.endContract("C2", "2026-07-10");
  await p.notice("C2", "bureau", "2026-06-20");
  must(await p.pay("AC2-1", {}, { on: "2026-07-10" }));
  await p.refused(() => p.register("AC2-2", "enviado", { on: "2026-09-01" }), {
    code: "law_refuses",
    verdict: { fact: { code: "notice_missing", onOrAfter: "2026-07-11" } },
  });
});
