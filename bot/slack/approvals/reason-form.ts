import type { ModalView } from "@slack/types";
import type { Approval } from "#db/queries/agreement/read-approval.ts";
import type { Texts } from "../../texts/texts.ts";
import { plain, section, typed } from "../block-kit.ts";
import { textField } from "../fields.ts";
import { LIMITS } from "../limits.ts";
import { COUNTER_FORM, REASON, REFUSE_FORM } from "./ids.ts";

const FORMS = {
  refuse: { id: REFUSE_FORM, text: "approval-refuse" },
  counter: { id: COUNTER_FORM, text: "approval-counter" },
} as const;

/** Why it is refused; the author reads it. A counter-proposal refuses first, so that its invoices are free. */
export function reasonForm(form: keyof typeof FORMS, approval: Approval, texts: Texts): ModalView {
  const { say, money } = texts;
  const { id, text } = FORMS[form];
  return {
    type: "modal",
    callback_id: id,
    title: plain(say(`${text}-title`), LIMITS.modalTitle),
    submit: plain(say(text), LIMITS.modalButton),
    close: plain(say("slack-cancel"), LIMITS.modalButton),
    private_metadata: JSON.stringify({ agreement: approval.agreement }),
    blocks: [
      section(
        say(`${text}-explained`, {
          agreement: `${approval.agreement}`,
          name: typed(approval.name),
          total: money(approval.totalCents),
          author: typed(approval.authorName),
        }),
      ),
      textField({ id: REASON, label: say("approval-reason"), lines: "many" }),
    ],
  };
}
