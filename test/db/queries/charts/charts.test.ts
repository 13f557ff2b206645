import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadProvider } from "#bot/demo/load-provider.ts";
import { addDays, addMonths, date } from "#core/calendar.ts";
import { CHART_NAMES, CHART_SHAPES, type ChartName, type ChartPoint } from "#core/charts.ts";
import type { OperatorId } from "#core/ids.ts";
import { foldDailyTotals } from "#db/daily-totals.ts";
import { importFile } from "#db/import/import-file.ts";
import { readChart } from "#db/queries/charts/read-chart.ts";
import { createPorts } from "#db/repositories/ports.ts";
import { anyStep, type Step, take, type Walk } from "#test/db/invariants/steps.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { aDesk, must } from "#test/support/desk.ts";
import { aProvider, CNPJ } from "#test/support/provider.ts";
import { RECOUNTS } from "./recount.ts";

let database: TestDatabase;
let demo: TestDatabase;
const DEMO_TODAY = date("2026-11-24");

beforeAll(async () => {
  [database, demo] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await loadProvider({
    ports: createPorts(demo.db),
    today: DEMO_TODAY,
    importFile: (file) => importFile(demo.sql, file, { format: "ndjson", today: DEMO_TODAY }),
  });
});
afterAll(() => Promise.all([database.close(), demo.close()]));

type Points = readonly { key: string; series: string; count: number; amountCents: number }[];

const told = (points: Points): string[] =>
  points
    .filter(({ count, amountCents }) => count !== 0 || amountCents !== 0)
    .map(({ key, series, count, amountCents }) => `${key} ${series}: ${count}, ${amountCents}`)
    .sort();

async function expectRecounted({ sql }: TestDatabase, name: ChartName, today = DEMO_TODAY) {
  const period = { from: addMonths(today, -14), to: today };
  const { points } = await readChart(sql, name, { today, ...period });
  const recounted = told(await RECOUNTS[name](sql, { today, ...period }));
  expect({ name, figures: told(points) }).toEqual({ name, figures: recounted });
  return recounted.length;
}

test.each(CHART_NAMES)("%s of the demo equals a recount, not folded and folded", async (name) => {
  expect(await expectRecounted(demo, name)).toBeGreaterThan(0);
});

test("folding changes no number of the demo's charts", async () => {
  const read = () =>
    Promise.all(CHART_NAMES.map((name) => readChart(demo.sql, name, { today: DEMO_TODAY })));
  const before = await read();
  expect(await foldDailyTotals(demo.sql, { patienceMs: 20_000, batch: 700 })).toBeGreaterThan(700);
  expect(await read()).toEqual(before);
});

async function walked(steps: readonly Step[]) {
  const provider = await aProvider(database);
  const days = ["2025-12-30", "2026-03-23", "2026-05-01", "2026-06-06", "2026-06-18"];
  for (const [c, facts] of [{}, { taxId: CNPJ, city: "Natal" }, { taxId: null }].entries()) {
    const owing = Object.fromEntries(
      days.map((day, i) => [`C${c + 1}-${i + 1}`, [`${100 + 13 * i + c}.07`, day] as const]),
    );
    await provider.customer(`C${c + 1}`, { ...facts, owing });
    await provider.notice(`C${c + 1}`, "bureau", "2026-06-25");
  }
  const desk = { ...provider, ...aDesk(provider) };
  await desk.negotiate("C1");
  await desk.negotiate("C2");
  for (const rule of ["requireBroken", "requireContractEnded", "requireNotice"]) {
    must(await desk.set(`law.spc.${rule}`, "false"));
  }
  const walk: Walk = { desk, today: "2026-07-01", receivedCents: 0 };
  for (const step of steps) await take(step, walk);
  // What changed outside counts as it did until it is followed up, in the charts as in the panels.
  await desk.followUp(walk.today);
  return date(walk.today);
}

test("charts of any small provider equal a recount, whatever part is folded", {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyStep, { minLength: 15, maxLength: 30 }),
      fc.integer({ min: 0, max: 60 }),
      async (steps, atMost) => {
        const today = await walked(steps);
        if (atMost > 0) {
          await foldDailyTotals(database.sql, { patienceMs: 10_000, batch: 10, atMost });
        }
        for (const name of CHART_NAMES) await expectRecounted(database, name, today);
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
});

const operatorCharts = CHART_NAMES.filter((name) =>
  CHART_SHAPES[name].filters.includes("operator"),
);
const cityCharts = CHART_NAMES.filter((name) => CHART_SHAPES[name].filters.includes("city"));

test.each(operatorCharts)("%s of each operator add up to all", async (name) => {
  const operators = await demo.sql<{ id: OperatorId }[]>`
    select id from operator union select 'system' union select ''`;
  const only = operators.map(({ id }) => ({ operator: id }));
  await expectParts(name, only);
});

test.each(cityCharts)("%s of each city add up to all", async (name) => {
  const cities = await demo.sql<{ city: string }[]>`
    select distinct coalesce(city, '') as city from customer union select ''`;
  await expectParts(name, cities);
});

async function expectParts(
  name: ChartName,
  only: readonly ({ operator: OperatorId } | { city: string })[],
) {
  const whole = await readChart(demo.sql, name, { today: DEMO_TODAY });
  const parts = await Promise.all(
    only.map((part) => readChart(demo.sql, name, { today: DEMO_TODAY, only: part })),
  );
  expect(parts.every((part) => part.only !== null)).toBe(true);
  const sums = Map.groupBy(
    parts.flatMap(({ points }) => points),
    ({ key, series }) => `${key} ${series}`,
  );
  const summed = [...sums.values()].map((same) => ({
    ...(same[0] as ChartPoint),
    count: same.reduce((sum, { count }) => sum + count, 0),
    amountCents: same.reduce(
      (sum, point) => sum + point.amountCents,
      0,
    ) as ChartPoint["amountCents"],
  }));
  expect(told(summed)).toEqual(told(whole.points));
}

test("a chart that cannot be narrowed shows everything and says so", async () => {
  const only = { operator: "ana" as OperatorId };
  const narrowed = await readChart(demo.sql, "agreements-by-city", { today: DEMO_TODAY, only });
  expect(narrowed.only).toBeNull();
  expect(narrowed).toEqual(await readChart(demo.sql, "agreements-by-city", { today: DEMO_TODAY }));
});

test("months and days without anything are there, with nothing", async () => {
  const asked = { today: DEMO_TODAY };
  const spc = await readChart(demo.sql, "spc", asked);
  expect(spc.period).toEqual({ from: "2025-12-01", to: "2026-11-24" });
  expect([...new Set(spc.points.map(({ key }) => key))]).toHaveLength(12);
  const forecast = await readChart(demo.sql, "forecast", asked);
  expect(forecast.points.map(({ key }) => key)).toEqual(
    Array.from({ length: 30 }, (_, i) => addDays(DEMO_TODAY, i)),
  );
});

test("a period of centuries is cut to its last five years", async () => {
  const { period, points } = await readChart(demo.sql, "interactions", {
    today: DEMO_TODAY,
    from: date("1900-01-01"),
  });
  expect(period?.from).toBe("2021-12-01");
  expect(points).toHaveLength(60 * 4);
});
