import { CHART_SHAPES, type ChartData, type ChartPoint } from "#core/charts.ts";
import { CHARTS } from "../charts/charts.ts";
import { isEmpty, labelOf, wordingOf } from "../charts/rows.ts";
import { type Html, html, typed } from "../printables/html.ts";
import { DIMENSIONS, TEXTS } from "./texts.ts";

const WORDING = wordingOf("pt-BR");

/** The numbers of a chart as a table: what a picture shows, for those who read or who need the last centavo. */
export function numbersOf(data: ChartData): Html {
  if (isEmpty(data)) return html`<p>${TEXTS.noFigures}</p>`;
  const { texts } = WORDING;
  const { dimension, series } = CHART_SHAPES[data.chart];
  const columns = series.flatMap((name) => columnsOf(data, name));
  const groups = [...Map.groupBy(data.points, ({ key }) => key).values()];
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${TEXTS.numbersOf(texts.titles[data.chart])}">
<table>
<caption>${texts.titles[data.chart]}</caption>
<thead><tr><th scope="col">${DIMENSIONS[dimension]}</th>${columns.map(
    ({ title }) => html`<th scope="col" class="figure">${title}</th>`,
  )}</tr></thead>
<tbody>
${groups.map(
  (points) => html`<tr><th scope="row">${typed(rowLabel(data, points[0]))}</th>${columns.map(
    ({ figure }) => html`<td class="figure">${figure(points)}</td>`,
  )}</tr>
`,
)}</tbody>
</table>
</div>`;
}

type Column = {
  readonly title: string;
  readonly figure: (points: readonly ChartPoint[]) => string;
};

/** Where amounts are drawn, how many they are belongs beside them. */
function columnsOf(data: ChartData, series: string): readonly Column[] {
  const { texts, formats } = WORDING;
  const name = texts.series[series] ?? series;
  const of = (points: readonly ChartPoint[]) => points.find((point) => point.series === series);
  const count: Column = {
    title: name,
    figure: (points) => formats.count(of(points)?.count ?? 0),
  };
  if (CHARTS[data.chart].measure === "count") return [count];
  const amount: Column = {
    title: `${name} (R$)`,
    figure: (points) => {
      const point = of(points);
      return point === undefined
        ? "0,00"
        : formats.money(point.amountCents).replace(/^(-?)R\$\s/, "$1");
    },
  };
  return [amount, { ...count, title: `${name} (${TEXTS.count.toLowerCase()})` }];
}

/** Two Januaries may stand in one table. */
const rowLabel = (data: ChartData, point: ChartPoint | undefined): string =>
  CHART_SHAPES[data.chart].dimension === "month" && point !== undefined
    ? WORDING.formats.longMonth(point.key)
    : labelOf(data, point, WORDING);
