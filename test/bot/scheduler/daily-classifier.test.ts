import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scheduleClassifier } from "#bot/scheduler/daily-classifier.ts";
import { date } from "#core/calendar.ts";
import { runDailyClassifier } from "#core/use-cases/run-classifier.ts";
import { createPorts } from "#db/repositories/ports.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

const log = pino({ level: "silent" });
const timeZone = "America/Sao_Paulo";

/** Starts the schedule at a moment, lets what is due at once happen, and tells the days that ran. */
async function daysRunWhenStartedAt(moment: string, zone = timeZone): Promise<string[]> {
  const days: string[] = [];
  const schedule = scheduleClassifier({
    timeZone: zone,
    log,
    now: () => Date.parse(moment),
    run: async ({ today }) => {
      days.push(today);
      return "taken";
    },
  });
  await new Promise((resolve) => setImmediate(resolve));
  schedule.stop();
  return days;
}

describe("the daily classifier", () => {
  it("waits for seven in the morning of the provider's zone", async () => {
    expect(await daysRunWhenStartedAt("2026-11-24T09:59:00Z")).toEqual([]);
    expect(await daysRunWhenStartedAt("2026-11-24T10:30:00Z", "America/Rio_Branco")).toEqual([]);
  });

  it("makes up a run that was missed while nothing ran", async () => {
    expect(await daysRunWhenStartedAt("2026-11-24T10:00:00Z")).toEqual(["2026-11-24"]);
    expect(await daysRunWhenStartedAt("2026-11-25T02:59:00Z")).toEqual(["2026-11-24"]);
  });
});

describe("many processes", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.sql`insert into ladder (id, name, forward_day) values ('L', 'Padrão', 10)`;
    await database.sql`insert into customer (id, name) values ('C1', 'Maria')`;
    await database.sql`insert into contract (id, customer_id, ladder_id) values ('K1', 'C1', 'L')`;
    await database.sql`insert into invoice (id, customer_id, contract_id, ladder_id, amount_cents, due_date)
      values ('F1', 'C1', 'K1', 'L', 12990, '2026-11-01')`;
  });
  afterAll(() => database.close());

  it("share one run a day, and the next day has its own", async () => {
    const ports = createPorts(database.db);
    const day = { today: date("2026-11-24") };
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => runDailyClassifier(ports, day)));
    expect(outcomes.filter((outcome) => outcome !== "taken")).toEqual([
      { date: "2026-11-24", customers: 1, invoices: 1, classified: 1, released: 0 },
    ]);
    expect(await runDailyClassifier(ports, { today: date("2026-11-25") })).toMatchObject({
      classified: 0,
    });
  });
});
