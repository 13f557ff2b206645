import { describe, expect, test } from "vitest";
import { must, opening } from "#test/support/desk.ts";
import { outbox } from "#test/support/look.ts";
import { split, unchanged } from "#test/support/proposals.ts";

const provider = opening();

/** A customer with two late debts and one of next month, blocked since 15 June. */
async function blocked() {
  const p = provider();
  const { sql } = p.database;
  await p.customer("C1", {
    owing: { A: ["100.00", "2026-05-11"], B: ["80.00", "2026-06-08"], N: ["90.00", "2026-07-20"] },
  });
  await sql`insert into connection (id, customer_id, contract_id, login, status, blocked_on)
    values ('X1', 'C1', 'K-C1', 'c1@isp', 'blocked', '2026-06-15')`;
  const wanted = async () =>
    (await sql`select wanted_status from connection where id = 'X1'`)[0]?.wanted_status;
  return { ...p, sql, wanted };
}

describe("a blocked connection is asked to be opened", () => {
  test("when the last late debt is paid, not before, and once", async () => {
    const p = await blocked();
    must(await p.pay("A"));
    expect(await p.wanted()).toBeNull();
    must(await p.pay("B"));
    expect(await p.wanted()).toBe("normal");
    must(await p.pay("N"));
    const asked = (await outbox(p.sql)).filter(({ kind }) => kind === "change_connection");
    expect(asked).toEqual([
      { kind: "change_connection", customer: "C1", connection: "X1", wanted: "normal" },
    ]);
  });

  test("not by a part payment", async () => {
    const p = await blocked();
    must(await p.pay("A"));
    must(await p.pay("B", { amount: "79.99" }));
    expect(await p.wanted()).toBeNull();
  });

  test("by the first instalment of an agreement, and not by its promise", async () => {
    const p = await blocked();
    await p.negotiate("C1");
    must(await p.agree("C1", ["A", "B"], split(3, "2026-07-10"), { as: "ana" }));
    expect(await p.wanted()).toBeNull();
    must(await p.pay("AC1-1"));
    expect(await p.wanted()).toBe("normal");
  });

  test("by the first invoice of an agreement that leaves them as they are", async () => {
    const p = await blocked();
    await p.negotiate("C1");
    must(await p.agree("C1", ["A", "B"], unchanged(), { as: "ana" }));
    must(await p.pay("B"));
    expect(await p.wanted()).toBe("normal");
  });

  test("not while another agreement is a promise only", async () => {
    const p = await blocked();
    await p.negotiate("C1");
    must(await p.agree("C1", ["A"], unchanged(), { as: "ana" }));
    must(await p.pay("B"));
    expect(await p.wanted()).toBeNull();
    must(await p.pay("A"));
    expect(await p.wanted()).toBe("normal");
  });

  test("what is contested holds nothing back", async () => {
    const p = await blocked();
    await p.dispute("A", "2026-06-20");
    must(await p.pay("B"));
    expect(await p.wanted()).toBe("normal");
  });

  test("never when the contract has ended", async () => {
    const p = await blocked();
    await p.endContract("C1", "2026-06-30");
    must(await p.pay("A"));
    must(await p.pay("B"));
    expect(await p.wanted()).toBeNull();
  });

  test("also when billing took the money in, whether the debts were in collections or not", async () => {
    const p = await blocked();
    await p.changeOutside("A", "paid");
    await p.followUp();
    expect(await p.wanted()).toBeNull();
    await p.changeOutside("B", "paid");
    await p.followUp();
    expect(await p.wanted()).toBe("normal");
  });

  test("not by a follow-up of somebody who owes nothing and paid nothing late", async () => {
    const p = provider();
    await p.customer("C2", { owing: { M: ["10.00", "2026-07-20"] } });
    await p.database
      .sql`insert into connection (id, customer_id, contract_id, login, status, blocked_on)
      values ('X2', 'C2', 'K-C2', 'c2@isp', 'blocked', '2026-06-15')`;
    await p.followUp();
    expect(await p.database.sql`select wanted_status from connection`).toEqual([
      { wanted_status: null },
    ]);
  });
});
