import type { App } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";
import {
  type AnswerHandedOffer,
  answerHandedOffer,
  type HandedAnswered,
} from "#core/use-cases/answer-handed-offer.ts";
import type { SlackDeps } from "../deps.ts";
import { refusedAt, typedIn } from "../fields.ts";
import type { FormAnswer } from "../form-answer.ts";
import { type Acting, onAction, onSubmit, type Pressed, type Submitted } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { openWith } from "../open.ts";
import { updateStanding } from "../post-once.ts";
import { aboutNegotiation, CUSTOMER_TALK } from "./ids.ts";
import { offerCardMessage } from "./offer-card.ts";
import { counterForm, counterIn, OFFER_FIELDS, refuseOfferForm } from "./offer-forms.ts";

const permission = "agreement.make";

/** Answers to what customers want beyond the policy, from the card that asks; the customer reads them in the same chat. */
export function registerOfferAnswers(app: App, deps: SlackDeps): void {
  onAction(app, deps, { id: CUSTOMER_TALK.acceptOffer, permission }, acceptOffer);
  onAction(app, deps, { id: CUSTOMER_TALK.counterOffer, permission }, (pressed) =>
    openForm(pressed, counterForm),
  );
  onAction(app, deps, { id: CUSTOMER_TALK.refuseOffer, permission }, (pressed) =>
    openForm(pressed, refuseOfferForm),
  );
  onSubmit(app, deps, { id: CUSTOMER_TALK.counterForm, permission }, (submitted) => {
    const counter = counterIn(submitted.view.values, deps.texts);
    return counter.ok
      ? send(submitted, { kind: "counter", ...counter.value })
      : Promise.resolve({ errors: counter.refusal });
  });
  onSubmit(app, deps, { id: CUSTOMER_TALK.refuseForm, permission }, (submitted) =>
    send(submitted, { kind: "refuse" }),
  );
}

async function acceptOffer(pressed: Pressed): Promise<void> {
  const { deps } = pressed;
  const negotiation = Number(pressed.value);
  const answered = await answer(pressed, { negotiation, answer: { kind: "accept" } });
  if (!answered.ok) {
    await openWith(pressed, async () => errorModal(deps, deps.texts.refusal(answered.refusal)));
  }
  await updateCard(pressed, negotiation, answered.ok ? pressed.person.name : undefined);
}

const openForm = (pressed: Pressed, form: typeof counterForm): Promise<void> =>
  openWith(pressed, async () => {
    const { deps } = pressed;
    const card = await deps.reads.conversations.negotiation(Number(pressed.value), deps.today());
    if (card?.status === "handed") return form(card, deps.texts);
    await updateCard(pressed, Number(pressed.value), undefined);
    return errorModal(deps, deps.texts.say("talk-offer-too-late"));
  });

async function send(submitted: Submitted, said: AnswerHandedOffer["answer"]): Promise<FormAnswer> {
  const { deps, view } = submitted;
  const { negotiation } = JSON.parse(view.metadata) as { readonly negotiation: number };
  const note = typedIn(view.values, OFFER_FIELDS.note);
  const answered = await answer(submitted, { negotiation, answer: said, note });
  if (!answered.ok) {
    if (answered.refusal.code === "negotiation_not_handed") {
      await updateCard(submitted, negotiation, undefined);
      return { update: errorModal(deps, deps.texts.refusal(answered.refusal)) };
    }
    return refusedAt(deps.texts, answered.refusal, {
      fields: Object.values(OFFER_FIELDS),
      otherwise: OFFER_FIELDS.note,
    });
  }
  await updateCard(submitted, negotiation, submitted.person.name);
  return { close: "this" };
}

const answer = (
  { deps, person, key }: Acting,
  input: AnswerHandedOffer,
): Promise<Result<HandedAnswered, Refusal>> =>
  answerHandedOffer(deps.ports, { input, actor: person.id, today: deps.today(), key });

/** The card says what came of it, and has its buttons no more. */
export async function updateCard(
  { deps, client }: { readonly deps: SlackDeps; readonly client: WebClient },
  negotiation: number,
  by: string | undefined,
): Promise<void> {
  const today = deps.today();
  const card = await deps.reads.conversations.negotiation(negotiation, today);
  if (card === undefined) return;
  await updateStanding({ deps, client }, aboutNegotiation(negotiation, card.handedAt), () =>
    offerCardMessage({ card, today, by }, deps.texts),
  );
}
