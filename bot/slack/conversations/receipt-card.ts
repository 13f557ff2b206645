import type { ReceiptCard } from "#db/queries/self-service/read-receipt.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Message } from "../approvals/message.ts";
import { actions, type Blocks, button, context, cut, section, typed } from "../block-kit.ts";
import { short } from "../plain-blocks.ts";
import { CUSTOMER_TALK } from "./ids.ts";

export type Receipt = {
  readonly card: ReceiptCard;
  /** Whoever answered it. */
  readonly by?: string | undefined;
};

/** A proof of payment that a customer sent; the file itself stands in the message's thread. */
export function receiptMessage({ card, by }: Receipt, texts: Texts): Message {
  const { say, date } = texts;
  const { name, status, heldUntil, assigneeSlackUser } = card;
  const outcome = [
    say(`talk-receipt-${status}`),
    ...(by === undefined ? [] : [say("talk-by", { name: typed(by) })]),
    ...(card.note === null ? [] : [say("talk-note", { note: typed(cut(card.note, 500)) })]),
  ].join(" ");
  return {
    text: say("talk-receipt-notification", { name: short(name) }),
    blocks: [
      section(
        [
          say("talk-receipt-title", { name: typed(short(name)) }),
          say("talk-receipt-held", { date: date(heldUntil) }),
          ...(assigneeSlackUser === null
            ? []
            : [say("talk-receipt-task", { who: `<@${assigneeSlackUser}>` })]),
        ].join("\n"),
      ),
      ...(status === "open"
        ? buttons(card, texts)
        : [context(outcome), ...actions(accountButton(card, texts))]),
    ],
  };
}

function buttons(card: ReceiptCard, texts: Texts): Blocks {
  const { receipt, name } = card;
  const { say } = texts;
  const value = `${receipt}`;
  return actions(
    button({
      id: CUSTOMER_TALK.confirmReceipt,
      text: say("talk-receipt-confirm"),
      value,
      style: "primary",
      confirm: {
        title: say("talk-receipt-confirm"),
        text: say("talk-receipt-confirm-text", { name: typed(cut(name, 80)) }),
        yes: say("talk-receipt-confirm"),
        no: say("slack-no"),
      },
    }),
    button({ id: CUSTOMER_TALK.missReceipt, text: say("talk-receipt-miss"), value }),
    accountButton(card, texts),
  );
}

const accountButton = ({ customer }: ReceiptCard, { say }: Texts) =>
  button({ id: CUSTOMER_TALK.openAccount, text: say("approval-open-account"), value: customer });
