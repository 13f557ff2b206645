import { InputFile } from "grammy";
import type { Offer } from "#core/self-service/offer.ts";
import type { ConversationMessage } from "#db/queries/self-service/read-conversation.ts";
import { asDelivered } from "../../released.ts";
import { type Delivered, SENT, type Senders } from "../../sending.ts";
import type { Texts } from "../../texts/texts.ts";
import { cut } from "../html.ts";
import { LIMITS } from "../limits.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
import { OFFER } from "../negotiate/verbs.ts";
import { PERSON } from "../person/verbs.ts";
import { htmlSay, paragraphs } from "../say.ts";
import type { Screen } from "../screen.ts";
import { languageOf, type Outbound, outcomeOf, sendTo } from "./deliver.ts";

type Answers = Pick<
  Senders,
  | "tell_customer_offer_answer"
  | "tell_customer_receipt_answer"
  | "tell_customer_message"
  | "tell_customer_conversation_closed"
>;

/** What the team answers to customers who asked: in the chat in which it was asked, at any hour. */
export const answerSenders = (outbound: Outbound): Answers => ({
  tell_customer_offer_answer: async ({ customer, negotiation, offer: id }) => {
    const { reads, today } = outbound.deps;
    const card = await reads.negotiation(negotiation, today());
    if (card === undefined) return NOTHING;
    const offer = id === null ? undefined : await reads.openOffer(customer, id);
    if (id !== null && offer === undefined) return NOTHING;
    return tell(outbound, card.chat, (texts) => offerAnswer(offer, card.note, texts));
  },
  tell_customer_receipt_answer: async ({ receipt: id }) => {
    const receipt = await outbound.deps.reads.receipt(id);
    if (receipt === undefined) return NOTHING;
    const { chat, status, note } = receipt;
    return tell(outbound, chat, (texts) => receiptAnswer(status === "confirmed", note, texts));
  },
  tell_customer_message: async ({ message }) => {
    const found = await outbound.deps.reads.conversationMessage(message);
    return found === undefined ? NOTHING : tellMessage(outbound, found);
  },
  tell_customer_conversation_closed: async ({ conversation }) => {
    const found = await outbound.deps.reads.conversation(conversation);
    if (found === undefined) return NOTHING;
    return tell(outbound, found.chat, (texts) => ({
      text: htmlSay(texts)("telegram-person-ended"),
      buttons: [[{ text: texts.say("telegram-to-menu"), verb: BACK_TO_MENU }]],
    }));
  },
});

const NOTHING: Delivered = { outcome: "dropped", reason: "nothing to tell any more" };

/** Not to a chat that is nobody's by now, whatever was asked there. */
async function tell(
  outbound: Outbound,
  chat: number,
  screen: (texts: Texts) => Screen,
): Promise<Delivered> {
  const texts = await textsOf(outbound, chat);
  if (texts === undefined) return NOTHING;
  return asDelivered(await sendTo(outbound, chat, screen(texts)));
}

async function textsOf({ deps }: Outbound, chat: number): Promise<Texts | undefined> {
  const owner = await deps.reads.chatOwner(chat);
  return owner && deps.textsOf(languageOf(owner.language));
}

function offerAnswer(offer: Offer | undefined, note: string | null, texts: Texts): Screen {
  const say = htmlSay(texts);
  const said = note === null ? undefined : say("telegram-answer-note", { note });
  if (offer === undefined) {
    const buttons = [[{ text: texts.say("telegram-to-menu"), verb: BACK_TO_MENU }]];
    return { text: paragraphs(say("telegram-answer-refused"), said), buttons };
  }
  const [first] = offer.instalments;
  const line = say(
    offer.count === 1 ? "telegram-answer-offer-once" : "telegram-answer-offer-split",
    {
      count: offer.count,
      total: texts.money(offer.totalCents),
      first: texts.money(first?.amount ?? offer.totalCents),
      firstDue: texts.date(first?.dueDate ?? offer.standsUntil),
      standsUntil: texts.date(offer.standsUntil),
    },
  );
  return {
    text: paragraphs(say("telegram-answer-offer"), line, said),
    buttons: [[{ text: texts.say("telegram-answer-see"), verb: OFFER, row: `${offer.id}` }]],
  };
}

function receiptAnswer(confirmed: boolean, note: string | null, texts: Texts): Screen {
  const say = htmlSay(texts);
  return {
    text: paragraphs(
      say(confirmed ? "telegram-receipt-confirmed" : "telegram-receipt-not-confirmed"),
      note === null ? undefined : say("telegram-answer-note", { note }),
    ),
    buttons: [
      [{ text: texts.say("telegram-menu-person"), verb: PERSON }],
      [{ text: texts.say("telegram-to-menu"), verb: BACK_TO_MENU }],
    ],
  };
}

/** Room for the name before it. */
const LONGEST = LIMITS.text - 200;

async function tellMessage(outbound: Outbound, found: ConversationMessage): Promise<Delivered> {
  const { chat, writerName, body, file } = found;
  const texts = await textsOf(outbound, chat);
  if (texts === undefined) return NOTHING;
  const name = writerName ?? texts.say("telegram-person-team");
  const text = htmlSay(texts)("telegram-person-says", { name, body: cut(body, LONGEST) });
  const buttons = [[{ text: texts.say("telegram-person-answer"), verb: PERSON }]];
  if (body !== "" || file === null) {
    const said = await sendTo(outbound, chat, { text, buttons });
    if (said.outcome !== "sent") return asDelivered(said);
  }
  return file === null ? SENT : sendFile(outbound, chat, file);
}

async function sendFile(
  { deps, api }: Outbound,
  chat: number,
  { sha256, name }: NonNullable<ConversationMessage["file"]>,
): Promise<Delivered> {
  const bytes = await deps.files.open(sha256);
  if (bytes === undefined) return { outcome: "failed", reason: "the file is not in the store" };
  try {
    await api.sendDocument(chat, new InputFile(bytes, name));
    return SENT;
  } catch (error) {
    return asDelivered(outcomeOf(error));
  }
}
