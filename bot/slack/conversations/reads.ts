import type { CivilDate } from "#core/calendar.ts";
import type { DisputeCard } from "#db/queries/conversations/read-dispute-card.ts";
import type {
  ConversationHead,
  ConversationMessage,
} from "#db/queries/self-service/read-conversation.ts";
import type { NegotiationCard } from "#db/queries/self-service/read-negotiation.ts";
import type { ReceiptCard } from "#db/queries/self-service/read-receipt.ts";

/** What customers ask, send and say in their own chat. */
export type ConversationReads = {
  readonly negotiation: (id: number, today: CivilDate) => Promise<NegotiationCard | undefined>;
  readonly receipt: (id: number) => Promise<ReceiptCard | undefined>;
  readonly dispute: (id: number) => Promise<DisputeCard | undefined>;
  readonly head: (conversation: number) => Promise<ConversationHead | undefined>;
  readonly message: (id: number) => Promise<ConversationMessage | undefined>;
  /** The conversation that a thread is of. */
  readonly ofThread: (thread: {
    readonly channel: string;
    readonly ts: string;
  }) => Promise<ConversationHead | undefined>;
};
