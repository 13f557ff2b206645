import type { CivilDate } from "#core/calendar.ts";
import type { ChartFilter, ChartPoint } from "#core/charts.ts";
import type { Sql } from "#db/client.ts";

/** What a chart is asked for. Period and filter are those that its shape allows; both ends of the period are included. */
export type Asked = {
  readonly today: CivilDate;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly only: ChartFilter | undefined;
};

/** Points in the order in which they are shown; months and days of the period without any figure may be left out. */
export type ChartReader = (sql: Sql, asked: Asked) => Promise<readonly ChartPoint[]>;
