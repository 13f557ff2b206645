import type { ChartData } from "#core/charts.ts";
import { altOf } from "./alt.ts";
import { csvOf } from "./csv.ts";
import type { ChartLanguage } from "./language.ts";
import { renderPng, renderSvg } from "./render.ts";
import type { Look } from "./spec.ts";
import { textsOf } from "./texts.ts";

export type DrawnChart = {
  /** For a heading or a message's title. */
  readonly title: string;
  /** One sentence with the main numbers. */
  readonly alt: string;
  svg(): Promise<string>;
  png(): Promise<Uint8Array>;
  /** RFC 4180, without a byte order mark. */
  csv(): string;
};

const LOOK: Look = { theme: "light", language: "pt-BR", width: "wide" };

/** A chart in every shape it is handed out in; each is made when it is asked for. */
export function drawChart(data: ChartData, look: Partial<Look> = {}): DrawnChart {
  const whole = { ...LOOK, ...look };
  return {
    title: titleOf(data, whole.language),
    alt: altOf(data, whole.language),
    svg: () => renderSvg(data, whole),
    png: () => renderPng(data, whole),
    csv: () => csvOf(data),
  };
}

const titleOf = ({ chart }: ChartData, language: ChartLanguage): string =>
  textsOf(language).titles[chart];
