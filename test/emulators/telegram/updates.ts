import { badRequest, TelegramRefusal } from "./refusal.ts";
import type { Service } from "./service.ts";
import type { Json, Update } from "./types.ts";

const LIMIT = 100;

/** How updates reach the bot: kept until somebody fetches them, or pushed to its webhook. */
export function createUpdates(service: Service) {
  let poll: AbortController | undefined;
  let pushing: Promise<void> = Promise.resolve();
  let closed = false;
  const attempts: { readonly update: Update; readonly status: number }[] = [];

  /** In order, each until it is taken, as Telegram does. */
  const push = async (): Promise<void> => {
    while (!closed) {
      const [update] = service.updates;
      const { webhook } = service;
      if (update === undefined || webhook === undefined) return;
      const status = await deliver(webhook, update);
      attempts.push({ update, status });
      if (status < 300) service.updates.splice(service.updates.indexOf(update), 1);
      else await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      service.changed();
    }
  };

  const wake = (): void => {
    service.changed();
    if (service.webhook !== undefined) pushing = pushing.then(push);
  };

  return {
    attempts: attempts as readonly { readonly update: Update; readonly status: number }[],
    wake,

    /** Nothing is kept of a kind that the bot did not ask for. */
    add(kind: string, content: Json): void {
      const update = { update_id: service.nextUpdateId(), [kind]: content };
      const allowed = service.webhook?.allowed ?? service.allowed;
      if (allowed.length > 0 && !allowed.includes(kind)) return;
      service.updates.push(update);
      service.history.push(update);
      wake();
    },

    close(): void {
      closed = true;
      poll?.abort();
    },

    methods: {
      async getUpdates(args: Json): Promise<readonly Update[]> {
        if (service.webhook !== undefined) {
          throw new TelegramRefusal(
            409,
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
          );
        }
        poll?.abort();
        const own = new AbortController();
        poll = own;
        if (Array.isArray(args.allowed_updates)) service.allowed = args.allowed_updates as string[];
        const offset = Number(args.offset ?? 0);
        // What lies before the offset has been received.
        const kept = service.updates.filter(({ update_id: id }) => id >= offset);
        service.updates.splice(0, service.updates.length, ...kept);
        await something(service, own.signal, Number(args.timeout ?? 0) * 1_000);
        if (own.signal.aborted) {
          throw new TelegramRefusal(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
          );
        }
        return service.updates.slice(0, Number(args.limit ?? LIMIT));
      },

      setWebhook(args: Json): true {
        const url = String(args.url ?? "");
        const secret = args.secret_token === undefined ? undefined : String(args.secret_token);
        if (secret !== undefined && !/^[\w-]{1,256}$/.test(secret)) {
          badRequest("secret token contains unallowed characters");
        }
        if (url === "") return this.deleteWebhook(args);
        if (!URL.canParse(url)) badRequest("bad webhook: invalid webhook URL specified");
        service.webhook = { url, secret, allowed: (args.allowed_updates ?? []) as string[] };
        wake();
        return true;
      },

      deleteWebhook(args: Json): true {
        service.webhook = undefined;
        if (args.drop_pending_updates === true) service.updates.splice(0);
        return true;
      },

      getWebhookInfo(): Json {
        return {
          url: service.webhook?.url ?? "",
          has_custom_certificate: false,
          pending_update_count: service.updates.length,
        };
      },
    },
  };
}

const AGAIN_MS = 20;

async function something(service: Service, signal: AbortSignal, withinMs: number): Promise<void> {
  if (service.updates.length > 0 || withinMs === 0) return;
  const over = { yet: false };
  const timer = setTimeout(() => {
    over.yet = true;
    service.changed();
  }, withinMs);
  signal.addEventListener("abort", () => service.changed());
  await service.until(
    () => service.updates.length > 0 || over.yet || signal.aborted,
    () => "",
    withinMs + 1_000,
  );
  clearTimeout(timer);
}

type Target = { readonly url: string; readonly secret: string | undefined };

/** The status of the bot's answer; 599 when there is none. */
export async function deliver({ url, secret }: Target, body: unknown): Promise<number> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(secret !== undefined && { "x-telegram-bot-api-secret-token": secret }),
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 599;
  }
}
