import { textWidth } from "../fonts.ts";
import type { Group } from "../rows.ts";
import {
  type Canvas,
  cellsOf,
  type Form,
  figuresAxis,
  labelsBy,
  namedAxis,
  seriesColor,
} from "./form.ts";

/** Beyond it there is no room for figures over the bars, nor for the name of each month. */
const MOST_LABELLED = 13;

/** A bar for each month, its series stacked, its total above it. */
export const monthsSpec: Form = (canvas) => ({
  layer: [
    {
      data: { values: cellsOf(canvas) },
      mark: { type: "bar", width: { band: 0.72 } },
      encoding: {
        x: monthAxis(canvas.groups),
        y: {
          field: "value",
          type: "quantitative",
          stack: "zero",
          ...withRoom(canvas.groups.map(({ total }) => total)),
          axis: figuresAxis(canvas),
        },
        color: seriesColor(canvas),
        order: { field: "order" },
      },
    },
    ...figuresAbove(
      canvas,
      canvas.groups.map(({ key, total }) => ({ key, value: total })),
      {},
    ),
  ],
});

/** A bar for each month and series, side by side: what has no sum. */
export const monthsSideBySideSpec: Form = (canvas) => {
  const beside = {
    xOffset: {
      field: "series",
      scale: { domain: Object.keys(canvas.drawing.colors), paddingInner: 0.05 },
    },
  };
  return {
    layer: [
      {
        data: { values: cellsOf(canvas) },
        mark: { type: "bar" },
        encoding: {
          x: monthAxis(canvas.groups),
          y: {
            field: "value",
            type: "quantitative",
            ...withRoom(cellsOf(canvas).map(({ value }) => value)),
            axis: figuresAxis(canvas),
          },
          color: seriesColor(canvas),
          ...beside,
        },
      },
      ...figuresAbove(canvas, cellsOf(canvas), beside),
    ],
  };
};

function monthAxis(groups: readonly Group[]) {
  const every = Math.ceil(groups.length / MOST_LABELLED);
  const labels = groups.map(({ key, label }, i) => {
    const startsYear = key.endsWith("-01") || (i === 0 && !startsSoon(groups));
    const isShown = every === 1 || (every <= 3 ? i % every === 0 : key.endsWith("-01"));
    return [key, isShown ? [label, startsYear || every > 1 ? key.slice(0, 4) : ""] : ""] as const;
  });
  return {
    field: "key",
    type: "ordinal",
    ...namedAxis(groups, { labelExpr: labelsBy(labels), labelAngle: 0, labelOverlap: false }),
  };
}

/** The tallest bar leaves room for the figure above it. */
const withRoom = (values: readonly number[]) => ({
  scale: { domain: [0, Math.max(...values, 1) * 1.12], nice: false },
});

/** A January stands so near that two years would run into each other. */
const startsSoon = (groups: readonly Group[]): boolean =>
  groups.slice(1, 3).some(({ key }) => key.endsWith("-01"));

type Figure = { readonly key: string; readonly series?: string; readonly value: number };

const FIGURE_SIZE = 11;
/** With the padding of both sides; what figures may use is left of it. */
const AXIS_WIDTH = 95;

/** Short, in two lines with their unit, and without the currency, which the axis tells; none when one would not fit. */
function figuresAbove(
  { groups, width, wording: { formats }, drawing: { measure }, palette }: Canvas,
  figures: readonly Figure[],
  beside: object,
) {
  if (groups.length > MOST_LABELLED) return [];
  const shown = figures.filter(({ value }) => value > 0);
  const values = shown.map((figure) => ({
    ...figure,
    text: formats.shortCount(measure === "amount" ? figure.value / 100 : figure.value),
  }));
  const bars = new Set(figures.map(({ series }) => series)).size * groups.length;
  const room = (width - AXIS_WIDTH) / bars;
  const lines = values.flatMap(({ text }) => text.split("\u00A0"));
  if (lines.some((line) => textWidth(line, FIGURE_SIZE, 400) > room)) return [];
  return [
    {
      data: { values },
      mark: {
        type: "text",
        baseline: "bottom",
        dy: -3,
        fontSize: FIGURE_SIZE,
        lineHeight: 12,
        lineBreak: "\u00A0",
        color: palette.ink,
      },
      encoding: {
        x: monthAxis(groups),
        y: { field: "value", type: "quantitative" },
        text: { field: "text" },
        ...beside,
      },
    },
  ];
}
