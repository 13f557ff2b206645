import type { ChartName } from "#core/charts.ts";
import type { ColorRole } from "./theme.ts";

/** How a chart is drawn. Its numbers are defined in db/queries/charts, its words in texts.ts. */
export type Drawing = {
  readonly form: "months" | "months-side-by-side" | "days" | "bars" | "shares" | "rates";
  readonly measure: "count" | "amount";
  /** By series, in the order in which they are stacked. */
  readonly colors: Readonly<Record<string, ColorRole>>;
};

const bars = (measure: Drawing["measure"], colors: Drawing["colors"]): Drawing => ({
  form: "bars",
  measure,
  colors,
});

/** Adding a chart is a line here, one in core/charts.ts, its reader, and its words. */
export const CHARTS: { readonly [Name in ChartName]: Drawing } = {
  interactions: {
    form: "months",
    measure: "count",
    colors: { contact: "main", email: "third", sms: "second", app: "quiet" },
  },
  "agreements-by-city": bars("count", { agreements: "main" }),
  outcome: {
    form: "months",
    measure: "amount",
    colors: { settled: "good", pending: "waiting", broken: "bad" },
  },
  "overdue-to-30": bars("amount", { overdue: "waiting" }),
  "overdue-over-30": bars("amount", { overdue: "bad" }),
  "settled-by-operator": bars("amount", { settled: "good" }),
  spc: {
    form: "months-side-by-side",
    measure: "count",
    colors: { registered: "bad", removed: "good" },
  },
  "events-by-operator": bars("count", { events: "main", interactions: "third" }),
  "recovery-by-step": bars("amount", { recovered: "good" }),
  "roll-rates": { form: "rates", measure: "amount", colors: { reached: "quiet", rolled: "bad" } },
  "promises-by-discount": {
    form: "shares",
    measure: "count",
    colors: { kept: "good", open: "waiting", broken: "bad", undone: "quiet" },
  },
  "legal-risk": bars("amount", { removal: "bad" }),
  forecast: { form: "days", measure: "amount", colors: { agreed: "main" } },
};
