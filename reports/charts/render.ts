import { Resvg } from "@resvg/resvg-js";
import * as vega from "vega";
import { compile } from "vega-lite";
import type { ChartData } from "#core/charts.ts";
import { FONT_FAMILY, FONT_FILES, textWidth } from "./fonts.ts";
import { formatsOf } from "./formats.ts";
import type { ChartLanguage } from "./language.ts";
import { type Look, specOf } from "./spec.ts";

/** Pixels of an image's width: a wide one is 1200 × 675 unless many bars make it higher. */
const PIXELS = { wide: 1_200, narrow: 1_080 } as const;

export async function renderSvg(data: ChartData, look: Look): Promise<string> {
  const view = new vega.View(vega.parse(compile(specOf(data, look)).spec), { renderer: "none" });
  view.logLevel(vega.Warn);
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

export async function renderPng(data: ChartData, look: Look): Promise<Uint8Array> {
  return pngOf(await renderSvg(data, look), PIXELS[look.width]);
}

/** Draws with the project's font only: a machine's own would make another picture. */
export const pngOf = (svg: string, width: number): Uint8Array =>
  new Resvg(svg, {
    fitTo: { mode: "width", value: width },
    font: {
      loadSystemFonts: false,
      fontFiles: Object.values(FONT_FILES),
      defaultFontFamily: FONT_FAMILY,
    },
  })
    .render()
    .asPng();

type TextItem = {
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
  readonly limit?: number;
};

/** Without a canvas Vega would guess widths; what it measures must be what is drawn. Its types leave this part of it out. */
const { textMetrics } = vega as unknown as {
  readonly textMetrics: { width: (item: TextItem, text: string) => number };
};
textMetrics.width = (item: TextItem, text: string): number => {
  const width = textWidth(text ?? "", item.fontSize ?? 11, item.fontWeight ?? 400);
  return item.limit ? Math.min(width, item.limit) : width;
};

vega.expressionFunction(
  "chartFigure",
  (value: number, measure: "amount" | "count", language: ChartLanguage) => {
    const formats = formatsOf(language);
    return measure === "amount" ? formats.shortMoney(value) : formats.shortCount(value);
  },
);
