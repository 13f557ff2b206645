import { badRequest, TelegramRefusal } from "./refusal.ts";
import type { Account, Call, Fault, Json, Message, StoredFile, Update } from "./types.ts";

export type Service = ReturnType<typeof openService>;

/** A press of a button that waits for its answer. */
export type Query = {
  readonly chat: number;
  readonly atMs: number;
  answered: boolean;
  toast: string;
};

export type Webhook = {
  readonly url: string;
  readonly secret: string | undefined;
  readonly allowed: readonly string[];
};

/** Calls that Telegram lets through: a burst of one message a second in a chat, thirty in all. */
export type Pace = { readonly perChatMs: number; readonly perSecond: number };

export const BOT = { id: 7_000_001, username: "provedor_bot", firstName: "Provedor" } as const;

export type ServiceOptions = {
  /** Calls beyond it are refused with 429, as Telegram refuses them. */
  readonly pace?: Pace;
  /** Ids begin after it: a bot that has met this Telegram before must not take what is new for what it knows. */
  readonly after?: number;
};

/** Everything that Telegram remembers for one bot, and nothing that moves. */
export function openService({ pace, after = 0 }: ServiceOptions) {
  const waiting = new Set<() => void>();
  const accounts = new Map<number, Account>();
  const sentAt = new Map<number, number>();
  const recent: number[] = [];
  let lastMessage = after;
  let lastId = 0;
  // Telegram begins anywhere, and never at one.
  let lastUpdate = 731_000_000 + after;

  return {
    accounts,
    /** Who opened a chat: to others the bot cannot write. */
    opened: new Set<number>(),
    blocked: new Set<number>(),
    messages: [] as Message[],
    files: new Map<string, StoredFile>(),
    queries: new Map<string, Query>(),
    updates: [] as Update[],
    /** All that were ever made. */
    history: [] as Update[],
    calls: [] as Call[],
    faults: new Map<string, Fault[]>(),
    commands: new Map<string, Json[]>(),
    actions: [] as Json[],
    webhook: undefined as Webhook | undefined,
    allowed: [] as readonly string[],
    newId: (): string => String(++lastId),
    newMessageId: (): number => ++lastMessage,
    nextUpdateId: (): number => ++lastUpdate,
    account(chat: number): Account {
      const found = accounts.get(chat);
      if (found === undefined) throw new Error(`nobody has the chat ${chat}`);
      return found;
    },
    /** The chat of a call, if the bot may write there now. */
    writable(args: Json): number {
      const chat = Number(args.chat_id);
      if (!accounts.has(chat)) badRequest("chat not found");
      if (!this.opened.has(chat)) {
        throw new TelegramRefusal(403, "Forbidden: bot can't initiate conversation with a user");
      }
      if (this.blocked.has(chat)) {
        throw new TelegramRefusal(403, "Forbidden: bot was blocked by the user");
      }
      return chat;
    },
    /** Refused when it is too soon for another message there. */
    paced(chat: number): void {
      if (pace === undefined) return;
      const now = performance.now();
      while ((recent[0] ?? now) < now - 1_000) recent.shift();
      const since = now - (sentAt.get(chat) ?? Number.NEGATIVE_INFINITY);
      if (since < pace.perChatMs || recent.length >= pace.perSecond) throw tooMany(1);
      sentAt.set(chat, now);
      recent.push(now);
    },
    messageOf(chat: number, id: unknown): Message | undefined {
      return this.messages.find(
        (message) => message.chat === chat && message.id === Number(id) && !message.deleted,
      );
    },
    changed(): void {
      for (const wake of [...waiting]) wake();
    },
    /** What `look` finds, as soon as it finds something. */
    until<T>(
      look: () => T | undefined | false,
      complaint: () => string,
      withinMs = 5_000,
    ): Promise<T> {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => end(() => reject(new Error(complaint()))), withinMs);
        const end = (settle: () => void): void => {
          clearTimeout(timer);
          waiting.delete(again);
          settle();
        };
        const again = (): void => {
          const found = look();
          if (found !== undefined && found !== false) end(() => resolve(found));
        };
        waiting.add(again);
        again();
      });
    },
  };
}

export const tooMany = (seconds: number): TelegramRefusal =>
  new TelegramRefusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
