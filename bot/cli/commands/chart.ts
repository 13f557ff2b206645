import { extname } from "node:path";
import { CHART_NAMES, type ChartFilter } from "#core/charts.ts";
import type { OperatorId } from "#core/ids.ts";
import { mustHold } from "../call.ts";
import { define, needed, optional } from "../command.ts";
import { Failure } from "../failure.ts";
import { choice, day, fileEndingIn, id, text } from "../readers.ts";
import type { DrawnChart } from "../services.ts";
import { writeOut } from "../write-out.ts";

const THEMES = ["light", "dark"] as const;
const LANGUAGES = ["pt-BR", "en"] as const;
const WIDTHS = ["wide", "narrow"] as const;

const MAKERS: Readonly<Record<string, (drawn: DrawnChart) => Promise<Uint8Array | string>>> = {
  ".png": (drawn) => drawn.png(),
  ".svg": (drawn) => drawn.svg(),
  ".csv": async (drawn) => drawn.csv(),
};
const ENDINGS = Object.keys(MAKERS);

const NAME = {
  name: "<name>",
  help: `one of ${CHART_NAMES.join(", ")}`,
  read: choice(CHART_NAMES),
};

export const chart = define({
  name: "chart",
  help: "Draws a chart as PNG or SVG, or writes its numbers as CSV (amounts in reais), by the ending of the file. docs/charts.md defines each chart.",
  example: "outcome --out outcome.png --theme dark",
  args: [NAME],
  flags: {
    out: needed(
      "--out <file>",
      `where to write it, a file that ends in ${ENDINGS.join(", ")}`,
      fileEndingIn(ENDINGS),
    ),
    from: optional("--from <date>", "first day of the period (default: the chart's own)", day),
    to: optional("--to <date>", "last day of the period (default: today)", day),
    operator: optional(
      "--operator-filter <id>",
      "only this operator's, where the chart can tell",
      id<OperatorId>("the id of an operator"),
    ),
    city: optional("--city <name>", "only this city's, where the chart can tell", text(200)),
    theme: optional("--theme <theme>", "light or dark (default: light)", choice(THEMES)),
    language: optional(
      "--language <language>",
      "of the drawing: pt-BR or en (default: pt-BR)",
      choice(LANGUAGES),
    ),
    width: optional(
      "--width <width>",
      "wide, or narrow for a phone (default: wide)",
      choice(WIDTHS),
    ),
  },
  async work(call, { out, from, to, operator, city, theme, language, width }, [name]) {
    await mustHold(call, "panel.charts");
    const only = filterOf(operator, city);
    if (from !== undefined && from > (to ?? call.today)) {
      throw new Failure(`--from: ${from} came; expected a day that is not after the last one.`);
    }
    const { readChart } = await call.open();
    const data = await readChart(name, { today: call.today, from, to, only });
    const drawn = await call.shell.drawChart(data, {
      theme: theme ?? "light",
      language: language ?? "pt-BR",
      width: width ?? "wide",
    });
    const make = MAKERS[extname(out).toLowerCase()];
    if (make !== undefined) await writeOut(out, await make(drawn));
    const rows = data.points.length;
    return {
      json: {
        chart: name,
        file: out,
        rows,
        from: data.period?.from ?? null,
        to: data.period?.to ?? null,
        filter: data.only?.name ?? null,
        alt: drawn.alt,
      },
      text: [drawn.alt, `${rows} ${rows === 1 ? "figure" : "figures"}, written to ${out}`],
    };
  },
});

function filterOf(
  operator: OperatorId | undefined,
  city: string | undefined,
): ChartFilter | undefined {
  if (operator !== undefined && city !== undefined) {
    throw new Failure(
      "--operator-filter and --city came; expected one of them, for figures are kept by operator and by city, never by both.",
    );
  }
  if (operator !== undefined) return { operator };
  return city === undefined ? undefined : { city };
}
