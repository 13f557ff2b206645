export const CUSTOMER_TALK = {
  acceptOffer: "conversation.offer.accept",
  counterOffer: "conversation.offer.counter",
  counterForm: "conversation.offer.counter.form",
  refuseOffer: "conversation.offer.refuse",
  refuseForm: "conversation.offer.refuse.form",
  confirmReceipt: "conversation.receipt.confirm",
  missReceipt: "conversation.receipt.miss",
  missForm: "conversation.receipt.miss.form",
  close: "conversation.close",
  openAccount: "conversation.account",
} as const;

/** Keys under which messages are kept, so that they are changed instead of repeated. */
export const aboutNegotiation = (negotiation: number, handedAt: Date | null): string =>
  `negotiation:${negotiation}:${handedAt?.getTime() ?? 0}`;
export const aboutReceipt = (receipt: number): string => `receipt:${receipt}`;
export const aboutDispute = (dispute: number): string => `dispute:${dispute}`;
export const aboutMessage = (message: number): string => `conversation-message:${message}`;
/** Known to db/queries/self-service too, which finds the conversation of a thread by it. */
export const aboutConversation = (conversation: number): string => `conversation:${conversation}`;
