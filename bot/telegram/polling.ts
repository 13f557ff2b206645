import type { Api } from "grammy";
import type { Update } from "grammy/types";
import type { Logger } from "pino";
import { refusalOf, retryAfterMs } from "./api.ts";
import { UPDATE_KINDS } from "./incoming.ts";
import { pause } from "./until-done.ts";

export type PollingOptions = {
  readonly api: Api;
  readonly log: Logger;
  readonly keep: (update: Update) => Promise<void>;
};

/** How long Telegram holds a request for which there is nothing; less than any call may take (api.ts), or every quiet poll would fail. */
const HOLD_SECONDS = 15;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** Fetches updates until it is stopped. What was kept is confirmed with the next request: none is lost between the two. */
export function startPolling({ api, log, keep }: PollingOptions): { stop(): Promise<void> } {
  const ending = new AbortController();
  const { signal } = ending;
  let offset: number | undefined;
  let failures = 0;

  const fetchOnce = async (): Promise<void> => {
    const options = {
      timeout: HOLD_SECONDS,
      allowed_updates: UPDATE_KINDS,
      ...(offset === undefined ? {} : { offset }),
    };
    // grammY's own type of signal lacks what Node's has, and takes it.
    const updates = await api.getUpdates(options, signal as Parameters<Api["getUpdates"]>[1]);
    for (const update of updates) {
      await keep(update);
      offset = update.update_id + 1;
    }
    failures = 0;
  };
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await fetchOnce();
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        const ms = waitAfter(error, failures);
        log.warn({ reason: reasonOf(error), waitMs: ms }, "Telegram: no updates for now");
        await pause(ms, signal);
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

function waitAfter(error: unknown, failures: number): number {
  const refusal = refusalOf(error);
  if (refusal?.error_code === 429) return retryAfterMs(refusal);
  return Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
}

/** grammY's errors of the network name the address, and with it the token. */
const reasonOf = (error: unknown): string => refusalOf(error)?.description ?? "no answer";
