import type { Logger } from "pino";
import type { Effect, EffectChannel } from "#core/effects.ts";
import { type Delivered, type EffectName, nameOf, type Sender, type Senders } from "../sending.ts";

type Claimed = { readonly id: number; readonly effect: Effect; readonly attempts: number };
type Later = { readonly afterMs: number; readonly reason: string };

/** The part of the outbox that a relay needs; bot/main.ts hands the database's in. */
export type RelayOutbox = {
  claim(claim: {
    readonly kinds: readonly EffectName[];
    readonly limit: number;
    readonly leaseSeconds: number;
    readonly maxAttempts: number;
  }): Promise<readonly Claimed[]>;
  sent(claimed: Claimed, note?: string): Promise<void>;
  again(claimed: Claimed, later: Later): Promise<void>;
  release(claimed: Claimed, later: Later): Promise<void>;
  failed(claimed: Claimed, reason: string): Promise<void>;
  giveUp(expiry: {
    readonly channels: readonly EffectChannel[];
    readonly olderThanSeconds: number;
    readonly maxAttempts: number;
  }): Promise<number>;
};

export type Relay = {
  readonly outbox: RelayOutbox;
  readonly senders: Senders;
  readonly log: Logger;
  /** From 0 to 1: processes that failed together do not come back together. */
  readonly random: () => number;
};

export const MAX_ATTEMPTS = 8;
const BATCH = 10;
/** Longer than a batch takes when each of its calls runs into its time limit. */
const LEASE_SECONDS = 180;
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 3_600_000;
const EXPIRES_AFTER_SECONDS = 3 * 86_400;
/** What is news: after three days it helps nobody. Acts on the network and messages to customers are others' to judge. */
const EXPIRING: readonly EffectChannel[] = ["operators", "customer"];

const TICK_MS = 1_000;
const TIDY_MS = 60_000;

/** Carries out what the outbox holds, until it is stopped; `tidy` goes along every minute. */
export function startRelay(
  relay: Relay,
  tidy: () => Promise<unknown> = async () => {},
): { stop(): Promise<void> } {
  let stopped = false;
  let tidyIn = 0;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const tick = async (): Promise<void> => {
    try {
      if (tidyIn <= 0) {
        tidyIn = TIDY_MS;
        await giveUp(relay);
        await tidy();
      }
      // A full batch: more may wait.
      while (!stopped && (await relayOnce(relay)) === BATCH);
    } catch (error) {
      relay.log.error({ err: error }, "outbox: the relay could not go on, and tries again");
    }
    tidyIn -= TICK_MS;
    if (!stopped) plan();
  };
  const plan = (): void => {
    timer = setTimeout(() => {
      running = tick();
    }, TICK_MS);
  };
  plan();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** One batch, one after the other: Slack takes about one message a second. How many there were. */
export async function relayOnce(relay: Relay): Promise<number> {
  const { outbox, senders } = relay;
  const kinds = Object.keys(senders) as EffectName[];
  if (kinds.length === 0) return 0;
  const batch = await outbox.claim({
    kinds,
    limit: BATCH,
    leaseSeconds: LEASE_SECONDS,
    maxAttempts: MAX_ATTEMPTS,
  });
  let limited: Later | undefined;
  for (const claimed of batch) {
    if (limited !== undefined) {
      await outbox.release(claimed, limited);
      continue;
    }
    const delivered = await carryOut(relay, claimed);
    if (delivered.outcome === "limited") limited = withJitter(delivered, relay.random);
    await note(relay, claimed, delivered, limited);
  }
  return batch.length;
}

export async function giveUp({ outbox, log }: Relay): Promise<number> {
  const given = await outbox.giveUp({
    channels: EXPIRING,
    olderThanSeconds: EXPIRES_AFTER_SECONDS,
    maxAttempts: MAX_ATTEMPTS,
  });
  if (given > 0) log.warn({ given }, "outbox: given up on what could not be delivered in time");
  return given;
}

/** Doubled each time, never the whole of it and never less than half. */
export function waitBefore(attempts: number, random: () => number): number {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
  return Math.round(wait * (0.5 + random() / 2));
}

async function carryOut(
  { senders, log }: Relay,
  { effect, attempts }: Claimed,
): Promise<Delivered> {
  const send = senders[nameOf(effect)] as Sender<EffectName> | undefined;
  if (send === undefined) return { outcome: "again", reason: "nobody sends this here" };
  try {
    return await send(effect as Parameters<typeof send>[0], { isLast: attempts >= MAX_ATTEMPTS });
  } catch (error) {
    log.error({ err: error, kind: effect.kind }, "outbox: a sender failed");
    return { outcome: "again", reason: error instanceof Error ? error.name : "error" };
  }
}

async function note(
  { outbox, log, random }: Relay,
  claimed: Claimed,
  delivered: Delivered,
  limited: Later | undefined,
): Promise<void> {
  const { id, effect, attempts } = claimed;
  if (delivered.outcome === "sent") return outbox.sent(claimed);
  const { reason } = delivered;
  if (delivered.outcome === "dropped") return outbox.sent(claimed, reason);
  if (delivered.outcome === "later") return outbox.release(claimed, delivered);
  if (limited !== undefined) return outbox.release(claimed, limited);
  if (delivered.outcome === "again" && attempts < MAX_ATTEMPTS) {
    return outbox.again(claimed, { reason, afterMs: waitBefore(attempts, random) });
  }
  log.error({ id, kind: effect.kind, attempts, reason }, "outbox: given up on an effect");
  await outbox.failed(claimed, reason);
}

const withJitter = ({ afterMs, reason }: Later, random: () => number): Later => ({
  reason,
  afterMs: afterMs + Math.round(random() * FIRST_WAIT_MS),
});
