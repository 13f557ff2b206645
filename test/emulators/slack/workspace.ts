import { refuse } from "./refusal.ts";
import type { Channel, Json, Message, Option, StoredFile, User, View } from "./types.ts";

export type Workspace = ReturnType<typeof openWorkspace>;

/** What one person has on the screen. */
export type Screen = {
  home: View | undefined;
  /** Root first; the last one is what the person sees. */
  stack: View[];
  /** By block_id, of the top view. */
  errors: Readonly<Record<string, string>>;
  /** What the last search of an external select offered, by block_id/action_id. */
  readonly offered: Map<string, readonly Option[]>;
};

type Trigger = { readonly userId: string; readonly expiresAt: number; isUsed: boolean };

export type ResponseUrl = {
  readonly userId: string;
  readonly channel: string;
  readonly messageTs: string | undefined;
  readonly expiresAt: number;
  usesLeft: number;
};

export type Fault = { error?: string; status?: number; retryAfter?: number };

export type Call = { readonly method: string; readonly args: Json; readonly answer: Json };

export const TEAM = { id: "T0ACORDO", domain: "acordo" } as const;
export const APP_ID = "A0ACORDO";
export const BOT = { id: "B0ACORDO", userId: "U0ACORDO" } as const;

const TRIGGER_MS = 3_000;
const RESPONSE_URL_MS = 30 * 60_000;
const RESPONSE_URL_USES = 5;

export type Seed = {
  readonly users?: readonly User[];
  readonly channels?: readonly Channel[];
  /** Milliseconds since 1970; triggers and response addresses expire by it. */
  readonly now?: () => number;
};

/** Everything that a Slack workspace remembers, and nothing that moves. */
export function openWorkspace(seed: Seed) {
  const clock = seed.now ?? Date.now;
  let skippedMs = 0;
  let lastId = 0;
  let lastTs = 0;
  let base = "";
  const waiting = new Set<() => void>();
  const triggers = new Map<string, Trigger>();
  const responseUrls = new Map<string, ResponseUrl>();
  const screens = new Map<string, Screen>();
  const users = new Map((seed.users ?? USERS).map((user) => [user.id, user]));
  users.set(BOT.userId, { ...BOT_USER });
  const channels = new Map((seed.channels ?? CHANNELS).map((channel) => [channel.id, channel]));
  const now = (): number => clock() + skippedMs;
  const newId = (prefix: string): string =>
    `${prefix}${(++lastId).toString(36).toUpperCase().padStart(8, "0")}`;

  return {
    users,
    channels,
    messages: [] as Message[],
    scheduled: [] as { readonly id: string; readonly postAt: number; readonly message: Json }[],
    files: new Map<string, StoredFile>(),
    calls: [] as Call[],
    faults: new Map<string, Fault[]>(),
    now,
    newId,
    /** Where the emulator listens; set once it does. */
    baseUrl: (): string => base,
    listensAt(url: string): void {
      base = url;
    },
    skip(ms: number): void {
      skippedMs += ms;
    },
    /** A message's or a hash's time: unique and rising, whatever the clock does. */
    newTs(): string {
      lastTs = Math.max(lastTs + 1, Math.floor(now() * 1_000));
      return `${Math.floor(lastTs / 1e6)}.${String(lastTs % 1e6).padStart(6, "0")}`;
    },
    screenOf(userId: string): Screen {
      const found = screens.get(userId);
      if (found) return found;
      const empty: Screen = { home: undefined, stack: [], errors: {}, offered: new Map() };
      screens.set(userId, empty);
      return empty;
    },
    screens,
    newTrigger(userId: string): string {
      const id = `${newId("")}.${TEAM.id}.trigger`;
      triggers.set(id, { userId, expiresAt: now() + TRIGGER_MS, isUsed: false });
      return id;
    },
    /** Whose trigger it is; it is good for one view. */
    useTrigger(id: unknown): string {
      if (typeof id !== "string" || id === "") refuse("invalid_arguments", [missing("trigger_id")]);
      const trigger = triggers.get(id);
      if (!trigger) return refuse("invalid_trigger_id");
      if (trigger.isUsed) refuse("exchanged_trigger_id");
      if (now() > trigger.expiresAt) refuse("expired_trigger_id");
      trigger.isUsed = true;
      return trigger.userId;
    },
    newResponseUrl(userId: string, channel: string, messageTs?: string): string {
      const id = newId("R");
      const expiresAt = now() + RESPONSE_URL_MS;
      responseUrls.set(id, { userId, channel, messageTs, expiresAt, usesLeft: RESPONSE_URL_USES });
      return id;
    },
    responseUrl: (id: string): ResponseUrl | undefined => responseUrls.get(id),
    changed(): void {
      for (const wake of waiting) wake();
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
    /** The channel between a person and the app. */
    directChannelOf(userId: string): string {
      const id = `D${userId}`;
      const members = [userId, BOT.userId];
      if (!channels.has(id)) channels.set(id, { id, name: "", members, isDirect: true });
      return id;
    },
  };
}

export const missing = (field: string): string =>
  `[ERROR] missing required field: ${field} [json-pointer:/]`;

const BOT_USER: User = {
  id: BOT.userId,
  name: "acordo",
  realName: "Acordo",
  email: "",
  isBot: true,
};

const person = (id: string, name: string): User => ({
  id,
  name,
  realName: `${name[0]?.toUpperCase()}${name.slice(1)}`,
  email: `${name}@provedor.example`,
});

const USERS: readonly User[] = [person("U1", "ana"), person("U2", "bruno"), person("U3", "carla")];

const CHANNELS: readonly Channel[] = [
  { id: "C1", name: "cobranca", members: ["U1", "U2", "U3", BOT.userId] },
  { id: "C2", name: "geral", members: ["U1", "U2", "U3"] },
  { id: "C3", name: "antigo", members: ["U1", BOT.userId], isArchived: true },
  { id: "C4", name: "gerentes", members: ["U3", BOT.userId], isPrivate: true },
];
