import { performance } from "node:perf_hooks";

export async function millisecondsOf(work: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("nothing was measured");
  return middle;
}

export type Turn = (round: number) => PromiseLike<unknown>;

/** Both in turn, so that the machine's moods meet both alike. The first rounds warm caches and plans, and do not count. */
export async function mediansOf(
  measured: Turn,
  floor: Turn,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<{ readonly measuredMs: number; readonly floorMs: number }> {
  const times: { measured: number[]; floor: number[] } = { measured: [], floor: [] };
  for (let round = 0; round < warmUp + rounds; round++) {
    const floorMs = await millisecondsOf(() => floor(round));
    const measuredMs = await millisecondsOf(() => measured(round));
    if (round < warmUp) continue;
    times.floor.push(floorMs);
    times.measured.push(measuredMs);
  }
  return { measuredMs: median(times.measured), floorMs: median(times.floor) };
}
