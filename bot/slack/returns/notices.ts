import { bankName } from "#core/bank/bank-names.ts";
import type { Effect } from "#core/effects.ts";
import type { BureauInvoice } from "#db/queries/home/read-bureau-invoice.ts";
import type { Texts } from "../../texts/texts.ts";
import { OPEN_ACCOUNT } from "../approvals/ids.ts";
import type { Message } from "../approvals/message.ts";
import { actions, button, section, typed } from "../block-kit.ts";
import { short } from "../plain-blocks.ts";
import { RETURNS } from "./ids.ts";

type Of<Kind extends Effect["kind"]> = Extract<Effect, { readonly kind: Kind }>;

/** A file brought money that found no invoice. */
export function leftOverMessage(
  { file, bank, titles }: Of<"tell_operators_left_over">,
  { say }: Texts,
): Message {
  const sentence = say("returns-told-left-over", {
    file: `${file}`,
    bank: bankName(bank),
    titles,
  });
  return {
    text: sentence,
    blocks: [
      section(sentence),
      ...actions(button({ id: RETURNS.leftOver, text: say("returns-left-over") })),
    ],
  };
}

/** A bank took a payment back. */
export function reversedMessage(
  { amountCents, reversed }: Of<"tell_operators_payment_reversed">,
  invoice: BureauInvoice,
  { say, money }: Texts,
): Message {
  const about = (name: string, number: string) =>
    say(reversed ? "returns-told-reversed" : "returns-told-unsorted", {
      name,
      invoice: number,
      amount: money(amountCents),
    });
  const number = invoice.number ?? invoice.invoice;
  return {
    text: about(short(invoice.name), number),
    blocks: [
      section(about(typed(short(invoice.name)), typed(number))),
      ...actions(
        button({ id: OPEN_ACCOUNT, text: say("approval-open-account"), value: invoice.customer }),
      ),
    ],
  };
}
