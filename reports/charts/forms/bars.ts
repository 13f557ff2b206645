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
  height: Math.max(canvas.height, HEAD_HEIGHT + canvas.groups.length * ROW_HEIGHT),
  layer: [
    {
      data: { values: cellsOf(canvas) },
      mark: { type: "bar", height: { band: 0.68 } },
      encoding: {
        y: groupAxis(canvas),
        x: {
          field: "value",
          type: "quantitative",
          stack: "zero",
          axis: null,
          scale: { domain: [0, roomFor(canvas)], nice: false },
        },
        color: seriesColor(canvas),
        order: { field: "order" },
      },
    },
    {
      data: { values: canvas.groups.map((group) => figureOf(canvas, group)) },
      mark: { type: "text", align: "left", dx: 5, fontSize: FIGURE_SIZE },
      encoding: {
        y: { field: "key", type: "nominal" },
        x: { field: "value", type: "quantitative" },
        text: { field: "text" },
      },
    },
  ],
});

export const groupAxis = ({ groups, width }: Pick<Canvas, "groups" | "width">) => ({
  field: "key",
  type: "nominal",
  scale: { paddingInner: 0.1 },
  ...namedAxis(groups, { labelLimit: width * MOST_OF_WIDTH }),
});

const figureOf = (canvas: Canvas, { key, total }: Canvas["groups"][number]) => ({
  key,
  value: total,
  text: shortOf(canvas)(total),
});

/** The end of the scale: the longest bar leaves room for its figure. */
function roomFor({ groups, width, ...canvas }: Canvas): number {
  const short = shortOf({ groups, width, ...canvas });
  const names = Math.min(
    Math.max(...groups.map(({ label }) => textWidth(label, FIGURE_SIZE, 400))),
    width * MOST_OF_WIDTH,
  );
  const plot = width - names - 2 * 16 - 10;
  const needed = groups.map(({ total }) => {
    const figure = textWidth(short(total), FIGURE_SIZE, 400) + 10;
    return (total * plot) / Math.max(plot - figure, 1);
  });
  return Math.max(...needed, 1);
}
