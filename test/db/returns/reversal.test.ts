import { describe, expect, test } from "vitest";
import { recordBilledPayment } from "#core/use-cases/record-billed-payment.ts";
import type { Event } from "#test/core/bank/support/cnab-writer.ts";
import { must } from "#test/support/desk.ts";
import { agreementStatus, bureauRecords, events, outbox, stages } from "#test/support/look.ts";
import { reais, single, split, unchanged } from "#test/support/proposals.ts";
import { invoiceId } from "#test/support/provider.ts";
import { banking, file, paid } from "./support.ts";

const bank = banking();

/** Caixa's titles: 21 is a payment, 33 takes it back. */
const caixa = (number: string, amount: number, code: string, changes: Partial<Event> = {}) =>
  paid(number.padStart(17, "0"), amount, { code, ...changes });
const payment = (number: string, amount = 10_000, on = "2026-07-01") =>
  file([caixa(number, amount, "21", { occurred: on })], "104", on);
const reversal = (number: string, amount = 10_000, on = "2026-07-02") =>
  file([caixa(number, amount, "33", { occurred: on })], "104", on);

async function owing() {
  const b = bank();
  await b.customer("C1", {
    owing: { A: ["100.00", "2026-05-11"], B: ["80.00", "2026-06-08"], Z: ["70.00", "2026-07-20"] },
  });
  for (const [number, invoice] of ["A", "B", "Z"].entries()) {
    await b.numbered(invoice, `${number + 1}`, "104");
  }
  return b;
}

/** What a payment changes and a reversal has to give back; records of what happened only grow. */
async function state(sql: ReturnType<typeof bank>["sql"]) {
  const rows = await sql`
    select i.id, i.state, i.paid_cents, i.discounted_cents, i.in_collection, c.stage, c.amount_cents, c.agreement,
      c.tolerance_date::text, c.breaks_after::text, c.settled_on::text, c.operator_id, c.recheck
    from invoice i left join collection c on c.invoice_id = i.id order by i.id`;
  const agreements = await sql`
    select number, status, ended_on::text, end_reason from agreement order by number`;
  const records = await sql`
    select id, settled_on::text, remove_by::text, removed_on::text from spc_record order by id`;
  const panels = await sql`select * from customer_panel order by customer_id, stage`;
  return {
    rows: [...rows],
    agreements: [...agreements],
    records: [...records],
    panels: [...panels],
  };
}

describe("a reversal gives back the state before the payment", () => {
  const before = {
    "of an invoice outside collections": async (b: Awaited<ReturnType<typeof owing>>) => {
      expect(await stages(b.sql, "C1")).toContain("Z: none");
      return "3";
    },
    "of a classified invoice": async (b: Awaited<ReturnType<typeof owing>>) => {
      must(await b.classify());
      return "1";
    },
    "of an invoice in contact": async (b: Awaited<ReturnType<typeof owing>>) => {
      must(await b.classify());
      must(await b.start("C1"));
      return "1";
    },
    "of an invoice that awaits negotiation": async (b: Awaited<ReturnType<typeof owing>>) => {
      await b.negotiate("C1");
      return "1";
    },
    "of one of two invoices of an agreement": async (b: Awaited<ReturnType<typeof owing>>) => {
      await b.negotiate("C1");
      must(await b.agree("C1", ["A", "B"], unchanged(), { as: "ana" }));
      return "1";
    },
    "of the only invoice of an agreement": async (b: Awaited<ReturnType<typeof owing>>) => {
      await b.negotiate("C1");
      must(await b.agree("C1", ["A"], unchanged(), { as: "ana" }));
      return "1";
    },
    "of an instalment": async (b: Awaited<ReturnType<typeof owing>>) => {
      await b.negotiate("C1");
      must(await b.agree("C1", ["A", "B"], split(2, "2026-07-10"), { as: "ana" }));
      await b.numbered("AC1-1", "4", "104");
      return "4";
    },
  };

  test.each(Object.entries(before))("%s", async (_, prepare) => {
    const b = await owing();
    const number = await prepare(b);
    const was = await state(b.sql);
    const [settled] = await b.told(payment(number));
    expect(settled).toContain(": settled");
    expect(await state(b.sql)).not.toEqual(was);
    expect(await b.told(reversal(number), { on: "2026-07-02" })).toEqual([
      settled?.replace("settled", "reversed"),
    ]);
    expect(await state(b.sql)).toEqual(was);
  });

  test("of a part payment", async () => {
    const b = await owing();
    await b.negotiate("C1");
    const was = await state(b.sql);
    expect(await b.told(payment("1", 4_000))).toEqual(["A: partial"]);
    expect(await b.told(reversal("1", 4_000), { on: "2026-07-02" })).toEqual(["A: reversed"]);
    expect(await state(b.sql)).toEqual(was);
  });

  test("though billing told of more money in between, which stays the customer's credit", async () => {
    const b = await owing();
    must(await b.classify());
    must(await b.start("C1"));
    const was = await state(b.sql);
    expect(await b.told(payment("1"))).toEqual(["A: settled"]);
    const more = { id: "P1", invoice: invoiceId("A"), amountCents: reais("100.00") };
    expect(must(await b.ask(recordBilledPayment, more))).toMatchObject({ credit: 10_000 });
    expect(await b.told(reversal("1"), { on: "2026-07-02" })).toEqual(["A: reversed"]);
    expect(await state(b.sql)).toEqual(was);
  });

  test("and the title can be paid again, and be taken back again", async () => {
    const b = await owing();
    const was = await state(b.sql);
    for (const [pays, takesBack] of [
      ["2026-07-01", "2026-07-02"],
      ["2026-07-03", "2026-07-06"],
    ] as const) {
      expect(await b.told(payment("3", 7_000, pays), { on: pays })).toEqual(["Z: settled"]);
      expect(await b.told(reversal("3", 7_000, takesBack), { on: takesBack })).toEqual([
        "Z: reversed",
      ]);
    }
    expect(await state(b.sql)).toEqual(was);
    expect(await b.sql`select sum(amount_cents)::int as left from payment`).toEqual([{ left: 0 }]);
  });
});

describe("a reversal of an agreement's payment", () => {
  test("makes a fulfilled agreement live again, and says so", async () => {
    const b = await owing();
    await b.negotiate("C1");
    must(await b.agree("C1", ["A"], unchanged(), { as: "ana" }));
    await b.told(payment("1"));
    expect(await agreementStatus(b.sql, 1)).toBe("fulfilled");
    await b.told(reversal("1"), { on: "2026-07-02" });
    expect(await agreementStatus(b.sql, 1)).toBe("live");
    expect(await events(b.sql, "agreement_reopened")).toMatchObject([
      { agreement: 1, data: { invoice: "A" } },
    ]);
    expect(await outbox(b.sql)).toContainEqual({
      kind: "tell_operators_payment_reversed",
      customer: "C1",
      invoice: "A",
      amountCents: 10_000,
      reversed: true,
    });
  });

  test("lifts the critique of a live SPC record, and a new payment makes it one again", async () => {
    const b = await owing();
    await b.negotiate("C1");
    must(await b.agree("C1", ["A"], unchanged({ tolerance: "2026-08-10" }), { as: "ana" }));
    await b.endContract("C1", "2026-08-01");
    await b.notice("C1", "bureau", "2026-06-20");
    must(await b.register("A", "enviado", { on: "2026-08-11" }));
    const critiques = async (on: string, text: string) =>
      (await b.taken(text, { on })).spcCritiques;
    // Paid late: the bank had fine and interest added, which is no credit.
    expect(await critiques("2026-08-12", payment("1", 10_400, "2026-08-12"))).toBe(1);
    const [critique] = await bureauRecords(b.sql, "A");
    expect(critique).toMatchObject({ settledOn: "2026-08-12", removeBy: expect.any(String) });
    await b.taken(reversal("1", 10_400, "2026-08-13"), { on: "2026-08-13" });
    expect(await bureauRecords(b.sql, "A")).toMatchObject([{ settledOn: null, removeBy: null }]);
    expect(await events(b.sql, "spc_critique_lifted")).toHaveLength(1);
    expect(await critiques("2026-08-14", payment("1", 10_400, "2026-08-14"))).toBe(1);
  });

  test("that was taken back meanwhile is left to people: its money is its sources' now", async () => {
    const b = await owing();
    await b.negotiate("C1");
    must(await b.agree("C1", ["A", "B"], split(2, "2026-07-10"), { as: "ana" }));
    await b.numbered("AC1-1", "4", "104");
    await b.told(payment("4", 9_000));
    must(await b.rescind(1));
    const was = await state(b.sql);
    expect(await b.told(reversal("4", 9_000), { on: "2026-07-02" })).toEqual([
      "AC1-1: not-reversible",
    ]);
    expect(await state(b.sql)).toEqual(was);
    expect(await outbox(b.sql)).toContainEqual(
      expect.objectContaining({ kind: "tell_operators_payment_reversed", reversed: false }),
    );
  });
});

describe("a reversal of what is on no invoice", () => {
  test("takes the money off the operators' list", async () => {
    const b = await owing();
    expect(await b.told(payment("9"))).toEqual(["-: unmatched"]);
    expect(await b.told(reversal("9"), { on: "2026-07-02" })).toEqual(["-: reversed"]);
    expect(await b.sql`select outcome from return_title where left_over`).toEqual([]);
  });

  test("of money that never came waits for an operator", async () => {
    const b = await owing();
    expect(await b.told(reversal("1"), { on: "2026-07-02" })).toEqual(["A: not-reversible"]);
    expect(await b.told(reversal("9"), { on: "2026-07-02" })).toEqual(["-: not-reversible"]);
  });

  test("is not done twice", async () => {
    const b = await owing();
    await b.told(payment("3", 7_000));
    expect(await b.told(reversal("3", 7_000), { on: "2026-07-02" })).toEqual(["Z: reversed"]);
    expect(await b.told(reversal("3", 7_000, "2026-07-03"), { on: "2026-07-03" })).toEqual([
      "Z: not-reversible",
    ]);
  });
});

test("what an agreement replaced is paid to nobody: the money waits, and operators are told", async () => {
  const b = await owing();
  await b.negotiate("C1");
  must(await b.agree("C1", ["A"], single("2026-07-10"), { as: "ana" }));
  expect(await b.told(payment("1"))).toEqual(["A: replaced"]);
  expect(await outbox(b.sql)).toContainEqual({
    kind: "tell_operators_replaced_paid",
    customer: "C1",
    invoice: "A",
    agreement: 1,
  });
});
