import type { ChartData, ChartPoint } from "#core/charts.ts";
import { CHART_SHAPES } from "#core/charts.ts";
import { CUSTOMER_ACTOR, SYSTEM_OPERATOR } from "#core/ids.ts";
import { type Cents, cents, sumCents } from "#core/money.ts";
import { CHARTS } from "./charts.ts";
import { type ChartFormats, formatsOf } from "./formats.ts";
import type { ChartLanguage } from "./language.ts";
import { type ChartTexts, textsOf } from "./texts.ts";

/** The words and marks of a language. */
export type Wording = { readonly texts: ChartTexts; readonly formats: ChartFormats };

export const wordingOf = (language: ChartLanguage): Wording => ({
  texts: textsOf(language),
  formats: formatsOf(language),
});

/** One place of the axis that names things: a month, an operator. */
export type Group = {
  readonly key: string;
  readonly label: string;
  readonly total: number;
  /** By series. */
  readonly values: ReadonlyMap<string, number>;
};

/** More bars than that nobody reads: the smaller ones are drawn together, and the CSV has them all. */
const MOST_BARS = 20;

/** What is drawn: cents or counts, as the drawing measures. */
export function groupsOf(data: ChartData, wording: Wording): readonly Group[] {
  const { form, measure } = CHARTS[data.chart];
  const figureOf = (point: ChartPoint) => (measure === "amount" ? point.amountCents : point.count);
  const groups = [...Map.groupBy(data.points, ({ key }) => key)].map(([key, points]) => ({
    key,
    label: labelOf(data, points[0], wording),
    total: points.reduce((sum, point) => sum + figureOf(point), 0),
    values: new Map(points.map((point) => [point.series, figureOf(point)])),
  }));
  return form === "bars" ? withoutMany(groups, wording) : groups;
}

/** Nothing to draw: no row, or only rows of zero. */
export const isEmpty = ({ points }: ChartData): boolean =>
  points.every(({ count, amountCents }) => count === 0 && amountCents === 0);

export function labelOf(
  { chart }: ChartData,
  point: Pick<ChartPoint, "key" | "name"> | undefined,
  { texts, formats }: Wording,
): string {
  const { key, name } = point ?? { key: "", name: null };
  const { dimension } = CHART_SHAPES[chart];
  switch (dimension) {
    case "month":
      return formats.month(key);
    case "day":
      return formats.shortDay(key);
    case "city":
      return key === "" ? texts.unknownCity : key;
    case "operator":
      if (key === "") return texts.nobody;
      return name ?? builtInName(key, texts) ?? key;
    case "step":
      return texts.keys[`step ${key}`] ?? stepLabel(key, texts);
    case "band":
    case "discount":
    case "deadline":
      return texts.keys[`${dimension} ${key}`] ?? key;
  }
}

/** Those who are no row of the operators'. */
function builtInName(key: string, { system, customer }: ChartTexts): string | undefined {
  if (key === SYSTEM_OPERATOR) return system;
  return key === CUSTOMER_ACTOR ? customer : undefined;
}

/** `10 forward_to_collections`. Actions of another system's ladder have no word of ours. */
function stepLabel(key: string, texts: ChartTexts): string {
  const [day, action = ""] = key.split(" ");
  return `${texts.day(Number(day))}: ${texts.actions[action] ?? action}`;
}

function withoutMany(groups: readonly Group[], { texts }: Wording): readonly Group[] {
  if (groups.length <= MOST_BARS) return groups;
  const rest = groups.slice(MOST_BARS - 1);
  const values = new Map<string, number>();
  for (const group of rest) {
    for (const [series, value] of group.values) {
      values.set(series, (values.get(series) ?? 0) + value);
    }
  }
  const total = rest.reduce((sum, group) => sum + group.total, 0);
  const others = { key: "\u0000others", label: texts.others(rest.length), total, values };
  return [...groups.slice(0, MOST_BARS - 1), others];
}

/** All of the chart in one figure, where adding up its series says something. */
export function totalText(data: ChartData, { formats }: Wording): string | undefined {
  const { form, measure } = CHARTS[data.chart];
  if (form === "rates" || form === "months-side-by-side") return undefined;
  return measure === "amount"
    ? formats.money(totalCents(data))
    : formats.count(data.points.reduce((sum, { count }) => sum + count, 0));
}

const totalCents = ({ points }: ChartData): Cents =>
  cents(sumCents(points.map(({ amountCents }) => amountCents)));

/** Under the title: what is counted; the period, the filter and the total. */
export function subtitleOf(data: ChartData, wording: Wording): readonly [string, string] {
  const { texts, formats } = wording;
  const { period, only, today } = data;
  const total = totalText(data, wording);
  const parts = [
    period === null
      ? texts.asOf(formats.date(today))
      : texts.period(formats.date(period.from), formats.date(period.to)),
    only === null
      ? undefined
      : `${only.city === undefined ? texts.operator : texts.city}: ${only.name || texts.unknownCity}`,
    total === undefined || isEmpty(data) ? undefined : `${texts.total} ${total}`,
  ];
  return [texts.subtitles[data.chart], parts.filter((part) => part !== undefined).join(" · ")];
}
