import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, addMonths, type CivilDate, date, daysBetween } from "#core/calendar.ts";
import type { InvoiceState } from "#core/collection/invoice.ts";
import { type OperatorId, SYSTEM_OPERATOR } from "#core/ids.ts";
import { qualifiesForCollection } from "#core/ladder/classifier.ts";
import { mayBeCollected } from "#core/law/deadlines.ts";
import { whyNotCollectable } from "#core/law/debt.ts";
import type { Dispute } from "#core/law/facts.ts";
import { packFor } from "#core/law/rule-pack.ts";
import { classify } from "#db/classify.ts";
import type { Tx } from "#db/client.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const ACTOR: OperatorId = SYSTEM_OPERATOR;
const TODAYS = [date("2026-07-01"), date("2028-02-28"), date("2028-02-29"), date("2029-03-01")];
const LADDERS = [
  { id: "early", forwardDay: -2 },
  { id: "ten", forwardDay: 10 },
  { id: "late", forwardDay: 45 },
  { id: "never", forwardDay: null },
] as const;

type Case = {
  readonly id: string;
  readonly customer: string;
  readonly ladder: string | null;
  readonly state: InvoiceState;
  readonly dueDate: CivilDate;
  readonly disputes: readonly Dispute[];
  readonly stage: "none" | "classified" | "in contact";
  readonly recheck: boolean;
};

const YEARS_IN_MONTHS = 60;

const dueDateFor = (today: CivilDate) =>
  fc.oneof(
    fc.integer({ min: -50, max: 5 }).map((days) => addDays(today, days)),
    fc
      .integer({ min: -3, max: 3 })
      .map((days) => addDays(addMonths(today, -YEARS_IN_MONTHS), days)),
  );

const disputeFor = (today: CivilDate): fc.Arbitrary<Dispute> =>
  fc
    .record({
      opened: fc.integer({ min: -70, max: 2 }),
      answeredAfter: fc.option(fc.constantFrom(0, 1, 29, 30, 31, 60)),
      upheld: fc.boolean(),
    })
    .map(({ opened, answeredAfter, upheld }) => {
      const openedOn = addDays(today, opened);
      const on = answeredAfter === null ? null : addDays(openedOn, answeredAfter);
      return { openedOn, answer: on === null ? null : { on, upheld } };
    });

const caseFor = (today: CivilDate): fc.Arbitrary<Omit<Case, "id">> =>
  fc.record({
    customer: fc.constantFrom("A", "B", "C"),
    ladder: fc.constantFrom("early", "ten", "ten", "late", "never", null),
    state: fc.constantFrom("open", "open", "open", "paid", "suspended", "deleted"),
    dueDate: dueDateFor(today),
    disputes: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      fc.array(disputeFor(today), { maxLength: 2 }),
    ),
    stage: fc.constantFrom("none", "none", "classified", "in contact"),
    recheck: fc.boolean(),
  });

const provider = fc.constantFrom(...TODAYS).chain((today) =>
  fc.record({
    today: fc.constant(today),
    cases: fc
      .array(caseFor(today), { minLength: 1, maxLength: 25 })
      .map((cases) => cases.map((one, i): Case => ({ ...one, id: `F${i}` }))),
  }),
);

test("the classifier's SQL says of every invoice what the rule says, and a second run changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(provider, async ({ today, cases }) => {
      await undone(async (tx) => {
        await write(tx, cases, today);
        const run = { today, actor: ACTOR };
        const entered = cases.filter((one) => one.stage === "none" && belongs(one, today));
        const left = cases.filter((one) => one.stage === "classified" && !belongs(one, today));

        expect(await classify(tx, run)).toEqual({
          classified: entered.length,
          released: left.length,
        });
        expect(await collected(tx)).toEqual(expected(cases, today));
        expect(await told(tx)).toEqual(
          [
            ...entered.map(({ id, dueDate }) => [
              id,
              "invoice_classified",
              { daysOverdue: daysBetween(dueDate, today), amountCents: 8000 },
            ]),
            ...left.map((one) => [
              one.id,
              "invoice_released",
              { reason: reason(one, today), from: "classified" },
            ]),
          ].sort(byId),
        );
        const panel = await tx.execute(sql`select * from customer_panel`);
        await tx.execute(
          sql`select recount_customer_panel(array(select distinct id from customer))`,
        );
        expect(await tx.execute(sql`select * from customer_panel`)).toEqual(panel);

        expect(await classify(tx, run)).toEqual({ classified: 0, released: 0 });
        expect(await collected(tx)).toEqual(expected(cases, today));
        expect(await told(tx)).toHaveLength(entered.length + left.length);
      });
    }),
    { numRuns: 60 },
  );
});

const byId = (a: readonly unknown[], b: readonly unknown[]): number =>
  String(a[0]) < String(b[0]) ? -1 : 1;

const disputed = ({ disputes }: Case, today: CivilDate): boolean => {
  const debt = {
    dueDate: today,
    lateAfter: today,
    paid: false,
    arisesFromUse: true,
    disputes,
  };
  return whyNotCollectable(debt, today, packFor(today)) !== undefined;
};

const belongs = (one: Case, today: CivilDate): boolean =>
  qualifiesForCollection(
    {
      state: one.state,
      dueDate: one.dueDate,
      forwardDay: LADDERS.find(({ id }) => id === one.ladder)?.forwardDay ?? undefined,
      disputed: disputed(one, today),
    },
    today,
  );

function reason(one: Case, today: CivilDate): string {
  if (one.state !== "open") return one.state;
  if (!mayBeCollected(one.dueDate, today)) return "over five years";
  return disputed(one, today) ? "disputed" : "no longer overdue";
}

const isOpen = ({ answer }: Dispute): boolean => answer === null;

/** What changed outside is marked by who changed it; age and an open dispute the classifier sees by itself. */
const isMarked = (one: Case, today: CivilDate): boolean =>
  one.recheck ||
  (!belongs(one, today) && mayBeCollected(one.dueDate, today) && !one.disputes.some(isOpen));

const expected = (cases: readonly Case[], today: CivilDate) =>
  cases
    .flatMap((one) => {
      if (one.stage === "in contact") return [[one.id, "in contact", 5000, one.recheck, true]];
      if (!belongs(one, today)) return [];
      // One that stays and was not marked is shown as it was.
      const cents = one.stage === "classified" && !isMarked(one, today) ? 5000 : 8000;
      return [[one.id, "classified", cents, false, true]];
    })
    .sort(byId);

async function collected(tx: Tx) {
  const rows = await tx.execute(sql`
    select i.id, c.stage, c.amount_cents, c.recheck, i.in_collection
    from invoice i left join collection c on c.invoice_id = i.id where c.invoice_id is not null or i.in_collection`);
  return rows.map((row) => Object.values(row)).sort(byId);
}

async function told(tx: Tx) {
  const rows = await tx.execute<{ invoice_id: string; kind: string; data: string }>(
    sql`select invoice_id, kind, data::text from event where actor = ${ACTOR}`,
  );
  return rows.map((row) => [row.invoice_id, row.kind, JSON.parse(row.data)]).sort(byId);
}

async function write(tx: Tx, cases: readonly Case[], today: CivilDate): Promise<void> {
  await tx.execute(
    sql`insert into customer (id, name, city) values ('A', 'Ana', 'Recife'), ('B', 'Bia', null), ('C', 'Caio', 'Natal')`,
  );
  for (const { id, forwardDay } of LADDERS) {
    await tx.execute(
      sql`insert into ladder (id, name, forward_day) values (${id}, ${id}, ${forwardDay})`,
    );
  }
  for (const one of cases) await writeCase(tx, one, today);
}

/** 100.00 with 20.00 paid; what stood in collections before still shows 50.00. */
async function writeCase(tx: Tx, one: Case, today: CivilDate): Promise<void> {
  await tx.execute(sql`
    insert into invoice (id, customer_id, ladder_id, state, due_date, amount_cents, paid_cents, in_collection)
    values (${one.id}, ${one.customer}, ${one.ladder}, ${one.state}, ${one.dueDate}, 10000, 2000, ${one.stage !== "none"})`);
  for (const { openedOn, answer } of one.disputes) {
    await tx.execute(sql`
      insert into dispute (customer_id, invoice_id, reason, opened_on, answered_on, upheld)
      values (${one.customer}, ${one.id}, 'not mine', ${openedOn}, ${answer?.on ?? null}, ${answer?.upheld ?? null})`);
  }
  if (one.stage === "none") return;
  const recheck = one.stage === "classified" ? isMarked(one, today) : one.recheck;
  await tx.execute(sql`
    insert into collection (invoice_id, customer_id, stage, amount_cents, due_date, since, recheck)
    values (${one.id}, ${one.customer}, ${one.stage}, 5000, ${one.dueDate}, ${today}, ${recheck})`);
}

/** Events cannot be deleted: each run's provider lives in a transaction that is rolled back. */
async function undone(work: (tx: Tx) => Promise<void>): Promise<void> {
  const rollback = new Error("rolled back on purpose");
  await database.db
    .transaction(async (tx) => {
      await work(tx);
      throw rollback;
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error;
    });
}
