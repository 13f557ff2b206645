import type { CivilDate } from "#core/calendar.ts";
import { type OperatorId, SYSTEM_OPERATOR } from "#core/ids.ts";
import type { Ports } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";
import { changeSetting } from "#core/use-cases/change-setting.ts";
import { finishImport, type ImportCounts } from "#core/use-cases/finish-import.ts";
import { runClassifier } from "#core/use-cases/run-classifier.ts";
import { caseSteps, type Step } from "./case-steps.ts";
import { contactSteps, planContacts } from "./contacts.ts";
import { LEDGER_UNITS } from "./provider/catalogue.ts";
import { generateProvider, type Provider } from "./provider/generate-provider.ts";
import type { PlannedCase } from "./provider/planned-case.ts";
import { noteTasks } from "./tasks.ts";

/** The key of the last command of a load: a database that knows it holds the whole demo. */
export const LOADED_KEY = "demo:loaded";
const SEED = 1;

export type ImportSummary = ImportCounts;

export type LoadDeps = {
  readonly ports: Ports;
  /** Takes an import file in, chunk by chunk. */
  readonly importFile: (file: AsyncIterable<Uint8Array>) => Promise<ImportSummary>;
  readonly today: CivilDate;
};

export type Loaded = { readonly records: number; readonly commands: number };

/** Through the import and the commands, as at a provider: nothing is written behind them. */
export async function loadProvider(deps: LoadDeps): Promise<Loaded> {
  const { ports, today } = deps;
  const provider = makeProvider(today);
  const report = await deps.importFile(fileOf(provider));
  const { read, rejectedCount } = report;
  if (rejectedCount > 0) throw new Error(`the demo's own file has ${rejectedCount} bad lines`);
  done("import", await finishImport(ports, { actor: SYSTEM_OPERATOR, today, report }));
  const days = daysOf(provider.plannedCases, today);
  let commands = 0;
  for (const { day, classifies, steps } of days) {
    if (classifies) await classifyOn(ports, day);
    for (const step of steps) done(step.name, await step.run(ports));
    commands += steps.length;
  }
  await classifyOn(ports, today);
  const tasks = await noteTasks(ports, provider.plannedCases, today);
  for (const { title, outcome } of tasks) done(title, outcome);
  await nameProvider(ports, today);
  return { records: read, commands: commands + tasks.length };
}

export const makeProvider = (today: CivilDate): Provider => generateProvider({ seed: SEED, today });

async function* fileOf({ records }: Provider): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let lines: string[] = [];
  for (const record of records) {
    lines.push(JSON.stringify(record));
    if (lines.length < 1_000) continue;
    yield encoder.encode(`${lines.join("\n")}\n`);
    lines = [];
  }
  yield encoder.encode(`${lines.join("\n")}\n`);
}

type Day = { readonly day: CivilDate; readonly classifies: boolean; readonly steps: Step[] };

/** Everybody's commands by day, as they would have come; within a day each case keeps its order. */
function daysOf(cases: readonly PlannedCase[], today: CivilDate): Day[] {
  const contacts = contactSteps(planContacts(cases, { seed: SEED, today }));
  const steps = Map.groupBy([...cases.flatMap(caseSteps), ...contacts], (step) => step.day);
  const classified = new Set(
    cases.flatMap(({ days }) => ("classified" in days ? [days.classified] : [])),
  );
  return [...new Set([...steps.keys(), ...classified])].sort().map((day) => ({
    day,
    classifies: classified.has(day),
    steps: steps.get(day) ?? [],
  }));
}

async function classifyOn(ports: Ports, today: CivilDate): Promise<void> {
  done("classify", await runClassifier(ports, { input: {}, actor: SYSTEM_OPERATOR, today }));
}

/** The creditor that every document names, and where customers' own agreements are booked. The last one carries the key. */
async function nameProvider(ports: Ports, today: CivilDate): Promise<void> {
  const settings = [
    ["provider.name", "Rede Ipê Fictícia Ltda"],
    ["selfService.unitDiscount", LEDGER_UNITS.discount.code],
    ["selfService.unitFine", LEDGER_UNITS.fine.code],
    ["selfService.unitIncrease", LEDGER_UNITS.increase.code],
    ["provider.address", "Rua de Exemplo, 100, Centro, Campinas, SP"],
    ["provider.taxId", "99.000.001/0001-01"],
  ] as const;
  for (const [index, [key, value]] of settings.entries()) {
    const actor: OperatorId = SYSTEM_OPERATOR;
    const last = index === settings.length - 1;
    const request = { input: { key, value }, actor, today };
    done(key, await changeSetting(ports, last ? { ...request, key: LOADED_KEY } : request));
  }
}

function done(name: string, outcome: Result<unknown, Refusal>): void {
  if (!outcome.ok) {
    throw new Error(`the demo's ${name} was refused: ${JSON.stringify(outcome.refusal)}`);
  }
}
