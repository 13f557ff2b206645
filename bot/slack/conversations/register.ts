import type { App } from "@slack/bolt";
import type { CustomerId } from "#core/ids.ts";
import { closeConversation } from "#core/use-cases/converse.ts";
import { openAccount } from "../account/open-account.ts";
import type { SlackDeps } from "../deps.ts";
import { onAction, type Pressed } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { openWith } from "../open.ts";
import { CUSTOMER_TALK } from "./ids.ts";
import { registerOfferAnswers } from "./offer-answers.ts";
import { registerReceiptAnswers } from "./receipt-answers.ts";
import { registerReplies } from "./replies.ts";
import { updateHead } from "./thread.ts";

/** Customers who negotiate, prove a payment or talk in their own chat: answered from the operators' channel. */
export function registerConversations(app: App, deps: SlackDeps): void {
  registerOfferAnswers(app, deps);
  registerReceiptAnswers(app, deps);
  registerReplies(app, deps);
  onAction(app, deps, { id: CUSTOMER_TALK.close, permission: "message.send" }, close);
  onAction(app, deps, { id: CUSTOMER_TALK.openAccount }, (pressed) =>
    openAccount(pressed, pressed.value as CustomerId),
  );
}

async function close(pressed: Pressed): Promise<void> {
  const { deps, person, key } = pressed;
  const conversation = Number(pressed.value);
  const closed = await closeConversation(deps.ports, {
    input: { conversation, now: deps.nowMs() },
    actor: person.id,
    today: deps.today(),
    key,
  });
  if (!closed.ok) {
    await openWith(pressed, async () => errorModal(deps, deps.texts.refusal(closed.refusal)));
  }
  await updateHead(pressed, conversation);
}
