import { beforeEach, expect, test } from "vitest";
import { errorCode, violatedConstraint } from "#db/errors.ts";
import { must, opening } from "#test/support/desk.ts";
import { events } from "#test/support/look.ts";
import { single, split, unchanged } from "#test/support/proposals.ts";

const provider = opening();

/** A live agreement (A), one that is rescinded (B), a waiting one (C), and a live record at the bureau (A). */
beforeEach(async () => {
  const p = provider();
  await p.customer("C1", {
    owing: { A: ["100.00", "2026-05-11"], B: ["80.00", "2026-06-08"], C: ["70.00", "2026-06-08"] },
  });
  await p.negotiate("C1");
  for (const rule of ["requireBroken", "requireContractEnded", "requireNotice"]) {
    must(await p.set(`law.spc.${rule}`, "false"));
  }
  must(await p.agree("C1", ["A"], unchanged()));
  must(await p.register("A"));
  must(await p.agree("C1", ["B"], split(2, "2026-07-20")));
  must(await p.rescind(2));
  must(await p.agree("C1", ["C"], single("2026-07-20", { discount: "20" }), { as: "ana" }));
});

/** Written behind the commands, as nobody should: the database itself says no, by the rule's name. */
async function refused(statement: string): Promise<string | undefined> {
  const error = await errorOf(statement);
  return violatedConstraint(error) ?? errorCode(error);
}

const refusedWith = async (statement: string) => errorCode(await errorOf(statement));

/** What was not refused is undone, so that the other invariants still hold afterwards. */
async function errorOf(statement: string): Promise<unknown> {
  const { sql } = provider().database;
  const undo = new Error("undo");
  const error: unknown = await sql
    .begin(async (tx) => {
      await tx.unsafe(statement);
      throw undo;
    })
    .catch((caught: unknown) => caught);
  return error === undo ? undefined : error;
}

test("history is append-only for everybody", async () => {
  const { sql } = provider().database;
  const before = await events(sql);
  const INTEGRITY = "23000";
  expect(await refused("update event set actor = 'nobody'")).toBe(INTEGRITY);
  expect(await refused("delete from event where id = 1")).toBe(INTEGRITY);
  expect(await refused("truncate event")).toBe(INTEGRITY);
  expect(await events(sql)).toEqual(before);
});

test("one live agreement, and one that waits, for each invoice", async () => {
  expect(
    await refused(
      "update agreement_invoice set live = true, invoice_id = 'A' where agreement = 2 and invoice_id = 'B'",
    ),
  ).toBe("one_live_agreement_per_invoice");
  expect(
    await refused(`insert into agreement_invoice (agreement, invoice_id, is_source, is_awaited, amount_cents, due_date, live)
      values (2, 'A', true, false, 1, '2026-05-11', true)`),
  ).toBe("one_live_agreement_per_invoice");
  expect(
    await refused(`insert into agreement_invoice (agreement, invoice_id, is_source, is_awaited, amount_cents, due_date, live, held)
      values (2, 'C', true, false, 1, '2026-05-11', false, true)`),
  ).toBe("one_waiting_agreement_per_invoice");
  expect(
    await refused(
      "insert into approval (agreement, asked_by, asked_on, exceeded) values (3, 'x', '2026-07-01', '[]')",
    ),
  ).toBe("one_open_approval_per_agreement");
});

test("one live record at the bureau for each invoice, removed with details, settled with a deadline", async () => {
  expect(
    await refused(`insert into spc_record (invoice_id, customer_id, agreement, amount_cents, due_date, details, registered_on,
      registered_by, expires_on) values ('A', 'C1', 1, 1, '2026-05-11', 'x', '2026-07-01', 'x', '2031-05-11')`),
  ).toBe("one_live_spc_record_per_invoice");
  expect(await refused("update spc_record set removed_on = '2026-07-01'")).toBe("spc_removal");
  expect(await refused("update spc_record set settled_on = '2026-07-01'")).toBe("spc_deadline");
});

test("no stage that is not one of the six, and none without what belongs to it", async () => {
  expect(await refused("update collection set stage = 'broken' where invoice_id = 'B'")).toBe(
    "collection_stage",
  );
  expect(await refused("update collection set stage = 'in agreement' where invoice_id = 'B'")).toBe(
    "collection_agreement_known",
  );
  expect(await refused("update collection set agreement = 1 where invoice_id = 'B'")).toBe(
    "collection_agreement_known",
  );
  expect(await refused("update collection set breaks_after = null where invoice_id = 'A'")).toBe(
    "collection_promise",
  );
  expect(await refused("update collection set stage = 'settled' where invoice_id = 'A'")).toBe(
    "collection_settled_on",
  );
  expect(
    await refused(`insert into collection (invoice_id, customer_id, stage, amount_cents, due_date, since)
      values ('A', 'C1', 'classified', 1, '2026-05-11', '2026-07-01')`),
  ).toBe("collection_pkey");
});

test("one account for each customer", async () => {
  expect(
    await refused(
      "insert into account (customer_id, opened_on, opened_by) values ('C1', '2026-07-01', 'x')",
    ),
  ).toBe("account_pkey");
});

test("no money below zero, nor more received than billed", async () => {
  for (const change of [
    "amount_cents = 0",
    "amount_cents = -1",
    "paid_cents = -1",
    "paid_cents = amount_cents + 1",
  ]) {
    expect(await refused(`update invoice set ${change} where id = 'A'`)).toBe("invoice_amount");
  }
  const pay = (amount: number, applied: number) =>
    refused(`insert into payment (id, invoice_id, customer_id, amount_cents, applied_cents, paid_at, source)
      values ('X', 'A', 'C1', ${amount}, ${applied}, '2026-07-01', 'manual')`);
  expect(await pay(0, 0)).toBe("payment_amount");
  expect(await pay(-5, 0)).toBe("payment_amount");
  expect(await pay(5, -1)).toBe("payment_amount");
  expect(await pay(5, 6)).toBe("payment_amount");
  expect(await refused("update agreement set total_cents = 0 where number = 1")).toBe(
    "agreement_amounts",
  );
  expect(await refused("update agreement set base_cents = -1 where number = 1")).toBe(
    "agreement_amounts",
  );
});

test("no amount below zero in what panels, agreements and the bureau's register copy of it", async () => {
  const CHECK = "23514";
  for (const change of [
    "update collection set amount_cents = -1 where invoice_id = 'A'",
    "update agreement_invoice set amount_cents = -1 where agreement = 1",
    "update spc_record set amount_cents = -1",
    "update contract set on_time_discount_cents = -1",
    "update invoice set on_time_discount_cents = -1 where id = 'A'",
  ]) {
    expect([change, await refusedWith(change)]).toEqual([change, CHECK]);
  }
});

test("no state, status, term or decision that the code does not know", async () => {
  expect(await refused("update invoice set state = 'lost' where id = 'A'")).toBe("invoice_states");
  expect(await refused("update agreement set status = 'broken' where number = 1")).toBe(
    "agreement_status",
  );
  expect(await refused("update agreement set kind = 'other' where number = 1")).toBe(
    "agreement_kind",
  );
  expect(
    await refused(
      "insert into agreement_line (agreement, instalment, term, amount_cents) values (2, 1, 'tip', 1)",
    ),
  ).toBe("agreement_line_term");
  expect(await refused("update approval set decision = 'maybe'")).toBe("approval_decision");
});
