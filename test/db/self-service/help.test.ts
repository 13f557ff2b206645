import { expect, test } from "vitest";
import { date } from "#core/calendar.ts";
import { answerHandedOffer } from "#core/use-cases/answer-handed-offer.ts";
import { answerReceipt } from "#core/use-cases/answer-receipt.ts";
import { askTrustUnblock } from "#core/use-cases/ask-trust-unblock.ts";
import { contestAmount } from "#core/use-cases/contest-amount.ts";
import {
  closeConversation,
  leaveConversation,
  writeToCustomer,
  writeToOperators,
} from "#core/use-cases/converse.ts";
import { handToOperator } from "#core/use-cases/hand-to-operator.ts";
import { sendReceipt } from "#core/use-cases/send-receipt.ts";
import type { StoredFile } from "#core/work/attachments.ts";
import { readQueueCandidates } from "#db/queries/home/queue-candidates.ts";
import {
  readConversation,
  readConversationMessage,
} from "#db/queries/self-service/read-conversation.ts";
import { readNegotiation } from "#db/queries/self-service/read-negotiation.ts";
import { readReceipt } from "#db/queries/self-service/read-receipt.ts";
import { aConnection, at, NOON, rows } from "#test/db/work/support.ts";
import { must, opening } from "#test/support/desk.ts";
import { events, outbox } from "#test/support/look.ts";
import { invoiceId, operatorId, TODAY } from "#test/support/provider.ts";
import { aDebtorInChat, aPhone, CHAT, DESCRIPTION } from "./support.ts";

const open = opening();

async function aDebtor() {
  const p = open();
  await aDebtorInChat(p);
  return { p, phone: aPhone(p), sql: p.database.sql };
}

const FILE: StoredFile = { sha256: "ab".repeat(32), sizeBytes: 1_000, mediaType: "image/jpeg" };
const RECEIPT = {
  file: FILE,
  name: "comprovante.jpg",
  description: "Comprovante pelo Telegram",
  task: { title: "Conferir comprovante" },
  invoices: [invoiceId("A")],
};

test("an operator's answer is an offer that the customer confirms, beyond the policy and within the operator's allowance", async () => {
  const { p, phone, sql } = await aDebtor();
  const ask = (count: number, total: number, as: string) =>
    p.ask(
      answerHandedOffer,
      {
        negotiation: 1,
        answer: {
          kind: "counter",
          count,
          firstDue: date("2026-07-08"),
          totalCents: total as never,
        },
        note: "Consegui isto para você",
      },
      { as },
    );
  must(await phone.ask(handToOperator, { because: "asked for", description: DESCRIPTION }));
  await p.refused(() => ask(10, 300_00, "ana"), { code: "approver_allowance_exceeded" });
  const { offer } = must(await ask(10, 300_00, "sonia"));
  expect(offer).toMatchObject({
    count: 10,
    totalCents: 300_00,
    madeBy: "sonia",
    standsUntil: "2026-07-06",
  });
  expect(await outbox(sql)).toContainEqual({
    kind: "tell_customer_offer_answer",
    customer: "C1",
    negotiation: 1,
    offer: offer!.id,
  });
  await p.refused(() => ask(10, 300_00, "sonia"), {
    code: "negotiation_not_handed",
    status: "answered",
  });
  expect(must(await phone.offers()).offers).toContainEqual(offer);
  must(await phone.take(offer!.id));
  expect(await events(sql, "agreement_made")).toMatchObject([
    { actor: "customer", data: { totalCents: 300_00 } },
  ]);
  expect(
    await rows(p, "select distinct operator_id from collection where stage = 'in agreement'"),
  ).toEqual([{ operator_id: "sonia" }]);
});

test("an operator may take what the customer wanted as it is, or refuse it", async () => {
  const { p, phone, sql } = await aDebtor();
  must(await phone.counter(24, undefined, "2026-07-08"));
  must(await phone.counter(24, undefined, "2026-07-08"));
  must(await phone.counter(10, "100.00", "2026-07-20"));
  const card = await readNegotiation(sql, 1, TODAY);
  expect(card).toMatchObject({
    status: "handed",
    name: "Cliente C1",
    negotiableCents: 359_75,
    kept: 0,
    broken: 0,
    handed: {
      because: "rounds used",
      wanted: { count: 10, firstAmountCents: 100_00, totalCents: 323_77 },
    },
  });
  const answer = (kind: "accept" | "refuse", as: string) =>
    p.ask(answerHandedOffer, { negotiation: 1, answer: { kind } }, { as });
  await p.refused(() => answer("accept", "ana"), {
    code: "approver_allowance_exceeded",
    what: "instalments",
  });
  const { offer } = must(await answer("accept", "sonia"));
  expect(offer).toMatchObject({
    count: 10,
    instalments: expect.arrayContaining([{ number: 1, dueDate: "2026-07-20", amount: 100_00 }]),
  });
  must(await phone.ask(handToOperator, { because: "asked for", description: DESCRIPTION }));
  await p.refused(() => answer("accept", "sonia"), { code: "counter_offer_invalid" });
  expect(must(await answer("refuse", "ana"))).toEqual({ negotiation: 1, offer: null });
  await p.refused(() => answer("refuse", "ana"), {
    code: "negotiation_not_handed",
    status: "open",
  });
});

test("a receipt is a task for the customer's operator, and holds the ladder until somebody has looked", async () => {
  const { p, phone, sql } = await aDebtor();
  must(await p.start("C1", undefined, { as: "bruno" }));
  const sent = must(await phone.ask(sendReceipt, RECEIPT));
  expect(sent).toEqual({ receipt: 1, heldUntil: "2026-07-06" });
  expect(await readReceipt(sql, 1)).toMatchObject({
    status: "open",
    assignee: "bruno",
    heldUntil: "2026-07-06",
    fileName: "comprovante.jpg",
    sha256: FILE.sha256,
  });
  expect(await rows(p, "select title, due_on, assignee, created_by from task")).toEqual([
    {
      title: "Conferir comprovante",
      due_on: "2026-07-06",
      assignee: "bruno",
      created_by: "customer",
    },
  ]);
  const queued = async (on: string) =>
    (
      await readQueueCandidates(sql, {
        operator: operatorId("bruno"),
        today: date(on),
        nowMs: at("12:00", on),
      })
    ).length;
  expect([await queued("2026-07-06"), await queued("2026-07-07")]).toEqual([0, 1]);
  const answer = (confirmed: boolean) =>
    p.ask(
      answerReceipt,
      { receipt: 1, confirmed, note: "Não é deste mês", now: NOON },
      { as: "bruno" },
    );
  must(await answer(false));
  expect(await queued("2026-07-06")).toBe(1);
  expect(await rows(p, "select ended from ladder_hold")).toEqual([{ ended: true }]);
  expect(await rows(p, "select status, closed_by from task")).toEqual([
    { status: "done", closed_by: "bruno" },
  ]);
  await p.refused(() => answer(true), { code: "receipt_already_answered" });
  expect(await outbox(sql)).toContainEqual({
    kind: "tell_customer_receipt_answer",
    customer: "C1",
    receipt: 1,
  });
});

test("only a photo or a PDF is a receipt", async () => {
  const { p, phone } = await aDebtor();
  await p.refused(
    () => phone.ask(sendReceipt, { ...RECEIPT, file: { ...FILE, mediaType: "text/plain" } }),
    { code: "receipt_type_refused", got: "text/plain" },
  );
});

test("a contested amount is not negotiable, and its answer has a day", async () => {
  const { p, phone } = await aDebtor();
  const contest = (invoice: string) =>
    phone.ask(contestAmount, {
      invoice: invoiceId(invoice),
      reason: "Não usei neste mês",
      task: { title: "Responder contestação" },
    });
  expect(must(await contest("A"))).toEqual({ dispute: 1, invoice: "A", answerBy: "2026-07-31" });
  expect(must(await phone.offers()).debt.invoices.map(({ invoice }) => invoice)).toEqual([
    "B",
    "C",
  ]);
  await p.refused(() => contest("A"), { code: "dispute_already_open" });
  await p.customer("C2", { owing: { X: ["50.00", "2026-03-01"] } });
  await p.refused(() => contest("X"), { code: "invoice_unknown" });
});

test("a blocked connection is opened on trust, once, until the promised day", async () => {
  const { p, phone, sql } = await aDebtor();
  await aConnection(p, "C1", { status: "blocked", blockedOn: date("2026-06-20") });
  const ask = (promisedOn: string, on?: string) =>
    phone.ask(
      askTrustUnblock,
      { promisedOn: date(promisedOn), reason: "Prometeu pagar" },
      on === undefined ? {} : { on },
    );
  await p.refused(() => ask("2026-07-05"), {
    code: "trust_unblock_refused",
    reason: "promise_too_late",
    latest: "2026-07-04",
  });
  await p.refused(() => ask("2026-06-30"), { reason: "promise_past" });
  expect(must(await ask("2026-07-03"))).toEqual({
    connections: ["N-C1"],
    promisedOn: "2026-07-03",
    nextFrom: "2026-09-29",
  });
  expect(await rows(p, "select wanted_status, wanted_by from connection")).toEqual([
    { wanted_status: "normal", wanted_by: "customer" },
  ]);
  expect(await rows(p, "select until, granted_by from connection_exception")).toEqual([
    { until: "2026-07-03", granted_by: "customer" },
  ]);
  await p.refused(() => ask("2026-07-03"), { reason: "not_blocked" });
  await sql`update connection set wanted_status = null, status = 'blocked'`;
  await p.refused(() => ask("2026-07-06", "2026-07-05"), { reason: "used", again: "2026-09-29" });
  must(await p.set("selfService.trustUnblockDays", "0"));
  await p.refused(() => ask("2026-07-06", "2026-07-05"), { reason: "off" });
});

test("a conversation is opened by the customer's first words and bridged until it is closed", async () => {
  const { p, phone, sql } = await aDebtor();
  must(await phone.ask(writeToOperators, { body: "Boa noite, preciso de ajuda" }));
  must(await phone.ask(writeToOperators, { body: "", file: { stored: FILE, name: "foto.jpg" } }));
  const answer = (body: string) =>
    p.ask(writeToCustomer, { conversation: 1, body, now: NOON }, { as: "ana" });
  must(await answer("Pois não"));
  expect(await readConversationMessage(sql, 3)).toMatchObject({
    conversation: 1,
    chat: CHAT,
    writtenBy: "ana",
    body: "Pois não",
  });
  expect(await readConversationMessage(sql, 2)).toMatchObject({
    body: "",
    file: { name: "foto.jpg" },
  });
  await p.refused(() => answer("  "), { code: "field_empty", field: "body" });
  const close = () => p.ask(closeConversation, { conversation: 1, now: NOON }, { as: "ana" });
  must(await close());
  expect(await readConversation(sql, 1)).toMatchObject({ isOpen: false });
  await p.refused(close, { code: "conversation_closed" });
  await p.refused(() => answer("Ainda?"), { code: "conversation_closed" });
  expect(must(await phone.ask(leaveConversation, {}))).toEqual({ conversation: null });
  expect(await rows(p, "select effect->>'kind' as kind from outbox order by id")).toEqual(
    [
      "tell_operators_message",
      "tell_operators_message",
      "tell_customer_message",
      "tell_customer_conversation_closed",
    ].map((kind) => ({ kind })),
  );
  await expect(sql`update conversation_message set body = 'x'`).rejects.toThrow("append-only");
});

test("a customer's actor may do nothing but what customers do", async () => {
  const { p } = await aDebtor();
  await p.refused(() => p.start("C1", undefined, { as: "customer" }), {
    code: "not_permitted",
    role: "customer",
  });
  await p.refused(() => p.pay("A", {}, { as: "customer" }), { code: "not_permitted" });
});
