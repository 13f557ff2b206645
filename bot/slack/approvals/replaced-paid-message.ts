import type { AgreementNumber } from "#core/ids.ts";
import type { BureauInvoice } from "#db/queries/home/read-bureau-invoice.ts";
import type { Texts } from "../../texts/texts.ts";
import { actions, button, section, typed } from "../block-kit.ts";
import { OPEN_ACCOUNT } from "./ids.ts";
import type { Message } from "./message.ts";

/** Billing received money for an invoice that an agreement had replaced: somebody decides what becomes of the agreement. */
export function replacedPaidMessage(
  { invoice, agreement }: { readonly invoice: BureauInvoice; readonly agreement: AgreementNumber },
  { say }: Texts,
): Message {
  const number = invoice.number ?? invoice.invoice;
  const sentence = (shown: { readonly invoice: string; readonly name: string }): string =>
    say("approval-replaced-paid", { ...shown, agreement: `${agreement}` });
  return {
    text: sentence({ invoice: number, name: invoice.name }),
    blocks: [
      section(sentence({ invoice: typed(number), name: typed(invoice.name) })),
      ...actions(
        button({ id: OPEN_ACCOUNT, text: say("approval-open-account"), value: invoice.customer }),
      ),
    ],
  };
}
