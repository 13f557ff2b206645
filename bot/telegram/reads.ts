import type { CustomerId } from "#core/ids.ts";
import type { ChatOwner } from "#db/queries/telegram/read-chat.ts";
import type { CustomerChat } from "#db/queries/telegram/read-chats.ts";
import type { ProviderFace } from "#db/queries/telegram/read-provider.ts";

import type { SelfServiceReads } from "./self-service-reads.ts";

export type { ChatOwner, CustomerChat, ProviderFace };

/** What the bot looks up, handed in by bot/main.ts. */
export type TelegramReads = SelfServiceReads & {
  /** Undefined: the chat proved nothing yet. */
  readonly chatOwner: (chat: number) => Promise<ChatOwner | undefined>;
  /** Those that can be written to, oldest first. */
  readonly chatsOf: (customer: CustomerId) => Promise<readonly CustomerChat[]>;
  readonly provider: () => Promise<ProviderFace>;
};
