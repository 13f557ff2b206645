import type { ChartName, ChartQuery } from "#core/charts.ts";
import type { OperatorId } from "#core/ids.ts";

/** A chart in the shapes it is handed out in; each is made when it is asked for. */
export type DrawnChart = {
  readonly title: string;
  /** One sentence with the main numbers. */
  readonly alt: string;
  png(): Promise<Uint8Array>;
  csv(): string;
};

/** What the Slack face shows charts with; bot/main.ts hands it in. */
export type SlackCharts = {
  readonly draw: (chart: ChartName, query: ChartQuery) => Promise<DrawnChart>;
  /** Those that have figures, in the order of the alphabet. */
  readonly cities: () => Promise<readonly string[]>;
  /** A link for this operator alone, good for a quarter of an hour; undefined where no pages are served. */
  readonly dashboard: (operator: OperatorId) => string | undefined;
};
