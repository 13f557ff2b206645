/** Keeps to so many calls a second over all chats, and to a pause between two messages of one chat. Of this process alone. */
export type Pace = {
  /** Waits for its turn. Without a chat only the overall pace counts. */
  turn(chat: number | undefined): Promise<void>;
  /** The call of a turn has been answered: the chat's pause begins then, whatever the way to Telegram took. */
  done(chat: number): void;
  /** Nobody's turn comes for so long: Telegram asked for it. */
  pause(ms: number): void;
};

export type PaceOptions = {
  readonly perSecond: number;
  readonly perChatMs: number;
  /** A clock that never goes back. */
  readonly nowMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
};

const SECOND_MS = 1_000;

export function createPace({ perSecond, perChatMs, nowMs, sleep }: PaceOptions): Pace {
  /** When the last calls of the running second are, the coming ones included. */
  const planned: number[] = [];
  const nextOf = new Map<number, number>();
  let closedUntil = 0;

  return {
    async turn(chat) {
      const now = nowMs();
      const chatsTurn = chat === undefined ? now : (nextOf.get(chat) ?? now);
      const crowded =
        planned.length < perSecond ? now : (planned.at(-perSecond) ?? now) + SECOND_MS;
      const at = Math.max(now, chatsTurn, crowded, closedUntil);
      planned.push(at);
      planned.sort((a, b) => a - b);
      if (planned.length > perSecond * 2) planned.splice(0, planned.length - perSecond * 2);
      if (chat !== undefined) nextOf.set(chat, at + perChatMs);
      forget(nextOf, now);
      if (at > now) await sleep(at - now);
    },
    done(chat) {
      nextOf.set(chat, Math.max(nextOf.get(chat) ?? 0, nowMs() + perChatMs));
    },
    pause(ms) {
      closedUntil = Math.max(closedUntil, nowMs() + ms);
    },
  };
}

const MANY_CHATS = 10_000;

/** Chats whose pause is over need not be remembered. */
function forget(nextOf: Map<number, number>, now: number): void {
  if (nextOf.size < MANY_CHATS) return;
  for (const [chat, next] of nextOf) if (next <= now) nextOf.delete(chat);
}
