import type { TopLevelSpec } from "vega-lite";
import type { ChartData } from "#core/charts.ts";
import { CHARTS } from "./charts.ts";
import { FONT_FAMILY, textWidth } from "./fonts.ts";
import { barsSpec } from "./forms/bars.ts";
import { daysSpec } from "./forms/days.ts";
import { emptySpec } from "./forms/empty.ts";
import type { Canvas, Form } from "./forms/form.ts";
import { monthsSideBySideSpec, monthsSpec } from "./forms/months.ts";
import { ratesSpec } from "./forms/rates.ts";
import { sharesSpec } from "./forms/shares.ts";
import type { ChartLanguage } from "./language.ts";
import { groupsOf, isEmpty, subtitleOf, wordingOf } from "./rows.ts";
import { type ChartTheme, PALETTES, type Palette } from "./theme.ts";

export type Look = {
  readonly theme: ChartTheme;
  readonly language: ChartLanguage;
  /** `narrow` stands upright, for a phone. */
  readonly width: "wide" | "narrow";
};

/** In units of the drawing: a wide one is 16:9, and its text is as large as a phone needs when it shows it as wide as itself. */
const WIDTHS = { wide: 520, narrow: 360 } as const;
const HEIGHTS = { wide: 292.5, narrow: 440 } as const;

/** The chart as a Vega-Lite specification, all in it: its data, its words and its looks. */
export function specOf(data: ChartData, { theme, language, width }: Look): TopLevelSpec {
  const palette = PALETTES[theme];
  const wording = wordingOf(language);
  const canvas: Canvas = {
    chart: data.chart,
    palette,
    language,
    wording,
    width: WIDTHS[width],
    height: HEIGHTS[width],
    drawing: CHARTS[data.chart],
    groups: groupsOf(data, wording),
  };
  const form = isEmpty(data) ? emptySpec : FORMS[canvas.drawing.form];
  const { height, ...body } = form(canvas);
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    background: palette.background,
    padding: PADDING,
    width: canvas.width,
    height: height ?? canvas.height,
    autosize: { type: "fit", contains: "padding" },
    title: {
      text: wrapped(wording.texts.titles[data.chart], canvas.width, TITLE),
      subtitle: subtitleOf(data, wording).flatMap((line) => wrapped(line, canvas.width, SUBTITLE)),
    },
    config: configOf(palette),
    ...body,
  } as TopLevelSpec;
}

const PADDING = 16;

const FORMS: { readonly [Name in Canvas["drawing"]["form"]]: Form } = {
  months: monthsSpec,
  "months-side-by-side": monthsSideBySideSpec,
  days: daysSpec,
  bars: barsSpec,
  shares: sharesSpec,
  rates: ratesSpec,
};

type Type = { readonly size: number; readonly weight: number };
const TITLE: Type = { size: 18, weight: 600 };
const SUBTITLE: Type = { size: 12, weight: 400 };

/** A title is never wrapped by Vega, and a long one pushes the drawing aside. */
function wrapped(line: string, width: number, { size, weight }: Type): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current !== "" && textWidth(longer, size, weight) > width - 2 * PADDING) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}

const configOf = ({ ink, muted, line }: Palette) => ({
  font: FONT_FAMILY,
  view: { stroke: null },
  title: {
    anchor: "start",
    frame: "bounds",
    color: ink,
    fontSize: TITLE.size,
    fontWeight: TITLE.weight,
    lineHeight: 22,
    subtitleColor: muted,
    subtitleFontSize: SUBTITLE.size,
    subtitlePadding: 4,
    subtitleLineHeight: 17,
    offset: 14,
  },
  axis: {
    labelColor: muted,
    labelFontSize: 12,
    labelPadding: 6,
    domain: false,
    ticks: false,
    gridColor: line,
    title: null,
  },
  legend: {
    orient: "top",
    direction: "horizontal",
    title: null,
    labelColor: muted,
    labelFontSize: 12,
    symbolType: "square",
    symbolSize: 110,
    symbolStrokeWidth: 0,
    columnPadding: 14,
    offset: 8,
  },
  text: { color: ink, fontSize: 12 },
});
