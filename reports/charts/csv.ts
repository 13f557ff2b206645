import { CHART_SHAPES, type ChartData } from "#core/charts.ts";
import { formatAmount } from "#core/money.ts";

/**
 * The numbers of a chart as RFC 4180: a header, commas, CRLF; `month,name,series,count,amount`, where the first column is the
 * chart's dimension and the name what people call it, if that is another. Amounts are decimal reais. For programs and
 * spreadsheets alike, so in English whatever the language of the drawing.
 */
export function csvOf({ chart, points }: ChartData): string {
  const head = [CHART_SHAPES[chart].dimension, "name", "series", "count", "amount"];
  const lines = points.map(({ key, name, series, count, amountCents }) => [
    cell(key),
    cell(name ?? ""),
    series,
    String(count),
    formatAmount(amountCents),
  ]);
  return [head, ...lines].map((line) => `${line.join(",")}\r\n`).join("");
}

/** A cell that begins like a formula would be run by a spreadsheet: an apostrophe makes it a text, within quotes. */
function cell(text: string): string {
  const isFormula = /^[\s\p{Cc}]*[=+\-@]|^[\t\r]/u.test(text);
  const safe = isFormula ? `'${text}` : text;
  return isFormula || /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
