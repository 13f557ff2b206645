import type { App } from "@slack/bolt";
import type { InvoiceId } from "#core/ids.ts";
import { registerInSpc } from "#core/use-cases/register-in-spc.ts";
import { accountBelow } from "../account/below.ts";
import type { SlackDeps } from "../deps.ts";
import { type Acting, onSubmit } from "../listen.ts";
import { openWith } from "../open.ts";
import { refusedModal } from "../plain-blocks.ts";
import { previewing } from "../preview.ts";
import { registerView, SPC } from "./form.ts";
import { sendDetails } from "./send-details.ts";

/** What would stand in the way, if the details were all that is missing. */
const SAMPLE_DETAILS = "-";

/** The form to register an invoice with the bureau, or why that may not be today: with the article, and the date if there is one. */
export async function openSpcForm(acting: Acting, invoice: InvoiceId): Promise<void> {
  const { deps, person } = acting;
  const { texts, reads } = deps;
  await openWith(acting, async () => {
    const found = await reads.bureauInvoice(invoice);
    if (found === undefined) {
      return refusedModal(texts, texts.refusal({ code: "invoice_unknown", invoice }));
    }
    const today = deps.today();
    const input = { invoice, details: SAMPLE_DETAILS };
    const answer = await registerInSpc(previewing(deps.ports), { input, actor: person.id, today });
    const refused = answer.ok ? undefined : texts.refusal(answer.refusal);
    return registerView(found, refused, { today, texts, place: accountBelow(acting) });
  });
}

export function registerSpcForm(app: App, deps: SlackDeps): void {
  onSubmit(app, deps, { id: SPC.register, permission: "spc.register" }, (submitted) =>
    sendDetails(submitted, registerInSpc, "slack-panels-spc-registered"),
  );
}
