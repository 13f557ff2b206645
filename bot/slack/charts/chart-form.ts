import type { ModalView, PlainTextOption } from "@slack/types";
import type { CivilDate } from "#core/calendar.ts";
import {
  CHART_NAMES,
  CHART_SHAPES,
  type ChartFilter,
  type ChartName,
  isChartName,
} from "#core/charts.ts";
import type { OperatorId } from "#core/ids.ts";
import { accept, type Result, refuse } from "#core/result.ts";
import type { Texts } from "../../texts/texts.ts";
import { option, plain } from "../block-kit.ts";
import { chosenIn, dateField, dateIn, inputBlock, selectField } from "../fields.ts";
import { LIMITS } from "../limits.ts";
import { modalOf, plainSection, short } from "../plain-blocks.ts";
import type { FormValues } from "../view-of.ts";

export const CHART_FORM = "charts.form";
/** The selects' own ids, by which their options are asked for. */
export const CHART_OPERATOR = "charts.operator";
export const CHART_CITY = "charts.city";

const FIELDS = {
  chart: "chart",
  from: "from",
  to: "to",
  operator: "operator",
  city: "city",
} as const;

/** What is shown of a chart; what is left out is the chart's own. */
export type ChartAsked = {
  readonly chart: ChartName;
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
  readonly only?: ChartFilter | undefined;
};

/** Every chart of the provider, and what it may be narrowed by. */
export const chartForm = (chosen: ChartName | undefined, texts: Texts): ModalView => {
  const { say } = texts;
  const field = (id: string) => ({ id, label: say(`charts-field-${id}`), optional: true });
  return modalOf(texts, {
    callbackId: CHART_FORM,
    title: say("panel-charts"),
    submit: say("charts-show"),
    blocks: [
      plainSection([say("charts-explained")]),
      selectField({
        id: FIELDS.chart,
        label: say("charts-field-chart"),
        placeholder: say("charts-choose"),
        options: CHART_NAMES.map((name) => option(chartTitle(name, texts), name)),
        chosen,
      }),
      dateField({ ...field(FIELDS.from), hint: say("charts-period-hint") }),
      dateField(field(FIELDS.to)),
      inputBlock(
        { ...field(FIELDS.operator), hint: say("charts-only-hint") },
        search(CHART_OPERATOR, say("charts-all")),
      ),
      inputBlock(field(FIELDS.city), search(CHART_CITY, say("charts-all"))),
    ],
  });
};

export const chartTitle = (chart: ChartName, { say }: Texts): string => say(`chart-${chart}`);

const search = (id: string, placeholder: string) =>
  ({
    type: "external_select",
    action_id: id,
    min_query_length: 0,
    placeholder: plain(placeholder, LIMITS.placeholder),
  }) as const;

/** As an option whose value Slack takes: a longer name is left to the dashboard. */
export const cityOption = (city: string): readonly PlainTextOption[] =>
  city.length <= LIMITS.optionText ? [option(short(city, LIMITS.optionText), city)] : [];

/** What was chosen, or what is wrong at which field. */
export function readChartAsked(
  values: FormValues,
  today: CivilDate,
  { say }: Texts,
): Result<ChartAsked, Readonly<Record<string, string>>> {
  const chart = chosenIn(values, FIELDS.chart) ?? "";
  if (!isChartName(chart)) return refuse({ [FIELDS.chart]: say("charts-choose") });
  const [from, to] = [dateIn(values, FIELDS.from), dateIn(values, FIELDS.to)];
  if (from !== undefined && from > (to ?? today)) {
    return refuse({ [FIELDS.to]: say("charts-period-crossed") });
  }
  const operator = chosen(values, FIELDS.operator, CHART_OPERATOR);
  const city = chosen(values, FIELDS.city, CHART_CITY);
  if (operator !== undefined && city !== undefined) {
    return refuse({ [FIELDS.city]: say("charts-one-filter") });
  }
  const unknown = unknownFilter(chart, { operator, city });
  if (unknown !== undefined) return refuse({ [unknown]: say("charts-filter-unknown") });
  const only = filterOf(operator as OperatorId | undefined, city);
  return accept({ chart, from, to, only });
}

const chosen = (values: FormValues, id: string, element: string): string | undefined =>
  values[id]?.[element]?.selected_option?.value;

/** A filter that a chart cannot tell is said so, rather than shown as if it had been applied. */
const unknownFilter = (
  chart: ChartName,
  given: { readonly operator: string | undefined; readonly city: string | undefined },
): "operator" | "city" | undefined =>
  (["operator", "city"] as const).find(
    (one) => given[one] !== undefined && !CHART_SHAPES[chart].filters.includes(one),
  );

const filterOf = (
  operator: OperatorId | undefined,
  city: string | undefined,
): ChartFilter | undefined => {
  if (operator !== undefined) return { operator };
  return city === undefined ? undefined : { city };
};
