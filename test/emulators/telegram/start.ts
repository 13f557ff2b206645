import { createPerson, type Person } from "./person.ts";
import { openServer } from "./server.ts";
import { BOT, openService, type ServiceOptions } from "./service.ts";
import type { Account, Call, Fault, Update } from "./types.ts";
import { createUpdates, deliver } from "./updates.ts";

export type TelegramOptions = ServiceOptions & { readonly token: string };

export type TelegramEmulator = Awaited<ReturnType<typeof startTelegram>>;

const QUIET_MS = 30;

/** Telegram's Bot API on the loopback interface, for one bot and whoever writes to it. */
export async function startTelegram({ token, ...options }: TelegramOptions) {
  const service = openService(options);
  const updates = createUpdates(service);
  const server = await openServer({ service, updates, token });
  const people = new Map<number, Person>();

  return {
    /** For grammY's `apiRoot`. */
    apiRoot: server.url,
    bot: BOT,
    close: server.close,
    until: service.until,
    /** Whoever waits looks again. */
    look: service.changed,

    person(account: Account): Person {
      service.accounts.set(account.id, account);
      const person = people.get(account.id) ?? createPerson(service, updates, account);
      people.set(account.id, person);
      return person;
    },

    /** The next call of a method goes wrong. */
    failNext(method: string, fault: Fault): void {
      service.faults.set(method, [...(service.faults.get(method) ?? []), fault]);
    },

    calls: (method?: string): readonly Call[] =>
      service.calls.filter((call) => method === undefined || call.method === method),
    refusedCalls: (): readonly Call[] => service.calls.filter(({ answer }) => answer.ok !== true),
    commands: (language = ""): readonly unknown[] => service.commands.get(language) ?? [],
    webhook: () => service.webhook,

    /** All updates that were made, and how pushing them went. */
    updates: (): readonly Update[] => service.history,
    attempts: updates.attempts,
    /** The same update once more, as Telegram repeats it when an answer was lost. */
    repeat(update: Update): void {
      service.updates.push(update);
      updates.wake();
    },
    /** Straight to the webhook, by Telegram or by a thief; the status of the answer. */
    push: (update: unknown, secret = service.webhook?.secret): Promise<number> =>
      deliver({ url: service.webhook?.url ?? "", secret }, update),
    /** Updates that the bot has not taken yet. */
    pending: (): number => service.updates.length,

    /** Waits until the bot has called nothing for a moment: to see that something does not come. */
    async settled(quietMs = QUIET_MS): Promise<void> {
      let seen = -1;
      while (seen !== service.calls.length || server.busy() > 0 || service.updates.length > 0) {
        seen = service.calls.length;
        await new Promise((resolve) => setTimeout(resolve, quietMs));
      }
    },
  };
}
