import type { Connection } from "#db/client.ts";
import { measureAgreement } from "./agreement.ts";
import { measureNextDays, measureQuietRun } from "./classification.ts";
import type { Measurement } from "./measurement.ts";
import { measureCounts, measureFirstPages } from "./panels.ts";
import { buildProvider } from "./provider.ts";
import { millisecondsOf } from "./stopwatch.ts";

export type Bench = { readonly customers: number; readonly say: (line: string) => void };

/** On an empty database with every migration. What only reads comes before what changes the provider. */
export async function runBench(
  connection: Connection,
  { customers, say }: Bench,
): Promise<readonly Measurement[]> {
  const buildMs = await millisecondsOf(async () => {
    const { invoices, firstRun } = await buildProvider(connection, customers);
    say(`${customers} customers, ${invoices} invoices, ${firstRun} classified in the first run`);
  });
  say(`built in ${(buildMs / 1000).toFixed(1)} s`);
  return [
    await measureQuietRun(connection),
    ...(await measureFirstPages(connection, customers)),
    await measureCounts(connection),
    await measureNextDays(connection),
    await measureAgreement(connection),
  ];
}
