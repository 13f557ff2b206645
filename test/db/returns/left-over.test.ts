import { describe, expect, test } from "vitest";
import { assignTitle, dismissTitle } from "#core/use-cases/assign-title.ts";
import { readReturnFiles } from "#db/queries/returns/read-return-files.ts";
import { readLeftOver } from "#db/queries/returns/read-return-titles.ts";
import { must } from "#test/support/desk.ts";
import { standing } from "#test/support/look.ts";
import { single } from "#test/support/proposals.ts";
import { invoiceId } from "#test/support/provider.ts";
import { banking, file, paid } from "./support.ts";

const bank = banking();

async function waiting() {
  const b = bank();
  await b.customer("C1", {
    owing: { A: ["100.00", "2026-05-11"], B: ["80.00", "2026-06-08"], D: ["10.00", "2026-07-10"] },
  });
  await b.negotiate("C1");
  await b.told(file([paid("98", 10_000), paid("99", 5_000)]));
  const [first, second] = await left(b.sql);
  const assign = (title: number, invoice: string, by = {}) =>
    b.ask(assignTitle, { title, invoice: invoiceId(invoice) }, by);
  return { ...b, assign, first: first?.title ?? 0, second: second?.title ?? 0 };
}

async function left(sql: ReturnType<typeof bank>["sql"]) {
  const page = await readLeftOver(sql, {});
  return page.ok ? page.value.rows : [];
}

describe("money that waits for an operator", () => {
  test("is put on the invoice that it was meant for, and everything follows", async () => {
    const b = await waiting();
    expect(must(await b.assign(b.first, "A", { as: "sonia" }))).toEqual({
      title: b.first,
      invoice: "A",
      amountCents: 10_000,
      outcome: "settled",
    });
    expect(await standing(b.sql, "A")).toMatchObject({ state: "paid", stage: null });
    expect(await left(b.sql)).toMatchObject([{ ourNumber: "000000994", outcome: "unmatched" }]);
    const files = await readReturnFiles(b.sql, {});
    expect(files.ok && files.value.rows).toMatchObject([
      { titles: 2, settled: 1, unmatched: 1, receivedCents: 15_000, leftOverCents: 5_000 },
    ]);
  });

  test("is put once: the second of two who assign it is told", async () => {
    const b = await waiting();
    const answers = await Promise.all([b.assign(b.first, "A"), b.assign(b.first, "B")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(
      expect.objectContaining({
        refusal: { code: "title_not_left_over", title: b.first, outcome: "settled" },
      }),
    );
  });

  test("is put on no invoice that is paid, gone or replaced, and by nobody who may not", async () => {
    const b = await waiting();
    must(await b.pay("D"));
    must(await b.agree("C1", ["B"], single("2026-07-10"), { as: "ana" }));
    await b.refused(() => b.assign(b.first, "D"), { code: "already_paid" });
    await b.refused(() => b.assign(b.first, "B"), { code: "payment_of_replaced", agreement: 1 });
    await b.refused(() => b.assign(999, "A"), { code: "title_unknown" });
    await b.refused(() => b.assign(b.first, "nothing"), { code: "invoice_unknown" });
    await b.refused(() => b.assign(b.first, "A", { as: "ana" }), { code: "not_permitted" });
  });

  test("is put aside with a reason", async () => {
    const b = await waiting();
    const dismiss = (reason: string) => b.ask(dismissTitle, { title: b.second, reason });
    await b.refused(() => dismiss("  "), { code: "reason_empty" });
    must(await dismiss("devolvido por Pix"));
    await b.refused(() => dismiss("de novo"), { code: "title_not_left_over" });
    expect((await left(b.sql)).map(({ title }) => title)).toEqual([b.first]);
  });
});

describe("an invoice that is paid already", () => {
  test("by hand: the bank's money waits, for nobody knows whether it came twice", async () => {
    const b = await waiting();
    await b.numbered("A", "1");
    must(await b.pay("A"));
    expect(await b.told(file([paid("1", 10_000)]))).toEqual(["A: already-paid"]);
    expect(await standing(b.sql, "A")).toMatchObject({ paid: 10_000 });
  });

  test("as billing says, without a payment: the bank's money explains it", async () => {
    const b = await waiting();
    await b.numbered("D", "2");
    await b.changeOutside("D", "paid");
    expect(await b.told(file([paid("2", 1_000)]))).toEqual(["D: explained"]);
    expect(await b.sql`select invoice_id, applied_cents, source from payment`).toEqual([
      { invoice_id: "D", applied_cents: 1_000, source: "return" },
    ]);
  });
});

test("a payment that is short by less than the tolerance settles, and not by more", async () => {
  const b = await waiting();
  must(await b.set("return.toleranceCents", "5"));
  await b.numbered("A", "1");
  await b.numbered("B", "2");
  expect(await b.told(file([paid("1", 9_995), paid("2", 7_994)]))).toEqual([
    "A: settled",
    "B: partial",
  ]);
});
