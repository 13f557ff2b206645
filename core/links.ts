import type { AgreementNumber, InvoiceId, OperatorId } from "./ids.ts";

export type ChartFormat = "png" | "svg" | "csv";

/** Addresses that open one document each without a login, until they expire. */
export type Links = {
  /** The invoice as PDF, for whoever pays it. */
  readonly invoice: (invoice: InvoiceId) => string;
  /** All that is to be paid of an agreement, as PDF. */
  readonly agreement: (agreement: AgreementNumber) => string;
  /** `options`: the query of the chart's address, such as its theme or a filter; the link is for these alone. */
  readonly chart: (
    name: string,
    format: ChartFormat,
    options?: Readonly<Record<string, string>>,
  ) => string;
  /** Opens the dashboard as that operator: for nobody else's eyes. */
  readonly dashboard: (operator: OperatorId) => string;
};
