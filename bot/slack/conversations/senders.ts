import type { WebClient } from "@slack/web-api";
import { typed } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import { postOnce } from "../post-once.ts";
import { disputeMessage } from "./dispute-card.ts";
import { aboutConversation, aboutDispute, aboutNegotiation, aboutReceipt } from "./ids.ts";
import { offerCardMessage } from "./offer-card.ts";
import { receiptMessage } from "./receipt-card.ts";
import { postCustomerMessage, updateHead, uploadStored } from "./thread.ts";

/** Where operators answer customers. */
type Where = {
  readonly deps: SlackDeps;
  readonly client: WebClient;
  readonly channel: string;
};

/** Not at all when it was answered meanwhile. */
export async function tellOfferHanded(where: Where, negotiation: number): Promise<void> {
  const { deps, channel } = where;
  const today = deps.today();
  const card = await deps.reads.conversations.negotiation(negotiation, today);
  if (card?.status !== "handed") return;
  const message = offerCardMessage({ card, today }, deps.texts);
  await postOnce(where, { about: aboutNegotiation(negotiation, card.handedAt), channel, message });
}

export async function tellReceipt(where: Where, receipt: number): Promise<void> {
  const { deps, channel } = where;
  const card = await deps.reads.conversations.receipt(receipt);
  if (card === undefined) return;
  const message = receiptMessage({ card }, deps.texts);
  const thread = await postOnce(where, { about: aboutReceipt(receipt), channel, message });
  const about = `${aboutReceipt(receipt)}:file`;
  if ((await deps.slackMessages.find(about))?.ts === thread.ts) return;
  const file = { name: card.fileName, sha256: card.sha256 };
  await uploadStored(where, { thread, file, comment: typed(card.fileName) });
  await deps.slackMessages.keep(about, thread);
}

export async function tellDispute(where: Where, dispute: number): Promise<void> {
  const { deps, channel } = where;
  const card = await deps.reads.conversations.dispute(dispute);
  if (card === undefined) return;
  const message = disputeMessage(card, deps.texts);
  await postOnce(where, { about: aboutDispute(dispute), channel, message });
}

export async function tellMessage(where: Where, id: number): Promise<void> {
  const message = await where.deps.reads.conversations.message(id);
  if (message !== undefined) await postCustomerMessage(where, { channel: where.channel, message });
}

export async function tellClosed(where: Where, conversation: number): Promise<void> {
  const { deps, client } = where;
  const thread = await deps.slackMessages.find(aboutConversation(conversation));
  if (thread === undefined) return;
  await updateHead(where, conversation);
  const about = `${aboutConversation(conversation)}:closed`;
  if ((await deps.slackMessages.find(about)) !== undefined) return;
  const text = deps.texts.say("talk-closed-by-customer");
  await client.chat.postMessage({ channel: thread.channel, thread_ts: thread.ts, text });
  await deps.slackMessages.keep(about, thread);
}
