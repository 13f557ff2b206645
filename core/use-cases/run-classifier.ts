import type { CivilDate } from "../calendar.ts";
import { SYSTEM_OPERATOR } from "../ids.ts";
import type { Ports, Unit } from "../ports.ts";
import { accept } from "../result.ts";
import { command, type Request } from "./command.ts";
import { followUpChanges } from "./follow-up-changes.ts";
import { record } from "./record.ts";

/** `customers` and `invoices` stand in panel 1 now; `classified` and `released` are what this run changed. */
export type Classification = {
  readonly date: CivilDate;
  readonly customers: number;
  readonly invoices: number;
  readonly classified: number;
  readonly released: number;
};

export const JOB = "classifier";

/** Run by hand, as often as people like: what stands already is left as it is (SPEC 3.1). */
export async function runClassifier(ports: Ports, request: Request<Record<string, never>>) {
  const outcome = await classifyByHand(ports, request);
  if (outcome.ok) await followUpChanges(ports, request);
  return outcome;
}

const classifyByHand = command<Record<string, never>, Classification>(
  "classify",
  "classifier.run",
  async (unit, { today }) => accept(await classify(unit, today)),
);

/** The run of the day: whichever process comes first does it, the others hear "taken". */
export async function runDailyClassifier(
  ports: Ports,
  { today }: { readonly today: CivilDate },
): Promise<Classification | "taken"> {
  await followUpChanges(ports, { today });
  const outcome = await ports.transact<Classification | "taken">(
    { command: JOB, actor: SYSTEM_OPERATOR, today, fingerprint: "" },
    async (unit) =>
      accept((await unit.claimDailyRun(JOB, today)) ? await classify(unit, today) : "taken"),
  );
  if (!outcome.ok) throw new Error(`classifier refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

async function classify(unit: Unit, today: CivilDate): Promise<Classification> {
  const changed = await unit.classify(today);
  if (changed.classified + changed.released > 0) {
    await record(unit, [{ kind: "classifier_ran", data: changed }]);
  }
  return { date: today, ...(await unit.panelOneSize()), ...changed };
}
