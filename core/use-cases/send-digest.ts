import type { CivilDate } from "../calendar.ts";
import type { DigestEffect } from "../digest/effects.ts";
import { digestCalendar, isDigestDay } from "../digest/period.ts";
import { SYSTEM_OPERATOR } from "../ids.ts";
import type { Ports, Unit } from "../ports.ts";
import { accept } from "../result.ts";
import { command } from "./command.ts";

/** Whose digests wait to be sent now. Those with nothing to say are dropped when their turn comes. */
export type DigestsQueued = {
  readonly day: CivilDate;
  readonly operators: number;
  readonly managers: boolean;
};

type Wanted = {
  /** There is a channel where managers read. */
  readonly toManagers: boolean;
};

const JOB = "digest";

/** By hand, on any day: a message of that day that stands already is brought up to date, not repeated. */
export const sendDigest = command<Wanted, DigestsQueued>(
  "send_digest",
  "digest.send",
  async (unit, { input, today }) => accept(await queue(unit, today, input)),
);

/** The digest of the day: whichever process comes first queues it, the others hear "taken". */
export async function runDailyDigest(
  ports: Ports,
  { today, toManagers }: Wanted & { readonly today: CivilDate },
): Promise<DigestsQueued | "taken" | "no digest day"> {
  const outcome = await ports.transact<DigestsQueued | "taken" | "no digest day">(
    { command: JOB, actor: SYSTEM_OPERATOR, today, fingerprint: "" },
    async (unit) => {
      if (!isDigestDay(today, digestCalendar(await unit.settings()))) {
        return accept("no digest day");
      }
      const isOurs = await unit.claimDailyRun(JOB, today);
      return accept(isOurs ? await queue(unit, today, { toManagers }) : "taken");
    },
  );
  if (!outcome.ok) throw new Error(`digest refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

async function queue(unit: Unit, day: CivilDate, { toManagers }: Wanted): Promise<DigestsQueued> {
  const readers = await unit.digestReaders();
  const effects: DigestEffect[] = readers.map((operator) => ({
    kind: "send_operator_digest",
    operator,
    day,
  }));
  if (toManagers) effects.push({ kind: "send_manager_digest", day });
  await unit.enqueue(effects);
  return { day, operators: readers.length, managers: toManagers };
}
