import { expect, test } from "vitest";
import { must, opening } from "#test/support/desk.ts";
import { agreementStatus, events, outbox, stages, standing } from "#test/support/look.ts";
import { single, split, unchanged } from "#test/support/proposals.ts";

const provider = opening();

/** One invoice in each stage: classified, in contact, awaiting negotiation, in agreement, replaced by AC2-1. */
async function everywhere() {
  const p = provider();
  await p.customer("C1", {
    owing: {
      K: ["10.00", "2026-05-11"],
      C: ["20.00", "2026-05-11"],
      W: ["30.00", "2026-05-11"],
      G: ["40.00", "2026-05-11"],
      R: ["50.00", "2026-05-11"],
    },
  });
  must(await p.classify());
  must(await p.start("C1", ["W", "G", "R"]));
  must(await p.confirm("C1"));
  must(await p.agree("C1", ["G"], unchanged(), { as: "ana" }));
  must(await p.agree("C1", ["R"], single("2026-07-20")));
  must(await p.start("C1", ["C"]));
  return p;
}

const NOTED = { settled: "settled", none: "none" } as const;

test.each([
  ["paid", NOTED.settled, "fulfilled"],
  ["deleted", NOTED.none, "void"],
  ["suspended", NOTED.none, "void"],
] as const)(
  "%s outside: each stage gets what follows from it",
  async (state, ofAgreement, status) => {
    const p = await everywhere();
    const { sql } = p.database;
    for (const invoice of ["K", "C", "W", "G", "R"]) await p.changeOutside(invoice, state);
    expect(await p.followUp()).toEqual({ followedUp: 4 });
    // The classified one waits for the classifier; the replaced one stays in its agreement.
    expect(await stages(sql, "C1")).toBe(
      `AC2-1: in agreement, C: none, G: ${ofAgreement}, K: classified, R: replaced, W: none`,
    );
    expect(await events(sql, "invoice_released")).toMatchObject([
      { invoice: "C", actor: "system", data: { reason: state, from: "in contact" } },
      { invoice: "W", data: { reason: state, from: "awaiting negotiation" } },
    ]);
    expect(await agreementStatus(sql, 1)).toBe(status);
    expect(await agreementStatus(sql, 2)).toBe("live");
    expect(await p.followUp()).toEqual({ followedUp: 0 });

    expect(must(await p.classify())).toMatchObject({ released: 1, invoices: 0 });
    expect(await standing(sql, "K")).toMatchObject({ stage: null });
    // An import leaves the state of a replaced invoice to its agreement.
    if (state !== "paid") await sql`update invoice set state = 'deleted' where id = 'R'`;
  },
);

test("a payment outside of an agreement's invoice is settled on the day it was paid", async () => {
  const p = await everywhere();
  const { sql } = p.database;
  await sql`insert into payment (id, invoice_id, customer_id, amount_cents, applied_cents, paid_at, source)
    values ('X1', 'G', 'C1', 4000, 4000, '2026-07-02', 'import')`;
  await p.changeOutside("G", "paid");
  await p.followUp("2026-07-06");
  expect(
    await sql`select settled_on::text, amount_cents from collection where invoice_id = 'G'`,
  ).toEqual([{ settled_on: "2026-07-02", amount_cents: 4000 }]);
  expect(await events(sql, "agreement_fulfilled")).toHaveLength(1);
});

test("a payment outside of an invoice in the bureau's register makes a critique", async () => {
  const p = await everywhere();
  for (const rule of ["requireBroken", "requireContractEnded", "requireNotice"]) {
    must(await p.set(`law.spc.${rule}`, "false"));
  }
  must(await p.register("G"));
  await p.changeOutside("G", "paid");
  await p.followUp("2026-07-06");
  expect(await events(p.database.sql, "spc_became_critique")).toMatchObject([
    { invoice: "G", data: { removeBy: "2026-07-13" } },
  ]);
});

test("also where billing had taken it out of its agreement before", async () => {
  const p = await everywhere();
  for (const rule of ["requireBroken", "requireContractEnded", "requireNotice"]) {
    must(await p.set(`law.spc.${rule}`, "false"));
  }
  must(await p.register("G"));
  await p.changeOutside("G", "suspended");
  await p.followUp();
  await p.changeOutside("G", "open");
  must(await p.classify());
  await p.changeOutside("G", "paid");
  must(await p.classify({ on: "2026-07-06" }));
  expect(await stages(p.database.sql, "C1")).toContain("G: none");
  expect(await events(p.database.sql, "spc_became_critique")).toMatchObject([
    { invoice: "G", data: { removeBy: "2026-07-13" } },
  ]);
  expect(await p.followUp()).toEqual({ followedUp: 0 });
});

test("an agreement of which all is withdrawn at once is voided once", async () => {
  const p = provider();
  const { sql } = p.database;
  await p.customer("C1", { owing: { A: ["10.00", "2026-05-11"], B: ["20.00", "2026-05-11"] } });
  await p.negotiate("C1");
  must(await p.agree("C1", ["A", "B"], unchanged()));
  await p.changeOutside("A", "deleted");
  await p.changeOutside("B", "suspended");
  await p.followUp();
  expect(await events(sql, "agreement_voided")).toHaveLength(1);
  expect(await events(sql, "invoice_left_agreement")).toMatchObject([
    { invoice: "A", data: { state: "deleted" } },
    { invoice: "B", data: { state: "suspended" } },
  ]);
});

test("an agreement that waits over several changed invoices is voided once", async () => {
  const p = provider();
  const { sql } = p.database;
  await p.customer("C1", { owing: { A: ["10.00", "2026-05-11"], B: ["20.00", "2026-05-11"] } });
  await p.negotiate("C1");
  must(await p.agree("C1", ["A", "B"], single("2026-07-20", { discount: "20" }), { as: "ana" }));
  await p.changeOutside("A", "paid");
  await p.changeOutside("B", "paid");
  await p.followUp();
  expect(await agreementStatus(sql, 1)).toBe("void");
  expect(await events(sql, "agreement_voided")).toHaveLength(1);
});

test.each([
  ["A", "B"],
  ["B", "A"],
])(
  "paid %s and withdrawn %s, together or one after the other: what was promised is kept",
  async (paid, withdrawn) => {
    for (const together of [true, false]) {
      const p = provider();
      const id = together ? "C1" : "C2";
      const [x, y] = together ? [paid, withdrawn] : [`${paid}2`, `${withdrawn}2`];
      await p.customer(id, {
        owing: { [x as string]: ["10.00", "2026-05-11"], [y as string]: ["20.00", "2026-05-11"] },
      });
      await p.negotiate(id);
      const { agreement } = must(await p.agree(id, [x as string, y as string], unchanged()));
      await p.changeOutside(x as string, "paid");
      if (!together) await p.followUp();
      await p.changeOutside(y as string, "deleted");
      await p.followUp();
      expect(await agreementStatus(p.database.sql, agreement as number)).toBe("fulfilled");
    }
  },
);

test("a withdrawn invoice leaves its agreement, which goes on with the others", async () => {
  const p = provider();
  const { sql } = p.database;
  await p.customer("C1", { owing: { A: ["10.00", "2026-05-11"], B: ["20.00", "2026-05-11"] } });
  await p.negotiate("C1");
  must(await p.agree("C1", ["A", "B"], unchanged()));
  await p.changeOutside("A", "suspended");
  await p.followUp();
  expect(await stages(sql, "C1")).toBe("A: none, B: in agreement");
  expect(await agreementStatus(sql, 1)).toBe("live");
  await p.changeOutside("A", "open");
  expect(must(await p.classify())).toMatchObject({ classified: 1 });
});

test("changes of many customers are followed up in rounds, each once", async () => {
  const p = provider();
  const { sql } = p.database;
  const days = split(2, "2026-07-20");
  for (let c = 1; c <= 3; c++) {
    const owing = Object.fromEntries(
      Array.from({ length: 90 }, (_, i) => [`C${c}-${i}`, ["10.00", "2026-05-11"] as const]),
    );
    await p.customer(`C${c}`, { owing });
    await p.negotiate(`C${c}`);
  }
  must(await p.agree("C2", ["C2-0", "C2-1"], days));
  await sql`update invoice set state = 'deleted', billing_state = 'deleted' where id not like 'C2-0' and id not like 'C2-1' and agreement is null`;
  await sql`update collection set recheck = true where stage = 'awaiting negotiation'`;
  expect(await p.followUp()).toEqual({ followedUp: 268 });
  expect(await sql`select count(*)::int as n from collection`).toEqual([{ n: 4 }]);
});

test.each([
  [
    "with its state",
    "update invoice set state = 'paid', paid_cents = amount_cents, billing_state = 'paid' where id = 'R'",
  ],
  [
    "as an import leaves it",
    "update invoice set paid_cents = amount_cents, billing_state = 'paid' where id = 'R'",
  ],
])(
  "a replaced invoice that billing calls paid is told to the operators (%s)",
  async (_, change) => {
    const p = await everywhere();
    const { sql } = p.database;
    await sql.unsafe(change);
    await sql`update collection set recheck = true, amount_cents = 0 where invoice_id = 'R'`;
    await p.followUp();
    expect(await stages(sql, "C1")).toContain("R: replaced");
    expect(await events(sql, "replaced_invoice_paid")).toMatchObject([
      { invoice: "R", agreement: 2, actor: "system", data: {} },
    ]);
    expect(await outbox(sql)).toContainEqual({
      kind: "tell_operators_replaced_paid",
      customer: "C1",
      invoice: "R",
      agreement: 2,
    });
    await sql`update collection set recheck = true where invoice_id = 'W'`;
    await p.followUp();
    expect(await events(sql, "replaced_invoice_paid")).toHaveLength(1);
  },
);
