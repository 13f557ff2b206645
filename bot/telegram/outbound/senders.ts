import { asDelivered, type Outcome, together } from "../../released.ts";
import type { Senders } from "../../sending.ts";
import { NOT_MINE } from "../identity/steps.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
import { htmlSay } from "../say.ts";
import { answerSenders } from "./answers.ts";
import { languageOf, type Outbound, sendTo } from "./deliver.ts";
import { sendAppMessage } from "./messages.ts";

/** What leaves for customers in Telegram. */
export const telegramSenders = (outbound: Outbound): Senders => ({
  "send_message:app": sendAppMessage(outbound),
  ...answerSenders(outbound),

  /** An answer to what the customer did: it is welcome at any hour, but not where no message is. */
  thank_customer: async ({ customer, invoice, amountCents }) => {
    const { deps } = outbound;
    const chats = (await deps.reads.chatsOf(customer)).filter(({ optedOut }) => !optedOut);
    if (chats.length === 0) return { outcome: "dropped", reason: "no chat that wants messages" };
    const outcomes: Outcome[] = [];
    for (const { chat, language } of chats) {
      const texts = deps.textsOf(languageOf(language));
      const amount = texts.money(amountCents);
      const text = htmlSay(texts)("telegram-thanks", { invoice, amount });
      const buttons = [[{ text: texts.say("telegram-letter-open"), verb: BACK_TO_MENU }]];
      outcomes.push(await sendTo(outbound, chat, { text, buttons }));
    }
    return asDelivered(together(outcomes));
  },

  /** Also to those who want no messages: it is about who can see their account. */
  tell_chats_of_new_chat: async ({ customer, chat: newcomer }) => {
    const { deps } = outbound;
    const chats = await deps.reads.chatsOf(customer);
    if (!chats.some(({ chat }) => chat === newcomer)) {
      return { outcome: "dropped", reason: "the new chat has left already" };
    }
    const outcomes: Outcome[] = [];
    for (const { chat, language } of chats.filter((one) => one.chat !== newcomer)) {
      const { say } = deps.textsOf(languageOf(language));
      const text = say("telegram-new-chat");
      const buttons = [
        [{ text: say("telegram-new-chat-not-mine"), verb: NOT_MINE, row: `${newcomer}` }],
      ];
      outcomes.push(await sendTo(outbound, chat, { text, buttons }));
    }
    return asDelivered(together(outcomes));
  },
});
