import { expect, test } from "vitest";
import { must, opening } from "#test/support/desk.ts";
import { events, stages } from "#test/support/look.ts";

const provider = opening();

const OWING = {
  A: ["129.90", "2026-05-01"],
  B: ["129.90", "2026-06-01"],
  C: ["99.95", "2026-06-21"],
} as const;

test("without a choice all classified invoices of the customer go to contact, and no others", async () => {
  const p = provider();
  await p.customer("C1", { owing: { ...OWING, D: ["10.00", "2026-06-22"] } });
  await p.customer("C2", { owing: { E: ["50.00", "2026-05-01"] } });
  must(await p.classify());

  expect(must(await p.start("C1", undefined, { as: "ana" }))).toEqual({
    customer: "C1",
    invoices: ["A", "B", "C"],
    stage: "in contact",
  });
  expect(await stages(p.database.sql, "C1")).toBe(
    "A: in contact, B: in contact, C: in contact, D: none",
  );
  expect(await stages(p.database.sql, "C2")).toBe("E: classified");
  expect(await events(p.database.sql, "collection_started")).toMatchObject([
    { invoice: "A", actor: "ana", data: { amountCents: 12990 } },
    { invoice: "B", actor: "ana", data: { amountCents: 12990 } },
    { invoice: "C", actor: "ana", data: { amountCents: 9995 } },
  ]);
});

test("chosen invoices go, the others stay; naming one twice is naming it once", async () => {
  const p = provider();
  await p.customer("C1", { owing: OWING });
  must(await p.classify());
  expect(must(await p.start("C1", ["C", "A", "C"])).invoices).toEqual(["C", "A"]);
  expect(await stages(p.database.sql, "C1")).toBe("A: in contact, B: classified, C: in contact");
});

test("whoever starts first works the customer from then on", async () => {
  const p = provider();
  const { sql } = p.database;
  await p.customer("C1", { owing: OWING });
  must(await p.classify());
  must(await p.start("C1", ["A"], { as: "ana" }));
  must(await p.start("C1", ["B"], { as: "bruno" }));
  expect(await sql`select operator_id from customer`).toEqual([{ operator_id: "ana" }]);
  expect(await events(sql, "customer_assigned")).toMatchObject([{ data: { operator: "ana" } }]);
  expect(await sql`select operator_id from collection order by invoice_id`).toEqual([
    { operator_id: "ana" },
    { operator_id: "bruno" },
    { operator_id: null },
  ]);
});

test("refused, changing nothing, when there is nothing to start or it is somebody else's", async () => {
  const p = provider();
  await p.customer("C1", { owing: OWING });
  await p.customer("C2", { owing: { E: ["50.00", "2026-05-01"] } });
  const start = (customer: string, invoices?: string[]) => () => p.start(customer, invoices);

  await p.refused(start("C1"), { code: "nothing_classified", customer: "C1" });
  must(await p.classify());
  await p.refused(start("nobody"), { code: "customer_unknown", customer: "nobody" });
  await p.refused(start("C1", []), { code: "no_invoices" });
  await p.refused(start("C1", ["A", "Z"]), { code: "invoice_unknown", invoice: "Z" });
  await p.refused(start("C1", ["A", "E"]), {
    code: "invoice_of_another_customer",
    invoice: "E",
    customer: "C1",
  });
});

test("refused naming the stage when one of them is started already", async () => {
  const p = provider();
  await p.customer("C1", { owing: { ...OWING, D: ["10.00", "2026-06-22"] } });
  must(await p.classify());
  must(await p.start("C1", ["A"]));
  await p.refused(() => p.start("C1", ["B", "A"]), {
    code: "stage_does_not_fit",
    invoice: "A",
    stage: "in contact",
    expected: ["classified"],
  });
  await p.refused(() => p.start("C1", ["D"]), {
    code: "stage_does_not_fit",
    invoice: "D",
    stage: "none",
  });
});

test("nobody is called about what was paid, deleted or suspended since the classifier ran", async () => {
  const p = provider();
  await p.customer("C1", { owing: OWING });
  must(await p.classify());
  for (const [invoice, state] of [
    ["A", "paid"],
    ["B", "deleted"],
    ["C", "suspended"],
  ] as const) {
    await p.changeOutside(invoice, state);
    await p.refused(() => p.start("C1", [invoice]), { code: "invoice_not_open", invoice, state });
  }
  await p.refused(() => p.start("C1"), { code: "invoice_not_open", invoice: "A", state: "paid" });
});

test("nobody is called about a disputed amount", async () => {
  const p = provider();
  await p.customer("C1", { owing: OWING });
  must(await p.classify());
  await p.dispute("A", "2026-06-30");
  await p.refused(() => p.start("C1"), {
    code: "law_forbids_collection",
    invoice: "A",
    verdict: { rule: "RGC-DISPUTE", fact: { code: "dispute_open", openedOn: "2026-06-30" } },
  });
});

test("nobody is called about a debt that came of five years since the classifier ran", async () => {
  const p = provider();
  await p.customer("C1", { owing: { A: ["129.90", "2021-07-02"] } });
  must(await p.classify());
  await p.refused(() => p.start("C1", undefined, { on: "2026-07-02" }), {
    code: "law_forbids_collection",
    invoice: "A",
    verdict: { rule: "PRESC", fact: { code: "debt_too_old", since: "2026-07-02" } },
  });
});

test("an operator whose role lacks the permission, or who is not here, starts nothing", async () => {
  const p = provider();
  const { sql } = p.database;
  await p.customer("C1", { owing: OWING });
  must(await p.classify());
  await sql`update operator set active = false where id = 'bruno'`;
  await sql`update role set permissions = array_remove(permissions, 'collection.start') where name = 'operator'`;
  await p.refused(() => p.start("C1", undefined, { as: "ana" }), {
    code: "not_permitted",
    permission: "collection.start",
    role: "operator",
  });
  for (const nobody of ["bruno", "zoe"]) {
    await p.refused(() => p.start("C1", undefined, { as: nobody }), {
      code: "operator_unknown",
      operator: nobody,
    });
  }
});
