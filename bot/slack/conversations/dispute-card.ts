import type { DisputeCard } from "#db/queries/conversations/read-dispute-card.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Message } from "../approvals/message.ts";
import { actions, button, context, cut, section, typed } from "../block-kit.ts";
import { short } from "../plain-blocks.ts";
import { CUSTOMER_TALK } from "./ids.ts";

/** A customer contests an amount: what the law asks of the provider, and until when. */
export function disputeMessage(card: DisputeCard, { say, money, date }: Texts): Message {
  const of = { name: short(card.name), invoice: card.number ?? card.invoice };
  return {
    text: say("talk-dispute-notification", of),
    blocks: [
      section(
        [
          say("talk-dispute-title", {
            name: typed(of.name),
            invoice: typed(of.invoice),
            amount: money(card.amountCents),
          }),
          `> ${typed(cut(card.reason.replace(/\s+/g, " "), 1_500))}`,
        ].join("\n"),
      ),
      context(
        card.isOpen
          ? say("talk-dispute-deadline", { date: date(card.answerBy) })
          : say("talk-dispute-answered"),
      ),
      ...actions(
        button({
          id: CUSTOMER_TALK.openAccount,
          text: say("approval-open-account"),
          value: card.customer,
        }),
      ),
    ],
  };
}
