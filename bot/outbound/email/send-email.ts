import type { InvoiceId } from "#core/ids.ts";
import { sendReleased } from "../../released.ts";
import type { Delivered, Sender } from "../../sending.ts";
import type { OutboundDeps } from "../deps.ts";
import type { Email } from "./email.ts";
import { footerOf } from "./footer.ts";
import type { Mailer } from "./mailer.ts";

/** What an operator or the ladder wrote by e-mail, with its invoices as documents. */
export const sendEmail =
  (deps: OutboundDeps, mailer: Mailer): Sender<"send_message:email"> =>
  ({ message }, { isLast }) =>
    sendReleased(deps, { message, isLast }, async ({ to, copies, subject, body, invoices }) => {
      const attached = await documents(deps, invoices);
      if ("outcome" in attached) return attached;
      const creditor = await deps.creditor();
      return mailer.send({
        id: `message-${message}`,
        to,
        cc: copies,
        // One that was written for the app has none.
        subject: subject ?? creditor.name,
        body,
        footer: footerOf(creditor),
        attachments: attached.files,
      });
    });

type Attached = { readonly files: Email["attachments"] };

/** All in one file, a page each: a mail with ten attachments is opened by nobody. */
async function documents(
  { print, log }: OutboundDeps,
  invoices: readonly InvoiceId[],
): Promise<Attached | Delivered> {
  if (invoices.length === 0) return { files: [] };
  const printed = await print({ invoices });
  if (printed.ok) {
    const name = invoices.length === 1 ? `fatura-${fileName(invoices[0])}.pdf` : "faturas.pdf";
    return { files: [{ name, mediaType: "application/pdf", bytes: printed.value }] };
  }
  log.warn({ invoices, refusal: printed.refusal }, "an e-mail's invoices were not printed");
  return { outcome: "again", reason: `its invoices were not printed: ${printed.refusal.code}` };
}

/** Ids come from the billing system and may hold anything. */
const fileName = (invoice: InvoiceId | undefined): string =>
  (invoice ?? "").replace(/[^\w.-]+/g, "-");
