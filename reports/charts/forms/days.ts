import { date, weekday } from "#core/calendar.ts";
import { cellsOf, type Form, figuresAxis, labelsBy, namedAxis, seriesColor } from "./form.ts";

/** A bar for each day; Mondays are named. */
export const daysSpec: Form = (canvas) => ({
  data: { values: cellsOf(canvas) },
  mark: { type: "bar", width: { band: 0.72 } },
  encoding: {
    x: {
      field: "key",
      type: "ordinal",
      ...namedAxis(canvas.groups, {
        labelAngle: 0,
        labelOverlap: false,
        labelExpr: labelsBy(
          canvas.groups.map(({ key, label }) => [key, isMonday(key) ? label : ""]),
        ),
      }),
    },
    y: { field: "value", type: "quantitative", axis: figuresAxis(canvas) },
    color: seriesColor(canvas),
  },
});

const isMonday = (day: string): boolean => weekday(date(day)) === 1;
