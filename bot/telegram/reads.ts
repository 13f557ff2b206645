import type { ChatOwner } from "#db/queries/telegram/read-chat.ts";
import type { ProviderFace } from "#db/queries/telegram/read-provider.ts";

import type { SelfServiceReads } from "./self-service-reads.ts";

export type { ChatOwner, ProviderFace };

/** What the bot looks up, handed in by bot/main.ts. */
export type TelegramReads = SelfServiceReads & {
  /** Undefined: the chat proved nothing yet. */
  readonly chatOwner: (chat: number) => Promise<ChatOwner | undefined>;
  readonly provider: () => Promise<ProviderFace>;
};
