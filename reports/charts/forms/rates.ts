import type { Group } from "../rows.ts";
import { groupAxis } from "./bars.ts";
import { type Canvas, type Form, shortOf } from "./form.ts";

const BAR_HEIGHT = 15;

/** A share of a whole for each group, on a track as long as the whole, with both figures under it. */
export const ratesSpec: Form = (canvas) => {
  const { groups, palette, drawing } = canvas;
  const [whole = "", part = ""] = Object.keys(drawing.colors);
  const values = groups.map((group) => rateOf(canvas, group, { whole, part }));
  const y = groupAxis(canvas);
  const bar = (field: string, role: string) => ({
    mark: { type: "bar", height: BAR_HEIGHT },
    encoding: {
      y,
      x: { field, type: "quantitative", axis: null, scale: { domain: [0, 1], nice: false } },
      color: { value: role },
    },
  });
  return {
    data: { values },
    layer: [
      bar("track", palette.line),
      bar("share", palette.roles[drawing.colors[part] ?? "main"]),
      {
        mark: {
          type: "text",
          align: "left",
          baseline: "top",
          dy: BAR_HEIGHT / 2 + 4,
          color: palette.muted,
        },
        encoding: { y, x: { datum: 0 }, text: { field: "text" } },
      },
    ],
  };
};

function rateOf(
  canvas: Canvas,
  { key, values }: Group,
  { whole, part }: { readonly whole: string; readonly part: string },
) {
  const [all, some] = [values.get(whole) ?? 0, values.get(part) ?? 0];
  const share = all === 0 ? 0 : some / all;
  const { texts, formats } = canvas.wording;
  const short = shortOf(canvas);
  return {
    key,
    track: 1,
    share,
    text: all === 0 ? texts.empty : texts.rolled(formats.share(share), short(some), short(all)),
  };
}
