import { barHeight, barsHeight, groupAxis, roomFor } from "./bars.ts";
import { type Canvas, cellsOf, type Form, seriesColor } from "./form.ts";

/** A lying bar as long as the whole for each group, parted by series; beside it the first series' share and the whole. */
export const sharesSpec: Form = (canvas) => ({
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
          stack: "normalize",
          axis: null,
          scale: {
            domain: [
              0,
              roomFor(
                canvas,
                canvas.groups.map((group) => ({ ...shareOf(canvas, group), value: 1 })),
              ),
            ],
            nice: false,
          },
        },
        color: seriesColor(canvas),
        order: { field: "order" },
      },
    },
    {
      data: { values: canvas.groups.map((group) => shareOf(canvas, group)) },
      mark: { type: "text", align: "left", dx: 6 },
      encoding: { y: groupAxis(canvas), x: { datum: 1 }, text: { field: "text" } },
    },
  ],
});

function shareOf(
  { drawing: { colors }, wording: { texts, formats } }: Canvas,
  { key, total, values }: Canvas["groups"][number],
) {
  const first = values.get(Object.keys(colors)[0] ?? "") ?? 0;
  return {
    key,
    text: texts.share(formats.share(total === 0 ? 0 : first / total), formats.shortCount(total)),
  };
}
