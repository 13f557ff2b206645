import type { Logger } from "pino";
import { safeError } from "./api.ts";

export type Repeated = { stop(): Promise<void> };

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/** Telegram that does not answer at the start is no reason not to start: it is told again until it hears. */
export function untilDone(work: () => Promise<void>, log: Logger): Repeated {
  const ending = new AbortController();
  const { signal } = ending;
  const run = async (): Promise<void> => {
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        return await work();
      } catch (error) {
        const waitMs = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
        log.error(
          { err: safeError(error), waitMs },
          "Telegram: the bot could not be announced yet",
        );
        await pause(waitMs, signal);
      }
    }
  };
  const running = run();
  return {
    async stop() {
      ending.abort();
      await running;
    },
  };
}

export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
