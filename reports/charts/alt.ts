import type { ChartData } from "#core/charts.ts";
import { CHARTS } from "./charts.ts";
import type { ChartLanguage } from "./language.ts";
import { groupsOf, isEmpty, subtitleOf, type Wording, wordingOf } from "./rows.ts";
import { seriesText } from "./texts.ts";

const MOST_GROUPS = 3;

/** The chart in one sentence, with its main numbers, for those who do not see it. */
export function altOf(data: ChartData, language: ChartLanguage): string {
  const wording = wordingOf(language);
  const { texts } = wording;
  const head = `${texts.titles[data.chart]} (${subtitleOf(data, wording)[1]})`;
  const said = isEmpty(data) ? texts.empty : sayings(data, wording).join("; ");
  return `${head}: ${said}.`;
}

/** What is told of a chart: its rates; the sum of each of its series; or its largest groups. */
function sayings(data: ChartData, wording: Wording): string[] {
  const { form, colors, measure } = CHARTS[data.chart];
  const { texts, formats } = wording;
  const say = (value: number) =>
    measure === "amount" ? formats.shortMoney(value) : formats.count(value);
  const groups = groupsOf(data, wording);
  const series = Object.keys(colors);
  if (form === "rates") {
    return groups.map(({ label, values }) => {
      const [all, some] = series.map((name) => values.get(name) ?? 0) as [number, number];
      return `${label}, ${all === 0 ? texts.empty : texts.rolled(formats.share(some / all), say(some), say(all))}`;
    });
  }
  if (form === "shares") {
    return groups.map(({ label, total, values }) => {
      const first = values.get(series[0] ?? "") ?? 0;
      return `${label}, ${texts.share(formats.share(total === 0 ? 0 : first / total), say(total))}`;
    });
  }
  if (series.length > 1 && form !== "bars") {
    return series.map((name) => {
      const total = groups.reduce((sum, { values }) => sum + (values.get(name) ?? 0), 0);
      return `${seriesText(texts, data.chart, name)} ${say(total)}`;
    });
  }
  const largest = groups
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total)
    .slice(0, MOST_GROUPS);
  return largest.map(({ label, total }) => `${label} ${say(total)}`);
}
