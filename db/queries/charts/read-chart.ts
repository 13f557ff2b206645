import { addDays, addMonths, type CivilDate, date } from "#core/calendar.ts";
import {
  CHART_SHAPES,
  type ChartData,
  type ChartFilter,
  type ChartName,
  type ChartPoint,
  type ChartQuery,
  type ChartShape,
} from "#core/charts.ts";
import { ZERO } from "#core/money.ts";
import type { Sql } from "#db/client.ts";
import { readAgreementsByCity } from "./agreements-by-city.ts";
import type { ChartReader } from "./definition.ts";
import { readEventsByOperator } from "./events-by-operator.ts";
import { readForecast } from "./forecast.ts";
import { readInteractions } from "./interactions.ts";
import { readLegalRisk } from "./legal-risk.ts";
import { readOutcome } from "./outcome.ts";
import { readOverdueOver30, readOverdueTo30 } from "./overdue.ts";
import { readPromisesByDiscount } from "./promises-by-discount.ts";
import { readRecoveryByStep } from "./recovery-by-step.ts";
import { readRollRates } from "./roll-rates.ts";
import { readSettledByOperator } from "./settled-by-operator.ts";
import { readSpc } from "./spc.ts";

/** The numbers of a chart. Whoever asks holds the permission `panel.charts`: nothing here looks at it. */
export async function readChart(sql: Sql, chart: ChartName, query: ChartQuery): Promise<ChartData> {
  const shape = CHART_SHAPES[chart];
  const { today } = query;
  const period = periodOf(shape, query);
  const only = filterOf(shape, query.only);
  const asked = { today, only, ...(period ?? { from: today, to: today }) };
  const points = await READERS[chart](sql, asked);
  return {
    chart,
    today,
    period: period ?? null,
    only: only === undefined ? null : { ...only, name: await nameOf(sql, only) },
    points: filled(shape, points, asked),
  };
}

const READERS: { readonly [Name in ChartName]: ChartReader } = {
  interactions: readInteractions,
  "agreements-by-city": readAgreementsByCity,
  outcome: readOutcome,
  "overdue-to-30": readOverdueTo30,
  "overdue-over-30": readOverdueOver30,
  "settled-by-operator": readSettledByOperator,
  spc: readSpc,
  "events-by-operator": readEventsByOperator,
  "recovery-by-step": readRecoveryByStep,
  "roll-rates": readRollRates,
  "promises-by-discount": readPromisesByDiscount,
  "legal-risk": readLegalRisk,
  forecast: readForecast,
};

type Period = { readonly from: CivilDate; readonly to: CivilDate };

/** No longer than MOST_MONTHS: the oldest months of a longer one are left out, and the data say from when on. */
function periodOf({ period }: ChartShape, { today, from, to }: ChartQuery): Period | undefined {
  switch (period.unit) {
    case "none":
      return undefined;
    case "ahead":
      return { from: today, to: addDays(today, period.length - 1) };
    case "days": {
      const last = to ?? today;
      return within(from ?? addDays(last, 1 - period.length), last);
    }
    case "months": {
      const last = to ?? today;
      return within(from ?? addMonths(firstOfMonth(last), 1 - period.length), last);
    }
  }
}

const MOST_MONTHS = 60;

function within(from: CivilDate, to: CivilDate): Period {
  const earliest = addMonths(firstOfMonth(to), 1 - MOST_MONTHS);
  return { from: from < earliest ? earliest : from, to };
}

const firstOfMonth = (day: CivilDate): CivilDate => date(`${day.slice(0, 7)}-01`);

function filterOf({ filters }: ChartShape, only: ChartFilter | undefined): ChartFilter | undefined {
  if (only === undefined) return undefined;
  return filters.includes(only.city === undefined ? "operator" : "city") ? only : undefined;
}

async function nameOf(sql: Sql, only: ChartFilter): Promise<string> {
  if (only.city !== undefined) return only.city;
  const [found] = await sql<
    { name: string }[]
  >`select name from operator where id = ${only.operator}`;
  return found?.name ?? only.operator;
}

/** A month or day without a figure is a figure: nothing happened. */
function filled(
  { dimension, series }: ChartShape,
  points: readonly ChartPoint[],
  { from, to }: Period,
): readonly ChartPoint[] {
  if (dimension !== "month" && dimension !== "day") return points;
  const known = new Map(points.map((point) => [`${point.key} ${point.series}`, point]));
  const keys = dimension === "month" ? months(from, to) : days(from, to);
  return keys.flatMap((key) =>
    series.map(
      (name) =>
        known.get(`${key} ${name}`) ?? {
          key,
          name: null,
          series: name,
          count: 0,
          amountCents: ZERO,
        },
    ),
  );
}

function months(from: CivilDate, to: CivilDate): string[] {
  const found: string[] = [];
  for (let day = firstOfMonth(from); day <= to; day = addMonths(day, 1))
    found.push(day.slice(0, 7));
  return found;
}

function days(from: CivilDate, to: CivilDate): string[] {
  const found: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) found.push(day);
  return found;
}
