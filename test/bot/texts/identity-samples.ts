import { type IdentityEvent, UNSENT_REASONS } from "#core/identity/events.ts";
import type { CustomerId } from "#core/ids.ts";

type Events = {
  readonly [Kind in IdentityEvent["kind"]]: readonly Extract<
    IdentityEvent,
    { readonly kind: Kind }
  >[];
};

const customer = "C1" as CustomerId;
const chat = 700_000_001;

export const IDENTITY_EVENTS: Events = {
  telegram_chat_linked: (["link", "contact", "code"] as const).map((by, others) => ({
    kind: "telegram_chat_linked",
    customer,
    data: { chat, by, others },
  })),
  telegram_chat_unlinked: (["left", "not me", "thrown out"] as const).map((reason) => ({
    kind: "telegram_chat_unlinked",
    customer,
    data: { chat, reason },
  })),
  telegram_chat_stopped: (["asked", "blocked"] as const).map((reason) => ({
    kind: "telegram_chat_stopped",
    customer,
    data: { chat, reason },
  })),
  telegram_chat_resumed: [{ kind: "telegram_chat_resumed", customer, data: { chat } }],
  message_sent: [{ kind: "message_sent", customer, data: { message: 7, channel: "app" } }],
  message_not_sent: UNSENT_REASONS.map((why, index) => ({
    kind: "message_not_sent",
    customer,
    data: { message: 7, channel: "app", outcome: index % 2 === 0 ? "failed" : "dropped", why },
  })),
};
