import { textWidth } from "../fonts.ts";
import { type Canvas, cellsOf, type Form, namedAxis, seriesColor, shortOf } from "./form.ts";

const ROW_HEIGHT = 25;
/** Title, subtitle, legend and padding. */
const HEAD_HEIGHT = 130;
const FIGURE_SIZE = 12;
/** Of the drawing's width: a longer name is cut. */
const MOST_OF_WIDTH = 0.34;

/** A lying bar for each group, its series stacked, its total at its end: names need room. */
export const barsSpec: Form = (canvas) => ({
  height: barsHeight(canvas),
  layer: [
    {
      data: { values: cellsOf(canvas) },
      mark: { type: "bar", height: barHeight(canvas) },
      encoding: {
        y: groupAxis(canvas),
        x: {
          field: "value",
          type: "quantitative",
          stack: "zero",
          axis: null,
          scale: { domain: [0, roomFor(canvas, figuresOf(canvas))], nice: false },
        },
        color: seriesColor(canvas),
        order: { field: "order" },
      },
    },
    {
      data: { values: figuresOf(canvas) },
      mark: { type: "text", align: "left", dx: 5, fontSize: FIGURE_SIZE },
      encoding: {
        y: groupAxis(canvas),
        x: { field: "value", type: "quantitative" },
        text: { field: "text" },
      },
    },
  ],
});

export const barsHeight = ({ height, groups }: Canvas): number =>
  Math.max(height, HEAD_HEIGHT + groups.length * ROW_HEIGHT);

const MOST_BAR_HEIGHT = 30;

/** One lonely bar is no wall. */
export const barHeight = ({ height, groups }: Canvas): number =>
  Math.min(
    MOST_BAR_HEIGHT,
    0.68 * Math.max(ROW_HEIGHT, (height - HEAD_HEIGHT) / Math.max(groups.length, 1)),
  );

export const groupAxis = ({ groups, width }: Pick<Canvas, "groups" | "width">) => ({
  field: "key",
  type: "nominal",
  scale: { paddingInner: 0.1 },
  ...namedAxis(groups, { labelLimit: width * MOST_OF_WIDTH }),
});

const figuresOf = (canvas: Canvas) =>
  canvas.groups.map(({ key, total }) => ({ key, value: total, text: shortOf(canvas)(total) }));

type Figure = { readonly value: number; readonly text: string };

/** The end of the scale: each bar leaves room for the figure at its end. */
export function roomFor({ groups, width }: Canvas, figures: readonly Figure[]): number {
  const names = Math.min(
    Math.max(...groups.map(({ label }) => textWidth(label, FIGURE_SIZE, 400))),
    width * MOST_OF_WIDTH,
  );
  const plot = width - names - AROUND;
  const needed = figures.map(
    ({ value, text }) =>
      (value * plot) / Math.max(plot - textWidth(text, FIGURE_SIZE, 400) - FIGURE_GAP, 1),
  );
  return Math.max(...needed, 1);
}

/** Padding of both sides, and between names and bars. */
const AROUND = 42;
const FIGURE_GAP = 10;
