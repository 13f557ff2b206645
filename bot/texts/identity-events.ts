import type { IdentityEvent } from "#core/identity/events.ts";
import type { Args } from "./catalogue.ts";
import { type Words, word } from "./words.ts";

type EventArgs = {
  readonly [Kind in IdentityEvent["kind"]]: (
    event: Extract<IdentityEvent, { readonly kind: Kind }>,
    words: Words,
  ) => Args;
};

/** A chat's number is of use to nobody who reads the history. */
export const IDENTITY_EVENTS: EventArgs = {
  telegram_chat_linked: ({ data }, w) => ({
    by: word(w, "proved-by", data.by),
    others: data.others,
  }),
  telegram_chat_unlinked: ({ data }, w) => ({ reason: word(w, "unlinked", data.reason) }),
  telegram_chat_stopped: ({ data }, w) => ({ reason: word(w, "stopped", data.reason) }),
  telegram_chat_resumed: () => ({}),
  message_sent: ({ data }, w) => ({
    message: `${data.message}`,
    channel: word(w, "message-channel", data.channel),
  }),
  message_not_sent: ({ data }, w) => ({
    message: `${data.message}`,
    channel: word(w, "message-channel", data.channel),
    outcome: word(w, "unsent", data.outcome),
    why: word(w, "unsent-because", data.why),
  }),
};
