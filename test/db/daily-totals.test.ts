import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { AnySql } from "#db/daily-totals/facts.ts";
import { foldDailyTotals, readDailyTotals, recountDailyTotals } from "#db/daily-totals.ts";
import { readChart } from "#db/queries/charts/read-chart.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { aDesk, must } from "#test/support/desk.ts";
import { empty } from "#test/support/dump.ts";
import { aProvider, TODAY } from "#test/support/provider.ts";
import { anyStep, take, type Walk } from "./invariants/steps.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await empty(database);
  await database.sql`
    insert into customer (id, name, city) values ('C1', 'Ana', 'Recife'), ('C2', 'Bia', null)`;
});

const PATIENT = { patienceMs: 20_000 };

const note = (sql: AnySql, customer = "C1") => sql`
  insert into event (on_date, actor, kind, customer_id, data)
  values (${TODAY}, 'ana', 'contact_recorded', ${customer}, '{}')`;

const contacts = async (dimension = "operator") =>
  (await readDailyTotals(database.sql)).filter(
    (total) => total.kind === "contact" && total.dimension === dimension,
  );

async function expectRecounted() {
  expect(await readDailyTotals(database.sql)).toEqual(await recountDailyTotals(database.sql));
}

test("an event is folded once, however often the fold runs", async () => {
  await note(database.sql);
  await note(database.sql);
  expect(await foldDailyTotals(database.sql, PATIENT)).toBe(2);
  expect(await foldDailyTotals(database.sql, PATIENT)).toBe(0);
  expect(await contacts()).toMatchObject([{ member: "ana", day: TODAY, count: 2 }]);
  await expectRecounted();
});

test("an event whose transaction takes longer than later ones is not passed over", async () => {
  const { sql } = database;
  let commit = () => {};
  const held = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let began = () => {};
  const begun = new Promise<void>((resolve) => {
    began = resolve;
  });
  const slow = sql.begin(async (tx) => {
    await note(tx);
    began();
    await held;
  });
  await begun;
  await note(sql);
  const early = await foldDailyTotals(sql);
  const during = await readChart(sql, "interactions", { today: TODAY });
  commit();
  await slow;
  expect([early, await foldDailyTotals(sql, PATIENT)]).toEqual([0, 2]);
  const after = await readChart(sql, "interactions", { today: TODAY });
  const noted = (chart: typeof after) => chart.points.reduce((sum, { count }) => sum + count, 0);
  expect([noted(during), noted(after)]).toEqual([1, 2]);
});

test("writers and folds at once lose nothing and count nothing twice", async () => {
  const { sql } = database;
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          waits: fc.nat({ max: 15 }),
          events: fc.integer({ min: 1, max: 4 }),
          fails: fc.boolean(),
        }),
        {
          minLength: 4,
          maxLength: 14,
        },
      ),
      fc.array(fc.nat({ max: 20 }), { minLength: 2, maxLength: 6 }),
      async (writers, folds) => {
        const write = async ({ waits, events, fails }: (typeof writers)[number]) => {
          await sql
            .begin(async (tx) => {
              for (let i = 0; i < events; i++) {
                await note(tx, i % 2 === 0 ? "C1" : "C2");
                await sleep(waits / events);
              }
              if (fails) throw new Error("given up");
            })
            .catch((error: Error) => {
              if (error.message !== "given up") throw error;
            });
        };
        const fold = async (wait: number) => {
          await sleep(wait);
          await foldDailyTotals(sql, { patienceMs: wait, batch: 3 });
        };
        await Promise.all([...writers.map(write), ...folds.map(fold)]);
        await expectRecounted();
        await foldDailyTotals(sql, PATIENT);
        await expectRecounted();
        const [{ written }] = await sql<
          [{ written: number }]
        >`select count(*) as written from event`;
        const counted = (await contacts()).reduce((sum, { count }) => sum + count, 0);
        expect(counted).toBe(written);
      },
    ),
    { numRuns: 15 },
  );
});

test("two folds at once count each event once", async () => {
  const { sql } = database;
  for (let i = 0; i < 30; i++) await note(sql);
  await Promise.all([1, 2, 3].map(() => foldDailyTotals(sql, { ...PATIENT, batch: 4 })));
  await foldDailyTotals(sql, PATIENT);
  expect(await contacts()).toMatchObject([{ count: 30 }]);
});

test("what a customer has behind follows to the city where the customer lives now", async () => {
  const { sql } = database;
  await note(sql);
  await note(sql, "C2");
  await foldDailyTotals(sql, PATIENT);
  expect(await contacts("city")).toMatchObject([{ member: "" }, { member: "Recife" }]);
  await sql`update customer set city = 'Natal' where id = 'C1'`;
  await note(sql);
  await sql`update customer set city = 'Olinda' where id = 'C1'`;
  await foldDailyTotals(sql, PATIENT);
  expect(await contacts("city")).toMatchObject([
    { member: "", count: 1 },
    { member: "Olinda", count: 2 },
  ]);
  await expectRecounted();
  expect(await sql`select * from daily_total_move`).toEqual([]);
});

test("after any commands, with customers moving between folds, a recount gives the same", {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ step: anyStep, next: fc.constantFrom("", "", "", "fold", "move") }), {
        minLength: 20,
        maxLength: 30,
      }),
      async (steps) => {
        const provider = await aProvider(database);
        for (const id of ["C1", "C2", "C3"]) {
          await provider.customer(id, {
            owing: {
              [`${id}-1`]: ["100.00", "2026-03-10"],
              [`${id}-2`]: ["59.90", "2026-06-05"],
              [`${id}-3`]: ["59.90", "2026-06-15"],
            },
          });
        }
        const desk = { ...provider, ...aDesk(provider) };
        await desk.negotiate("C1");
        must(await desk.set("law.spc.requireContractEnded", "false"));
        const walk: Walk = { desk, today: TODAY, receivedCents: 0 };
        for (const [i, { step, next }] of steps.entries()) {
          await take(step, walk);
          if (next === "fold") await foldDailyTotals(database.sql, { ...PATIENT, batch: 5 });
          if (next === "move") {
            await database.sql`update customer set city = ${`Cidade ${i % 3}`} where id = ${step.customer}`;
          }
        }
        await foldDailyTotals(database.sql, PATIENT);
        await expectRecounted();
      },
    ),
    { numRuns: 10 },
  );
});
