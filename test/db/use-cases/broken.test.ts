import { expect, test } from "vitest";
import { must, opening } from "#test/support/desk.ts";
import { agreementStatus, events, stages } from "#test/support/look.ts";
import { single, split, unchanged } from "#test/support/proposals.ts";

const provider = opening();

/** The invoices that stand in panel 6 that day: of an agreement, unpaid, past the last day of the promise. */
async function broken(on: string): Promise<string[]> {
  const rows = await provider().database.sql<{ id: string }[]>`
    select invoice_id as id from collection where stage = 'in agreement' and breaks_after < ${on} order by 1`;
  return rows.map(({ id }) => id);
}

async function negotiating() {
  const p = provider();
  await p.customer("C1", { owing: { A: ["100.00", "2026-05-11"], B: ["80.00", "2026-06-08"] } });
  await p.negotiate("C1");
  return p;
}

test("broken from the day after tolerance, when every due date is past", async () => {
  const p = await negotiating();
  must(await p.agree("C1", ["A", "B"], unchanged({ tolerance: "2026-07-08" })));
  expect(await broken("2026-07-08")).toEqual([]);
  expect(await broken("2026-07-09")).toEqual(["A", "B"]);
});

test("an instalment due after tolerance has until the first business day on or after its due date", async () => {
  const p = await negotiating();
  must(await p.set("calendar.extraHolidays", "2026-10-19"));
  // Saturday 18 July; Tuesday 18 August; Friday 18 September; Sunday 18 October before a holiday of the city.
  must(await p.agree("C1", ["A", "B"], split(4, "2026-07-18", { tolerance: "2026-07-10" })));
  expect(await broken("2026-07-20")).toEqual([]);
  expect(await broken("2026-07-21")).toEqual(["AC1-1"]);
  expect(await broken("2026-08-18")).toEqual(["AC1-1"]);
  expect(await broken("2026-08-19")).toEqual(["AC1-1", "AC1-2"]);
  expect(await broken("2026-10-20")).toEqual(["AC1-1", "AC1-2", "AC1-3"]);
  expect(await broken("2026-10-21")).toEqual(["AC1-1", "AC1-2", "AC1-3", "AC1-4"]);
});

test("on the last day of the promise the invoice is still in its agreement; the day after, a new one may take it", async () => {
  const p = await negotiating();
  must(await p.agree("C1", ["A"], unchanged({ tolerance: "2026-07-08" })));
  const again = single("2026-07-20");
  await p.refused(() => p.agree("C1", ["A"], again, { on: "2026-07-08" }), {
    code: "invoice_not_authorised",
    invoice: "A",
    reason: "in_another_agreement",
    agreement: 1,
  });
  must(await p.agree("C1", ["A", "B"], again, { on: "2026-07-09" }));
  expect(await stages(p.database.sql, "C1")).toBe("A: replaced, AC2-1: in agreement, B: replaced");
});

test("an agreement closes as renegotiated only when nothing of it is left", async () => {
  const p = await negotiating();
  const { sql } = p.database;
  must(await p.agree("C1", ["A", "B"], split(2, "2026-07-10", { tolerance: "2026-07-08" })));

  must(await p.agree("C1", ["AC1-1"], unchanged(), { on: "2026-07-13" }));
  expect(await agreementStatus(sql, 1)).toBe("live");
  expect(await events(sql, "agreement_renegotiated")).toEqual([]);

  const later = unchanged({ tolerance: "2026-09-10" });
  must(await p.agree("C1", ["AC1-1", "AC1-2"], later, { on: "2026-08-11" }));
  expect(await agreementStatus(sql, 1)).toBe("renegotiated");
  expect(await agreementStatus(sql, 2)).toBe("renegotiated");
  expect(await agreementStatus(sql, 3)).toBe("live");
  const closed = await events(sql, "agreement_renegotiated");
  expect(closed.map(({ agreement, data }) => [agreement, data.by]).sort()).toEqual([
    [1, 3],
    [2, 3],
  ]);
  expect(await sql`select ended_on::text, end_reason from agreement where number = 1`).toEqual([
    { ended_on: "2026-08-11", end_reason: "agreement 3" },
  ]);
});

test("an agreement whose other instalment is paid is kept, not renegotiated away", async () => {
  const p = await negotiating();
  const { sql } = p.database;
  must(await p.agree("C1", ["A", "B"], split(2, "2026-07-10", { tolerance: "2026-07-08" })));
  must(await p.agree("C1", ["AC1-1"], unchanged(), { on: "2026-07-13" }));
  must(await p.pay("AC1-2", {}, { on: "2026-07-14" }));
  expect(await agreementStatus(sql, 1)).toBe("fulfilled");
  expect(await agreementStatus(sql, 2)).toBe("live");
});

test("a broken invoice paid in part is renegotiated for what is left", async () => {
  const p = await negotiating();
  must(await p.agree("C1", ["A"], unchanged({ tolerance: "2026-07-08" })));
  must(await p.pay("A", { amount: "40.00" }, { on: "2026-07-06" }));
  const { plan } = must(await p.agree("C1", ["A"], split(2, "2026-07-20"), { on: "2026-07-09" }));
  expect(plan.instalments.map(({ amount }) => amount)).toEqual([3000, 3000]);
});
