import type { CivilDate } from "#core/calendar.ts";
import type { CustomerId, InvoiceId } from "#core/ids.ts";
import { type Cents, formatAmount } from "#core/money.ts";
import type { Ports } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import { type ImportSummary, LOADED_KEY, loadProvider, makeProvider } from "./load-provider.ts";
import { type Walk, walkSteps } from "./walk.ts";

export type PanelCounts = Readonly<Record<string, { total: number; amountCents: Cents }>>;

export type DemoDeps = {
  readonly ports: Ports;
  readonly importFile: (file: AsyncIterable<Uint8Array>) => Promise<ImportSummary>;
  readonly panelCounts: (today: CivilDate) => Promise<PanelCounts>;
  readonly countCustomers: () => Promise<number>;
  /** Whether a command with that key was done, and on which day. */
  readonly doneOn: (key: string) => Promise<CivilDate | undefined>;
  readonly today: CivilDate;
  readonly nowMs: () => number;
  readonly print: (line: string) => void;
};

export type DemoRefusal =
  | { readonly code: "database_in_use"; readonly customers: number }
  | { readonly code: "walk_refused"; readonly refusal: Refusal };

/** Loads the made-up provider once, shows its panels, walks one case, and says what to try. Undefined when all went well. */
export async function runDemo(deps: DemoDeps): Promise<DemoRefusal | undefined> {
  const { print } = deps;
  const loadedOn = await deps.doneOn(LOADED_KEY);
  if (loadedOn === undefined) {
    const customers = await deps.countCustomers();
    if (customers > 0) return { code: "database_in_use", customers };
    await load(deps);
  } else {
    print(`The made-up provider was loaded on ${loadedOn} and is used as it stands.`);
  }
  const today = loadedOn ?? deps.today;
  print("");
  printPanels(await deps.panelCounts(deps.today), print);
  const refusal = await walkCase({ ...deps, today });
  if (refusal !== undefined) return { code: "walk_refused", refusal };
  printWhatToTry(makeWalk(today), print);
  return undefined;
}

async function load(deps: DemoDeps): Promise<void> {
  const started = deps.nowMs();
  deps.print("Loading a made-up provider of 2,000 customers with 18 months of invoices ...");
  const { records, commands } = await loadProvider(deps);
  const seconds = ((deps.nowMs() - started) / 1000).toFixed(1);
  deps.print(`Imported ${records} records and ran ${commands} commands in ${seconds} s.`);
}

/** The customer kept for this: a company with three overdue invoices. */
function makeWalk(today: CivilDate): Walk {
  const kept = makeProvider(today).plannedCases.find(({ group }) => group === "walkThrough");
  if (kept === undefined) throw new Error("the made-up provider keeps nobody for the walk");
  return {
    customer: kept.customer as CustomerId,
    invoices: kept.invoices as readonly InvoiceId[],
    today,
  };
}

async function walkCase({
  ports,
  panelCounts,
  today,
  print,
}: DemoDeps): Promise<Refusal | undefined> {
  const walk = makeWalk(today);
  print("");
  print(
    `One case, from the first panel to an agreement in instalments (customer ${walk.customer}):`,
  );
  let before = await panelCounts(today);
  for (const { typed, run } of walkSteps(walk)) {
    const outcome = await run(ports);
    if (!outcome.ok) return outcome.refusal;
    const after = await panelCounts(today);
    print("");
    print(`  $ npm run -s acordo -- ${typed}`);
    print(`    ${outcome.value}`);
    for (const line of changesBetween(before, after)) print(`    ${line}`);
    before = after;
  }
  return undefined;
}

function changesBetween(before: PanelCounts, after: PanelCounts): string[] {
  return Object.entries(after).flatMap(([panel, now]) => {
    const then = before[panel];
    return then === undefined || (then.total === now.total && then.amountCents === now.amountCents)
      ? []
      : [
          `panel ${panel}: ${then.total} -> ${now.total}, R$ ${formatAmount(then.amountCents)} -> R$ ${formatAmount(now.amountCents)}`,
        ];
  });
}

function printPanels(counts: PanelCounts, print: DemoDeps["print"]): void {
  print(row("panel", "rows", "amount (R$)"));
  for (const [panel, { total, amountCents }] of Object.entries(counts)) {
    print(row(panel, String(total), formatAmount(amountCents)));
  }
}

const row = (panel: string, total: string, amount: string): string =>
  `  ${panel.padEnd(14)} ${total.padStart(6)} ${amount.padStart(14)}`;

function printWhatToTry({ customer }: Walk, print: DemoDeps["print"]): void {
  print("");
  print("Try next (every command has --help, and --json for programs):");
  for (const command of [
    "panels",
    "panel classified --limit 5",
    "panel broken --limit 5",
    "panel spc-critiques",
    `account ${customer}`,
    `account ${customer} --tab 9`,
    "--help",
  ]) {
    print(`  npm run -s acordo -- ${command}`);
  }
}
