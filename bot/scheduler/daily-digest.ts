import { Cron } from "croner";
import type { Logger } from "pino";
import type { CivilDate } from "#core/calendar.ts";
import { localMoment } from "#core/law/local-moment.ts";
import type { DigestsQueued } from "#core/use-cases/send-digest.ts";

/** The provider's wall clock: after the classifier, before the first call. */
export const DIGEST_AT = "08:00";

export type DailyDigest = {
  readonly timeZone: string;
  readonly run: (day: { today: CivilDate }) => Promise<DigestsQueued | "taken" | "no digest day">;
  readonly now: () => number;
  readonly log: Logger;
};

/** Starts the daily schedule. A run that was missed while nothing ran is made up at once. */
export function scheduleDigest(daily: DailyDigest): { stop(): void } {
  const { timeZone, now, log } = daily;
  const failed = (error: unknown) => log.error({ err: error }, "digest failed");
  const [hour, minute] = DIGEST_AT.split(":").map(Number);
  const job = new Cron(
    `${minute} ${hour} * * *`,
    { timezone: timeZone, protect: true, catch: failed },
    () => runToday(daily),
  );
  if (localMoment(now(), timeZone).time >= DIGEST_AT) runToday(daily).catch(failed);
  return { stop: () => job.stop() };
}

async function runToday({ run, now, timeZone, log }: DailyDigest): Promise<void> {
  const today = localMoment(now(), timeZone).date;
  const outcome = await run({ today });
  if (outcome === "taken") log.info({ today }, "digest: today's was queued already");
  else if (outcome === "no digest day") log.info({ today }, "digest: none on this day");
  else log.info(outcome, "digest queued");
}
