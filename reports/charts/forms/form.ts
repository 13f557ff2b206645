import type { ChartName } from "#core/charts.ts";
import type { Drawing } from "../charts.ts";
import { textWidth } from "../fonts.ts";
import type { ChartLanguage } from "../language.ts";
import type { Group, Wording } from "../rows.ts";
import { seriesText } from "../texts.ts";
import type { Palette } from "../theme.ts";

export type Canvas = {
  readonly chart: ChartName;
  readonly palette: Palette;
  readonly language: ChartLanguage;
  readonly wording: Wording;
  readonly width: number;
  readonly height: number;
  readonly drawing: Drawing;
  readonly groups: readonly Group[];
};

/** The part of a Vega-Lite specification that differs from form to form; its `height` when what it shows asks for one. */
export type Form = (
  canvas: Canvas,
) => { readonly height?: number } & Readonly<Record<string, unknown>>;

/** The rows of the drawing: one for each group and series that has a colour. */
export const cellsOf = ({ groups, drawing: { colors } }: Canvas) =>
  groups.flatMap(({ key, values }) =>
    Object.keys(colors).map((series, order) => ({
      key,
      series,
      order,
      value: values.get(series) ?? 0,
    })),
  );

/** Short figures, with the currency where there is room for it. */
export const shortOf = ({ drawing: { measure }, wording: { formats } }: Canvas) =>
  measure === "amount" ? formats.shortMoney : formats.shortCount;

/** Keys on an axis with their labels, in the order of the groups: two operators of one name stay two. */
export const namedAxis = (
  groups: readonly Group[],
  more: Readonly<Record<string, unknown>> = {},
) => ({
  sort: groups.map(({ key }) => key),
  axis: { grid: false, labelExpr: labelsBy(groups.map(({ key, label }) => [key, label])), ...more },
});

/** An expression that looks a label up; a JSON text is a literal of Vega's language too, whatever people typed. */
export const labelsBy = (labels: readonly (readonly [string, string | readonly string[]])[]) =>
  `(${JSON.stringify(Object.fromEntries(labels))})[datum.value]`;

/** The axis of figures, written as charts write them (figures.ts). */
export const figuresAxis = ({ drawing: { measure }, language }: Canvas) => ({
  tickCount: 4,
  ...(measure === "count" ? { tickMinStep: 1 } : {}),
  labelExpr: `chartFigure(datum.value, ${JSON.stringify(measure)}, ${JSON.stringify(language)})`,
});

/** Colours of the series; a legend where there are several. */
export const seriesColor = ({
  chart,
  drawing: { colors },
  palette: { roles },
  wording: { texts },
  width,
}: Canvas) => {
  const series = Object.keys(colors);
  const labels = series.map((name) => [name, seriesText(texts, chart, name)] as const);
  const needed = labels.reduce((sum, [, label]) => sum + textWidth(label, 12, 400) + 32, 0);
  return {
    field: "series",
    type: "nominal",
    scale: { domain: series, range: Object.values(colors).map((role) => roles[role]) },
    legend:
      series.length === 1
        ? null
        : { labelExpr: labelsBy(labels), columns: needed > width - 120 ? 2 : series.length },
  };
};
