import type { App } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { type AnswerReceipt, answerReceipt } from "#core/use-cases/answer-receipt.ts";
import type { SlackDeps } from "../deps.ts";
import { refusedAt, typedIn } from "../fields.ts";
import type { FormAnswer } from "../form-answer.ts";
import { type Acting, onAction, onSubmit, type Pressed, type Submitted } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { openWith } from "../open.ts";
import { modalOf, plainSection, short } from "../plain-blocks.ts";
import { updateStanding } from "../post-once.ts";
import { aboutReceipt, CUSTOMER_TALK } from "./ids.ts";
import { noteField, OFFER_FIELDS } from "./offer-forms.ts";
import { receiptMessage } from "./receipt-card.ts";

const permission = "task.manage";

/** Whether a proof of payment proves one; the customer reads the answer in the chat. */
export function registerReceiptAnswers(app: App, deps: SlackDeps): void {
  onAction(app, deps, { id: CUSTOMER_TALK.confirmReceipt, permission }, confirm);
  onAction(app, deps, { id: CUSTOMER_TALK.missReceipt, permission }, (pressed) =>
    openWith(pressed, () => missForm(pressed)),
  );
  onSubmit(app, deps, { id: CUSTOMER_TALK.missForm, permission }, miss);
}

async function confirm(pressed: Pressed): Promise<void> {
  const { deps } = pressed;
  const receipt = Number(pressed.value);
  const answered = await answer(pressed, { receipt, confirmed: true });
  if (!answered.ok) {
    await openWith(pressed, async () => errorModal(deps, deps.texts.refusal(answered.refusal)));
  }
  await updateReceipt(pressed, receipt);
}

async function missForm(pressed: Pressed): Promise<ModalView> {
  const { texts, reads } = pressed.deps;
  const card = await reads.conversations.receipt(Number(pressed.value));
  if (card?.status !== "open") {
    await updateReceipt(pressed, Number(pressed.value));
    return errorModal(pressed.deps, texts.say("talk-receipt-too-late"));
  }
  return modalOf(texts, {
    callbackId: CUSTOMER_TALK.missForm,
    title: texts.say("talk-receipt-miss"),
    submit: texts.say("talk-send"),
    metadata: { receipt: card.receipt },
    blocks: [
      plainSection([texts.say("talk-receipt-miss-explained", { name: short(card.name) })]),
      noteField(texts),
    ],
  });
}

async function miss(submitted: Submitted): Promise<FormAnswer> {
  const { deps, view } = submitted;
  const { receipt } = JSON.parse(view.metadata) as { readonly receipt: number };
  const note = typedIn(view.values, OFFER_FIELDS.note);
  const answered = await answer(submitted, { receipt, confirmed: false, note });
  await updateReceipt(submitted, receipt);
  return answered.ok
    ? { close: "this" }
    : refusedAt(deps.texts, answered.refusal, { fields: [], otherwise: OFFER_FIELDS.note });
}

const answer = ({ deps, person, key }: Acting, asked: AnswerReceipt) =>
  answerReceipt(deps.ports, {
    input: { ...asked, now: deps.nowMs() },
    actor: person.id,
    today: deps.today(),
    key,
  });

async function updateReceipt(acting: Acting, receipt: number): Promise<void> {
  const { deps, client } = acting;
  const [card, operators] = await Promise.all([
    deps.reads.conversations.receipt(receipt),
    deps.reads.operators(),
  ]);
  if (card === undefined) return;
  const by = operators.find(({ id }) => id === card.answeredBy)?.name;
  await updateStanding({ deps, client }, aboutReceipt(receipt), () =>
    receiptMessage({ card, by }, deps.texts),
  );
}
