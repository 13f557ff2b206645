import { expect, test } from "vitest";
import { type QueueEmail, queueEmail } from "#core/use-cases/queue-email.ts";
import { type QueueMessage, queueMessage } from "#core/use-cases/queue-message.ts";
import { recordContact } from "#core/use-cases/record-contact.ts";
import { type By, must, opening } from "#test/support/desk.ts";
import { events, outbox } from "#test/support/look.ts";
import { customerId, invoiceId } from "#test/support/provider.ts";
import { aChat, at, NOON, reachable, rows } from "./support.ts";

const provider = opening();
const C1 = customerId("C1");
const OWN = "ana@exemplo.com.br";
const MOBILE = "+5581987654321";

async function aCustomer() {
  const p = provider();
  await p.customer("C1", {
    owing: { A: ["129.90", "2026-05-01"], B: ["99.95", "2026-06-01"] },
  });
  await p.customer("C2", { owing: { Z: ["50.00", "2026-05-01"] } });
  await reachable(p, "C1", { email: OWN, mobile: MOBILE });
  const email = (input: Partial<QueueEmail & { now: number }> = {}, by?: By) =>
    p.ask(
      queueEmail,
      {
        customer: C1,
        subject: "Sua fatura",
        body: "Olá,\nsegue a fatura.",
        confirmed: true,
        now: NOON,
        ...input,
      },
      by,
    );
  const sms = (
    input: Partial<Extract<QueueMessage, { channel: "sms" }> & { now: number }> = {},
    by?: By,
  ) =>
    p.ask(
      queueMessage,
      { customer: C1, channel: "sms", text: "Olá, não esqueça.", now: NOON, ...input },
      by,
    );
  const app = (now = NOON) =>
    p.ask(queueMessage, { customer: C1, channel: "app", text: "Olá", now });
  return { p, email, sms, app };
}

test("an e-mail to the customer's own address waits to be sent, with its event", async () => {
  const { p, email } = await aCustomer();
  const invoices = [invoiceId("A"), invoiceId("A")];
  expect(must(await email({ invoices }, { as: "ana" }))).toEqual({
    customer: "C1",
    message: 1,
    channel: "email",
    recipients: [OWN],
    segments: null,
  });
  expect(await rows(p, "select * from message")).toMatchObject([
    {
      customer_id: "C1",
      channel: "email",
      recipients: [OWN],
      copies: [],
      subject: "Sua fatura",
      body: "Olá,\nsegue a fatura.",
      invoices: ["A"],
      status: "queued",
      sent_by: "ana",
    },
  ]);
  expect(await events(p.database.sql)).toMatchObject([
    {
      kind: "message_queued",
      actor: "ana",
      data: { message: 1, channel: "email", recipients: 1, vouched: false, invoices: ["A"] },
    },
  ]);
  expect(await rows(p, "select channel, effect from outbox")).toEqual([
    {
      channel: "email",
      effect: { kind: "send_message", customer: "C1", message: 1, channel: "email" },
    },
  ]);
});

test("a text message is written without what makes it dear, unless accents are asked for", async () => {
  const { p, sms } = await aCustomer();
  await p.set("contact.maxPerDay", "2");
  expect(must(await sms({ note: "pediu lembrete" }))).toMatchObject({ segments: 1 });
  const text = "ã".repeat(71);
  expect(must(await sms({ keepAccents: true, text }))).toMatchObject({
    segments: 2,
    recipients: [MOBILE],
  });
  expect(await rows(p, "select body, segments, note from message order by id")).toEqual([
    { body: "Ola, nao esqueca.", segments: 1, note: "pediu lembrete" },
    { body: text, segments: 2, note: null },
  ]);
  expect((await rows(p, "select channel from outbox order by id")).at(-1)).toEqual({
    channel: "sms",
  });
});

test("a message in the app goes to the chats that are the customer's and stayed", async () => {
  const { p, app } = await aCustomer();
  await p.refused(() => app(), { code: "recipient_missing", channel: "app" });
  await aChat(p, "C1", 700, new Date(0));
  await p.refused(() => app(), {
    code: "law_forbids_contact",
    verdict: { fact: { code: "opted_out" } },
  });
  await aChat(p, "C1", 701);
  await aChat(p, "C2", 702);
  expect(must(await app())).toMatchObject({ channel: "app", recipients: ["701"], segments: null });
  expect(await outbox(p.database.sql)).toMatchObject([{ kind: "send_message", channel: "app" }]);
});

test("nobody else is written to about a debt unless the operator says that it is the customer", async () => {
  const { p, email, sms } = await aCustomer();
  const notIdentified = {
    code: "law_forbids_contact",
    verdict: { rule: "LGPD-IDENTITY", fact: { code: "not_identified" } },
  };
  await p.refused(() => email({ to: ["outro@exemplo.com.br"] }), notIdentified);
  await p.refused(() => email({ cc: ["outro@exemplo.com.br"] }), notIdentified);
  await p.refused(() => sms({ to: ["(81) 99999-0000"] }), notIdentified);
  must(await sms({ to: ["81 99999-0000", "+55 81 99999 0000"], numbersAreTheirs: true }));
  expect(await rows(p, "select recipients from message")).toEqual([
    { recipients: ["+5581999990000"] },
  ]);
  expect(await events(p.database.sql, "message_queued")).toMatchObject([
    { data: { vouched: true, recipients: 1 } },
  ]);
});

test("refused, changing nothing, when something in it cannot be sent", async () => {
  const { p, email, sms } = await aCustomer();
  await p.refused(() => email({ customer: customerId("X") }), { code: "customer_unknown" });
  await p.refused(() => email({ confirmed: false }), { code: "confirmation_missing" });
  await p.refused(() => email({ subject: " \n" }), { code: "field_empty", field: "subject" });
  await p.refused(() => email({ body: "" }), { code: "field_empty", field: "body" });
  await p.refused(() => email({ body: "a".repeat(10_001) }), { code: "field_too_long" });
  await p.refused(() => email({ to: [OWN, "ana@"] }), {
    code: "email_invalid",
    field: "to",
    got: "ana@",
  });
  await p.refused(() => email({ cc: ["a b@c.com"] }), { code: "email_invalid", field: "cc" });
  const many = Array.from({ length: 20 }, (_, i) => `a${i}@exemplo.com.br`);
  await p.refused(() => email({ cc: many }), { code: "recipients_too_many", count: 21, max: 20 });
  await p.refused(() => email({ invoices: [invoiceId("Z")] }), {
    code: "invoice_of_another_customer",
  });
  await p.refused(() => sms({ to: ["123"] }), { code: "mobile_invalid", got: "123" });
  await p.refused(() => sms({ to: ["(81) 3333-4444"] }), { code: "mobile_invalid" });
  await p.refused(() => sms({ text: "a".repeat(1_531) }), {
    code: "sms_too_long",
    segments: 11,
    max: 10,
  });
  await reachable(p, "C1", {});
  await p.refused(() => email(), { code: "recipient_missing", channel: "email" });
  await p.refused(() => sms(), { code: "recipient_missing", channel: "sms" });
});

test("nothing leaves about what was paid, contested or withdrawn", async () => {
  const { p, email } = await aCustomer();
  const about = (invoice: string) => () => email({ invoices: [invoiceId(invoice)] });
  must(await p.pay("A"));
  await p.refused(about("A"), {
    code: "law_forbids_contact",
    verdict: { fact: { code: "debt_paid" } },
  });
  await p.dispute("B", "2026-06-30");
  await p.refused(about("B"), { verdict: { fact: { code: "dispute_open" } } });
  await p.changeOutside("B", "deleted");
  await p.refused(about("B"), { code: "invoice_not_open", invoice: "B", state: "deleted" });
});

test("a contact has its hours, by the clock where the customer lives", async () => {
  const { p, email, sms } = await aCustomer();
  await p.refused(() => email({ now: at("07:59") }), {
    code: "law_forbids_contact",
    verdict: { answer: "from", date: "2026-07-01", time: "08:00", rule: "HOURS" },
  });
  await p.refused(() => sms({ now: at("20:00") }), { verdict: { date: "2026-07-02" } });
  await reachable(p, "C1", { email: OWN, mobile: MOBILE, state: "AC" });
  // Two hours behind Recife: seven in the morning there.
  await p.refused(() => email({ now: at("09:00") }), { verdict: { time: "08:00" } });
  must(await email({ now: at("10:00") }));
});

test("one contact a day and three in seven days, over all channels and calls together", async () => {
  const { p, email, sms } = await aCustomer();
  const call = (direction: "active" | "reactive", day: string) =>
    p.ask(
      recordContact,
      {
        customer: C1,
        direction,
        medium: "phone",
        subject: "Ligação",
        body: "Falei",
        now: at("09:00", day),
      },
      { on: day },
    );
  must(await call("reactive", "2026-07-01"));
  must(await email());
  await p.refused(() => sms({ now: at("15:00") }), {
    code: "law_forbids_contact",
    verdict: { rule: "FREQ", fact: { code: "contacted_today", count: 1, max: 1 } },
  });
  must(await call("active", "2026-07-02"));
  await p.refused(() => sms({ now: at("15:00", "2026-07-02") }, { on: "2026-07-02" }), {
    verdict: { fact: { code: "contacted_today" } },
  });
  must(await sms({ now: at("15:00", "2026-07-03") }, { on: "2026-07-03" }));
  await p.refused(() => sms({ now: at("09:00", "2026-07-06") }, { on: "2026-07-06" }), {
    verdict: { fact: { code: "contacted_this_week", count: 3, max: 3 } },
  });
  await p.database.sql`update message set status = 'dropped' where channel = 'email'`;
  must(await sms({ now: at("09:00", "2026-07-06") }, { on: "2026-07-06" }));
});

test("late in the evening the customer's day counts, not the server's", async () => {
  const { p, sms } = await aCustomer();
  must(await sms({ now: at("19:59") }));
  // Ten in the evening in Recife, and the next day in UTC already.
  await p.database.sql`update message set queued_at = '2026-07-02T01:00:00Z'`;
  must(await sms({ now: at("08:00", "2026-07-02") }, { on: "2026-07-02" }));
});

test("who is not the customer, or asked for no contact, is not written to until that is taken back", async () => {
  const { p, email, sms } = await aCustomer();
  const say = (medium: "phone" | "email", outcome: "wrong person" | "opted out" | "welcome") =>
    p.ask(recordContact, {
      customer: C1,
      direction: "reactive",
      medium,
      subject: "Retorno",
      body: "Disse",
      outcome,
      now: NOON,
    });
  must(await say("phone", "wrong person"));
  await p.refused(() => sms(), { verdict: { fact: { code: "not_the_customer" } } });
  must(await say("email", "opted out"));
  await p.refused(() => email(), { verdict: { fact: { code: "opted_out" } } });
  must(await say("phone", "welcome"));
  must(await sms());
});

test("an e-mail may be kept as a template, in the same transaction and by whoever may keep one", async () => {
  const { p, email } = await aCustomer();
  const saveAs = "Lembrete";
  await p.refused(() => email({ saveAs }, { as: "ana" }), {
    code: "not_permitted",
    permission: "template.manage",
  });
  await p.refused(() => email({ saveAs: "" }), { code: "field_empty", field: "name" });
  must(await email({ saveAs }, { as: "sonia" }));
  expect(await rows(p, "select channel, name, subject, body, saved_by from template")).toEqual([
    {
      channel: "email",
      name: "Lembrete",
      subject: "Sua fatura",
      body: "Olá,\nsegue a fatura.",
      saved_by: "sonia",
    },
  ]);
  expect(await events(p.database.sql, "template_saved")).toHaveLength(1);
});

test("a request repeated a moment later is the same request, and sends once", async () => {
  const { p, sms } = await aCustomer();
  const first = must(await sms({}, { key: "k1" }));
  expect(must(await sms({ now: NOON + 1_500 }, { key: "k1" }))).toEqual(first);
  await p.refused(() => sms({ text: "outra" }, { key: "k1" }), { code: "key_reused" });
  expect(await rows(p, "select id from message")).toHaveLength(1);
});

test("two messages at once are one contact too many for one of them", async () => {
  const { p, sms, email } = await aCustomer();
  const answers = await Promise.all([sms(), email(), sms(), email()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await rows(p, "select id from message")).toHaveLength(1);
});
