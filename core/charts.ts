import type { CivilDate } from "./calendar.ts";
import type { OperatorId } from "./ids.ts";
import type { Cents } from "./money.ts";

/** The charts by their names on the command line and in addresses: those of every provider, then the manager's views. */
export const CHART_NAMES = [
  "interactions",
  "agreements-by-city",
  "outcome",
  "overdue-to-30",
  "overdue-over-30",
  "settled-by-operator",
  "spc",
  "events-by-operator",
  "recovery-by-step",
  "roll-rates",
  "promises-by-discount",
  "legal-risk",
  "forecast",
] as const;
export type ChartName = (typeof CHART_NAMES)[number];

/** What one bar or point of a chart stands for. */
export type ChartDimension =
  | "month"
  | "day"
  | "city"
  | "operator"
  | "step"
  | "band"
  | "discount"
  | "deadline";

export type ChartShape = {
  readonly dimension: ChartDimension;
  /** In the order in which they are stacked and listed. */
  readonly series: readonly string[];
  /**
   * The period that is shown when none is asked for, today included: the last so many months or days, or
   * the days `ahead`, which nobody can ask otherwise; `none` for what stands today.
   */
  readonly period:
    | { readonly unit: "months"; readonly length: number }
    | { readonly unit: "days"; readonly length: number }
    | { readonly unit: "ahead"; readonly length: number }
    | { readonly unit: "none" };
  /** By whom or where it can be narrowed. Figures are kept by operator and by city, never by both at once. */
  readonly filters: readonly ("operator" | "city")[];
};

const YEAR = { unit: "months", length: 12 } as const;
const days = (length: number) => ({ unit: "days", length }) as const;
const AS_IT_STANDS = { unit: "none" } as const;
const EITHER = ["operator", "city"] as const;

export const CHART_SHAPES: { readonly [Name in ChartName]: ChartShape } = {
  interactions: {
    dimension: "month",
    series: ["contact", "email", "sms", "app"],
    period: YEAR,
    filters: EITHER,
  },
  "agreements-by-city": {
    dimension: "city",
    series: ["agreements"],
    period: days(90),
    filters: [],
  },
  outcome: {
    dimension: "month",
    series: ["settled", "pending", "broken"],
    period: YEAR,
    filters: EITHER,
  },
  "overdue-to-30": {
    dimension: "operator",
    series: ["overdue"],
    period: AS_IT_STANDS,
    filters: ["city"],
  },
  "overdue-over-30": {
    dimension: "operator",
    series: ["overdue"],
    period: AS_IT_STANDS,
    filters: ["city"],
  },
  "settled-by-operator": {
    dimension: "operator",
    series: ["settled"],
    period: days(180),
    filters: [],
  },
  spc: { dimension: "month", series: ["registered", "removed"], period: YEAR, filters: EITHER },
  "events-by-operator": {
    dimension: "operator",
    series: ["events", "interactions"],
    period: days(90),
    filters: [],
  },
  "recovery-by-step": {
    dimension: "step",
    series: ["recovered"],
    period: days(90),
    filters: EITHER,
  },
  "roll-rates": {
    dimension: "band",
    series: ["reached", "rolled"],
    period: days(90),
    filters: [],
  },
  "promises-by-discount": {
    dimension: "discount",
    series: ["kept", "broken", "undone", "open"],
    period: days(180),
    filters: [],
  },
  "legal-risk": {
    dimension: "deadline",
    series: ["removal"],
    period: AS_IT_STANDS,
    filters: EITHER,
  },
  forecast: {
    dimension: "day",
    series: ["agreed"],
    period: { unit: "ahead", length: 30 },
    filters: EITHER,
  },
};

export type ChartFilter =
  | { readonly operator: OperatorId; readonly city?: never }
  | { readonly city: string; readonly operator?: never };

export type ChartQuery = {
  readonly today: CivilDate;
  /** Both ends included. A chart of what stands today takes no period. */
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
  /** A chart that cannot be narrowed by it shows everything, and its data say so. */
  readonly only?: ChartFilter | undefined;
};

export type ChartPoint = {
  /** Of the dimension: `2026-07`, `2026-07-01`, a city, an operator's id, a step's `day action`, a band, ... */
  readonly key: string;
  /** What people call it, where that is no text of ours: an operator's name. */
  readonly name: string | null;
  readonly series: string;
  readonly count: number;
  readonly amountCents: Cents;
};

export type ChartData = {
  readonly chart: ChartName;
  readonly today: CivilDate;
  /** Null for a chart of what stands today. */
  readonly period: { readonly from: CivilDate; readonly to: CivilDate } | null;
  /** The filter that was applied, with the operator's name. */
  readonly only: (ChartFilter & { readonly name: string }) | null;
  /** In the order in which they are shown. */
  readonly points: readonly ChartPoint[];
};

export const isChartName = (text: string): text is ChartName =>
  (CHART_NAMES as readonly string[]).includes(text);
