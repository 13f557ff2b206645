import { addDays, type CivilDate } from "#core/calendar.ts";
import { SYSTEM_OPERATOR } from "#core/ids.ts";
import { classify } from "#db/classify.ts";
import type { Connection } from "#db/client.ts";
import type { Measurement } from "./measurement.ts";
import { TODAY } from "./provider.ts";
import { median, millisecondsOf } from "./stopwatch.ts";

const QUIET_RUNS = 30;
/** Fewer than the days after which the provider's customers have paid what they pay. */
const DAYS = 4;

export async function measureQuietRun({ db }: Connection): Promise<Measurement> {
  const times: number[] = [];
  for (let i = 0; i < QUIET_RUNS; i++) {
    times.push(await millisecondsOf(() => db.transaction((tx) => classify(tx, runOf(TODAY)))));
  }
  const value = median(times);
  return {
    what: "classification that finds nothing new",
    measuredMs: value,
    floorMs: null,
    value,
    unit: "ms",
    bound: { atMost: 5 },
  };
}

/** The days after the provider's today, one after the other; the quickest counts, for what else the machine does only adds. */
export async function measureNextDays({ db }: Connection): Promise<Measurement> {
  const days: { ms: number; each: number }[] = [];
  for (let day = 1; day <= DAYS; day++) {
    let classified = 0;
    const ms = await millisecondsOf(async () => {
      const run = runOf(addDays(TODAY, day));
      ({ classified } = await db.transaction((tx) => classify(tx, run)));
    });
    if (classified > 0) days.push({ ms, each: (ms * 1000) / classified });
  }
  const [quickest] = days.toSorted((a, b) => a.each - b.each);
  if (quickest === undefined) throw new Error("no day brought anything new");
  return {
    what: "the next day's classification, each new invoice",
    measuredMs: quickest.ms,
    floorMs: null,
    value: quickest.each,
    unit: "µs each",
    bound: { atMost: 150 },
  };
}

const runOf = (today: CivilDate) => ({ today, actor: SYSTEM_OPERATOR });
