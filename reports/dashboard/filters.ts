import type { ChartWish } from "../charts-query.ts";
import { type Html, html } from "../printables/html.ts";
import { TEXTS } from "./texts.ts";

export type FilterChoices = {
  readonly operators: readonly { readonly id: string; readonly name: string }[];
  readonly cities: readonly string[];
};

/** By GET, so that what is seen can be kept as a bookmark. */
export const filterForm = (
  { from, to, only }: ChartWish,
  { operators, cities }: FilterChoices,
): Html => html`<form class="filters" method="get" action="/dashboard" aria-labelledby="filtros">
<h2 id="filtros">${TEXTS.filters}</h2>
<div class="fields">
${dayField("from", TEXTS.from, from)}
${dayField("to", TEXTS.to, to)}
${choice(
  "operator",
  TEXTS.operator,
  [
    { value: "", label: TEXTS.anyOperator },
    ...operators.map(({ id, name }) => ({ value: id, label: name })),
  ],
  only?.operator,
)}
${choice(
  "city",
  TEXTS.city,
  [{ value: "", label: TEXTS.anyCity }, ...cities.map((city) => ({ value: city, label: city }))],
  only?.city,
)}
</div>
<p id="dica">${TEXTS.filterHint}</p>
<p class="actions"><button>${TEXTS.apply}</button> <a href="/dashboard">${TEXTS.clear}</a></p>
</form>
`;

const dayField = (name: string, label: string, value: string | undefined): Html =>
  html`<p><label for="${name}">${label}</label> <input type="date" id="${name}" name="${name}" value="${value ?? ""}" min="2000-01-01" max="2199-12-31"></p>`;

type Option = { readonly value: string; readonly label: string };

function choice(
  name: string,
  label: string,
  options: readonly Option[],
  chosen: string | undefined,
): Html {
  return html`<p><label for="${name}">${label}</label> <select id="${name}" name="${name}" aria-describedby="dica">${options.map(
    ({ value, label: shown }) =>
      value === (chosen ?? "")
        ? html`<option value="${value}" selected>${shown}</option>`
        : html`<option value="${value}">${shown}</option>`,
  )}</select></p>`;
}
