import { Cron } from "croner";
import type { Logger } from "pino";
import type { CivilDate } from "#core/calendar.ts";
import { type LocalMoment, localMoment } from "#core/law/local-moment.ts";
import type { Classification } from "#core/use-cases/run-classifier.ts";

/** The provider's wall clock, on which the classifier runs (SPEC 3.1). */
export const RUNS_AT = "07:00";

export type DailyClassifier = {
  readonly timeZone: string;
  /** The run of a day; "taken" when this process or another did it already. */
  readonly run: (day: { today: CivilDate }) => Promise<Classification | "taken">;
  readonly now: () => number;
  readonly log: Logger;
};

/** Starts the daily schedule. A run that was missed while nothing ran is made up at once. */
export function scheduleClassifier(daily: DailyClassifier): { stop(): void } {
  const { timeZone, log } = daily;
  const job = new Cron(
    cronAt(RUNS_AT),
    {
      timezone: timeZone,
      protect: true,
      catch: (error) => log.error({ err: error }, "classifier failed"),
    },
    () => runToday(daily),
  );
  if (isMissed(localMoment(daily.now(), timeZone))) {
    runToday(daily).catch((error) => log.error({ err: error }, "classifier failed"));
  }
  return { stop: () => job.stop() };
}

/** After the hour the day's run is due; whether somebody did it already is the database's to say. */
export const isMissed = ({ time }: LocalMoment): boolean => time >= RUNS_AT;

async function runToday({ run, now, timeZone, log }: DailyClassifier): Promise<void> {
  const today = localMoment(now(), timeZone).date;
  const outcome = await run({ today });
  if (outcome === "taken") log.info({ today }, "classifier: today's run was done already");
  else log.info(outcome, "classifier ran");
}

const cronAt = (time: string): string => {
  const [hour, minute] = time.split(":").map(Number);
  return `${minute} ${hour} * * *`;
};
