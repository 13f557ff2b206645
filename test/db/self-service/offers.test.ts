import { expect, test } from "vitest";
import { date } from "#core/calendar.ts";
import { cents, percent } from "#core/money.ts";
import { DEFAULT_POLICY } from "#core/policy/default-policy.ts";
import { aChat, rows } from "#test/db/work/support.ts";
import { must, opening } from "#test/support/desk.ts";
import { agreementStatus, events, outbox, stages } from "#test/support/look.ts";
import { aDebtorInChat, aPhone, CHAT, setPolicy } from "./support.ts";

const open = opening();

async function aDebtor() {
  const p = open();
  await aDebtorInChat(p);
  return { p, phone: aPhone(p), sql: p.database.sql };
}

test("the policy's offers: all at once with its discount, and split in several counts", async () => {
  const { phone } = await aDebtor();
  const { debt, offers } = must(await phone.offers());
  expect(debt).toMatchObject({ balanceCents: 359_75, totalCents: 359_75, daysOverdue: 100 });
  expect(
    offers.map(({ count, totalCents, discountCents }) => ({ count, totalCents, discountCents })),
  ).toEqual([
    { count: 1, totalCents: 287_80, discountCents: 71_95 },
    ...[2, 4, 8].map((count) => ({ count, totalCents: 323_77, discountCents: 35_98 })),
  ]);
  expect(offers.every(({ standsUntil }) => standsUntil === "2026-07-06")).toBe(true);
});

test("late fine and interest are in the debt where contracts have them, and in the agreement to the cent", async () => {
  const { p, phone, sql } = await aDebtor();
  must(await p.set("charge.lateFine", "true"));
  must(await p.set("charge.lateInterest", "true"));
  const { debt, offers } = must(await phone.offers());
  // Fine 2.59 + 2.59 + 1.99; interest of 100, 69 and 39 days 4.33 + 2.98 + 1.29.
  expect(debt).toMatchObject({ fineCents: 7_17, interestCents: 8_60, totalCents: 375_52 });
  const { agreement } = must(await phone.take(offers[0]!.id));
  expect(offers[0]).toMatchObject({ totalCents: 300_42, discountCents: 75_10 });
  expect(await rows(p, "select term, amount_cents from agreement_line order by term")).toEqual([
    { term: "base", amount_cents: 359_75 },
    { term: "discountAmount", amount_cents: -75_10 },
    { term: "fine", amount_cents: 7_17 },
    { term: "increase", amount_cents: 8_60 },
  ]);
  expect(await agreementStatus(sql, agreement)).toBe("live");
});

test("accepted: a real agreement by the customer, with the proof of what was said yes to", async () => {
  const { p, phone, sql } = await aDebtor();
  const { offers } = must(await phone.offers());
  const taken = must(await phone.take(offers[1]!.id));
  expect(taken).toEqual({ agreement: 1, invoices: ["AC1-1", "AC1-2"], again: false });
  expect(await stages(sql, "C1")).toBe(
    "A: replaced, AC1-1: in agreement, AC1-2: in agreement, B: replaced, C: replaced",
  );
  const happened = await events(sql);
  expect(
    happened.filter(({ kind }) => kind.startsWith("collection_")).map(({ actor }) => actor),
  ).toEqual(Array(6).fill("customer"));
  expect(await events(sql, "agreement_made")).toMatchObject([{ actor: "customer" }]);
  const [proof] = await rows(
    p,
    "select *, encode(sha256(text::bytea), 'hex') as counted from offer_acceptance",
  );
  expect(proof).toMatchObject({
    offer_id: offers[1]!.id,
    agreement: 1,
    chat_id: CHAT,
    text: `Resumo da proposta ${offers[1]!.id}`,
    text_sha256: proof?.counted,
  });
  await expect(sql`update offer_acceptance set text = 'x'`).rejects.toThrow("append-only");
  await expect(sql`delete from offer_acceptance`).rejects.toThrow("append-only");
});

test("a double tap, and two chats at once, give one agreement", async () => {
  const { p, phone } = await aDebtor();
  await aChat(p, "C1", 4002);
  const { offers } = must(await phone.offers());
  const other = must(await phone.offers({ chat: 4002 }));
  expect(other.offers.map(({ id }) => id)).toEqual(offers.map(({ id }) => id));
  const [one, two] = await Promise.all([
    phone.take(offers[0]!.id, { chat: CHAT }),
    phone.take(offers[0]!.id, { chat: 4002 }),
  ]);
  expect([must(one).agreement, must(two).agreement]).toEqual([1, 1]);
  expect([must(one).again, must(two).again].sort()).toEqual([false, true]);
  await p.refused(() => phone.take(offers[1]!.id), { code: "offer_overtaken", what: "invoice" });
  expect(await rows(p, "select number from agreement")).toHaveLength(1);
});

test("an offer keeps its word as long as it stands, and not a day longer", async () => {
  const { p, phone } = await aDebtor();
  must(await p.set("charge.lateInterest", "true"));
  const { offers } = must(await phone.offers());
  const later = must(await phone.offers({ on: "2026-07-05" }));
  expect(later.offers.map(({ id }) => id)).toEqual(offers.map(({ id }) => id));
  await p.refused(() => phone.take(offers[0]!.id, { on: "2026-07-07" }), {
    code: "offer_expired",
    stoodUntil: "2026-07-06",
  });
  const fresh = must(await phone.offers({ on: "2026-07-07" }));
  expect(fresh.offers.every(({ id }) => !offers.some((old) => old.id === id))).toBe(true);
  expect(fresh.offers[0]!.totalCents).toBeGreaterThan(offers[0]!.totalCents);
});

test("what changed meanwhile is told, and nothing is agreed", async () => {
  const { p, phone } = await aDebtor();
  const { offers } = must(await phone.offers());
  const take = () => phone.take(offers[0]!.id);
  must(await p.pay("B", { amount: "10.00" }));
  await p.refused(take, { code: "offer_overtaken", what: "amount", invoice: "B" });
  await p.dispute("C", "2026-07-01");
  must(await p.pay("B"));
  await p.refused(take, { what: "invoice", invoice: "B", because: "not open" });
  const left = must(await phone.offers());
  expect(left.debt.invoices.map(({ invoice }) => invoice)).toEqual(["A"]);
});

test("another invoice that came into collections makes the offer one of the past", async () => {
  const { p, phone } = await aDebtor();
  const { offers } = must(await phone.offers());
  await p.database.sql`
    insert into invoice (id, customer_id, contract_id, ladder_id, amount_cents, due_date)
    values ('D', 'C1', 'K-C1', 'standard', 9995, '2026-06-20')`;
  must(await p.classify());
  await p.refused(() => phone.take(offers[0]!.id), { what: "more invoices" });
});

test("a policy that would not have made it refuses it; a more generous one takes it", async () => {
  const { p, phone } = await aDebtor();
  const { offers } = must(await phone.offers());
  const change = (most: number) =>
    setPolicy(
      p,
      DEFAULT_POLICY.map((row) => ({ ...row, maxDiscountAtOnce: percent(most) })),
    );
  must(await change(10));
  await p.refused(() => phone.take(offers[0]!.id), { code: "offer_overtaken", what: "policy" });
  must(await change(30));
  must(await phone.take(offers[0]!.id));
});

test("no chat acts for a customer that it did not prove to be, and no offer is another's", async () => {
  const { p, phone } = await aDebtor();
  const { offers } = must(await phone.offers());
  await p.refused(() => phone.offers({ chat: 9 }), { code: "chat_not_linked" });
  await p.customer("C2", { owing: { X: ["50.00", "2026-03-01"] } });
  await aChat(p, "C2", 4009);
  await p.refused(() => phone.take(offers[0]!.id, { chat: 4009 }), { code: "offer_unknown" });
  await p.refused(() => phone.take(999), { code: "offer_unknown" });
});

test("the policy accepts what is inside it, counters twice with its best, then a person looks at it", async () => {
  const { p, phone, sql } = await aDebtor();
  const accepted = must(await phone.counter(3, "150.00", "2026-07-08"));
  expect(accepted).toMatchObject({
    kind: "accept",
    offer: { count: 3, totalCents: 323_77, instalments: [{ amount: 150_00 }, {}, {}] },
  });
  const first = must(await phone.counter(24, undefined, "2026-07-08"));
  expect(first).toMatchObject({
    kind: "counter",
    because: [{ what: "instalments", asked: 24, max: 8 }],
  });
  must(await phone.counter(20, undefined, "2026-07-08"));
  const third = must(await phone.counter(24, "20.00", "2026-08-20"));
  expect(third).toEqual({ kind: "handed", negotiation: 1, because: "rounds used" });
  expect(await outbox(sql)).toContainEqual({
    kind: "tell_operators_offer_handed",
    customer: "C1",
    negotiation: 1,
  });
  await p.refused(() => phone.counter(2, undefined, "2026-07-08"), {
    code: "already_with_operator",
  });
  // What the policy offers can be taken all the same.
  expect(must(await phone.offers())).toMatchObject({ withOperator: true });
});

test("what makes no sense is refused at its field", async () => {
  const { p, phone } = await aDebtor();
  must(await setPolicy(p, DEFAULT_POLICY.slice(0, 1)));
  await p.refused(() => phone.counter(0, undefined, "2026-07-08"), {
    code: "counter_offer_invalid",
    field: "count",
  });
  await p.refused(() => phone.counter(2, "400.00", "2026-07-08"), { field: "first_amount" });
  await p.refused(() => phone.counter(2, undefined, "2026-06-30"), { field: "first_due" });
});

test("without a row of the policy there is no offer, and what is proposed goes to a person", async () => {
  const { p, phone } = await aDebtor();
  must(await setPolicy(p, DEFAULT_POLICY.slice(0, 1)));
  expect(must(await phone.offers())).toMatchObject({ offers: [], withOperator: false });
  expect(must(await phone.counter(2, undefined, "2026-07-08"))).toMatchObject({
    kind: "handed",
    because: "no policy",
  });
});

test("a broken promise is not renewed alone", async () => {
  const { p, phone } = await aDebtor();
  const { offers } = must(await phone.offers());
  must(await phone.take(offers[0]!.id));
  await p.refused(() => phone.offers({ on: "2026-07-02" }), {
    code: "nothing_to_negotiate",
    broken: false,
  });
  await p.refused(() => phone.offers({ on: "2026-08-01" }), {
    code: "nothing_to_negotiate",
    broken: true,
  });
});

test("a discount that no ledger unit is set for is not guessed", async () => {
  const { p, phone } = await aDebtor();
  must(await p.set("selfService.unitDiscount", ""));
  await p.refused(() => phone.offers(), {
    code: "self_service_not_configured",
    missing: "discount",
  });
});

test("dates of an offer are those of its first payment day on", async () => {
  const { phone } = await aDebtor();
  const answer = must(await phone.counter(2, undefined, "2026-07-02"));
  expect(answer).toMatchObject({
    kind: "accept",
    offer: {
      standsUntil: "2026-07-02",
      instalments: [{ dueDate: date("2026-07-02"), amount: cents(161_89) }, {}],
    },
  });
});
