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
        y: { field: "value", type: "quantitative", stack: "zero", axis: figuresAxis(canvas) },
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
          y: { field: "value", type: "quantitative", axis: figuresAxis(canvas) },
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
    const startsYear = i === 0 || key.endsWith("-01");
    const isShown = every === 1 || (every <= 3 ? i % every === 0 : key.endsWith("-01"));
    return [key, isShown ? [label, startsYear || every > 1 ? key.slice(0, 4) : ""] : ""] as const;
  });
  return {
    field: "key",
    type: "ordinal",
    ...namedAxis(groups, { labelExpr: labelsBy(labels), labelAngle: 0, labelOverlap: false }),
  };
}

type Figure = { readonly key: string; readonly value: number };

/** Short and without the currency, which the axis and the subtitle tell, in two lines where the unit would not fit. */
function figuresAbove(
  { groups, wording: { formats }, drawing: { measure }, palette }: Canvas,
  figures: readonly Figure[],
  beside: object,
) {
  if (groups.length > MOST_LABELLED) return [];
  const shown = figures.filter(({ value }) => value > 0);
  const values = shown.map((figure) => ({
    ...figure,
    text: formats.shortCount(measure === "amount" ? figure.value / 100 : figure.value),
  }));
  return [
    {
      data: { values },
      mark: {
        type: "text",
        baseline: "bottom",
        dy: -3,
        fontSize: 11,
        lineHeight: 12,
        lineBreak: "\u00A0",
        color: palette.ink,
      },
      encoding: {
        x: { field: "key", type: "ordinal" },
        y: { field: "value", type: "quantitative" },
        text: { field: "text" },
        ...beside,
      },
    },
  ];
}
