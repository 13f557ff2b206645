import type { Connection } from "#db/client.ts";
import { PANEL_NAMES } from "#db/queries/panels/panel-names.ts";
import { readPanelRows } from "#db/queries/panels/read-panel.ts";
import { readPanelCounts } from "#db/queries/panels/read-panel-counts.ts";
import { type Measurement, measuredAgainst } from "./measurement.ts";
import { TODAY } from "./provider.ts";
import { mediansOf } from "./stopwatch.ts";

/** The first 20 rows of each panel against one customer by key. */
export async function measureFirstPages(
  { sql }: Connection,
  customers: number,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const name of PANEL_NAMES) {
    const times = await mediansOf(
      () => readPanelRows(sql, name, { today: TODAY }),
      (round) => sql`select * from customer where id = ${`C${1 + ((round * 7919) % customers)}`}`,
      { rounds: 200, warmUp: 20 },
    );
    measurements.push(measuredAgainst(`first page of ${name}`, { ...times, atMost: 10 }));
  }
  return measurements;
}

export async function measureCounts({ sql }: Connection): Promise<Measurement> {
  const times = await mediansOf(
    () => readPanelCounts(sql, TODAY),
    () => sql`select count(*) from collection`,
    { rounds: 30, warmUp: 8 },
  );
  return measuredAgainst("nine counts", { ...times, atMost: 1.5 });
}
