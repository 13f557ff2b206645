import type { Update } from "grammy/types";
import type { Logger } from "pino";
import type { Updates } from "./deps.ts";

export type Inbox = {
  /** Something came: look at once. */
  wake(): void;
  stop(): Promise<void>;
};

export type InboxOptions = {
  readonly updates: Updates;
  readonly log: Logger;
  readonly answer: (update: Update) => Promise<void>;
};

/** Chats that are answered at the same time. */
const AT_ONCE = 8;
/** Longer than any answer takes with all its waiting; after that another process may take over. */
const LEASE_SECONDS = 180;
/** An update that kills whoever answers it is given up on. */
const MAX_ATTEMPTS = 3;
const TICK_MS = 1_000;
const TIDY_MS = 600_000;
/** Telegram keeps what nobody fetched for a day. */
const KEEP_DAYS = 3;

/** Answers what was kept: in each chat one after the other, chats at the same time, after a restart what was left. */
export function startInbox({ updates, log, answer }: InboxOptions): Inbox {
  const running = new Set<Promise<void>>();
  let stopped = false;
  let looking: Promise<void> = Promise.resolve();
  let again = false;
  let idle = true;

  const carryOut = async ({ id, payload }: { id: number; payload: unknown }): Promise<void> => {
    try {
      await answer(payload as Update);
      await updates.done(id);
    } catch (error) {
      log.error({ err: error, update: id }, "Telegram: an update waits for another try");
    }
  };
  const look = async (): Promise<void> => {
    try {
      do {
        again = false;
        const limit = AT_ONCE - running.size;
        if (stopped || limit <= 0) return;
        const claim = { limit, leaseSeconds: LEASE_SECONDS, maxAttempts: MAX_ATTEMPTS };
        const claimed = await updates.claim(claim);
        for (const update of claimed) {
          const work = carryOut(update).finally(() => {
            running.delete(work);
            wake();
          });
          running.add(work);
        }
      } while (again);
    } catch (error) {
      log.error({ err: error }, "Telegram: the inbox could not be read, and is tried again");
    }
  };
  const wake = (): void => {
    if (stopped) return;
    again = true;
    if (!idle) return;
    idle = false;
    looking = look().finally(() => {
      idle = true;
    });
  };
  const tidy = (): void => {
    updates.tidy({ keepDays: KEEP_DAYS, maxAttempts: MAX_ATTEMPTS }).catch((error: unknown) => {
      log.error({ err: error }, "Telegram: the inbox could not be tidied");
    });
  };
  const timers = [setInterval(wake, TICK_MS), setInterval(tidy, TIDY_MS)];
  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      await looking;
      await Promise.all(running);
    },
  };
}
