import { date } from "#core/calendar.ts";
import { CHART_SHAPES, type ChartData, type ChartName, type ChartPoint } from "#core/charts.ts";
import type { Cents } from "#core/money.ts";

export const TODAY = date("2026-11-24");

export const point = (
  key: string,
  series: string,
  count: number,
  cents = count * 1_000,
  name: string | null = null,
): ChartPoint => ({ key, series, count, amountCents: cents as Cents, name });

export const aChart = (chart: ChartName, points: readonly ChartPoint[]): ChartData => ({
  chart,
  today: TODAY,
  period:
    CHART_SHAPES[chart].period.unit === "none" ? null : { from: date("2025-12-01"), to: TODAY },
  only: null,
  points,
});

const KEYS: { readonly [Dimension in string]: readonly string[] } = {
  month: Array.from({ length: 12 }, (_, i) =>
    i === 0 ? "2025-12" : `2026-${`${i}`.padStart(2, "0")}`,
  ),
  day: Array.from({ length: 30 }, (_, i) => `2026-11-${`${i + 1}`.padStart(2, "0")}`),
  city: ["Campinas", "São José dos Campos", ""],
  operator: ["ana", "system", ""],
  step: ["none", "10 forward_to_collections", "30 estranha"],
  band: ["30", "60", "90", "180"],
  discount: ["0", "5", "10", "20", "30", "over"],
  deadline: ["late", "today", "week", "later", "five-years"],
};

/** Something everywhere; of a series no more than of the one before it. */
export const aFullChart = (chart: ChartName, scale = 1): ChartData => {
  const { dimension, series } = CHART_SHAPES[chart];
  return aChart(
    chart,
    (KEYS[dimension] ?? []).flatMap((key, i) =>
      series.map((name, order) =>
        point(
          key,
          name,
          40 - i - order,
          (40 - i - order) * 1_000 * scale,
          key === "ana" ? "Ana Lima" : null,
        ),
      ),
    ),
  );
};
