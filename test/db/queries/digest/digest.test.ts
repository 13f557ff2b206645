import { beforeEach, describe, expect, it } from "vitest";
import { FLOWS, type ManagerDigest } from "#core/digest/manager-digest.ts";
import { createTask } from "#core/use-cases/create-task.ts";
import { recordContact } from "#core/use-cases/record-contact.ts";
import { readManagerDigest, readOperatorDigest } from "#db/queries/digest/read-digest.ts";
import { must, opening } from "#test/support/desk.ts";
import { unchanged } from "#test/support/proposals.ts";
import { customerId, dayOf, operatorId } from "#test/support/provider.ts";

const provider = opening();

/** Mondays to Fridays of July 2026 without a holiday near them; the promises of Ana's customers end on 3 and 10 July. */
beforeEach(async () => {
  const p = provider();
  await p.customer("C1", { owing: { A: ["100.00", "2026-05-11"], B: ["80.00", "2026-05-12"] } });
  await p.customer("C2", { owing: { D: ["50.00", "2026-05-11"] } });
  await p.customer("C3", { owing: { E: ["70.00", "2026-05-11"] } });
  await p.negotiate("C1", "2026-06-24");
  await p.start("C2", undefined, { on: "2026-06-24" });
  await p.confirm("C2", { on: "2026-06-24" });
  const promised = (tolerance: string) => unchanged({ tolerance });
  must(await p.agree("C1", ["A"], promised("2026-07-03"), { as: "ana", on: "2026-07-01" }));
  must(await p.agree("C1", ["B"], promised("2026-07-10"), { as: "ana", on: "2026-07-02" }));
  must(await p.agree("C2", ["D"], promised("2026-07-03"), { as: "bruno", on: "2026-07-01" }));
});

const ofManagers = (day: string) => readManagerDigest(provider().database.sql, dayOf(day));
const ofOperator = (operator: string, day: string) =>
  readOperatorDigest(provider().database.sql, { operator: operatorId(operator), day: dayOf(day) });

const flows = (digest: ManagerDigest | undefined) =>
  Object.fromEntries(
    (digest?.lines ?? []).map(({ flow, current }) => [flow, [current.count, current.amountCents]]),
  );
const sectionsOf = async (operator: string, day: string) =>
  Object.fromEntries(
    ((await ofOperator(operator, day))?.sections ?? []).map(({ about, ...rest }) => [about, rest]),
  );

const aTask = (assignee: string, dueOn: string, title: string) =>
  createTask(provider().ports, {
    input: {
      customer: customerId("C1"),
      title,
      dueOn: dayOf(dueOn),
      assignee: operatorId(assignee),
    },
    actor: operatorId("ana"),
    today: dayOf("2026-07-01"),
  });

const aCall = (on: string) =>
  recordContact(provider().ports, {
    input: {
      customer: customerId("C1"),
      direction: "active",
      medium: "phone",
      subject: "Cobrança",
      body: "Ligação",
      now: Date.parse(`${on}T14:00:00-03:00`),
    },
    actor: operatorId("ana"),
    today: dayOf(on),
  });

describe("the operator's digest", () => {
  it("tells the promises of own customers whose last day it is, and no others", async () => {
    expect(await sectionsOf("ana", "2026-07-03")).toMatchObject({
      promises: { total: 1, amountCents: 10_000, first: [{ customer: "C1", invoice: "A" }] },
    });
    expect(await sectionsOf("bruno", "2026-07-03")).toMatchObject({
      promises: { total: 1, first: [{ customer: "C2", invoice: "D" }] },
    });
    expect(await ofOperator("gil", "2026-07-03")).toBeUndefined();
  });

  it("tells on Monday what broke from Friday on, unless it was paid", async () => {
    must(await provider().pay("D", {}, { on: "2026-07-03" }));

    expect(await sectionsOf("ana", "2026-07-06")).toMatchObject({
      broken: { total: 1, amountCents: 10_000, first: [{ invoice: "A", lastDay: "2026-07-03" }] },
    });
    expect(await ofOperator("bruno", "2026-07-06")).toBeUndefined();
    expect(await ofOperator("ana", "2026-07-07")).toBeUndefined();
  });

  it("tells own open tasks of today and before, the late ones first, five at the most", async () => {
    for (const title of ["1", "2", "3", "4"]) must(await aTask("ana", "2026-07-07", title));
    for (const title of ["5", "6"]) must(await aTask("ana", "2026-07-02", title));
    must(await aTask("ana", "2026-07-08", "amanhã"));
    must(await aTask("bruno", "2026-07-07", "de outro"));
    const { tasks } = await sectionsOf("ana", "2026-07-07");

    expect(tasks).toMatchObject({ today: 4, late: 2 });
    expect(tasks?.first.map((task) => ("title" in task ? task.title : ""))).toEqual([
      "5",
      "6",
      "1",
      "2",
      "3",
    ]);
  });

  it("tells what must leave the bureau, own customers' and nobody's, with the legal deadline", async () => {
    const p = provider();
    await p.endContract("C1", "2026-07-01");
    await p.notice("C1", "bureau", "2026-06-20");
    must(await p.register("A", "enviado ao SPC", { as: "ana", on: "2026-07-06" }));
    expect(await sectionsOf("ana", "2026-07-08")).toEqual({});
    must(await p.pay("A", {}, { on: "2026-07-07" }));
    const expected = { total: 1, first: [{ invoice: "A", removeBy: "2026-07-14" }] };

    expect((await sectionsOf("ana", "2026-07-08")).removals).toMatchObject(expected);
    expect((await sectionsOf("bruno", "2026-07-08")).removals).toBeUndefined();
    await p.database.sql`update spc_record set operator_id = null`;
    expect((await sectionsOf("bruno", "2026-07-08")).removals).toMatchObject(expected);
    must(await p.unregister("A", "retirado", { as: "ana", on: "2026-07-08" }));
    expect((await sectionsOf("ana", "2026-07-08")).removals).toBeUndefined();
  });

  it("is of nobody who works here no more", async () => {
    const { sql } = provider().database;
    await sql`update operator set active = false where id = 'ana'`;

    expect(await ofOperator("ana", "2026-07-03")).toBeUndefined();
  });
});

describe("the managers' digest", () => {
  it("tells yesterday in figures, with the day before and the week before", async () => {
    const p = provider();
    must(await p.pay("A", { amount: "30.00" }, { on: "2026-07-01" }));
    must(await p.pay("D", {}, { on: "2026-07-02" }));
    must(await aCall("2026-07-02"));
    const digest = await ofManagers("2026-07-03");

    expect(digest?.period).toEqual({ from: "2026-07-02", to: "2026-07-02" });
    expect(flows(digest)).toEqual({
      received: [1, 5000],
      agreements: [1, 8000],
      settled: [1, 5000],
      broken: [0, 0],
      contacts: [1, 0],
    });
    expect(digest?.lines.find(({ flow }) => flow === "received")).toMatchObject({
      dayBefore: { count: 1, amountCents: 3000 },
      weekBefore: { count: 0 },
    });
    expect(digest?.lines.find(({ flow }) => flow === "agreements")?.dayBefore).toEqual({
      count: 2,
      amountCents: 15_000,
    });
  });

  it("counts a promise as broken on its last day though it was paid later, and not if it was kept", async () => {
    const p = provider();
    must(await p.pay("D", {}, { on: "2026-07-03" }));
    must(await p.pay("A", {}, { on: "2026-07-07" }));

    expect(flows(await ofManagers("2026-07-06")).broken).toEqual([1, 10_000]);
    expect((await ofManagers("2026-07-13"))?.lines.find(({ flow }) => flow === "broken")).toEqual({
      flow: "broken",
      current: { count: 1, amountCents: 8000 },
      dayBefore: undefined,
      weekBefore: { count: 1, amountCents: 10_000 },
    });
  });

  it("counts money that ends a debt before any agreement, and none of bills that were never collected", async () => {
    const p = provider();
    await p.customer("C4", { owing: { F: ["20.00", "2026-07-20"] } });
    must(await p.pay("F", {}, { on: "2026-07-02" }));
    must(await p.start("C3", undefined, { on: "2026-07-02" }));
    must(await p.pay("E", {}, { on: "2026-07-02" }));

    expect(flows(await ofManagers("2026-07-03")).received).toEqual([1, 7000]);
  });

  it("is what a recount of every row says, on each day of two weeks", async () => {
    const p = provider();
    must(await p.pay("A", { amount: "30.00" }, { on: "2026-07-01" }));
    must(await aCall("2026-07-02"));
    must(await p.pay("D", {}, { on: "2026-07-08" }));
    must(await p.start("C3", undefined, { on: "2026-07-02" }));
    must(await p.pay("E", {}, { on: "2026-07-09" }));
    must(await p.set("digest.onNonBusinessDays", "true"));
    for (let day = 1; day <= 14; day++) {
      const digest = await ofManagers(`2026-07-${String(day + 1).padStart(2, "0")}`);
      const told = flows(digest);
      const counted = await recount(`2026-07-${String(day).padStart(2, "0")}`);
      expect(FLOWS.map((flow) => told[flow] ?? [0, 0])).toEqual(counted);
    }
  });

  it("says nothing on a day on which nothing happened", async () => {
    expect(await ofManagers("2026-06-30")).toBeUndefined();
  });
});

type Row = Readonly<Record<string, unknown>>;

/** In the order of FLOWS, from whole tables, event by event, as one would count on paper. */
async function recount(day: string): Promise<[number, number][]> {
  const { sql } = provider().database;
  const [events, payments] = await Promise.all([
    sql<
      Row[]
    >`select kind, on_date::text as day, invoice_id as invoice, data from event order by id`,
    sql<
      Row[]
    >`select invoice_id as invoice, amount_cents as cents, paid_at::text as day from payment`,
  ]);
  const classified = new Set(
    events.filter(({ kind }) => kind === "invoice_classified").map(({ invoice }) => invoice),
  );
  const sum = (rows: readonly number[]): [number, number] => [
    rows.length,
    rows.reduce((total, cents) => total + cents, 0),
  ];
  const of = (kind: string, field: string) =>
    events
      .filter((one) => one.kind === kind && one.day === day)
      .map(({ data }) => Number((data as Row)[field] ?? 0));
  const promised: Readonly<Record<string, readonly [string, number]>> = {
    A: ["2026-07-03", 7000],
    B: ["2026-07-10", 8000],
    D: ["2026-07-03", 5000],
  };
  const broken = Object.entries(promised).filter(([invoice, [last]]) => {
    const settled = events.find((one) => one.kind === "invoice_settled" && one.invoice === invoice);
    return last === day && !(settled !== undefined && String(settled.day) <= last);
  });
  return [
    sum(
      payments
        .filter((one) => one.day === day && classified.has(one.invoice))
        .map(({ cents }) => Number(cents)),
    ),
    sum(of("agreement_made", "totalCents")),
    sum(of("invoice_settled", "amountCents")),
    sum(broken.map(([, [, cents]]) => cents)),
    sum(of("contact_recorded", "none")),
  ];
}
