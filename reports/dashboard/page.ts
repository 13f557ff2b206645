import { CHART_SHAPES, type ChartData } from "#core/charts.ts";
import { drawChart } from "../charts/draw-chart.ts";
import { formatsOf } from "../charts/formats.ts";
import { textsOf } from "../charts/texts.ts";
import { type ChartWish, wishParameters } from "../charts-query.ts";
import { type Html, html } from "../printables/html.ts";
import { type FilterChoices, filterForm } from "./filters.ts";
import { document } from "./layout.ts";
import { numbersOf } from "./numbers.ts";
import { BASIC, TEXTS } from "./texts.ts";

export type Dashboard = {
  readonly operatorName: string;
  readonly wish: ChartWish;
  readonly choices: FilterChoices;
  /** What was wrong with the filters that came. */
  readonly notice: string | undefined;
  readonly charts: readonly ChartData[];
  readonly mayExport: boolean;
};

/** All charts on one page, which needs no script and no style but its own. */
export function dashboardPage(dashboard: Dashboard): string {
  const { charts, notice, operatorName } = dashboard;
  const { today } = charts[0] ?? { today: undefined };
  const basic = charts.filter(({ chart }) => BASIC.has(chart));
  const views = charts.filter(({ chart }) => !BASIC.has(chart));
  return document(
    TEXTS.title,
    html`<a class="skip" href="#graficos">${TEXTS.skip}</a>
<header>
<h1>${TEXTS.title}</h1>
<p>${today === undefined ? "" : TEXTS.asOf(formatsOf("pt-BR").date(today))} ${TEXTS.signedIn(operatorName)}.</p>
<form method="post" action="/dashboard/close"><button class="quiet">${TEXTS.leave}</button></form>
</header>
<main id="graficos" tabindex="-1">
${notice === undefined ? null : html`<p class="notice" role="alert">${notice}</p>`}
${filterForm(dashboard.wish, dashboard.choices)}
${section("cobranca", TEXTS.basic, { of: basic, dashboard })}
${section("gestao", TEXTS.views, { of: views, dashboard })}
</main>`,
  );
}

type Section = { readonly of: readonly ChartData[]; readonly dashboard: Dashboard };

const section = (id: string, title: string, { of, dashboard }: Section): Html =>
  html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<div class="charts">
${of.map((data) => figure(data, dashboard))}</div>
</section>
`;

/** Pixels of the pictures, as far as they are known before they come: the page then moves less. */
const SIZE = { width: 1_200, height: 675 } as const;

function figure(data: ChartData, { wish, mayExport }: Dashboard): Html {
  const { chart } = data;
  const title = textsOf("pt-BR").titles[chart];
  const address = (format: string, look: Readonly<Record<string, string>> = {}) =>
    `/charts/${chart}.${format}${queryOf({ ...wishParameters(wish), ...look })}`;
  return html`<article aria-labelledby="${chart}">
<h3 id="${chart}" class="unseen">${title}</h3>
<figure>
<picture>
<source media="(prefers-color-scheme: dark) and (max-width: 40em)" srcset="${address("png", { theme: "dark", width: "narrow" })}">
<source media="(prefers-color-scheme: dark)" srcset="${address("png", { theme: "dark" })}">
<source media="(max-width: 40em)" srcset="${address("png", { width: "narrow" })}">
<img src="${address("png")}" alt="${drawChart(data).alt}" width="${SIZE.width}" height="${SIZE.height}" loading="lazy" decoding="async">
</picture>
<figcaption>
${remarks(data, wish).map((remark) => html`<p>${remark}</p>`)}
<details>
<summary>${TEXTS.numbers}<span class="unseen">: ${title}</span></summary>
${numbersOf(data)}
</details>
${mayExport ? html`<p><a href="${address("csv")}" download>${TEXTS.csv}<span class="unseen">: ${title}</span></a></p>` : null}
</figcaption>
</figure>
</article>
`;
}

/** A chart that does not do what the form says has to say so. */
function remarks({ chart, only }: ChartData, wish: ChartWish): readonly string[] {
  const { unit } = CHART_SHAPES[chart].period;
  const isFixed = unit === "none" || unit === "ahead";
  const isAsked = wish.from !== undefined || wish.to !== undefined;
  return [
    ...(isAsked && isFixed ? [TEXTS.fixedPeriod] : []),
    ...(wish.only !== undefined && only === null ? [TEXTS.unfiltered] : []),
  ];
}

const queryOf = (parameters: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams(parameters).toString();
  return query === "" ? "" : `?${query}`;
};
