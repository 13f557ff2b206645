import type { Approval } from "#db/queries/agreement/read-approval.ts";
import type { Texts } from "../../texts/texts.ts";
import { actions, button, section, typed } from "../block-kit.ts";
import { outcomeLine } from "./approval-message.ts";
import { OPEN_ACCOUNT } from "./ids.ts";
import type { Message } from "./message.ts";

/** To whoever proposed it. */
export function decisionMessage(approval: Approval, texts: Texts): Message {
  const { say, money } = texts;
  const of = { agreement: `${approval.agreement}`, total: money(approval.totalCents) };
  const approved = approval.decision === "approved";
  return {
    text: say(approved ? "approval-told-approved" : "approval-told-refused", {
      ...of,
      name: approval.name,
    }),
    blocks: [
      section(
        `${say(approved ? "approval-told-approved" : "approval-told-refused", { ...of, name: typed(approval.name) })}\n${outcomeLine(approval, texts)}`,
      ),
      ...actions(
        button({ id: OPEN_ACCOUNT, text: say("approval-open-account"), value: approval.customer }),
      ),
    ],
  };
}
