import type { App } from "@slack/bolt";
import type { InvoiceId } from "#core/ids.ts";
import { removeFromSpc } from "#core/use-cases/remove-from-spc.ts";
import { accountBelow } from "../account/below.ts";
import type { SlackDeps } from "../deps.ts";
import { type Acting, onSubmit } from "../listen.ts";
import { openWith } from "../open.ts";
import { refusedModal } from "../plain-blocks.ts";
import { removalView, SPC } from "./form.ts";
import { sendDetails } from "./send-details.ts";

/** The form to note that an invoice's record was taken out of the bureau, with the last lawful day for it. */
export async function openRemovalForm(acting: Acting, invoice: InvoiceId): Promise<void> {
  const { deps } = acting;
  const { texts, reads } = deps;
  await openWith(acting, async () => {
    const found = await reads.bureauInvoice(invoice);
    if (found === undefined) {
      return refusedModal(texts, texts.refusal({ code: "invoice_unknown", invoice }));
    }
    return found.live === null
      ? refusedModal(texts, texts.refusal({ code: "spc_not_registered", invoice }))
      : removalView(found, { today: deps.today(), texts, place: accountBelow(acting) });
  });
}

export function registerRemovalForm(app: App, deps: SlackDeps): void {
  onSubmit(app, deps, { id: SPC.remove, permission: "spc.remove" }, (submitted) =>
    sendDetails(submitted, removeFromSpc, "slack-panels-spc-removed"),
  );
}
