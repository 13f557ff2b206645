import { date } from "#core/calendar.ts";
import { CHART_NAMES, CHART_SHAPES, type ChartData, type ChartName } from "#core/charts.ts";
import { cents } from "#core/money.ts";
import { drawChart } from "#reports/charts/draw-chart.ts";
import { pngOf } from "#reports/charts/render.ts";
import type { Measurement } from "./measurement.ts";
import { mediansOf } from "./stopwatch.ts";

const ROUNDS = { rounds: 15, warmUp: 5 };
const BLANK = `<svg xmlns="http://www.w3.org/2000/svg" width="520" height="292.5"><rect width="520" height="292.5" fill="#fff"/></svg>`;

/** A warm PNG of each chart against a blank picture of the same size out of the same encoder, with the same fonts. */
export async function measurePictures(): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const name of CHART_NAMES) {
    const drawn = drawChart(aFullYear(name));
    const times = await mediansOf(
      () => drawn.png(),
      async () => pngOf(BLANK, 1_200),
      ROUNDS,
    );
    measurements.push({
      what: `PNG of ${name}`,
      ...times,
      value: times.measuredMs,
      unit: "ms",
      bound: { atMost: 100 },
    });
  }
  return measurements;
}

/** As many bars as a chart of a large provider has. */
const BARS = {
  month: 12,
  day: 30,
  city: 20,
  operator: 20,
  step: 8,
  band: 4,
  discount: 6,
  deadline: 5,
};

function aFullYear(chart: ChartName): ChartData {
  const { dimension, series, period } = CHART_SHAPES[chart];
  const keys = Array.from({ length: BARS[dimension] }, (_, i) => keyOf(dimension, i + 1));
  return {
    chart,
    today: date("2026-12-31"),
    period: period.unit === "none" ? null : { from: date("2026-01-01"), to: date("2026-12-31") },
    only: null,
    points: keys.flatMap((key, i) =>
      series.map((name, order) => {
        const count = 40 - i - order;
        return { key, name: null, series: name, count, amountCents: cents(count * 123_457) };
      }),
    ),
  };
}

function keyOf(dimension: string, number: number): string {
  const digits = String(number).padStart(2, "0");
  if (dimension === "month") return `2026-${digits}`;
  return dimension === "day" ? `2026-11-${digits}` : `Nome comprido ${digits}`;
}
