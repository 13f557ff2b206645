import { expect, test } from "vitest";
import { assignCustomer } from "#core/use-cases/assign-customer.ts";
import { type RecordContact, recordContact } from "#core/use-cases/record-contact.ts";
import { type By, must, opening } from "#test/support/desk.ts";
import { events } from "#test/support/look.ts";
import { customerId, operatorId } from "#test/support/provider.ts";
import { NOON, rows } from "./support.ts";

const provider = opening();

async function aCustomer() {
  const p = provider();
  await p.customer("C1");
  const note = (input: Partial<RecordContact> = {}, by?: By) =>
    p.ask(
      recordContact,
      {
        customer: customerId("C1"),
        direction: "active",
        medium: "phone",
        subject: "Primeira ligação",
        body: "Prometeu pagar\r\namanhã.\u0000",
        now: NOON,
        ...input,
      },
      by,
    );
  return { p, note };
}

test("a contact is kept as it was told, with who noted it and when", async () => {
  const { p, note } = await aCustomer();
  const details = { answeredBy: " a própria ", category: "Telefone", outcome: "promised" } as const;
  expect(must(await note(details, { as: "ana" }))).toEqual({ customer: "C1", contact: 1 });
  expect(await rows(p, "select * from contact")).toEqual([
    {
      id: 1,
      customer_id: "C1",
      direction: "active",
      medium: "phone",
      answered_by: "a própria",
      category: "Telefone",
      subject: "Primeira ligação",
      body: "Prometeu pagar\namanhã.",
      recorded_by: "ana",
      recorded_at: new Date(NOON),
    },
  ]);
  expect(await events(p.database.sql)).toMatchObject([
    {
      kind: "contact_recorded",
      actor: "ana",
      data: { contact: 1, direction: "active", medium: "phone", outcome: "promised" },
    },
  ]);
});

test("a comment needs no outcome, category nor name", async () => {
  const { p, note } = await aCustomer();
  must(await note({ direction: "reactive", medium: "other" }));
  expect(await rows(p, "select answered_by, category from contact")).toEqual([
    { answered_by: null, category: null },
  ]);
});

test("a contact that was made is past: no hour and no cap refuses it", async () => {
  const { p, note } = await aCustomer();
  for (const hour of [3, 4, 5]) {
    must(await note({ subject: `às ${hour}` }));
  }
  expect(await rows(p, "select id from contact")).toHaveLength(3);
});

test("refused, changing nothing, without a customer, a subject or a text", async () => {
  const { p, note } = await aCustomer();
  await p.refused(() => note({ customer: customerId("X") }), { code: "customer_unknown" });
  await p.refused(() => note({ subject: "\t" }), { code: "field_empty", field: "subject" });
  await p.refused(() => note({ body: "\u0007" }), { code: "field_empty", field: "body" });
  await p.refused(() => note({ answeredBy: "a".repeat(151) }), {
    code: "field_too_long",
    field: "answeredBy",
  });
});

test("a customer is handed to an operator who works here, once", async () => {
  const { p } = await aCustomer();
  const hand = (operator: string, customer = "C1") =>
    p.ask(
      assignCustomer,
      { customer: customerId(customer), operator: operatorId(operator) },
      { as: "sonia" },
    );
  must(await hand("bruno"));
  expect(await rows(p, "select operator_id from customer")).toEqual([{ operator_id: "bruno" }]);
  expect(await events(p.database.sql, "customer_assigned")).toMatchObject([
    { actor: "sonia", data: { operator: "bruno" } },
  ]);
  await p.refused(() => hand("bruno"), { code: "nothing_changed" });
  await p.refused(() => hand("zoe"), { code: "operator_not_active", got: "zoe" });
  await p.refused(() => hand("ana", "X"), { code: "customer_unknown" });
  await p.database.sql`update operator set active = false where id = 'ana'`;
  await p.refused(() => hand("ana"), { code: "operator_not_active", got: "ana" });
});
