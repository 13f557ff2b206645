import type { ModalView } from "@slack/types";
import type { CustomerId } from "#core/ids.ts";
import type { Texts } from "../../texts/texts.ts";
import { OPEN_ACCOUNT } from "../approvals/ids.ts";
import { actions, button, plain, section } from "../block-kit.ts";
import { LIMITS } from "../limits.ts";
import type { Made } from "./form.ts";

/** The agreement's number, and what comes next. */
export function madeView(made: Made, customer: CustomerId, texts: Texts): ModalView {
  const { say, money } = texts;
  const { agreement, status, totalCents, invoices } = made;
  const waits = status === "awaiting approval";
  return {
    type: "modal",
    callback_id: "wizard-done",
    title: plain(say(waits ? "wizard-asked-title" : "wizard-made-title"), LIMITS.modalTitle),
    close: plain(say("slack-close"), LIMITS.modalButton),
    blocks: [
      section(
        say(waits ? "wizard-asked" : "wizard-made", {
          agreement: `${agreement}`,
          total: money(totalCents),
          ...(waits ? {} : { invoices }),
        }),
      ),
      section(say(waits ? "wizard-asked-next" : "wizard-made-next")),
      ...actions(button({ id: OPEN_ACCOUNT, text: say("approval-open-account"), value: customer })),
    ],
  };
}
