import { type CivilDate, parseDate } from "#core/calendar.ts";
import type { ChartFilter } from "#core/charts.ts";
import type { OperatorId } from "#core/ids.ts";

/** What a chart is asked for in an address: from, to, operator or city. */
export type ChartWish = {
  readonly from: CivilDate | undefined;
  readonly to: CivilDate | undefined;
  readonly only: ChartFilter | undefined;
};

export type Query = Readonly<Record<string, unknown>>;

/** Undefined when something in it cannot be: a day that does not exist, a period that ends before it begins, two filters. */
export function parseWish({ from, to, operator, city }: Query): ChartWish | undefined {
  const [first, last] = [dayOf(from), dayOf(to)];
  if (first === "wrong" || last === "wrong") return undefined;
  if (first !== undefined && last !== undefined && last < first) return undefined;
  const named = { operator: nameOf(operator), city: nameOf(city) };
  if (named.operator === "wrong" || named.city === "wrong") return undefined;
  if (named.operator !== undefined && named.city !== undefined) return undefined;
  return { from: first, to: last, only: filterOf(named.operator, named.city) };
}

/** The same as parameters of an address; those left out are not there. */
export function wishParameters({ from, to, only }: ChartWish): Readonly<Record<string, string>> {
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(only?.operator === undefined ? {} : { operator: only.operator }),
    ...(only?.city === undefined ? {} : { city: only.city }),
  };
}

/** A field of a form that was left empty is none. */
const isGiven = (value: unknown): boolean => value !== undefined && value !== "";

function dayOf(value: unknown): CivilDate | "wrong" | undefined {
  if (!isGiven(value)) return undefined;
  return (typeof value === "string" ? parseDate(value) : undefined) ?? "wrong";
}

const LONGEST = 300;

/** PostgreSQL's text takes no NUL. */
function nameOf(value: unknown): string | undefined {
  if (!isGiven(value)) return undefined;
  return typeof value === "string" && value.length <= LONGEST && !value.includes("\0")
    ? value
    : "wrong";
}

function filterOf(operator: string | undefined, city: string | undefined): ChartFilter | undefined {
  if (operator !== undefined) return { operator: operator as OperatorId };
  return city === undefined ? undefined : { city };
}
