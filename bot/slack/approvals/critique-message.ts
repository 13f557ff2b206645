import type { CivilDate } from "#core/calendar.ts";
import type { BureauInvoice } from "#db/queries/home/read-bureau-invoice.ts";
import type { Texts } from "../../texts/texts.ts";
import { actions, button, context, section, typed } from "../block-kit.ts";
import { OPEN_ACCOUNT } from "./ids.ts";
import type { Message } from "./message.ts";

/** An invoice was paid whose record stands at the bureau: until when it must be gone. */
export function critiqueMessage(
  { invoice, removeBy }: { readonly invoice: BureauInvoice; readonly removeBy: CivilDate },
  { say, date }: Texts,
): Message {
  const of = { invoice: invoice.number ?? invoice.invoice, date: date(removeBy) };
  return {
    text: say("approval-critique", { ...of, name: invoice.name }),
    blocks: [
      section(
        say("approval-critique", { ...of, invoice: typed(of.invoice), name: typed(invoice.name) }),
      ),
      context(say("spc-internal")),
      ...actions(
        button({ id: OPEN_ACCOUNT, text: say("approval-open-account"), value: invoice.customer }),
      ),
    ],
  };
}
